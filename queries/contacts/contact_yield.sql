-- What did the contacts of the period by each channel yield: tips, new projects, signings?
-- One row per channel, in order; 'unknown' only where a cell is. A new project is one whose first
-- recorded contact went through the channel, counted on that contact's day; a signing one whose
-- last contact by the channel, the signing itself left out, was in the 90 days up to it, counted
-- on that contact's day (channel_by_day). Rates are per 100 contacts, null where there are fewer
-- than $small_base. recent_contact_count: contacts of which the as-of date is less than 90 days
-- later. Null where no contacts ledger, or for projects no projects ledger, covers the period.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

counted as (

    select
        channel,
        sum(contact_count)::bigint as contact_count,
        sum(lead_count)::bigint as lead_count,
        sum(opened_project_count)::bigint as opened_project_count,
        sum(signed_within_90_days_count)::bigint as signed_within_90_days_count

    from channel_within($from, $to, $districts, $industries, $capital)

    group by all

),

recent as (

    select
        channel,
        sum(contact_count)::bigint as contact_count

    from
        channel_within(
            greatest($from::date, (select as_of.as_of_date - 89 from as_of)),
            $to,
            $districts,
            $industries,
            $capital
        )

    group by all

),

all_channels as (

    select
        channel,
        channel_order

    from channels

    union all

    select
        channel,
        1000 as channel_order

    from counted

    where channel = 'unknown'

),

ledger as (

    select
        is_covered('contacts', $from, $to) as has_contacts,
        is_covered('contacts', $from, $to) and is_covered('projects', $from, $to)
            as has_projects

),

yields as (

    select
        all_channels.channel,
        all_channels.channel_order,
        if(ledger.has_contacts, coalesce(counted.contact_count, 0), null) as contact_count,
        if(ledger.has_contacts, coalesce(counted.lead_count, 0), null) as lead_count,
        if(ledger.has_projects, coalesce(counted.opened_project_count, 0), null)
            as opened_project_count,
        if(ledger.has_projects, coalesce(counted.signed_within_90_days_count, 0), null)
            as signed_within_90_days_count,
        if(ledger.has_contacts, coalesce(recent.contact_count, 0), null) as recent_contact_count,
        if(counted.contact_count >= $small_base, counted.contact_count / 100, null) as hundreds

    from all_channels

    cross join ledger

    left join counted
        on all_channels.channel = counted.channel

    left join recent
        on all_channels.channel = recent.channel

)

select
    channel,
    contact_count,
    lead_count,
    lead_count / hundreds as leads_per_hundred,
    opened_project_count,
    opened_project_count / hundreds as opened_projects_per_hundred,
    signed_within_90_days_count,
    signed_within_90_days_count / hundreds as signings_per_hundred,
    recent_contact_count

from yields

order by channel_order
