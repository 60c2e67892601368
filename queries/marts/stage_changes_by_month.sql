-- How many projects came to and left each stage in each month?
-- One row per month (its first day), stage, district, industry and capital.

create or replace table stage_changes_by_month as

select
    stage,
    district,
    industry,
    capital,
    date_trunc('month', day)::date as month,
    sum(project_change)::bigint as project_change,
    sum(reached_change)::bigint as reached_change,
    sum(investment_change)::decimal(38, 6) as investment_change,
    sum(investment_known_change)::bigint as investment_known_change

from stage_changes_by_day

group by all

order by month
