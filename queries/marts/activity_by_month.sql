-- What happened in each month?
-- One row per month (its first day), district, industry and capital; the days added up.

create or replace table activity_by_month as

select
    district,
    industry,
    capital,
    date_trunc('month', day)::date as month,
    sum(contact_count)::bigint as contact_count,
    sum(attendee_count)::bigint as attendee_count,
    sum(lead_count)::bigint as lead_count,
    sum(online_count)::bigint as online_count,
    sum(channel_known_count)::bigint as channel_known_count,
    sum(new_project_count)::bigint as new_project_count,
    sum(signed_count)::bigint as signed_count,
    sum(signed_investment_wan_cny)::decimal(38, 6) as signed_investment_wan_cny,
    sum(signed_investment_known_count)::bigint as signed_investment_known_count,
    sum(landed_count)::bigint as landed_count,
    sum(received_fdi_wan_usd)::decimal(38, 6) as received_fdi_wan_usd

from activity_by_day

group by all

order by month
