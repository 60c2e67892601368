-- Of the days from the first to the last, which do the contacts cover, up to the as-of date?
-- One row: first_day and last_day; none without a contacts ledger or where no day is covered.

create or replace macro viewing_days(first_day, last_day) as table (

    with

    covered as (

        select
            greatest(first_day::date, first_date) as first_day,
            least(last_day::date, (select as_of.as_of_date from as_of)) as last_day

        from coverage

        where kind = 'contacts'

    )

    select
        covered.first_day,
        covered.last_day

    from covered

    where covered.first_day <= covered.last_day

)
