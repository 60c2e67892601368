-- Which projects of Fortune 500 companies were known by the period's end, and how far are they?
-- One row per project: its stage at the period's end, what was contracted (where signed by
-- then) and received by then; the largest contracted first, then the largest agreed
-- investment. Received is null where no receipts ledger reaches so far back.
-- $to: the period's end. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

received as (

    select
        project_id,
        sum(received_fdi_wan_usd) as received_fdi_wan_usd

    from receipts

    where received_date <= $to::date

    group by all

),

ledger as (

    select
        exists(

            select 1

            from coverage

            where
                coverage.kind = 'receipts'
                and date_trunc('month', coverage.first_date) <= $to::date

        ) as has_receipts

)

select
    projects.project_id,
    projects.project_name,
    projects.district,
    projects.industry,
    projects.investor,
    coalesce(projects.origin_country, 'unknown') as origin_country,
    coalesce(projects.investment_kind, 'unknown') as investment_kind,
    stages.stage,
    if(projects.signed_date <= $to::date, projects.signed_date, null) as signed_date,
    if(projects.signed_date <= $to::date, projects.contracted_fdi_wan_usd, null)::double
        as contracted_fdi_wan_usd,
    if(ledger.has_receipts, coalesce(received.received_fdi_wan_usd, 0), null)::double
        as received_fdi_wan_usd,
    projects.agreed_investment_wan_cny::double as agreed_investment_wan_cny

from project_stages_at($to, $districts, $industries, $capital) as stages

inner join projects
    on stages.project_id = projects.project_id

cross join ledger

left join received
    on projects.project_id = received.project_id

where projects.is_fortune_500 is true

order by
    contracted_fdi_wan_usd desc nulls last,
    projects.agreed_investment_wan_cny desc nulls last,
    projects.project_id
