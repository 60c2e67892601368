-- How many contacts went through each channel in each month, and what did they yield?
-- One row per month (its first day), each district, industry and capital together that occur at
-- all, and each channel used; the days added up, zeros where nothing was done, as in
-- activity_by_month.

create or replace table channel_by_month as

with

months as (

    select distinct date_trunc('month', day)::date as month

    from channel_by_day

),

members as (

    select distinct
        district,
        industry,
        capital

    from channel_by_day

),

passed as (

    select distinct channel

    from channel_by_day

),

days as (

    select
        * exclude (day),
        date_trunc('month', day)::date as month

    from channel_by_day

    union all by name

    select
        months.month,
        members.district,
        members.industry,
        members.capital,
        passed.channel,
        0 as contact_count

    from months

    cross join members

    cross join passed

)

select
    district,
    industry,
    capital,
    channel,
    month,
    sum(contact_count)::bigint as contact_count,
    sum(attendee_count)::bigint as attendee_count,
    sum(lead_count)::bigint as lead_count,
    sum(opened_project_count)::bigint as opened_project_count,
    sum(signed_within_90_days_count)::bigint as signed_within_90_days_count

from days

group by all

order by month
