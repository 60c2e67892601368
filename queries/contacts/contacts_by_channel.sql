-- Through which channels did the contacts of the period go, and those of the one compared with?
-- One row per channel, in order, zeros where there were no contacts; 'unknown' only where a cell
-- of the period or the compared one is, and without a share. channel_share is of contacts whose
-- channel is known. Null where no contacts ledger covers the days; compared_contact_count null
-- also where nothing is compared with.
-- $from, $to: the period. $compare_from, $compare_to: the one compared with, null for none.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

counted as (

    select
        channel,
        sum(contact_count)::bigint as contact_count,
        sum(attendee_count)::bigint as attendee_count,
        sum(lead_count)::bigint as lead_count

    from channel_within($from, $to, $districts, $industries, $capital)

    group by all

),

compared as (

    select
        channel,
        sum(contact_count)::bigint as contact_count

    from channel_within($compare_from, $compare_to, $districts, $industries, $capital)

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
        'unknown' as channel,
        1000 as channel_order,
        null as is_known

    where 'unknown' in (
        select counted.channel

        from counted

        union all

        select compared.channel

        from compared
    )

),

ledger as (

    select
        is_covered('contacts', $from, $to) as has_contacts,
        is_covered('contacts', $compare_from, $compare_from) as has_compared

)

select
    all_channels.channel,
    if(ledger.has_contacts, coalesce(counted.contact_count, 0), null) as contact_count,
    coalesce(counted.contact_count, 0)::double
    * all_channels.is_known
    / nullif(sum(counted.contact_count * all_channels.is_known) over (), 0)::double
        as channel_share,
    if(ledger.has_compared, coalesce(compared.contact_count, 0), null)
        as compared_contact_count,
    if(ledger.has_contacts, coalesce(counted.attendee_count, 0), null) as attendee_count,
    if(ledger.has_contacts, coalesce(counted.lead_count, 0), null) as lead_count

from all_channels

cross join ledger

left join counted
    on all_channels.channel = counted.channel

left join compared
    on all_channels.channel = compared.channel

order by all_channels.channel_order
