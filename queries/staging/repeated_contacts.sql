-- Which contacts repeat a key that an earlier row has? They are taken out of contacts.
-- Leaves the table repeated_contacts with the rows taken out, as they were, and the table
-- repeated_rows: one row per row taken out, and where the first one stands.
-- The first is the first in file name order, then by line.

create or replace temp table repeated_rows as

with

repeated_keys as (

    select contact_id

    from contacts

    group by all

    having count(*) > 1

),

ordered as (

    select
        contacts.file,
        contacts.line,
        contacts.contact_id as value,
        first_value(contacts.file) over earlier as first_file,
        first_value(contacts.line) over earlier as first_line,
        row_number() over earlier as position

    from contacts

    inner join repeated_keys
        on contacts.contact_id = repeated_keys.contact_id

    window earlier as (
        partition by contacts.contact_id
        order by contacts.file, contacts.line
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

create or replace table repeated_contacts as

select contacts.*

from contacts

inner join repeated_rows
    on
        contacts.file = repeated_rows.file
        and contacts.line = repeated_rows.line

order by
    contacts.file,
    contacts.line;

delete from contacts

using repeated_rows

where
    contacts.file = repeated_rows.file
    and contacts.line = repeated_rows.line
