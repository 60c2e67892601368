-- Where do the projects stand at the period's end, and how many got so far or further?
-- One row per stage, in order, no_follow_up last; agreed investment of those standing there,
-- null where there are some and none is known. All null without a projects ledger.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

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

ledger as (

    select exists(select 1 from coverage where kind = 'projects') as is_there

),

standing as (

    select
        stage,
        sum(project_change)::bigint as project_count,
        sum(reached_change)::bigint as reached_count,
        sum(investment_change) as agreed_investment_wan_cny,
        sum(investment_known_change)::bigint as investment_known_count

    from stages_at($to, $districts, $industries, $capital)

    group by all

)

select
    stages.stage,
    if(ledger.is_there, coalesce(standing.project_count, 0), null) as project_count,
    if(ledger.is_there, coalesce(standing.reached_count, 0), null) as reached_count,
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
    ) as investment_unknown_count

from stages

cross join ledger

left join standing
    on stages.stage = standing.stage

order by stages.stage_order
