-- How long did projects stand at each stage, as known at the end of a day, and what came then?
-- One row per chosen district, stage (lead, talks, signed), outcome (talks, signed, landed,
-- closed; 'stands' where the project still stands there) and days that it stood there. A stage
-- passed over is left out; a project closed on the day it came to a stage never stood there.
-- is_recent: the spell began within the 1,096 days up to the day, and is history to count from.
-- Sums and sums of squares are of the known amounts. asked_count: those that may bring foreign
-- capital, as their origin is not domestic or an amount is contracted.
-- $day: only what was known then counts. $districts: empty counts all.

with

spells as (

    select
        project_id,
        district,
        stage,
        from_day,
        closed_date,
        lead(from_day) over (partition by project_id order by from_day) as next_day,
        lead(stage) over (partition by project_id order by from_day) as next_stage

    from stage_steps

    where
        from_day <= $day::date
        and (len($districts) = 0 or list_contains($districts, district))

),

outcomes as (

    select
        project_id,
        district,
        from_day,
        replace(replace(stage, 'key_negotiating', 'talks'), 'negotiating', 'talks') as stage,
        case
            when next_day is not null and (closed_date is null or next_day <= closed_date)
                then
                    replace(
                        replace(next_stage, 'key_negotiating', 'talks'),
                        'negotiating',
                        'talks'
                    )
            when closed_date <= $day::date then 'closed'
            else 'stands'
        end as outcome,
        least(next_day, closed_date, $day::date) as last_day

    from spells

    where
        stage in ('lead', 'negotiating', 'key_negotiating', 'signed')
        and (closed_date is null or from_day < closed_date)

)

select
    outcomes.district,
    outcomes.stage,
    replace(outcomes.outcome, 'in_production', 'landed') as outcome,
    outcomes.last_day - outcomes.from_day as standing_days,
    outcomes.from_day > $day::date - 1096 as is_recent,
    count(*) as project_count,
    count(located_projects.agreed_investment_wan_cny) as investment_known_count,
    coalesce(sum(located_projects.agreed_investment_wan_cny::double), 0) as investment_wan_cny,
    coalesce(sum(located_projects.agreed_investment_wan_cny::double ** 2), 0)
        as investment_square,
    count(*) filter (
        where
        located_projects.capital != 'domestic'
        or located_projects.contracted_fdi_wan_usd is not null
    ) as asked_count,
    count(located_projects.contracted_fdi_wan_usd) as contract_known_count,
    coalesce(sum(located_projects.contracted_fdi_wan_usd::double), 0) as contract_wan_usd,
    coalesce(sum(located_projects.contracted_fdi_wan_usd::double ** 2), 0) as contract_square

from outcomes

inner join located_projects
    on outcomes.project_id = located_projects.project_id

group by all

order by all
