-- How many of the projects that go to each site stand at each stage at the period's end?
-- One row per site of the chosen districts and stage, in order, the site with most projects
-- first; zeros where none stands there; agreed investment null where there are projects and no
-- amount is known. Null without a projects ledger.
-- $districts: where the site stands; empty shows all. $industries: whose projects count; empty
-- counts all. $capital: all, foreign or domestic.

with

stages as (

    select
        unnest([
            'lead',
            'negotiating',
            'key_negotiating',
            'signed',
            'landed',
            'in_production',
            'no_follow_up'
        ]) as stage,
        unnest(range(7)) as stage_order

),

standing as (

    select
        carrier_id,
        stage,
        count(*) as project_count,
        sum(agreed_investment_wan_cny) as agreed_investment_wan_cny,
        count(*) - count(agreed_investment_wan_cny) as investment_unknown_count

    from site_projects_at($to, $industries, $capital)

    group by all

),

ledger as (

    select exists(select 1 from coverage where kind = 'projects') as is_there

)

select
    sites.carrier_id,
    sites.carrier_name,
    sites.district,
    stages.stage,
    if(ledger.is_there, coalesce(standing.project_count, 0), null) as project_count,
    if(
        not ledger.is_there
        or standing.project_count > 0 and standing.agreed_investment_wan_cny is null,
        null,
        coalesce(standing.agreed_investment_wan_cny, 0)::double
    ) as agreed_investment_wan_cny,
    if(ledger.is_there, coalesce(standing.investment_unknown_count, 0), null)
        as investment_unknown_count

from sites

cross join stages

cross join ledger

left join standing
    on
        sites.carrier_id = standing.carrier_id
        and stages.stage = standing.stage

where len($districts) = 0 or list_contains($districts, sites.district)

order by
    sum(standing.project_count) over (partition by sites.carrier_id) desc nulls last,
    sites.district_order,
    sites.carrier_id,
    stages.stage_order
