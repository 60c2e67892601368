-- Which projects that came by the supply chain count for no partner firm, and which firms twice?
-- One row, as of the period's end: unnamed_count projects without a named investor, own_count
-- those that the company which brought them invests in itself; several_districts_count firms
-- that more than one of the chosen districts has screened.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

chain_led as (

    select *

    from chain_projects_at($to, $districts, $industries, $capital)

    where referred_by is not null or lead_source = 'supply_chain'

),

firms as (

    select
        firm_key,
        count(distinct district) as district_count

    from chain_led

    where
        firm_key is not null
        and not is_referrers_own

    group by all

)

select
    count(*) filter (where firm_key is null) as unnamed_count,
    count(*) filter (where is_referrers_own) as own_count,
    (select count(*) from firms where firms.district_count > 1) as several_districts_count

from chain_led
