-- Does a day lie within the days from the first to the last, in a month only partly within?
-- False for every day of whole months, which is known before any row is read.

create or replace macro is_in_part_month(day, first_day, last_day) as (
    not is_whole_months(first_day, last_day)
    and day between first_day::date and last_day::date
    and (
        day < whole_months_from(first_day)
        or day >= greatest(whole_months_from(first_day), whole_months_until(last_day))
    )
)
