-- Which projects look signed twice: same investor, same name, same amount?
-- One row per project of such a group; detail names the others. They stay in every count.

with

known as (

    select *

    from projects

    where
        investor is not null
        and agreed_investment_wan_cny is not null

),

pairs as (

    select
        known.*,
        others.project_id as other_project_id

    from known

    inner join known as others
        on
            known.investor = others.investor
            and known.project_name = others.project_name
            and known.agreed_investment_wan_cny = others.agreed_investment_wan_cny
            and known.project_id != others.project_id

)

select
    file,
    line,
    district,
    project_id as id,
    any_value(investor) || ' · ' || any_value(project_name) || ' · '
    || string_agg(other_project_id, ', ' order by other_project_id) as detail

from pairs

group by
    file,
    line,
    district,
    project_id

order by
    file,
    line
