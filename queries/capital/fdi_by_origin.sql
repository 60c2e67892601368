-- How much foreign capital came from each country or region, contracted and received?
-- One row per origin of anything in the period ('unknown' where the cell is), the most
-- contracted first, then the most received, the unknown last among equals.
-- funds_in_place_rate = received ÷ contracted; received may belong to earlier contracts.
-- contracted_unknown_count: foreign projects signed whose amount is unknown. Null: contracted
-- where no amount of any is known, each amount where its ledger does not cover the period.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

sums as (

    select
        origin_country,
        sum(contracted_fdi_wan_usd) as contracted_fdi_wan_usd,
        sum(contracted_project_count)::bigint as contracted_project_count,
        sum(contracted_known_count)::bigint as contracted_known_count,
        sum(contracted_unknown_count)::bigint as contracted_unknown_count,
        sum(received_fdi_wan_usd)::double as received_fdi_wan_usd

    from foreign_capital_within($from, $to, $districts, $industries, $capital)

    group by all

),

known as (

    select
        sums.origin_country,
        contracted_or_null(
            sums.contracted_fdi_wan_usd,
            sums.contracted_known_count,
            sums.contracted_unknown_count,
            ledgers.has_projects
        ) as contracted_fdi_wan_usd,
        if(ledgers.has_receipts, sums.received_fdi_wan_usd, null) as received_fdi_wan_usd,
        if(ledgers.has_projects, sums.contracted_project_count, null)
            as contracted_project_count,
        if(ledgers.has_projects, sums.contracted_unknown_count, null)
            as contracted_unknown_count

    from sums

    cross join ledgers_within($from, $to) as ledgers

)

select
    origin_country,
    contracted_fdi_wan_usd,
    received_fdi_wan_usd,
    contracted_project_count,
    received_fdi_wan_usd / nullif(contracted_fdi_wan_usd, 0) as funds_in_place_rate,
    contracted_unknown_count

from known

order by
    contracted_fdi_wan_usd desc nulls last,
    received_fdi_wan_usd desc nulls last,
    origin_country = 'unknown',
    origin_country
