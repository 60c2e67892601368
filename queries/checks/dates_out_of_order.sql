-- Which projects have a stage dated before an earlier stage, or closed before they began?
-- One row per project; detail names the two dates.
-- The first $most_rows of them; found_count in each row is how many there are.

with

dated as (

    select
        project_id,
        district,
        file,
        line,
        unnest([  -- noqa: AL03
            {step: 0, stage: 'lead_date', day: lead_date},
            {step: 1, stage: 'negotiation_date', day: negotiation_date},
            {step: 2, stage: 'signed_date', day: signed_date},
            {step: 3, stage: 'landed_date', day: landed_date},
            {step: 4, stage: 'production_date', day: production_date}
        ], recursive := true)

    from projects

),

stepped as (

    select
        *,
        lag(stage) over (partition by project_id order by step) as stage_before,
        lag(day) over (partition by project_id order by step) as day_before

    from dated

    where day is not null

),

faults as (

    select
        project_id,
        district,
        file,
        line,
        stage_before || ' ' || day_before || ' > ' || stage || ' ' || day as detail

    from stepped

    where day < day_before

    union all

    select
        project_id,
        district,
        file,
        line,
        'lead_date ' || lead_date || ' > closed_date ' || closed_date as detail

    from projects

    where closed_date < lead_date

)

select
    file,
    line,
    district,
    project_id as id,
    string_agg(detail, '; ' order by detail) as detail,
    count(*) over () as found_count

from faults

group by all

order by
    file,
    line

limit $most_rows
