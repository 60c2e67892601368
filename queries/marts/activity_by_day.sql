-- What happened on each day: contacts, projects moving on, capital arriving?
-- One row per day, district, industry and capital on which anything happened; measures add up.

create or replace table activity_by_day as

with

events as (

    select
        contact_date as day,
        district,
        industry,
        capital,
        1 as contact_count,
        attendee_count,
        lead_count,
        is_online::integer as online_count,
        (is_online is not null)::integer as channel_known_count

    from located_contacts

    union all by name

    select
        lead_date as day,
        district,
        industry,
        capital,
        1 as new_project_count

    from located_projects

    union all by name

    select
        signed_date as day,
        district,
        industry,
        capital,
        1 as signed_count,
        agreed_investment_wan_cny as signed_investment_wan_cny,
        (agreed_investment_wan_cny is not null)::integer as signed_investment_known_count

    from located_projects

    where signed_date is not null

    union all by name

    select
        landed_date as day,
        district,
        industry,
        capital,
        1 as landed_count

    from located_projects

    where landed_date is not null

    union all by name

    select
        receipts.received_date as day,
        located_projects.district,
        located_projects.industry,
        located_projects.capital,
        receipts.received_fdi_wan_usd

    from receipts

    inner join located_projects
        on receipts.project_id = located_projects.project_id

)

select
    day,
    district,
    industry,
    capital,
    coalesce(sum(contact_count), 0)::bigint as contact_count,
    coalesce(sum(attendee_count), 0)::bigint as attendee_count,
    coalesce(sum(lead_count), 0)::bigint as lead_count,
    coalesce(sum(online_count), 0)::bigint as online_count,
    coalesce(sum(channel_known_count), 0)::bigint as channel_known_count,
    coalesce(sum(new_project_count), 0)::bigint as new_project_count,
    coalesce(sum(signed_count), 0)::bigint as signed_count,
    coalesce(sum(signed_investment_wan_cny), 0)::decimal(38, 6) as signed_investment_wan_cny,
    coalesce(sum(signed_investment_known_count), 0)::bigint as signed_investment_known_count,
    coalesce(sum(landed_count), 0)::bigint as landed_count,
    coalesce(sum(received_fdi_wan_usd), 0)::decimal(38, 6) as received_fdi_wan_usd

from events

group by all

order by day
