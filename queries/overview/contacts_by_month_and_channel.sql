-- Through which channels did the contacts of each month go?
-- One row per month of the period and channel, in order, zeros where there were none, from the
-- first month that the contacts cover to the as-of date's; 'unknown' only where a cell is; null
-- without a contacts ledger. online_share is the month's, of contacts whose channel is known.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

counted as (

    select
        month,
        channel,
        sum(contact_count)::bigint as contact_count

    from channel_within($from, $to, $districts, $industries, $capital)

    group by all

),

month_and_channel as (

    select
        months.month::date as month,
        channels.channel,
        channels.channel_order,
        channels.is_online

    from (
        select unnest(
            generate_series(
                greatest(
                    date_trunc('month', $from::date),
                    (
                        select date_trunc('month', first_date)

                        from coverage

                        where kind = 'contacts'
                    )
                ),
                least($to::date, (select as_of.as_of_date from as_of)),
                interval 1 month
            )
        ) as month
    ) as months

    cross join channels

    union all

    select
        month,
        channel,
        1000 as channel_order,
        null as is_online

    from counted

    where channel = 'unknown'

)

select
    month_and_channel.month,
    month_and_channel.channel,
    if(
        exists (select 1 from coverage where coverage.kind = 'contacts'),
        coalesce(counted.contact_count, 0),
        null
    ) as contact_count,
    (
        sum(if(month_and_channel.is_online, counted.contact_count, 0))
            over (partition by month_and_channel.month)
    )::double
    / nullif(
        sum(if(month_and_channel.is_online is null, 0, counted.contact_count))
            over (partition by month_and_channel.month),
        0
    )::double as online_share

from month_and_channel

left join counted
    on
        month_and_channel.month = counted.month
        and month_and_channel.channel = counted.channel

order by
    month_and_channel.month,
    month_and_channel.channel_order
