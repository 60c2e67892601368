-- Which projects were in the library at the period's end?
-- One row per project, the newest lead first, a page of them ($page_size rows after $offset).
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

select
    project_id,
    project_name,
    district,
    industry,
    investor,
    origin_country,
    agreed_investment_wan_cny::double as agreed_investment_wan_cny,
    lead_date,
    signed_date,
    landed_date,
    file,
    line

from located_projects

where
    least(
        lead_date, negotiation_date, signed_date, landed_date, production_date, closed_date
    ) <= $to::date
    and (len($districts) = 0 or list_contains($districts, district))
    and (len($industries) = 0 or list_contains($industries, industry))
    and ($capital = 'all' or capital = $capital)

order by
    lead_date desc,
    project_id

limit $page_size offset $offset
