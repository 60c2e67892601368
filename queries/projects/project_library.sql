-- How many projects stand in each class of each district's library at the period's end?
-- One row per chosen district and class, in order; agreed investment null where there are
-- projects and no amount is known; all null without a projects ledger. Leads not yet in talks
-- and projects that have landed stand in none of the classes; uncounted_* say how many there
-- are in the district.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

classes as (

    select
        unnest(['negotiating', 'key_negotiating', 'signed', 'no_follow_up']) as library_class,
        unnest(range(4)) as class_order

),

standing as (

    select
        district,
        stage,
        sum(project_change)::bigint as project_count,
        sum(investment_change) as agreed_investment_wan_cny,
        sum(investment_known_change)::bigint as investment_known_count

    from stages_at($to, $districts, $industries, $capital)

    group by all

),

outside as (

    select
        district,
        sum(project_count) filter (where stage = 'lead') as lead_count,
        sum(project_count) filter (where stage in ('landed', 'in_production')) as landed_count

    from standing

    group by all

),

ledger as (

    select exists(select 1 from coverage where kind = 'projects') as is_there

)

select
    districts.district,
    classes.library_class,
    if(ledger.is_there, coalesce(standing.project_count, 0), null) as project_count,
    if(
        not ledger.is_there
        or coalesce(standing.project_count, 0) > 0 and standing.investment_known_count = 0,
        null,
        coalesce(standing.agreed_investment_wan_cny, 0)::double
    ) as agreed_investment_wan_cny,
    if(
        ledger.is_there,
        coalesce(standing.project_count - standing.investment_known_count, 0),
        null
    ) as investment_unknown_count,
    coalesce(outside.lead_count, 0)::bigint as uncounted_lead_count,
    coalesce(outside.landed_count, 0)::bigint as uncounted_landed_count

from districts

cross join classes

cross join ledger

left join standing
    on
        districts.district = standing.district
        and classes.library_class = standing.stage

left join outside
    on districts.district = outside.district

where len($districts) = 0 or list_contains($districts, districts.district)

order by
    districts.district_order,
    classes.class_order
