-- Which concerns did investors raise, and when was each resolved?
-- One row per contact with a concern; 'unknown' where the ledger's word for it is not in the list
-- or only the day it was resolved is given. resolved_date is null while it is open by the as-of
-- date; is_day_unread: what stands for that day in the ledger could not be read. origin_country
-- is 'unknown' where the cell is. Industry and capital as in located_contacts.

create or replace table raised_concerns as

with

unread as (

    select
        file,
        line,
        bool_or(column_name = 'concern') as is_concern,
        bool_or(column_name = 'concern_resolved_date') as is_day

    from blanked_cells

    where column_name in ('concern', 'concern_resolved_date')

    group by
        file,
        line

)

select
    located_contacts.contact_id,
    located_contacts.contact_date,
    located_contacts.district,
    located_contacts.industry,
    located_contacts.capital,
    located_contacts.organisation,
    located_contacts.project_id,
    coalesce(located_contacts.origin_country, 'unknown') as origin_country,
    coalesce(located_contacts.concern, 'unknown') as concern,
    if(
        located_contacts.concern_resolved_date <= (select as_of.as_of_date from as_of),
        located_contacts.concern_resolved_date,
        null
    ) as resolved_date,
    located_contacts.concern_resolved_date is null and coalesce(unread.is_day, false)
        as is_day_unread

from located_contacts

left join unread
    on
        located_contacts.file = unread.file
        and located_contacts.line = unread.line

where
    located_contacts.concern is not null
    or located_contacts.concern_resolved_date is not null
    or unread.is_concern

order by located_contacts.contact_date
