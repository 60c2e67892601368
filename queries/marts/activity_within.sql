-- What happened from the first day to the last, of the chosen districts, industries and capital?
-- Rows of activity by month and, for months only partly within, by day, each under the first
-- day of its month; measures add up.
-- chosen_districts, chosen_industries: empty chooses all. chosen_capital: all, foreign, domestic.

create or replace macro activity_within(
    first_day, last_day, chosen_districts, chosen_industries, chosen_capital
) as table (

    with

    within_period as (

        select *

        from activity_by_month

        where is_in_whole_month(month, first_day, last_day)

        union all by name

        select
            * exclude (day),
            date_trunc('month', day)::date as month

        from activity_by_day

        where is_in_part_month(day, first_day, last_day)

    )

    select *

    from within_period

    where
        (len(chosen_districts) = 0 or list_contains(chosen_districts, district))
        and (len(chosen_industries) = 0 or list_contains(chosen_industries, industry))
        and (chosen_capital = 'all' or capital = chosen_capital)

)
