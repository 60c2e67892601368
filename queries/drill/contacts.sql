-- Which contacts fell within the period?
-- One row per contact, the newest first, a page of them ($page_size rows after $offset).
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

select
    contact_id,
    contact_date,
    district,
    industry,
    channel,
    activity,
    organisation,
    origin_country,
    attendee_count,
    lead_count,
    project_id,
    file,
    line

from located_contacts

where
    contact_date between $from::date and $to::date
    and (len($districts) = 0 or list_contains($districts, district))
    and (len($industries) = 0 or list_contains($industries, industry))
    and ($capital = 'all' or capital = $capital)

order by
    contact_date desc,
    contact_id

limit $page_size offset $offset
