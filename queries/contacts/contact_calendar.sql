-- How many contacts were there on each day of the period?
-- One row per day, in order, zeros where there were none: from the first day that the contacts
-- cover to the as-of date, and any later day of the period on which one is recorded. No rows
-- without a contacts ledger.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

cells as (

    select
        day,
        contact_count,
        online_count

    from activity_by_day

    where
        day between $from::date and $to::date
        and contact_count > 0
        and (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital)

    union all

    select
        unnest(
            generate_series(
                greatest($from::date, first_date),
                least($to::date, (select as_of.as_of_date from as_of)),
                interval 1 day
            )
        )::date as day,
        0 as contact_count,
        0 as online_count

    from coverage

    where kind = 'contacts'

)

select
    day as contact_day,
    sum(contact_count)::bigint as contact_count,
    sum(online_count)::bigint as online_count

from cells

group by day

order by day
