-- How much foreign capital did each district contract and receive, in dollars and in yuan?
-- One row per chosen district, in official order; zeros where there was none.
-- funds_in_place_rate = received ÷ contracted; received may belong to earlier contracts.
-- contracted_unknown_count: foreign projects signed whose amount is unknown. Null: contracted
-- where no amount of any is known, each amount where its ledger does not cover the period.
-- Yuan at the rate of the year in which the amount falls; null where one of them has no rate.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

by_year as (

    select
        district,
        year(month) as year,
        sum(contracted_fdi_wan_usd) as contracted_fdi_wan_usd,
        sum(contracted_project_count)::bigint as contracted_project_count,
        sum(contracted_known_count)::bigint as contracted_known_count,
        sum(contracted_unknown_count)::bigint as contracted_unknown_count,
        sum(received_fdi_wan_usd) as received_fdi_wan_usd

    from foreign_capital_within($from, $to, $districts, $industries, $capital)

    group by all

),

sums as (

    select
        by_year.district,
        sum(by_year.contracted_fdi_wan_usd)::double as contracted_fdi_wan_usd,
        sum(by_year.contracted_project_count)::bigint as contracted_project_count,
        sum(by_year.contracted_known_count)::bigint as contracted_known_count,
        sum(by_year.contracted_unknown_count)::bigint as contracted_unknown_count,
        sum(by_year.received_fdi_wan_usd)::double as received_fdi_wan_usd,
        sum(by_year.contracted_fdi_wan_usd * rates.cny_per_usd)::double
            as contracted_fdi_wan_cny,
        sum(by_year.received_fdi_wan_usd * rates.cny_per_usd)::double as received_fdi_wan_cny,
        bool_or(by_year.contracted_fdi_wan_usd > 0 and rates.cny_per_usd is null)
            as lacks_contracted_rate,
        bool_or(by_year.received_fdi_wan_usd > 0 and rates.cny_per_usd is null)
            as lacks_received_rate

    from by_year

    left join rates
        on by_year.year = rates.year

    group by all

),

known as (

    select
        districts.district,
        districts.district_order,
        ledgers.has_rates,
        sums.contracted_fdi_wan_cny,
        sums.received_fdi_wan_cny,
        sums.lacks_contracted_rate,
        sums.lacks_received_rate,
        contracted_or_null(
            sums.contracted_fdi_wan_usd,
            sums.contracted_known_count,
            sums.contracted_unknown_count,
            ledgers.has_projects
        ) as contracted_fdi_wan_usd,
        if(ledgers.has_receipts, coalesce(sums.received_fdi_wan_usd, 0), null)
            as received_fdi_wan_usd,
        if(ledgers.has_projects, coalesce(sums.contracted_project_count, 0), null)
            as contracted_project_count,
        if(ledgers.has_projects, coalesce(sums.contracted_unknown_count, 0), null)
            as contracted_unknown_count

    from districts

    cross join ledgers_within($from, $to) as ledgers

    left join sums
        on districts.district = sums.district

    where len($districts) = 0 or list_contains($districts, districts.district)

)

select
    district,
    contracted_fdi_wan_usd,
    received_fdi_wan_usd,
    contracted_project_count,
    received_fdi_wan_usd / nullif(contracted_fdi_wan_usd, 0) as funds_in_place_rate,
    contracted_unknown_count,
    if(
        has_rates and lacks_contracted_rate is not true and contracted_fdi_wan_usd is not null,
        coalesce(contracted_fdi_wan_cny, 0),
        null
    ) as contracted_fdi_wan_cny,
    if(
        has_rates and lacks_received_rate is not true and received_fdi_wan_usd is not null,
        coalesce(received_fdi_wan_cny, 0),
        null
    ) as received_fdi_wan_cny

from known

order by district_order
