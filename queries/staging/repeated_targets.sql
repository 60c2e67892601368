-- Which targets repeat a key that an earlier row has? They are taken out of targets.
-- Leaves the table repeated_targets with the rows taken out, as they were, and the table
-- repeated_rows: one row per row taken out, and where the first one stands.
-- The first is the first in file name order, then by line.

create or replace temp table repeated_rows as

with

repeated_keys as (

    select
        year,
        district,
        metric

    from targets

    group by all

    having count(*) > 1

),

ordered as (

    select
        targets.file,
        targets.line,
        concat_ws(', ', targets.year, targets.district, targets.metric) as value,
        first_value(targets.file) over earlier as first_file,
        first_value(targets.line) over earlier as first_line,
        row_number() over earlier as position

    from targets

    inner join repeated_keys
        on
            targets.year = repeated_keys.year
            and targets.district = repeated_keys.district
            and targets.metric = repeated_keys.metric

    window earlier as (
        partition by targets.year, targets.district, targets.metric
        order by targets.file, targets.line
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

create or replace table repeated_targets as

select targets.*

from targets

inner join repeated_rows
    on
        targets.file = repeated_rows.file
        and targets.line = repeated_rows.line

order by
    targets.file,
    targets.line;

delete from targets

using repeated_rows

where
    targets.file = repeated_rows.file
    and targets.line = repeated_rows.line
