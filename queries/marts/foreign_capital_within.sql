-- How much foreign capital came from the first day to the last, of the chosen?
-- Rows of foreign capital by month and, for months only partly within, by day, each under the
-- first day of its month; measures add up.
-- Parameters as in activity_within.

create or replace macro foreign_capital_within(
    first_day, last_day, chosen_districts, chosen_industries, chosen_capital
) as table (

    with

    within_period as (

        select *

        from foreign_capital_by_month

        where is_in_whole_month(month, first_day, last_day)

        union all by name

        select
            * exclude (day),
            date_trunc('month', day)::date as month

        from foreign_capital_by_day

        where is_in_part_month(day, first_day, last_day)

    )

    select *

    from within_period

    where
        (len(chosen_districts) = 0 or list_contains(chosen_districts, district))
        and (len(chosen_industries) = 0 or list_contains(chosen_industries, industry))
        and (chosen_capital = 'all' or capital = chosen_capital)

)
