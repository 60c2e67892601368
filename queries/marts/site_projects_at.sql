-- Which projects go to a site, and where do they stand at the end of a day (the as-of date at
-- the latest), of the chosen industries and capital?
-- One row per project that names a carrier and is known by then; in_pipeline: in talks, in key
-- talks or signed, and not landed.
-- Parameters as in viewings_within.

create or replace macro site_projects_at(
    last_day, chosen_industries, chosen_capital
) as table (

    with

    standing as (

        select
            project_id,
            stage,
            agreed_investment_wan_cny

        from project_stages_at(
            least(last_day::date, (select as_of.as_of_date from as_of)),
            [],
            chosen_industries,
            chosen_capital
        )

    )

    select
        projects.carrier_id,
        standing.project_id,
        standing.stage,
        standing.stage in ('negotiating', 'key_negotiating', 'signed') as in_pipeline,
        standing.agreed_investment_wan_cny,
        projects.land_mu,
        projects.planned_output_wan_cny

    from standing

    inner join projects
        on standing.project_id = projects.project_id

    where projects.carrier_id is not null

)
