-- Are the days from the first to the last whole months?
-- True or false; asked before any row is read, so that whole months never read days.

create or replace macro is_whole_months(first_day, last_day) as (
    date_trunc('month', first_day::date) = first_day::date
    and date_trunc('month', last_day::date + 1) = last_day::date + 1
)
