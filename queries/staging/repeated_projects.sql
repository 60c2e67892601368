-- Which projects repeat a key that an earlier row has? They are taken out of projects.
-- Leaves the table repeated_projects with the rows taken out, as they were, and the table
-- repeated_rows: one row per row taken out, and where the first one stands.
-- The first is the first in file name order, then by line.

create or replace temp table repeated_rows as

with

repeated_keys as (

    select project_id

    from projects

    group by all

    having count(*) > 1

),

ordered as (

    select
        projects.file,
        projects.line,
        projects.project_id as value,
        first_value(projects.file) over earlier as first_file,
        first_value(projects.line) over earlier as first_line,
        row_number() over earlier as position

    from projects

    inner join repeated_keys
        on projects.project_id = repeated_keys.project_id

    window earlier as (
        partition by projects.project_id
        order by projects.file, projects.line
    )

)

select
    file,
    line,
    value,
    first_file,
    first_line

from ordered

where position > 1;

create or replace table repeated_projects as

select projects.*

from projects

inner join repeated_rows
    on
        projects.file = repeated_rows.file
        and projects.line = repeated_rows.line

order by
    projects.file,
    projects.line;

delete from projects

using repeated_rows

where
    projects.file = repeated_rows.file
    and projects.line = repeated_rows.line
