-- What were the contacts of the period for, and how many of each activity went online?
-- One row per activity, the most contacts first, zeros where there were none; 'unknown' last and
-- only where a cell is. online_share is of contacts whose channel is known, null where there are
-- none. Null where no contacts ledger covers the period.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

counted as (

    select
        activity,
        sum(contact_count)::bigint as contact_count,
        sum(online_count)::bigint as online_count,
        sum(channel_known_count)::bigint as channel_known_count,
        sum(attendee_count)::bigint as attendee_count,
        sum(lead_count)::bigint as lead_count

    from contact_activity_within($from, $to, $districts, $industries, $capital)

    group by all

),

activities as (

    select
        code as activity,
        code_order as activity_order

    from codes

    where list = 'activity'

    union all

    select
        activity,
        1000 as activity_order

    from counted

    where activity = 'unknown'

),

ledger as (

    select is_covered('contacts', $from, $to) as has_contacts

)

select
    activities.activity,
    if(ledger.has_contacts, coalesce(counted.contact_count, 0), null) as contact_count,
    if(ledger.has_contacts, coalesce(counted.online_count, 0), null) as online_count,
    counted.online_count::double / nullif(counted.channel_known_count, 0)::double
        as online_share,
    if(ledger.has_contacts, coalesce(counted.attendee_count, 0), null) as attendee_count,
    if(ledger.has_contacts, coalesce(counted.lead_count, 0), null) as lead_count,
    if(
        ledger.has_contacts,
        coalesce(counted.channel_known_count - counted.online_count, 0),
        null
    ) as on_site_count,
    if(
        ledger.has_contacts,
        coalesce(counted.contact_count - counted.channel_known_count, 0),
        null
    ) as channel_unknown_count

from activities

cross join ledger

left join counted
    on activities.activity = counted.activity

order by
    activities.activity = 'unknown',
    counted.contact_count desc nulls last,
    activities.activity_order
