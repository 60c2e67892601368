-- From which day to which day does each kind of ledger reach?
-- One row per kind that has at least one row: contacts, projects (from the first lead to the
-- newest date of anything that became of one), receipts.

create or replace table coverage as

select
    'contacts' as kind,
    min(contact_date) as first_date,
    max(contact_date) as last_date

from contacts

having count(*) > 0

union all

select
    'projects' as kind,
    min(lead_date) as first_date,
    max(
        greatest(
            lead_date,
            negotiation_date,
            signed_date,
            landed_date,
            production_date,
            closed_date,
            updated_date
        )
    ) as last_date

from projects

having count(*) > 0

union all

select
    'receipts' as kind,
    min(received_date) as first_date,
    max(received_date) as last_date

from receipts

having count(*) > 0
