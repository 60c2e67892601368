-- How did the online share run over the twelve months up to the period's end, and a year before?
-- One row per month, oldest first, from the first month that the contacts cover to that of the
-- as-of date at the latest; the last counts up to $to, its year before up to the same day a year
-- before the data end (a month's end stays one). Shares are of contacts whose channel is known,
-- null where there are fewer than $small_base. Null for months that begin before the contacts do.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

span as (

    select
        greatest(
            date_trunc('month', $to::date) - interval 11 month,
            date_trunc('month', first_date)
        )::date as first_month,
        date_trunc('month', first_date)::date as first_covered_month,
        least($to::date, (select as_of.as_of_date from as_of)) as last_day

    from coverage

    where kind = 'contacts'

),

year_before as (

    select
        (first_month - interval 1 year)::date as first_month,
        if(
            last_day = last_day(last_day),
            last_day((last_day - interval 1 year)::date),
            (last_day - interval 1 year)::date
        ) as last_day

    from span

),

cells as (

    select
        month,
        contact_count,
        online_count,
        channel_known_count,
        0 as year_before_contact_count,
        0 as year_before_online_count,
        0 as year_before_channel_known_count

    from
        activity_within(
            (select span.first_month from span), $to, $districts, $industries, $capital
        )

    union all by name

    select
        (month + interval 1 year)::date as month,
        contact_count as year_before_contact_count,
        online_count as year_before_online_count,
        channel_known_count as year_before_channel_known_count

    from
        activity_within(
            (select year_before.first_month from year_before),
            (select year_before.last_day from year_before),
            $districts,
            $industries,
            $capital
        )

    union all by name

    select unnest(generate_series(first_month, last_day, interval 1 month))::date as month

    from span

),

sums as (

    select
        month,
        coalesce(sum(contact_count), 0)::bigint as contact_count,
        coalesce(sum(online_count), 0)::bigint as online_count,
        coalesce(sum(channel_known_count), 0)::bigint as channel_known_count,
        coalesce(sum(year_before_online_count), 0)::bigint as year_before_online_count,
        coalesce(sum(year_before_channel_known_count), 0)::bigint
            as year_before_channel_known_count

    from cells

    group by month

)

select
    sums.month,
    sums.contact_count,
    sums.online_count,
    if(
        sums.channel_known_count >= $small_base,
        sums.online_count::double / sums.channel_known_count::double,
        null
    ) as online_share,
    if(
        sums.year_before_channel_known_count >= $small_base,
        sums.year_before_online_count::double / sums.year_before_channel_known_count::double,
        null
    ) as year_before_online_share,
    sums.channel_known_count,
    if(
        sums.month - interval 1 year >= span.first_covered_month,
        sums.year_before_online_count,
        null
    ) as year_before_online_count,
    if(
        sums.month - interval 1 year >= span.first_covered_month,
        sums.year_before_channel_known_count,
        null
    ) as year_before_channel_known_count

from sums

cross join span

order by sums.month
