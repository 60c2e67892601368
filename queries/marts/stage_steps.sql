-- When did each project come to stand at each stage, and leave it?
-- One row per project and stage it ever stood at: from_day, and until_day (the first day it no
-- longer stands there; null: it still does).
-- Stage on a day = the furthest stage whose date is not after it; closed by that day =
-- no_follow_up (DATA.md), so dates out of order never move a project back.

create or replace table stage_steps as

with

reached as (

    select
        project_id,
        'lead' as stage,
        0 as step,
        lead_date as day

    from projects

    union all

    select
        project_id,
        if(is_key is true, 'key_negotiating', 'negotiating') as stage,
        if(is_key is true, 2, 1) as step,
        negotiation_date as day

    from projects

    union all

    select
        project_id,
        'signed' as stage,
        3 as step,
        signed_date as day

    from projects

    union all

    select
        project_id,
        'landed' as stage,
        4 as step,
        landed_date as day

    from projects

    union all

    select
        project_id,
        'in_production' as stage,
        5 as step,
        production_date as day

    from projects

),

furthest as (

    select
        project_id,
        stage,
        step,
        day,
        coalesce(
            max(step) over (
                partition by project_id
                order by day, step desc
                rows between unbounded preceding and 1 preceding
            ),
            -1
        ) as step_before

    from reached

    where day is not null

),

standing as (

    select
        project_id,
        stage,
        step,
        step_before,
        day as from_day,
        lead(day) over (partition by project_id order by day) as until_day

    from furthest

    where step > step_before

)

select
    located_projects.project_id,
    located_projects.district,
    located_projects.industry,
    located_projects.capital,
    located_projects.agreed_investment_wan_cny,
    standing.stage,
    standing.step,
    standing.step_before,
    standing.from_day,
    standing.until_day,
    located_projects.closed_date

from standing

inner join located_projects
    on standing.project_id = located_projects.project_id
