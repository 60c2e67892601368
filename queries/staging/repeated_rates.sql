-- Which rates repeat a key that an earlier row has? They are taken out of rates.
-- Leaves the table repeated_rates with the rows taken out, as they were, and the table
-- repeated_rows: one row per row taken out, and where the first one stands.
-- The first is the first in file name order, then by line.

create or replace temp table repeated_rows as

with

repeated_keys as (

    select year

    from rates

    group by all

    having count(*) > 1

),

ordered as (

    select
        rates.file,
        rates.line,
        rates.year::varchar as value,
        first_value(rates.file) over earlier as first_file,
        first_value(rates.line) over earlier as first_line,
        row_number() over earlier as position

    from rates

    inner join repeated_keys
        on rates.year = repeated_keys.year

    window earlier as (
        partition by rates.year
        order by rates.file, rates.line
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

create or replace table repeated_rates as

select rates.*

from rates

inner join repeated_rows
    on
        rates.file = repeated_rows.file
        and rates.line = repeated_rows.line

order by
    rates.file,
    rates.line;

delete from rates

using repeated_rows

where
    rates.file = repeated_rows.file
    and rates.line = repeated_rows.line
