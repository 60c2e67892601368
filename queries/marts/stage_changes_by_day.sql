-- How many projects came to and left each stage on each day?
-- One row per day, stage, district, industry and capital. Changes up to a day add up to what
-- stands on it (project_change), and to how many got so far or further (reached_change; a
-- closed project keeps what it had reached). Stages in order: lead, negotiating,
-- key_negotiating, signed, landed, in_production; no_follow_up apart.

create or replace table stage_changes_by_day as

with

stages as (

    select
        listed.reached_stage,
        listed.reached_step

    from (
        values
        ('lead', 0),
        ('negotiating', 1),
        ('key_negotiating', 2),
        ('signed', 3),
        ('landed', 4),
        ('in_production', 5)
    ) as listed (reached_stage, reached_step)

),

changes as (

    -- comes to stand at a stage, unless closed by then
    select
        from_day as day,
        stage,
        district,
        industry,
        capital,
        1 as project_change,
        agreed_investment_wan_cny as investment_change,
        (agreed_investment_wan_cny is not null)::integer as investment_known_change

    from stage_steps

    where closed_date is null or from_day < closed_date

    union all by name

    -- leaves it for the next stage or by closing, whichever is first
    select
        least(until_day, closed_date) as day,
        stage,
        district,
        industry,
        capital,
        -1 as project_change,
        -agreed_investment_wan_cny as investment_change,
        -(agreed_investment_wan_cny is not null)::integer as investment_known_change

    from stage_steps

    where
        (closed_date is null or from_day < closed_date)
        and (until_day is not null or closed_date is not null)

    union all by name

    -- a closed project stands at no_follow_up from its closing day
    select
        closed_date as day,
        'no_follow_up' as stage,
        district,
        industry,
        capital,
        1 as project_change,
        1 as reached_change,
        agreed_investment_wan_cny as investment_change,
        (agreed_investment_wan_cny is not null)::integer as investment_known_change

    from stage_steps

    where closed_date is not null and step_before = -1

    union all by name

    select
        stage_steps.from_day as day,
        stages.reached_stage as stage,
        stage_steps.district,
        stage_steps.industry,
        stage_steps.capital,
        1 as reached_change

    from stage_steps

    inner join stages
        on
            stages.reached_step > stage_steps.step_before
            and stages.reached_step <= stage_steps.step

)

select
    day,
    stage,
    district,
    industry,
    capital,
    coalesce(sum(project_change), 0)::bigint as project_change,
    coalesce(sum(reached_change), 0)::bigint as reached_change,
    coalesce(sum(investment_change), 0)::decimal(38, 6) as investment_change,
    coalesce(sum(investment_known_change), 0)::bigint as investment_known_change

from changes

group by all

order by day
