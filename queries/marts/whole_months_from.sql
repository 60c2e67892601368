-- With which day does the first whole month on or after a day begin?
-- A date: the day itself where it is a first, else the first of the next month.

create or replace macro whole_months_from(day) as (
    date_trunc('month', day::date - 1)::date + interval 1 month
)::date
