-- How many partner firms has each district screened by the period's end, and how far did they
-- get?
-- One row per chosen district, in order; zeros where there is none, null without a projects
-- ledger. A partner firm: an investor (company_key) of a project that a company brought or whose
-- lead came by the supply chain; a company's investment in what it brought itself is no
-- partner's. A firm with several projects in the district counts once, with what got furthest;
-- dropped: all of them closed and none ever signed.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

firms as (

    select
        district,
        firm_key,
        count(*) as project_count,
        bool_or(has_been_in_talks) as has_been_in_talks,
        bool_or(has_signed) as has_signed,
        bool_or(has_landed) as has_landed,
        bool_and(is_closed) as is_closed

    from chain_projects_at($to, $districts, $industries, $capital)

    where
        (referred_by is not null or lead_source = 'supply_chain')
        and firm_key is not null
        and not is_referrers_own

    group by all

),

counted as (

    select
        district,
        count(*) as screened_firm_count,
        count(*) filter (where has_been_in_talks) as in_talks_firm_count,
        count(*) filter (where has_signed) as signed_firm_count,
        count(*) filter (where has_landed) as landed_firm_count,
        count(*) filter (where is_closed and not has_signed) as dropped_firm_count,
        sum(project_count)::bigint as partner_project_count

    from firms

    group by all

),

ledger as (

    select exists(select 1 from coverage where kind = 'projects') as is_there

)

select
    districts.district,
    if(ledger.is_there, coalesce(counted.screened_firm_count, 0), null) as screened_firm_count,
    if(ledger.is_there, coalesce(counted.in_talks_firm_count, 0), null) as in_talks_firm_count,
    if(ledger.is_there, coalesce(counted.signed_firm_count, 0), null) as signed_firm_count,
    if(ledger.is_there, coalesce(counted.landed_firm_count, 0), null) as landed_firm_count,
    if(ledger.is_there, coalesce(counted.dropped_firm_count, 0), null) as dropped_firm_count,
    if(ledger.is_there, coalesce(counted.partner_project_count, 0), null)
        as partner_project_count

from districts

cross join ledger

left join counted
    on districts.district = counted.district

where len($districts) = 0 or list_contains($districts, districts.district)

order by districts.district_order
