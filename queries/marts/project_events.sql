-- What happened to a project, and what is planned?
-- One row per day it came to a stage, as its ledger writes it, per contact, per instalment of
-- capital, and for the next follow-up. event_place is the order of a project's course.
-- Parameters: chosen_id is the project's number.

create or replace macro project_events(chosen_id) as table (

    with

    staged as (

        select
            unnest([  -- noqa: AL03
                {event: 'lead', event_place: 0, event_day: lead_date},
                {event: 'negotiation', event_place: 1, event_day: negotiation_date},
                {event: 'signed', event_place: 2, event_day: signed_date},
                {event: 'landed', event_place: 3, event_day: landed_date},
                {event: 'production', event_place: 4, event_day: production_date},
                {event: 'closed', event_place: 5, event_day: closed_date},
                {event: 'follow_up', event_place: 8, event_day: next_follow_up_date}
            ], recursive := true),
            closed_reason,
            file,
            line

        from projects

        where project_id = chosen_id

    )

    select * replace (if(event = 'closed', closed_reason, null) as closed_reason)  -- noqa: AM07

    from staged

    where event_day is not null

    union all by name

    select
        'contact' as event,
        6 as event_place,
        contact_date as event_day,
        contact_id,
        channel,
        activity,
        organisation,
        attendee_count,
        lead_count,
        concern,
        concern_resolved_date,
        file,
        line

    from contacts

    where project_id = chosen_id

    union all by name

    select
        'receipt' as event,
        7 as event_place,
        received_date as event_day,
        received_fdi_wan_usd,
        received_domestic_wan_cny,
        file,
        line

    from receipts

    where project_id = chosen_id

)
