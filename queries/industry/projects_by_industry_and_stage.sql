-- How many projects of each industry stand at each stage at the period's end?
-- One row per chosen industry and stage, in order, zeros where none stands; null
-- without a projects ledger.
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

standing as (

    select
        industry,
        stage,
        sum(project_change)::bigint as project_count

    from stages_at($to, $districts, $industries, $capital)

    group by all

)

select
    industries.industry,
    stages.stage,
    if(
        exists (select 1 from coverage where coverage.kind = 'projects'),
        coalesce(standing.project_count, 0),
        null
    ) as project_count

from industries

cross join stages

left join standing
    on
        industries.industry = standing.industry
        and stages.stage = standing.stage

where len($industries) = 0 or list_contains($industries, industries.industry)

order by
    industries.industry_order,
    stages.stage_order
