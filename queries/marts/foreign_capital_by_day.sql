-- How much foreign capital was contracted and received on each day?
-- One row per day, district, industry, capital, origin ('unknown' where the cell is), kind
-- ('unknown' likewise) and whether of a Fortune 500 company (null where unknown); measures add up.
-- Contracted: on the signing date, of whichever project has an amount; a project counts where
-- it is more than zero. Received: on the instalment's day, of projects that the ledgers hold.
-- contracted_known_count: those counted and foreign projects of a stated zero.
-- contracted_unknown_count: foreign projects signed whose amount is unknown.

create or replace table foreign_capital_by_day as

with

projects_by_part as (

    select
        *,
        coalesce(origin_country, 'unknown') as origin_or_unknown,
        coalesce(investment_kind, 'unknown') as kind_or_unknown

    from located_projects

),

events as (

    select
        signed_date as day,
        district,
        industry,
        capital,
        origin_or_unknown,
        kind_or_unknown,
        is_fortune_500,
        contracted_fdi_wan_usd,
        (coalesce(contracted_fdi_wan_usd, 0) > 0)::integer as contracted_project_count,
        (contracted_fdi_wan_usd is not null)::integer as contracted_known_count,
        (contracted_fdi_wan_usd is null)::integer as contracted_unknown_count

    from projects_by_part

    where
        signed_date is not null
        and (contracted_fdi_wan_usd > 0 or capital = 'foreign')

    union all by name

    select
        receipts.received_date as day,
        projects_by_part.district,
        projects_by_part.industry,
        projects_by_part.capital,
        projects_by_part.origin_or_unknown,
        projects_by_part.kind_or_unknown,
        projects_by_part.is_fortune_500,
        receipts.received_fdi_wan_usd

    from receipts

    inner join projects_by_part
        on receipts.project_id = projects_by_part.project_id

    where receipts.received_fdi_wan_usd > 0

)

select
    day,
    district,
    industry,
    capital,
    origin_or_unknown as origin_country,
    kind_or_unknown as investment_kind,
    is_fortune_500,
    coalesce(sum(contracted_fdi_wan_usd), 0)::decimal(38, 6) as contracted_fdi_wan_usd,
    coalesce(sum(contracted_project_count), 0)::bigint as contracted_project_count,
    coalesce(sum(contracted_known_count), 0)::bigint as contracted_known_count,
    coalesce(sum(contracted_unknown_count), 0)::bigint as contracted_unknown_count,
    coalesce(sum(received_fdi_wan_usd), 0)::decimal(38, 6) as received_fdi_wan_usd

from events

group by all

order by day
