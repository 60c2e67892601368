-- How much of what may be forecast was reached between two days, and what is its target?
-- One row per chosen district that has projects or targets, in official order, and measure:
-- signed_count, signed_investment_wan_cny, landed_count, received_fdi_wan_usd. reached is zero
-- where nothing happened, null where it is unknown: no ledger by then, or amounts of which none is
-- known. target: of the year of $from, for all industries and all capital; null where none is set.
-- $from, $to: the first and the last day. $districts: empty counts all.

with

measures as (

    select unnest([
        {metric: 'signed_count', metric_order: 0, kind: 'projects'},
        {metric: 'signed_investment_wan_cny', metric_order: 1, kind: 'projects'},
        {metric: 'landed_count', metric_order: 2, kind: 'projects'},
        {metric: 'received_fdi_wan_usd', metric_order: 3, kind: 'receipts'}
    ], recursive := true)

),

happened as (

    select
        district,
        sum(signed_count)::double as signed_count,
        if(
            sum(signed_count) > 0 and sum(signed_investment_known_count) = 0,
            null,
            sum(signed_investment_wan_cny)
        )::double as signed_investment_wan_cny,
        sum(landed_count)::double as landed_count,
        sum(received_fdi_wan_usd)::double as received_fdi_wan_usd

    from activity_within($from, $to, $districts, [], 'all')

    group by all

),

shown_districts as (

    select
        district,
        district_order

    from districts

    where
        (len($districts) = 0 or list_contains($districts, district))
        and (
            exists (select 1 from projects where projects.district = districts.district)
            or exists (select 1 from targets where targets.district = districts.district)
        )

)

select
    shown_districts.district,
    measures.metric,
    case
        when coverage.kind is null or date_trunc('month', coverage.first_date) > $to::date then null
        when happened.district is null then 0
        when measures.metric = 'signed_count' then happened.signed_count
        when measures.metric = 'signed_investment_wan_cny' then happened.signed_investment_wan_cny
        when measures.metric = 'landed_count' then happened.landed_count
        else happened.received_fdi_wan_usd
    end as reached,
    targets.target::double as target

from shown_districts

cross join measures

left join coverage
    on measures.kind = coverage.kind

left join happened
    on shown_districts.district = happened.district

left join targets
    on
        shown_districts.district = targets.district
        and measures.metric = targets.metric
        and targets.year = year($from::date)

order by
    measures.metric_order,
    shown_districts.district_order
