-- How much foreign capital was contracted and received in each month, in dollars and in yuan?
-- One row per month of the period, from the first that a ledger of projects or receipts covers
-- to the as-of date's, and months outside those in which the ledgers have something; zeros
-- where there was none. Null: contracted where no amount of any is known, each amount in
-- months that its ledger does not cover.
-- contracted_unknown_count: foreign projects signed whose amount is unknown.
-- Yuan at the rate of the month's year, cny_per_usd; null where that year has none.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

sums as (

    select
        month,
        sum(contracted_fdi_wan_usd)::double as contracted_fdi_wan_usd,
        sum(contracted_project_count)::bigint as contracted_project_count,
        sum(contracted_known_count)::bigint as contracted_known_count,
        sum(contracted_unknown_count)::bigint as contracted_unknown_count,
        sum(received_fdi_wan_usd)::double as received_fdi_wan_usd

    from foreign_capital_within($from, $to, $districts, $industries, $capital)

    group by all

),

span as (

    select
        date_trunc('month', min(first_date))::date as first_month,
        date_trunc('month', min(first_date) filter (where kind = 'projects'))::date
            as first_project_month,
        date_trunc('month', min(first_date) filter (where kind = 'receipts'))::date
            as first_receipt_month,
        (select as_of.as_of_date from as_of) as last_day

    from coverage

    where kind in ('projects', 'receipts')

),

months as (

    select
        unnest(
            generate_series(
                greatest(date_trunc('month', $from::date), first_month),
                least($to::date, last_day),
                interval 1 month
            )
        )::date as month

    from span

    union

    select month

    from sums

),

known as (

    select
        months.month,
        rates.cny_per_usd::double as cny_per_usd,
        coalesce(sums.received_fdi_wan_usd, 0) as received_fdi_wan_usd,
        coalesce(sums.contracted_project_count, 0) as contracted_project_count,
        coalesce(sums.contracted_unknown_count, 0) as contracted_unknown_count,
        contracted_or_null(
            sums.contracted_fdi_wan_usd,
            sums.contracted_known_count,
            sums.contracted_unknown_count,
            true
        ) as contracted_fdi_wan_usd,
        sums.contracted_known_count + sums.contracted_unknown_count > 0
        or months.month between span.first_project_month and span.last_day as has_contracts,
        sums.received_fdi_wan_usd > 0
        or months.month between span.first_receipt_month and span.last_day as has_receipts

    from months

    cross join span

    left join sums
        on months.month = sums.month

    left join rates
        on year(months.month) = rates.year

),

in_dollars as (

    select
        month,
        cny_per_usd,
        if(has_contracts, contracted_fdi_wan_usd, null) as contracted_fdi_wan_usd,
        if(has_receipts, received_fdi_wan_usd, null) as received_fdi_wan_usd,
        if(has_contracts, contracted_project_count, null) as contracted_project_count,
        if(has_contracts, contracted_unknown_count, null) as contracted_unknown_count

    from known

)

select
    month,
    contracted_fdi_wan_usd,
    received_fdi_wan_usd,
    contracted_project_count,
    contracted_unknown_count,
    contracted_fdi_wan_usd * cny_per_usd as contracted_fdi_wan_cny,
    received_fdi_wan_usd * cny_per_usd as received_fdi_wan_cny,
    cny_per_usd,
    if(cny_per_usd is null, null, year(month)) as rate_year

from in_dollars

order by month
