-- From which company into which industry did projects come, and where do they stand at the
-- period's end?
-- One row per company, industry and stage that any project has, companies in the order of
-- anchor_companies, industries and stages in their own. Only projects that a company brought,
-- closed ones included; agreed investment is of the known amounts, null where none is.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

stages as (

    select
        unnest([
            'lead',
            'negotiating',
            'key_negotiating',
            'signed',
            'landed',
            'in_production',
            'no_follow_up'
        ]) as stage,
        unnest(range(7)) as stage_order

),

flows as (

    select
        referred_by,
        industry,
        stage,
        count(*) as project_count,
        sum(agreed_investment_wan_cny)::double as agreed_investment_wan_cny

    from chain_projects_at($to, $districts, $industries, $capital)

    where referred_by is not null

    group by all

)

select
    flows.referred_by,
    flows.industry,
    flows.stage,
    flows.project_count,
    flows.agreed_investment_wan_cny

from flows

inner join industries
    on flows.industry = industries.industry

inner join stages
    on flows.stage = stages.stage

order by
    sum(flows.project_count) over (partition by flows.referred_by) desc,
    sum(flows.agreed_investment_wan_cny) over (partition by flows.referred_by) desc nulls last,
    flows.referred_by,
    industries.industry_order,
    stages.stage_order
