-- Which signings by the period's end look like one that was entered twice?
-- One row per pair of signed projects with the same investor, the same amount and similar names
-- (repeated_project_pairs), the earlier signing first; a pair is chosen where either of the two
-- is. They stay in every count.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

signed as (

    select
        project_id,
        project_name,
        district,
        investor,
        signed_date,
        agreed_investment_wan_cny,
        (len($districts) = 0 or list_contains($districts, district))
        and (len($industries) = 0 or list_contains($industries, industry))
        and ($capital = 'all' or capital = $capital) as is_chosen

    from located_projects

    where signed_date <= $to::date

)

select
    first.investor,
    first.agreed_investment_wan_cny::double as agreed_investment_wan_cny,
    first.project_id,
    first.project_name,
    first.district,
    first.signed_date,
    second.project_id as other_project_id,
    second.project_name as other_project_name,
    second.district as other_district,
    second.signed_date as other_signed_date,
    pairs.name_similarity

from repeated_project_pairs as pairs

inner join signed as first
    on pairs.project_id = first.project_id

inner join signed as second
    on
        pairs.other_project_id = second.project_id
        and (first.signed_date, first.project_id) < (second.signed_date, second.project_id)

where first.is_chosen or second.is_chosen

order by
    first.agreed_investment_wan_cny desc,
    first.project_id,
    second.project_id
