-- How many contacts went through each channel in each month?
-- One row per month (its first day), district, industry, capital and channel.

create or replace table channel_by_month as

select
    district,
    industry,
    capital,
    channel,
    date_trunc('month', day)::date as month,
    sum(contact_count)::bigint as contact_count

from channel_by_day

group by all

order by month
