-- How far do the ledgers of each district reach, against the as-of date?
-- One row per district, in official order; dates are null where it has no such row. Dates after
-- the as-of date are faults, which a check lists, and make no ledger fresher.

with

newest_contacts as (

    select
        contacts.district,
        count(*) as contact_count,
        max(contacts.contact_date) filter (where contacts.contact_date <= as_of.as_of_date)
            as newest_contact_date

    from contacts

    cross join as_of

    group by all

),

newest_updates as (

    select
        projects.district,
        count(*) as project_count,
        max(projects.updated_date) filter (where projects.updated_date <= as_of.as_of_date)
            as newest_update_date

    from projects

    cross join as_of

    group by all

)

select
    districts.district,
    coalesce(newest_contacts.contact_count, 0) as contact_count,
    newest_contacts.newest_contact_date,
    as_of.as_of_date - newest_contacts.newest_contact_date as contact_age_days,
    coalesce(newest_updates.project_count, 0) as project_count,
    newest_updates.newest_update_date,
    as_of.as_of_date - newest_updates.newest_update_date as update_age_days

from districts

cross join as_of

left join newest_contacts
    on districts.district = newest_contacts.district

left join newest_updates
    on districts.district = newest_updates.district

order by districts.district_order
