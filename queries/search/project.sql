-- What do the ledgers say of one project, and where does it stand?
-- One row; none where no ledger holds it. stage is null where it is not known yet on the day.
-- Capital received is what had arrived by the day, null where there is no receipts ledger.
-- $id: the project's number. $day: the day, the as-of date.

with

standing as (

    select stage

    from project_stages_at($day, []::varchar[], []::varchar[], 'all')

    where project_id = $id

),

received as (

    select
        coalesce(sum(received_fdi_wan_usd), 0) as received_fdi_wan_usd,
        coalesce(sum(received_domestic_wan_cny), 0) as received_domestic_wan_cny

    from receipts

    where
        project_id = $id
        and received_date <= $day::date

    having (select bool_or(kinds.kind = 'receipts') from kinds)

),

contacted as (

    select max(contact_date) as last_contact_date

    from contacts

    where
        project_id = $id
        and contact_date <= $day::date

)

select
    projects.project_id,
    projects.project_name,
    projects.district,
    projects.industry,
    projects.carrier_id,
    sites.carrier_name,
    projects.investor,
    projects.origin_country,
    projects.is_fortune_500,
    projects.investment_kind,
    projects.lead_source,
    projects.chain_role,
    projects.referred_by,
    projects.is_key,
    projects.agreed_investment_wan_cny::double as agreed_investment_wan_cny,
    projects.contracted_fdi_wan_usd::double as contracted_fdi_wan_usd,
    projects.land_mu::double as land_mu,
    projects.planned_output_wan_cny::double as planned_output_wan_cny,
    projects.owner,
    projects.next_follow_up_date,
    projects.updated_date,
    projects.file,
    projects.line,
    standing.stage,
    received.received_fdi_wan_usd::double as received_fdi_wan_usd,
    received.received_domestic_wan_cny::double as received_domestic_wan_cny,
    contacted.last_contact_date

from projects

left join sites
    on projects.carrier_id = sites.carrier_id

left join standing
    on true

left join received
    on true

left join contacted
    on true

where projects.project_id = $id
