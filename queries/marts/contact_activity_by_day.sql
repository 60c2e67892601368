-- What were the contacts of each day for?
-- One row per day, district, industry, capital and activity ('unknown' where the cell is); counts
-- add up. channel_known_count is the denominator of the online share.

create or replace table contact_activity_by_day as

select
    contact_date as day,
    district,
    industry,
    capital,
    coalesce(activity, 'unknown') as activity,
    count(*) as contact_count,
    count(*) filter (where is_online) as online_count,
    count(is_online) as channel_known_count,
    sum(attendee_count)::bigint as attendee_count,
    sum(lead_count)::bigint as lead_count

from located_contacts

group by all

order by day
