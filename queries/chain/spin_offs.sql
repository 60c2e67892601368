-- Which spin-offs were set up as projects of their own by the period's end, and what step has
-- each reached?
-- One row per spin-off known by then, closed ones included. A step's date is null where it is
-- after the period's end. days_at_stage: days from the one on which it came to stand at its
-- stage to the period's end, or to the as-of date where that is earlier; null where it came
-- there later. Nearest to production first: landed, signed, in key talks, in talks, leads; then
-- those in production and those closed; within a stage the longest there first.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

stages as (

    select
        unnest([
            'landed',
            'signed',
            'key_negotiating',
            'negotiating',
            'lead',
            'in_production',
            'no_follow_up'
        ]) as stage,
        unnest(range(7)) as nearness

),

span as (

    select
        $to::date as last_day,
        least($to::date, (select as_of.as_of_date from as_of)) as counted_day

),

spin_offs as (

    select
        projects.*,
        standing.stage,
        standing.referred_by as company,
        if(standing.is_closed, projects.closed_date, stage_steps.from_day) as stage_day

    from chain_projects_at($to, $districts, $industries, $capital) as standing

    inner join projects
        on standing.project_id = projects.project_id

    left join stage_steps
        on
            standing.project_id = stage_steps.project_id
            and standing.stage = stage_steps.stage

    where projects.investment_kind = 'spin_off'

)

select
    spin_offs.project_id,
    spin_offs.project_name,
    spin_offs.district,
    spin_offs.industry,
    spin_offs.company as referred_by,
    spin_offs.stage,
    if(spin_offs.lead_date <= span.last_day, spin_offs.lead_date, null) as lead_date,
    if(spin_offs.negotiation_date <= span.last_day, spin_offs.negotiation_date, null)
        as negotiation_date,
    if(spin_offs.signed_date <= span.last_day, spin_offs.signed_date, null) as signed_date,
    if(spin_offs.landed_date <= span.last_day, spin_offs.landed_date, null) as landed_date,
    if(spin_offs.production_date <= span.last_day, spin_offs.production_date, null)
        as production_date,
    if(
        spin_offs.stage_day <= span.counted_day,
        (span.counted_day - spin_offs.stage_day)::integer,
        null
    ) as days_at_stage,
    spin_offs.agreed_investment_wan_cny::double as agreed_investment_wan_cny,
    spin_offs.owner

from spin_offs

cross join span

inner join stages
    on spin_offs.stage = stages.stage

order by
    stages.nearness,
    spin_offs.stage_day,
    spin_offs.project_id
