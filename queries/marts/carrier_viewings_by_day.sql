-- How often was each building, park or parcel shown to investors on each day?
-- One row per day, carrier, industry and capital with at least one viewing: a contact in which
-- the carrier was shown, on site or online. Counts add up; carriers that no ledger holds are
-- here too.

create or replace table carrier_viewings_by_day as

select
    contact_date as day,
    carrier_id,
    industry,
    capital,
    count(*) as viewing_count,
    sum(attendee_count)::bigint as attendee_count

from located_contacts

where carrier_id is not null

group by all

order by day
