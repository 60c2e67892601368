-- Does a month, by its first day, lie wholly within the days from the first to the last?

create or replace macro is_in_whole_month(month, first_day, last_day) as (
    month >= whole_months_from(first_day)
    and month < whole_months_until(last_day)
)
