-- Which ledgers cover a period, and is there a rate of exchange?
-- One row. A ledger covers it unless the period ends before the month the ledger begins in or
-- begins after the as-of date; as in overview/activity.

create or replace macro ledgers_within(first_day, last_day) as table (

    select
        coalesce(bool_or(kind = 'projects'), false) as has_projects,
        coalesce(bool_or(kind = 'receipts'), false) as has_receipts,
        exists(select 1 from rates) as has_rates

    from coverage

    where
        date_trunc('month', first_date) <= last_day::date
        and first_day::date <= (select as_of.as_of_date from as_of)

)
