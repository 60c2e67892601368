-- Where did the projects stand on the day before the period, and where at its end?
-- One row per pair of stages that any project went between, in order; 'not_known' where it was
-- not in the library yet. Agreed investment is of the known amounts, null where none is.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

stages as (

    select
        unnest([
            'not_known',
            'lead',
            'negotiating',
            'key_negotiating',
            'signed',
            'landed',
            'in_production',
            'no_follow_up'
        ]) as stage,
        unnest(range(8)) as stage_order

),

moved as (

    select
        coalesce(before.stage, 'not_known') as from_stage,
        at_end.stage as to_stage,
        count(*) as project_count,
        sum(at_end.agreed_investment_wan_cny)::double as agreed_investment_wan_cny

    from project_stages_at($to, $districts, $industries, $capital) as at_end

    left join
        project_stages_at($from::date - 1, $districts, $industries, $capital) as before
        on at_end.project_id = before.project_id

    group by all

)

select
    moved.from_stage,
    moved.to_stage,
    moved.project_count,
    moved.agreed_investment_wan_cny

from moved

inner join stages as from_stages
    on moved.from_stage = from_stages.stage

inner join stages as to_stages
    on moved.to_stage = to_stages.stage

order by
    from_stages.stage_order,
    to_stages.stage_order
