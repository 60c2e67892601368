-- Which projects have no industry that the reference table knows? One row per project.
-- The first $most_rows of them; found_count in each row is how many there are.

select
    file,
    line,
    district,
    project_id as id,
    project_name as detail,
    count(*) over () as found_count

from projects

where industry = 'unclassified'

order by
    file,
    line

limit $most_rows
