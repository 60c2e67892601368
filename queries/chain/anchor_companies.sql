-- Which companies brought projects by the period's end, how many, and what became of them?
-- One row per company that a chosen project names as the one that brought it, most projects
-- first, then the largest known investment. Counts the projects known by the period's end, closed
-- ones included; signed, landed and in production: reached by then. landed_count,
-- signed_open_count, unsigned_open_count and closed_before_landing_count add up to project_count.
-- agreed_investment_wan_cny is null where no amount is known. spelling_count: in how many ways
-- the name is written; of the districts with most of its projects the first in official order.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

brought as (

    select *

    from chain_projects_at($to, $districts, $industries, $capital)

    where referred_by is not null

),

by_district as (

    select
        brought.referred_by,
        brought.district,
        districts.district_order,
        count(*) as project_count

    from brought

    inner join districts
        on brought.district = districts.district

    group by all

),

companies_districts as (

    select
        referred_by,
        first(
            district
            order by
                project_count desc,
                district_order
        ) as main_district,
        count(*) as district_count

    from by_district

    group by all

),

companies as (

    select
        referred_by,
        count(*) as project_count,
        sum(agreed_investment_wan_cny)::double as agreed_investment_wan_cny,
        count(*) filter (where agreed_investment_wan_cny is null) as investment_unknown_count,
        count(*) filter (where has_signed) as signed_count,
        count(*) filter (where has_landed) as landed_count,
        count(*) filter (where has_produced) as in_production_count,
        count(*) filter (where has_signed and not has_landed and not is_closed)
            as signed_open_count,
        count(*) filter (where not has_signed and not is_closed) as unsigned_open_count,
        count(*) filter (where is_closed and not has_landed) as closed_before_landing_count,
        count(*) filter (where chain_role = 'extend') as extend_count,
        count(*) filter (where chain_role = 'strengthen') as strengthen_count,
        count(*) filter (where chain_role = 'complement') as complement_count,
        count(*) filter (where chain_role is null) as role_unknown_count,
        count(distinct referred_by_as_written) as spelling_count

    from brought

    group by all

)

select
    companies.referred_by,
    companies.project_count,
    companies.agreed_investment_wan_cny,
    companies.investment_unknown_count,
    companies.signed_count,
    companies.landed_count,
    companies.in_production_count,
    companies.signed_open_count,
    companies.unsigned_open_count,
    companies.closed_before_landing_count,
    companies.extend_count,
    companies.strengthen_count,
    companies.complement_count,
    companies.role_unknown_count,
    companies_districts.main_district,
    companies_districts.district_count,
    companies.spelling_count

from companies

inner join companies_districts
    on companies.referred_by = companies_districts.referred_by

order by
    companies.project_count desc,
    companies.agreed_investment_wan_cny desc nulls last,
    companies.referred_by
