-- What happened in each month?
-- One row per month (its first day) and each district, industry and capital together that occur
-- at all, the days added up: what a page reads hangs on months and combinations, not on how
-- many contacts there are.

create or replace table activity_by_month as

with

months as (

    select distinct date_trunc('month', day)::date as month

    from activity_by_day

),

occurring as (

    select distinct
        district,
        industry,
        capital

    from activity_by_day

),

days as (

    select
        * exclude (day),
        date_trunc('month', day)::date as month

    from activity_by_day

    union all by name

    select
        months.month,
        occurring.district,
        occurring.industry,
        occurring.capital,
        0 as contact_count

    from months

    cross join occurring

)

select
    district,
    industry,
    capital,
    month,
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

from days

group by all

order by month
