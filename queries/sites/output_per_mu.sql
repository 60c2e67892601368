-- What yearly output per mu do the projects that go to each park and parcel plan, against what
-- it asks?
-- One row per park and parcel of the chosen districts, the furthest below what it asks first,
-- unknown ones last. The rate is the added output ÷ the added land of the projects known by the
-- period's end and not closed whose output and land are both known; null where there is none, as
-- are output and land unless no project goes there at all. All null without a projects ledger.
-- $districts: where the site stands; empty shows all. $industries: whose projects count; empty
-- counts all. $capital: all, foreign or domestic.

with

planned as (

    select
        carrier_id,
        count(*) as project_count,
        count(*) filter (
            where land_mu is not null and planned_output_wan_cny is not null
        ) as counted_project_count,
        sum(land_mu) filter (where planned_output_wan_cny is not null) as land_mu,
        sum(planned_output_wan_cny) filter (where land_mu is not null) as output_wan_cny

    from site_projects_at($to, $industries, $capital)

    where stage != 'no_follow_up'

    group by all

),

ledger as (

    select exists(select 1 from coverage where kind = 'projects') as is_there

),

land as (

    select
        sites.*,
        if(ledger.is_there, coalesce(planned.project_count, 0), null) as project_count,
        if(ledger.is_there, coalesce(planned.counted_project_count, 0), null)
            as counted_project_count,
        if(
            ledger.is_there and planned.project_count is null, 0, planned.output_wan_cny
        )::double as planned_output_wan_cny,
        if(ledger.is_there and planned.project_count is null, 0, planned.land_mu)::double
            as project_land_mu,
        -- as exact as the ledger writes what is asked
        round(
            planned.output_wan_cny::double / nullif(planned.land_mu, 0)::double, 6
        ) as planned_output_wan_cny_per_mu

    from sites

    cross join ledger

    left join planned
        on sites.carrier_id = planned.carrier_id

    where
        sites.kind in ('park', 'parcel')
        and (len($districts) = 0 or list_contains($districts, sites.district))

)

select
    carrier_id,
    carrier_name,
    district,
    kind,
    industry_focus,
    land_mu::double as land_mu,
    required_output_wan_cny_per_mu::double as required_output_wan_cny_per_mu,
    planned_output_wan_cny,
    project_land_mu,
    planned_output_wan_cny_per_mu,
    project_count,
    counted_project_count,
    planned_output_wan_cny_per_mu >= required_output_wan_cny_per_mu::double
        as meets_requirement

from land

order by
    planned_output_wan_cny_per_mu - required_output_wan_cny_per_mu::double nulls last,
    planned_output_wan_cny_per_mu nulls last,
    district_order,
    carrier_id
