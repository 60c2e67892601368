-- How many days did projects take from each dated stage to the next?
-- One row per step, in order: the projects that reached its end within the period, both days
-- known and in order (out_of_order_count: those left out as they are not); median and quartiles,
-- null where there are none. Null without a projects ledger.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

steps as (

    select
        unnest([
            'lead_to_negotiation',
            'negotiation_to_signing',
            'signing_to_landing',
            'landing_to_production'
        ]) as stage_step,
        unnest(range(4)) as step_order

),

made as (

    select
        unnest([  -- noqa: AL03
            {stage_step: 'lead_to_negotiation', start: lead_date, day: negotiation_date},
            {stage_step: 'negotiation_to_signing', start: negotiation_date, day: signed_date},
            {stage_step: 'signing_to_landing', start: signed_date, day: landed_date},
            {stage_step: 'landing_to_production', start: landed_date, day: production_date}
        ], recursive := true)

    from located_projects

    where
        (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital)

),

lasted as (

    select
        stage_step,
        day - start as taken_days

    from made

    where
        start is not null
        and day between $from::date and $to::date

)

select
    steps.stage_step,
    if(
        exists (select 1 from coverage where coverage.kind = 'projects'),
        count(lasted.taken_days) filter (where lasted.taken_days >= 0),
        null
    ) as step_count,
    quantile_cont(lasted.taken_days, 0.25) filter (where lasted.taken_days >= 0)::double
        as lower_quartile_days,
    quantile_cont(lasted.taken_days, 0.5) filter (where lasted.taken_days >= 0)::double
        as median_days,
    quantile_cont(lasted.taken_days, 0.75) filter (where lasted.taken_days >= 0)::double
        as upper_quartile_days,
    count(lasted.taken_days) filter (where lasted.taken_days < 0) as out_of_order_count

from steps

left join lasted
    on steps.stage_step = lasted.stage_step

group by
    steps.stage_step,
    steps.step_order

order by steps.step_order
