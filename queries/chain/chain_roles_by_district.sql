-- Which part do each district's projects play in the supply chain, at the period's end?
-- One row per chosen district and chain role, in order, 'unknown' last; zeros where there is
-- none, null without a projects ledger. Counts the projects known by the period's end, closed
-- ones included.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

roles as (

    select
        code as chain_role,
        code_order

    from codes

    where list = 'chain_role'

    union all

    select
        'unknown' as chain_role,
        1000 as code_order

),

counted as (

    select
        district,
        coalesce(chain_role, 'unknown') as chain_role,
        count(*) as project_count

    from chain_projects_at($to, $districts, $industries, $capital)

    group by all

)

select
    districts.district,
    roles.chain_role,
    if(
        exists (select 1 from coverage where coverage.kind = 'projects'),
        coalesce(counted.project_count, 0),
        null
    ) as project_count

from districts

cross join roles

left join counted
    on
        districts.district = counted.district
        and roles.chain_role = counted.chain_role

where len($districts) = 0 or list_contains($districts, districts.district)

order by
    districts.district_order,
    roles.code_order
