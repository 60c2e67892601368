-- What do the ledgers say of one building, park or parcel?
-- One row; none where no ledger holds it. The area on offer and the share let are null where an
-- area is unknown, or more is let than there is.
-- $id: the carrier's number.

with

its_viewings as (

    select
        count(*) as viewing_count,
        max(contact_date) as last_viewing_date

    from contacts

    where carrier_id = $id

),

its_projects as (

    select count(*) as project_count

    from projects

    where carrier_id = $id

)

select
    sites.carrier_id,
    sites.carrier_name,
    sites.district,
    sites.kind,
    sites.industry_focus,
    sites.developer,
    sites.operator,
    sites.total_area_m2::double as total_area_m2,
    sites.leased_area_m2::double as leased_area_m2,
    if(
        sites.leased_area_m2 <= sites.total_area_m2,
        sites.total_area_m2 - sites.leased_area_m2,
        null
    )::double as available_area_m2,
    if(
        sites.leased_area_m2 <= sites.total_area_m2,
        sites.leased_area_m2::double / nullif(sites.total_area_m2, 0)::double,
        null
    ) as occupancy_share,
    sites.land_mu::double as land_mu,
    sites.required_output_wan_cny_per_mu::double as required_output_wan_cny_per_mu,
    sites.opened_date,
    sites.file,
    sites.line,
    its_projects.project_count,
    its_viewings.viewing_count,
    its_viewings.last_viewing_date

from sites

cross join its_projects

cross join its_viewings

where sites.carrier_id = $id
