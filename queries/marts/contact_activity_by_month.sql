-- What were the contacts of each month for?
-- One row per month (its first day), district, industry, capital and activity; the days added up.

create or replace table contact_activity_by_month as

select
    district,
    industry,
    capital,
    activity,
    date_trunc('month', day)::date as month,
    sum(contact_count)::bigint as contact_count,
    sum(online_count)::bigint as online_count,
    sum(channel_known_count)::bigint as channel_known_count,
    sum(attendee_count)::bigint as attendee_count,
    sum(lead_count)::bigint as lead_count

from contact_activity_by_day

group by all

order by month
