-- Who brought the projects known at the end of a day, of the chosen, and how far had they got?
-- One row per project known by then: its stage (project_stages_at), and whether it had ever got
-- so far or further by then, whatever became of it.
-- Parameters as in activity_within.

create or replace macro chain_projects_at(
    last_day, chosen_districts, chosen_industries, chosen_capital
) as table (

    with

    standing as (

        select *

        from project_stages_at(last_day, chosen_districts, chosen_industries, chosen_capital)

    ),

    reached as (

        select
            * exclude (talks_day, signed_day, landed_day, production_day),
            coalesce(talks_day <= last_day::date, false) as has_been_in_talks,
            coalesce(signed_day <= last_day::date, false) as has_signed,
            coalesce(landed_day <= last_day::date, false) as has_landed,
            coalesce(production_day <= last_day::date, false) as has_produced

        from chain_projects

    )

    select
        reached.*,
        standing.district,
        standing.industry,
        standing.stage,
        standing.agreed_investment_wan_cny,
        standing.stage = 'no_follow_up' as is_closed

    from standing

    inner join reached
        on standing.project_id = reached.project_id

)
