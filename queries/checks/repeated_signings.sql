-- Which projects look signed twice: same investor, same name, same amount?
-- One row per project of such a group; detail names the others. They stay in every count.
-- The first $most_rows of them; found_count in each row is how many there are.

select
    projects.file,
    projects.line,
    projects.district,
    projects.project_id as id,
    any_value(projects.investor) || ' · ' || any_value(projects.project_name) || ' · '
    || string_agg(others.project_id, ', ' order by others.project_id) as detail,
    count(*) over () as found_count

from repeated_project_pairs as pairs

inner join projects
    on pairs.project_id = projects.project_id

inner join projects as others
    on
        pairs.other_project_id = others.project_id
        and projects.project_name = others.project_name

group by
    projects.file,
    projects.line,
    projects.district,
    projects.project_id

order by
    projects.file,
    projects.line

limit $most_rows
