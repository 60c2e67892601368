-- Per building: how much of its area is let and on offer, how often is it shown, by whom is it
-- built and run, and what is in the pipe for it at the period's end?
-- One row per building of the chosen districts, the largest area on offer first, unknown ones
-- last. available_area_m2 and occupancy_share are null where an area is unknown or more is let
-- than there is. viewings_per_week is over the days of the period that contacts cover, up to the
-- as-of date; viewings are null where it covers none, projects without a projects ledger,
-- investment where there are projects and no amount is known.
-- $from, $to: the period. $districts: where the building stands; empty shows all.
-- $industries: whose viewings and projects count; empty counts all. $capital: all, foreign or
-- domestic.

with

viewings as (

    select
        carrier_id,
        sum(viewing_count)::bigint as viewing_count

    from viewings_within($from, $to, $industries, $capital)

    group by all

),

there as (

    select
        carrier_id,
        count(*) filter (where in_pipeline) as pipeline_project_count,
        sum(agreed_investment_wan_cny) filter (where in_pipeline) as pipeline_investment_wan_cny,
        count(*) filter (
            where in_pipeline and agreed_investment_wan_cny is null
        ) as investment_unknown_count,
        count(*) filter (where stage in ('landed', 'in_production')) as landed_project_count

    from site_projects_at($to, $industries, $capital)

    group by all

),

buildings as (

    select
        *,
        leased_area_m2 <= total_area_m2 as is_area_known

    from sites

    where
        kind = 'building'
        and (len($districts) = 0 or list_contains($districts, district))

),

ledger as (

    select
        exists(select 1 from coverage where kind = 'projects') as has_projects,
        (
            select days.last_day - days.first_day + 1

            from viewing_days($from, $to) as days
        ) as day_count

)

select
    buildings.carrier_id,
    buildings.carrier_name,
    buildings.district,
    buildings.developer,
    buildings.operator,
    buildings.industry_focus,
    buildings.total_area_m2::double as total_area_m2,
    buildings.leased_area_m2::double as leased_area_m2,
    if(
        buildings.is_area_known,
        buildings.total_area_m2 - buildings.leased_area_m2,
        null
    )::double as available_area_m2,
    if(
        buildings.is_area_known,
        buildings.leased_area_m2::double / nullif(buildings.total_area_m2, 0)::double,
        null
    ) as occupancy_share,
    if(
        ledger.day_count is null, null, coalesce(viewings.viewing_count, 0)
    ) as viewing_count,
    coalesce(viewings.viewing_count, 0)::double * 7 / ledger.day_count as viewings_per_week,
    if(ledger.has_projects, coalesce(there.pipeline_project_count, 0), null)
        as pipeline_project_count,
    if(
        not ledger.has_projects
        or there.pipeline_project_count > 0 and there.pipeline_investment_wan_cny is null,
        null,
        coalesce(there.pipeline_investment_wan_cny, 0)::double
    ) as pipeline_investment_wan_cny,
    coalesce(there.investment_unknown_count, 0) as investment_unknown_count,
    if(ledger.has_projects, coalesce(there.landed_project_count, 0), null)
        as landed_project_count

from buildings

cross join ledger

left join viewings
    on buildings.carrier_id = viewings.carrier_id

left join there
    on buildings.carrier_id = there.carrier_id

order by
    available_area_m2 desc nulls last,
    buildings.total_area_m2 desc nulls last,
    buildings.district_order,
    buildings.carrier_id
