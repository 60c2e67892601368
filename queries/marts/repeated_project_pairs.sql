-- Which projects may be one that was entered twice: same investor, same amount, similar name?
-- One row per project and other project. name_similarity: Jaro-Winkler of the names without
-- spaces and case, 1 where they are the same; pairs below 0.85 are left out.

create or replace table repeated_project_pairs as

with

known as (

    select
        project_id,
        agreed_investment_wan_cny,
        lower(regexp_replace(investor, '\s', '', 'g')) as investor_key,
        lower(regexp_replace(project_name, '\s', '', 'g')) as name_key

    from projects

    where
        investor is not null
        and agreed_investment_wan_cny is not null

),

pairs as (

    select
        known.project_id,
        others.project_id as other_project_id,
        jaro_winkler_similarity(known.name_key, others.name_key) as name_similarity

    from known

    inner join known as others
        on
            known.investor_key = others.investor_key
            and known.agreed_investment_wan_cny = others.agreed_investment_wan_cny
            and known.project_id != others.project_id

)

select *

from pairs

where name_similarity >= 0.85
