-- What stands in the ledgers and is not in the figures of foreign capital, or only in part?
-- One row. unsigned_*: projects known by the period's end that name an amount contracted and
-- are not signed by then. unmatched_*: instalments within the period of projects that no
-- ledger holds, whatever the other choices, as they have no district. unread_count: instalments
-- within the period of known projects of which no amount is known.
-- contracted_unknown_count: foreign projects signed within the period whose amount is unknown.
-- unflagged_count: projects known by the period's end of which it is not known whether a
-- Fortune 500 company stands behind them. domestic_fortune_500_count: those of which one does, of
-- domestic origin.
-- unflagged_*_wan_usd, no_origin_*_wan_usd: amounts counted of projects of which that, or the
-- origin, is not known.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

projects_then as (

    select
        projects.*,
        projects.signed_date is null or projects.signed_date > $to::date as is_unsigned

    from project_stages_at($to, $districts, $industries, $capital) as stages

    inner join located_projects as projects
        on stages.project_id = projects.project_id

),

of_projects as (

    select
        count(*) filter (
            where is_unsigned and contracted_fdi_wan_usd > 0
        ) as unsigned_count,
        sum(contracted_fdi_wan_usd) filter (where is_unsigned)::double as unsigned_wan_usd,
        count(*) filter (where is_fortune_500 is null) as unflagged_count,
        count(*) filter (
            where is_fortune_500 is true and capital = 'domestic'
        ) as domestic_fortune_500_count

    from projects_then

),

of_receipts as (

    select
        count(*) filter (
            where located_projects.project_id is null and receipts.received_fdi_wan_usd > 0
        ) as unmatched_count,
        sum(receipts.received_fdi_wan_usd) filter (
            where located_projects.project_id is null
        )::double as unmatched_wan_usd,
        count(*) filter (
            where
            located_projects.project_id is not null
            and receipts.received_fdi_wan_usd is null
            and receipts.received_domestic_wan_cny is null
            and (len($districts) = 0 or list_contains($districts, located_projects.district))
            and (
                len($industries) = 0
                or list_contains($industries, located_projects.industry)
            )
            and ($capital = 'all' or located_projects.capital = $capital)
        ) as unread_count

    from receipts

    left join located_projects
        on receipts.project_id = located_projects.project_id

    where receipts.received_date between $from::date and $to::date

),

of_contracts as (

    select
        coalesce(sum(contracted_unknown_count), 0)::bigint as contracted_unknown_count,
        sum(contracted_fdi_wan_usd) filter (where is_fortune_500 is null)::double
            as unflagged_contracted_wan_usd,
        sum(received_fdi_wan_usd) filter (where is_fortune_500 is null)::double
            as unflagged_received_wan_usd,
        sum(contracted_fdi_wan_usd) filter (where origin_country = 'unknown')::double
            as no_origin_contracted_wan_usd,
        sum(received_fdi_wan_usd) filter (where origin_country = 'unknown')::double
            as no_origin_received_wan_usd

    from foreign_capital_within($from, $to, $districts, $industries, $capital)

)

select
    of_projects.unsigned_count,
    of_projects.unsigned_wan_usd,
    of_projects.unflagged_count,
    of_projects.domestic_fortune_500_count,
    of_receipts.unmatched_count,
    of_receipts.unmatched_wan_usd,
    of_receipts.unread_count,
    of_contracts.contracted_unknown_count,
    of_contracts.unflagged_contracted_wan_usd,
    of_contracts.unflagged_received_wan_usd,
    of_contracts.no_origin_contracted_wan_usd,
    of_contracts.no_origin_received_wan_usd

from of_projects

cross join of_receipts

cross join of_contracts
