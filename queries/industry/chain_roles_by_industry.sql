-- Which part does each industry's project play in the supply chain, at the period's end?
-- One row per chosen industry and chain role, in order, 'unknown' last; zeros where there is
-- none, null without a projects ledger. Counts the projects in the library by the period's end.
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

known_projects as (

    select
        stage_steps.industry,
        coalesce(projects.chain_role, 'unknown') as chain_role

    from stage_steps

    inner join projects
        on stage_steps.project_id = projects.project_id

    where
        stage_steps.step_before = -1
        and least(stage_steps.from_day, stage_steps.closed_date) <= $to::date
        and (len($districts) = 0 or list_contains($districts, stage_steps.district))
        and ($capital = 'all' or stage_steps.capital = $capital)

)

select
    industries.industry,
    roles.chain_role,
    if(
        exists (select 1 from coverage where coverage.kind = 'projects'),
        count(known_projects.industry),
        null
    ) as project_count

from industries

cross join roles

left join known_projects
    on
        industries.industry = known_projects.industry
        and roles.chain_role = known_projects.chain_role

where len($industries) = 0 or list_contains($industries, industries.industry)

group by
    industries.industry,
    industries.industry_order,
    roles.chain_role,
    roles.code_order

order by
    industries.industry_order,
    roles.code_order
