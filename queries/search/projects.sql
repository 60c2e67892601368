-- Which projects are those of one company, organisation or carrier, and where do they stand?
-- One row per project, the newest lead first, a page of them ($page_size rows after $offset);
-- stage is null where it is not known yet on the day.
-- $relation: investor or anchor, the projects a company invests in or brought; organisation, those
-- its contacts name or it invests in; carrier, those going there.
-- $id: the carrier's number, or the company's name, however written (company_key).
-- $day: the day of the stage, the as-of date.

with

chosen as (

    select project_id

    from project_companies

    where
        firm_key = company_key($id)
        and (
            company_role = $relation
            or ($relation = 'organisation' and company_role = 'investor')
        )

    union

    select project_id

    from contacts

    where
        $relation = 'organisation'
        and organisation in (

            select organisations.organisation

            from organisations

            where organisations.organisation_key = company_key($id)

        )

    union

    select project_id

    from projects

    where
        $relation = 'carrier'
        and carrier_id = $id

)

select
    projects.project_id,
    projects.project_name,
    projects.district,
    projects.industry,
    projects.investor,
    standing.stage,
    projects.agreed_investment_wan_cny::double as agreed_investment_wan_cny,
    projects.lead_date,
    projects.signed_date

from projects

inner join chosen
    on projects.project_id = chosen.project_id

left join project_stages_at($day, []::varchar[], []::varchar[], 'all') as standing
    on projects.project_id = standing.project_id

order by
    projects.lead_date desc,
    projects.project_id

limit $page_size offset $offset
