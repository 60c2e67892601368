-- How many of each district's projects in each industry extend, strengthen or complement a
-- supply chain, at the period's end?
-- One row per chosen district and industry, in order; zeros where there is none, null without a
-- projects ledger. Counts the projects known by the period's end, closed ones included;
-- chain_role_count: those whose role is stated, whichever it is.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

counted as (

    select
        district,
        industry,
        count(chain_role) as chain_role_count,
        count(*) filter (where chain_role = 'extend') as extend_count,
        count(*) filter (where chain_role = 'strengthen') as strengthen_count,
        count(*) filter (where chain_role = 'complement') as complement_count,
        count(*) filter (where chain_role is null) as role_unknown_count

    from chain_projects_at($to, $districts, $industries, $capital)

    group by all

),

ledger as (

    select exists(select 1 from coverage where kind = 'projects') as is_there

)

select
    districts.district,
    industries.industry,
    if(ledger.is_there, coalesce(counted.chain_role_count, 0), null) as chain_role_count,
    if(ledger.is_there, coalesce(counted.extend_count, 0), null) as extend_count,
    if(ledger.is_there, coalesce(counted.strengthen_count, 0), null) as strengthen_count,
    if(ledger.is_there, coalesce(counted.complement_count, 0), null) as complement_count,
    if(ledger.is_there, coalesce(counted.role_unknown_count, 0), null) as role_unknown_count

from districts

cross join industries

cross join ledger

left join counted
    on
        districts.district = counted.district
        and industries.industry = counted.industry

where
    (len($districts) = 0 or list_contains($districts, districts.district))
    and (len($industries) = 0 or list_contains($industries, industries.industry))

order by
    districts.district_order,
    industries.industry_order
