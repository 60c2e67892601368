-- Does a kind of ledger say anything about the days from the first to the last?
-- True or false: not where it is absent, begins in a later month than the last day, or where
-- the first day lies after the as-of date; then what it would count is unknown, not zero.

create or replace macro is_covered(ledger_kind, first_day, last_day) as exists (
    select 1

    from coverage

    where
        coverage.kind = ledger_kind
        and date_trunc('month', coverage.first_date) <= last_day::date
        and first_day::date <= (select as_of.as_of_date from as_of)
)
