-- How many projects came to and left each stage in each month?
-- One row per month (its first day), each district, industry and capital together that occur at
-- all, and each stage reached; zeros where nothing changed, as in activity_by_month.

create or replace table stage_changes_by_month as

with

months as (

    select distinct date_trunc('month', day)::date as month

    from stage_changes_by_day

),

members as (

    select distinct
        district,
        industry,
        capital

    from stage_changes_by_day

),

stages as (

    select distinct stage

    from stage_changes_by_day

),

days as (

    select
        * exclude (day),
        date_trunc('month', day)::date as month

    from stage_changes_by_day

    union all by name

    select
        months.month,
        stages.stage,
        members.district,
        members.industry,
        members.capital,
        0 as project_change

    from months

    cross join members

    cross join stages

)

select
    stage,
    district,
    industry,
    capital,
    month,
    sum(project_change)::bigint as project_change,
    sum(reached_change)::bigint as reached_change,
    sum(investment_change)::decimal(38, 6) as investment_change,
    sum(investment_known_change)::bigint as investment_known_change

from days

group by all

order by month
