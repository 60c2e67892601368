-- Through which channels did one district reach investors, beside all districts?
-- One row per channel, in order, zeros where there were no contacts; no rows without a contacts
-- ledger or for a period after the as-of date. Shares are of contacts whose channel is known, of
-- the district (channel_share) and of all districts (whole_channel_share); 'unknown' has a row
-- only where a cell is, and no share.
-- $from, $to: the period. $district: its code. $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

counted as (

    select
        channel,
        sum(if(district = $district, contact_count, 0))::bigint as contact_count,
        sum(contact_count)::bigint as whole_contact_count

    from channel_within($from, $to, [], $industries, $capital)

    group by all

),

all_channels as (

    select
        channel,
        channel_order,
        1 as is_known

    from channels

    union all

    select
        channel,
        1000 as channel_order,
        null as is_known

    from counted

    where channel = 'unknown'

)

select
    all_channels.channel,
    coalesce(counted.contact_count, 0) as contact_count,
    coalesce(counted.whole_contact_count, 0) as whole_contact_count,
    coalesce(counted.contact_count, 0)::double
    * all_channels.is_known
    / nullif(sum(counted.contact_count * all_channels.is_known) over (), 0)::double
        as channel_share,
    coalesce(counted.whole_contact_count, 0)::double
    * all_channels.is_known
    / nullif(sum(counted.whole_contact_count * all_channels.is_known) over (), 0)::double
        as whole_channel_share

from all_channels

left join counted
    on all_channels.channel = counted.channel

where
    exists (select 1 from coverage where coverage.kind = 'contacts')
    and $from::date <= (select as_of.as_of_date from as_of)

order by all_channels.channel_order
