-- How many contacts went through each channel on each day, and what did they yield?
-- One row per day, district, industry, capital and channel ('unknown' where the cell is); counts
-- add up. opened_project_count: projects of the library whose first recorded contact it was (of
-- several that day the one with the smallest number). signed_within_90_days_count: projects
-- signed by the as-of date whose last contact by the channel, the signing itself left out, it
-- was in the 90 days up to the signing; a project may so count once for each of its channels.

create or replace table channel_by_day as

with

of_projects as (

    select
        located_contacts.project_id,
        located_contacts.contact_id,
        located_contacts.contact_date,
        located_contacts.channel,
        located_contacts.activity,
        projects.signed_date,
        {
            day: located_contacts.contact_date,
            district: located_contacts.district,
            industry: located_contacts.industry,
            capital: located_contacts.capital,
            channel: located_contacts.channel
        } as contact

    from located_contacts

    inner join projects
        on located_contacts.project_id = projects.project_id

),

first_contacts as (

    select arg_min(contact, (contact_date, contact_id)) as contact

    from of_projects

    group by project_id

),

last_contacts as (

    select arg_min(contact, (date_diff('day', contact_date, signed_date), contact_id)) as contact

    from of_projects

    where
        date_diff('day', contact_date, signed_date) between 0 and 90
        and signed_date <= (select as_of.as_of_date from as_of)
        and activity is distinct from 'signing'

    group by
        project_id,
        channel

),

events as (

    select
        contact_date as day,
        district,
        industry,
        capital,
        channel,
        1 as contact_count,
        attendee_count,
        lead_count

    from located_contacts

    union all by name

    select
        contact.day,
        contact.district,
        contact.industry,
        contact.capital,
        contact.channel,
        1 as opened_project_count

    from first_contacts

    union all by name

    select
        contact.day,
        contact.district,
        contact.industry,
        contact.capital,
        contact.channel,
        1 as signed_within_90_days_count

    from last_contacts

)

select
    day,
    district,
    industry,
    capital,
    coalesce(channel, 'unknown') as channel,
    coalesce(sum(contact_count), 0)::bigint as contact_count,
    coalesce(sum(attendee_count), 0)::bigint as attendee_count,
    coalesce(sum(lead_count), 0)::bigint as lead_count,
    coalesce(sum(opened_project_count), 0)::bigint as opened_project_count,
    coalesce(sum(signed_within_90_days_count), 0)::bigint as signed_within_90_days_count

from events

group by all

order by day
