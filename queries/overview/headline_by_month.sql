-- How did the headline's measures run over the twelve months up to the period's end?
-- One row per month, oldest first, from the first month any ledger covers to that of the as-of
-- date at the latest; the last counts up
-- to $to. Null where unknown, as in overview/activity.
-- $first_month: the first of them. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

span as (

    select
        date_trunc('month', min(first_date) filter (where kind = 'contacts'))::date
            as first_contact_month,
        date_trunc('month', min(first_date) filter (where kind = 'projects'))::date
            as first_project_month,
        date_trunc('month', min(first_date) filter (where kind = 'receipts'))::date
            as first_receipt_month

    from coverage

),

cells as (

    select *

    from activity_within($first_month, $to, $districts, $industries, $capital)

    union all by name

    select
        unnest(
            generate_series(
                $first_month::date,
                least($to::date, (select as_of.as_of_date from as_of)),
                interval 1 month
            )
        )::date as month,
        0 as contact_count

),

sums as (

    select
        month,
        coalesce(sum(contact_count), 0)::bigint as contact_count,
        coalesce(sum(attendee_count), 0)::bigint as attendee_count,
        coalesce(sum(lead_count), 0)::bigint as lead_count,
        sum(online_count)::double / nullif(sum(channel_known_count), 0)::double as online_share,
        coalesce(sum(new_project_count), 0)::bigint as new_project_count,
        coalesce(sum(signed_count), 0)::bigint as signed_count,
        if(
            coalesce(sum(signed_count), 0) = 0 or sum(signed_investment_known_count) > 0,
            coalesce(sum(signed_investment_wan_cny), 0)::double,
            null
        ) as signed_investment_wan_cny,
        coalesce(sum(landed_count), 0)::bigint as landed_count,
        coalesce(sum(received_fdi_wan_usd), 0)::double as received_fdi_wan_usd

    from cells

    group by month

)

select
    sums.month,
    if(sums.month >= span.first_contact_month, sums.contact_count, null) as contact_count,
    if(sums.month >= span.first_contact_month, sums.attendee_count, null) as attendee_count,
    if(sums.month >= span.first_contact_month, sums.lead_count, null) as lead_count,
    sums.online_share,
    if(sums.month >= span.first_project_month, sums.new_project_count, null)
        as new_project_count,
    if(sums.month >= span.first_project_month, sums.signed_count, null) as signed_count,
    if(sums.month >= span.first_project_month, sums.signed_investment_wan_cny, null)
        as signed_investment_wan_cny,
    if(sums.month >= span.first_project_month, sums.landed_count, null) as landed_count,
    if(sums.month >= span.first_receipt_month, sums.received_fdi_wan_usd, null)
        as received_fdi_wan_usd

from sums

cross join span

order by sums.month
