-- Which contacts and receipts name a project that no ledger holds?
-- One row per contact or receipt; a receipt has no district then.

create or replace table unknown_project_rows as

select
    contacts.file,
    contacts.line,
    contacts.district,
    contacts.project_id as id,
    contacts.contact_id as detail

from contacts

anti join projects
    on contacts.project_id = projects.project_id

where contacts.project_id is not null

union all

select
    receipts.file,
    receipts.line,
    null as district,
    receipts.project_id as id,
    'received_fdi_wan_usd ' || coalesce(receipts.received_fdi_wan_usd::double::varchar, '?')
    || ' ' || coalesce(receipts.received_date::varchar, '?') as detail

from receipts

anti join projects
    on receipts.project_id = projects.project_id
