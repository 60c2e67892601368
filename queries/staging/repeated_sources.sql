-- Which sources repeat a key that an earlier row has? They are taken out of sources.
-- Leaves the table repeated_sources with the rows taken out, as they were, and the table
-- repeated_rows: one row per row taken out, and where the first one stands.
-- The first is the first in file name order, then by line.

create or replace temp table repeated_rows as

with

repeated_keys as (

    select file

    from sources

    group by all

    having count(*) > 1

),

ordered as (

    select
        sources.stated_in as file,
        sources.line,
        sources.file as value,
        first_value(sources.stated_in) over earlier as first_file,
        first_value(sources.line) over earlier as first_line,
        row_number() over earlier as position

    from sources

    inner join repeated_keys
        on sources.file = repeated_keys.file

    window earlier as (
        partition by sources.file
        order by sources.stated_in, sources.line
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

create or replace table repeated_sources as

select sources.*

from sources

inner join repeated_rows
    on
        sources.stated_in = repeated_rows.file
        and sources.line = repeated_rows.line

order by
    sources.stated_in,
    sources.line;

delete from sources

using repeated_rows

where
    sources.stated_in = repeated_rows.file
    and sources.line = repeated_rows.line
