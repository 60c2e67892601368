-- Where does each project stand at the end of a day, of the chosen?
-- One row per project known by then: the furthest stage whose date is not after the day,
-- no_follow_up where it is closed by then (DATA.md).
-- Parameters as in activity_within.

create or replace macro project_stages_at(
    last_day, chosen_districts, chosen_industries, chosen_capital
) as table (

    select
        project_id,
        district,
        industry,
        capital,
        agreed_investment_wan_cny,
        if(closed_date <= last_day::date, 'no_follow_up', stage) as stage

    from stage_steps

    where
        if(
            closed_date <= last_day::date,
            step_before = -1,
            from_day <= last_day::date and (until_day is null or until_day > last_day::date)
        )
        and (len(chosen_districts) = 0 or list_contains(chosen_districts, district))
        and (len(chosen_industries) = 0 or list_contains(chosen_industries, industry))
        and (chosen_capital = 'all' or capital = chosen_capital)

)
