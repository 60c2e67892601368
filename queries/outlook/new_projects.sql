-- How many projects became known in each of the last twelve runs of thirty days before a day?
-- One row per chosen district, stage they were first known at (lead, talks, signed, landed)
-- and run, 0 the last, that any came in. first_day: the first of the district's ledger.
-- $day: the last day of run 0; only what was known then counts. $districts: empty counts all.

with

firsts as (

    select
        district,
        replace(
            replace(replace(stage, 'key_negotiating', 'talks'), 'negotiating', 'talks'),
            'in_production',
            'landed'
        ) as stage,
        from_day,
        closed_date,
        min(from_day) over (partition by district) as first_day

    from stage_steps

    where
        step_before = -1
        and from_day <= $day::date
        and (len($districts) = 0 or list_contains($districts, district))

)

select
    district,
    stage,
    ($day::date - from_day) // 30 as run,
    first_day,
    count(*) filter (where closed_date is null or from_day < closed_date) as project_count

from firsts

where from_day > $day::date - 360

group by all

order by all
