-- Which organisations were contacted, as the ledgers write them?
-- One row per way of writing and district. organisation_key is the same for all ways of writing
-- one organisation (company_key); contact_count adds up.

create or replace table organisations as

with

written as (

    select
        organisation,
        district,
        count(*) as contact_count

    from contacts

    where organisation is not null

    group by all

)

select
    organisation,
    district,
    contact_count,
    company_key(organisation) as organisation_key

from written
