-- How many contacts went through each channel in each month, and what did they yield?
-- One row per month (its first day), district, industry, capital and channel; the days added up.

create or replace table channel_by_month as

select
    district,
    industry,
    capital,
    channel,
    date_trunc('month', day)::date as month,
    sum(contact_count)::bigint as contact_count,
    sum(attendee_count)::bigint as attendee_count,
    sum(lead_count)::bigint as lead_count,
    sum(opened_project_count)::bigint as opened_project_count,
    sum(signed_within_90_days_count)::bigint as signed_within_90_days_count

from channel_by_day

group by all

order by month
