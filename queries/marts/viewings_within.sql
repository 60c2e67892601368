-- Which viewings of sites were there from the first day to the last (the as-of date at the
-- latest), of the chosen industries and capital?
-- Rows of carrier_viewings_by_day; counts add up.
-- chosen_industries: empty chooses all. chosen_capital: all, foreign, domestic.

create or replace macro viewings_within(
    first_day, last_day, chosen_industries, chosen_capital
) as table (

    select *

    from carrier_viewings_by_day

    where
        day between first_day::date
        and least(last_day::date, (select as_of.as_of_date from as_of))
        and (len(chosen_industries) = 0 or list_contains(chosen_industries, industry))
        and (chosen_capital = 'all' or capital = chosen_capital)

)
