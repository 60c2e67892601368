-- Which foreign capital was contracted, and how much of it arrived how long after the signing?
-- One row per contract of a chosen district that was signed by the day and within the 1,096 days
-- up to it, and run of thirty days after its signing in which any arrived; run and received are
-- null where none has. What came before the signing stands in run 0.
-- signed_days: since the signing. closed_days: from the signing to the project's closing, null
-- where it was not closed by the day.
-- $day: only what was known then counts. $districts: empty counts all.

with

contracts as (

    select
        project_id,
        district,
        signed_date,
        contracted_fdi_wan_usd::double as contracted_wan_usd,
        $day::date - signed_date as signed_days,
        if(closed_date <= $day::date, greatest(closed_date - signed_date, 0), null) as closed_days

    from projects

    where
        contracted_fdi_wan_usd > 0
        and signed_date <= $day::date
        and signed_date > $day::date - 1096
        and (len($districts) = 0 or list_contains($districts, district))

),

arrived as (

    select
        contracts.project_id,
        greatest(receipts.received_date - contracts.signed_date, 0) // 30 as run,
        sum(receipts.received_fdi_wan_usd)::double as received_wan_usd

    from receipts

    inner join contracts
        on receipts.project_id = contracts.project_id

    where
        receipts.received_date <= $day::date
        and receipts.received_fdi_wan_usd > 0

    group by all

)

select
    contracts.project_id,
    contracts.district,
    contracts.contracted_wan_usd,
    contracts.signed_days,
    contracts.closed_days,
    arrived.run,
    arrived.received_wan_usd

from contracts

left join arrived
    on contracts.project_id = arrived.project_id

order by
    contracts.project_id,
    arrived.run
