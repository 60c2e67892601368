-- On which days was each project in contact?
-- One row per project and day with at least one contact of it.

create or replace table project_contact_days as

select distinct
    contacts.project_id,
    contacts.contact_date

from contacts

inner join projects
    on contacts.project_id = projects.project_id

order by
    contacts.project_id,
    contacts.contact_date
