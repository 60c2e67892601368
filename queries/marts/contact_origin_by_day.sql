-- Where did the investors contacted on each day come from?
-- One row per day, district, industry, capital and origin ('unknown' where the cell is); counts
-- add up. channel_known_count is the denominator of the online share.

create or replace table contact_origin_by_day as

select
    contact_date as day,
    district,
    industry,
    capital,
    coalesce(origin_country, 'unknown') as origin_country,
    count(*) as contact_count,
    count(*) filter (where is_online) as online_count,
    count(is_online) as channel_known_count,
    sum(attendee_count)::bigint as attendee_count,
    sum(lead_count)::bigint as lead_count

from located_contacts

group by all

order by day
