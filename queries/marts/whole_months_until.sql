-- Before which day does the last whole month up to and with a day end?
-- A date, itself excluded: the day after where the day ends a month, else the month's first.

create or replace macro whole_months_until(day) as date_trunc('month', day::date + 1)::date
