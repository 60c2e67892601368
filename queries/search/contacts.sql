-- Which contacts were with one organisation, or showed one carrier?
-- One row per contact, the newest first, a page of them ($page_size rows after $offset).
-- project_name is null where no ledger holds the project.
-- $relation: organisation or carrier. $id: the carrier's number, or the organisation's name,
-- however written (company_key).

select
    contacts.contact_date,
    contacts.district,
    contacts.channel,
    contacts.activity,
    contacts.organisation,
    contacts.attendee_count,
    contacts.lead_count,
    contacts.project_id,
    projects.project_name,
    contacts.file,
    contacts.line

from contacts

left join projects
    on contacts.project_id = projects.project_id

where
    (
        $relation = 'organisation'
        and contacts.organisation in (

            select organisations.organisation

            from organisations

            where organisations.organisation_key = company_key($id)

        )
    )
    or ($relation = 'carrier' and contacts.carrier_id = $id)

order by
    contacts.contact_date desc,
    contacts.contact_id

limit $page_size offset $offset
