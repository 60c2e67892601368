-- How much foreign capital was contracted and received in each month?
-- One row per month (its first day) and the parts of foreign_capital_by_day; the days added up.

create or replace table foreign_capital_by_month as

select
    district,
    industry,
    capital,
    origin_country,
    investment_kind,
    is_fortune_500,
    date_trunc('month', day)::date as month,
    sum(contracted_fdi_wan_usd)::decimal(38, 6) as contracted_fdi_wan_usd,
    sum(contracted_project_count)::bigint as contracted_project_count,
    sum(contracted_known_count)::bigint as contracted_known_count,
    sum(contracted_unknown_count)::bigint as contracted_unknown_count,
    sum(received_fdi_wan_usd)::decimal(38, 6) as received_fdi_wan_usd

from foreign_capital_by_day

group by all

order by month
