-- Which rows carry a date after the as-of date of the data?
-- One row per ledger row and date; planned follow-ups may lie ahead and are not listed.
-- The first $most_rows of them; found_count in each row is how many there are.

with

dated as (

    select
        file,
        line,
        district,
        project_id as id,
        unnest([  -- noqa: AL03
            {name: 'lead_date', day: lead_date},
            {name: 'negotiation_date', day: negotiation_date},
            {name: 'signed_date', day: signed_date},
            {name: 'landed_date', day: landed_date},
            {name: 'production_date', day: production_date},
            {name: 'closed_date', day: closed_date},
            {name: 'updated_date', day: updated_date}
        ], recursive := true)

    from projects

    union all

    select
        file,
        line,
        district,
        contact_id as id,
        unnest([  -- noqa: AL03
            {name: 'contact_date', day: contact_date},
            {name: 'concern_resolved_date', day: concern_resolved_date}
        ], recursive := true)

    from contacts

    union all

    select
        file,
        line,
        null as district,
        project_id as id,
        'received_date' as name,
        received_date as day

    from receipts

)

select
    dated.file,
    dated.line,
    dated.district,
    dated.id,
    dated.name || ' ' || dated.day as detail,
    count(*) over () as found_count

from dated

cross join as_of

where dated.day > as_of.as_of_date

order by
    dated.file,
    dated.line,
    dated.name

limit $most_rows
