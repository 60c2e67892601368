-- What happened to one project, one thing after the other?
-- One row per event (project_events), the newest first, a page of them ($page_size rows after
-- $offset).
-- $id: the project's number.

select
    event,
    event_day,
    closed_reason,
    contact_id,
    channel,
    activity,
    organisation,
    attendee_count,
    lead_count,
    concern,
    concern_resolved_date,
    received_fdi_wan_usd::double as received_fdi_wan_usd,
    received_domestic_wan_cny::double as received_domestic_wan_cny,
    file,
    line

from project_events($id)

order by
    event_day desc,
    event_place desc,
    file,
    line

limit $page_size offset $offset
