-- How far is each district with its targets for the year of the period's end, against the pace
-- of time?
-- One row per target of a chosen district: the actual from the year's first day to the as-of
-- date (at most the year's last), completion = actual / target, pace = days elapsed / days of
-- the year. Targets are set for all industries and all capital, so those filters do not apply.
-- No rows for a year that begins after the as-of date. $districts: empty counts all.
-- $year_from, $year_to: that year's first day, and its last or the as-of date.

with

activity as (

    select
        district,
        contact_count::double as contact_count,
        attendee_count::double as attendee_count,
        lead_count::double as lead_count,
        new_project_count::double as new_project_count,
        signed_count::double as signed_count,
        signed_investment_wan_cny::double as signed_investment_wan_cny,
        landed_count::double as landed_count,
        received_fdi_wan_usd::double as received_fdi_wan_usd,
        signed_investment_known_count

    from activity_within($year_from, $year_to, $districts, [], 'all')

),

amounts as (

    select
        district,
        sum(signed_count) as signed_count,
        sum(signed_investment_known_count) as signed_investment_known_count

    from activity

    group by all

),

actuals as (

    select
        district,
        metric,
        sum(actual) as actual

    from activity

    unpivot (
        actual for metric in (
            contact_count,
            attendee_count,
            lead_count,
            new_project_count,
            signed_count,
            signed_investment_wan_cny,
            landed_count,
            received_fdi_wan_usd
        )
    )

    group by all

),

known_targets as (

    select
        targets.*,
        case
            when targets.metric in ('contact_count', 'attendee_count', 'lead_count')
                then 'contacts'
            when targets.metric = 'received_fdi_wan_usd' then 'receipts'
            else 'projects'
        end as kind

    from targets

),

progress as (

    select
        known_targets.*,
        if(
            coverage.kind is null
            or known_targets.metric = 'signed_investment_wan_cny'
            and amounts.signed_count > 0
            and amounts.signed_investment_known_count = 0,
            null,
            coalesce(actuals.actual, 0)
        ) as actual

    from known_targets

    left join coverage
        on known_targets.kind = coverage.kind

    left join actuals
        on
            known_targets.district = actuals.district
            and known_targets.metric = actuals.metric

    left join amounts
        on known_targets.district = amounts.district

)

select
    progress.district,
    progress.metric,
    progress.target::double as target,
    progress.actual,
    progress.actual / nullif(progress.target, 0)::double as completion,
    ($year_to::date - $year_from::date + 1)::double
    / (($year_from::date + interval 1 year)::date - $year_from::date)::double as pace

from progress

inner join districts
    on progress.district = districts.district

where
    progress.year = year($year_from::date)
    and $year_from::date <= $year_to::date
    and (len($districts) = 0 or list_contains($districts, progress.district))

order by
    districts.district_order,
    progress.line
