-- Where do the projects stand at the end of a day, of the chosen?
-- Rows of changes by month and, within the day's own month, by day; project_change adds up to
-- the projects standing, reached_change to those that got so far or further.
-- Parameters as in activity_within.

create or replace macro stages_at(
    last_day, chosen_districts, chosen_industries, chosen_capital
) as table (

    with

    until_day as (

        select * exclude (month)

        from stage_changes_by_month

        where month < whole_months_until(last_day)

        union all by name

        select * exclude (day)

        from stage_changes_by_day

        where
            whole_months_until(last_day) <= last_day::date
            and day between whole_months_until(last_day) and last_day::date

    )

    select *

    from until_day

    where
        (len(chosen_districts) = 0 or list_contains(chosen_districts, district))
        and (len(chosen_industries) = 0 or list_contains(chosen_industries, industry))
        and (chosen_capital = 'all' or capital = chosen_capital)

)
