-- How often was each site shown in each week of the period, and to how many people?
-- One row per site of the chosen districts and week (its Monday), the site shown most first;
-- weeks from the first that contacts cover to the as-of date's, and only their days within the
-- period; zeros where it was not shown. No rows without a contacts ledger or where the period
-- covers none of its days.
-- $from, $to: the period. $districts: where the site stands; empty shows all.
-- $industries: whose viewings count; empty counts all. $capital: all, foreign or domestic.

with

weeks as (

    select
        unnest(
            generate_series(date_trunc('week', first_day), last_day, interval 7 days)
        )::date as week

    from viewing_days($from, $to)

),

viewings as (

    select
        carrier_id,
        date_trunc('week', day)::date as week,
        sum(viewing_count)::bigint as viewing_count,
        sum(attendee_count)::bigint as attendee_count

    from viewings_within($from, $to, $industries, $capital)

    group by all

)

select
    sites.carrier_id,
    sites.carrier_name,
    sites.district,
    weeks.week,
    coalesce(viewings.viewing_count, 0) as viewing_count,
    coalesce(viewings.attendee_count, 0) as attendee_count

from sites

cross join weeks

left join viewings
    on
        sites.carrier_id = viewings.carrier_id
        and weeks.week = viewings.week

where len($districts) = 0 or list_contains($districts, sites.district)

order by
    sum(viewings.viewing_count) over (partition by sites.carrier_id) desc nulls last,
    sites.district_order,
    sites.carrier_id,
    weeks.week
