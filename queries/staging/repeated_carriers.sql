-- Which carriers repeat a key that an earlier row has? They are taken out of carriers.
-- Leaves the table repeated_carriers with the rows taken out, as they were, and the table
-- repeated_rows: one row per row taken out, and where the first one stands.
-- The first is the first in file name order, then by line.

create or replace temp table repeated_rows as

with

repeated_keys as (

    select carrier_id

    from carriers

    group by all

    having count(*) > 1

),

ordered as (

    select
        carriers.file,
        carriers.line,
        carriers.carrier_id as value,
        first_value(carriers.file) over earlier as first_file,
        first_value(carriers.line) over earlier as first_line,
        row_number() over earlier as position

    from carriers

    inner join repeated_keys
        on carriers.carrier_id = repeated_keys.carrier_id

    window earlier as (
        partition by carriers.carrier_id
        order by carriers.file, carriers.line
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

create or replace table repeated_carriers as

select carriers.*

from carriers

inner join repeated_rows
    on
        carriers.file = repeated_rows.file
        and carriers.line = repeated_rows.line

order by
    carriers.file,
    carriers.line;

delete from carriers

using repeated_rows

where
    carriers.file = repeated_rows.file
    and carriers.line = repeated_rows.line
