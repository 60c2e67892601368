-- How much foreign capital came as new investment, capital increase and so on?
-- One row per kind of investment, in order, zeros where there was none; 'unknown', last, only
-- where a cell is.
-- funds_in_place_rate = received ÷ contracted; received may belong to earlier contracts.
-- contracted_unknown_count: foreign projects signed whose amount is unknown. Null: contracted
-- where no amount of any is known, each amount where its ledger does not cover the period.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

with

sums as (

    select
        investment_kind,
        sum(contracted_fdi_wan_usd) as contracted_fdi_wan_usd,
        sum(contracted_project_count)::bigint as contracted_project_count,
        sum(contracted_known_count)::bigint as contracted_known_count,
        sum(contracted_unknown_count)::bigint as contracted_unknown_count,
        sum(received_fdi_wan_usd)::double as received_fdi_wan_usd

    from foreign_capital_within($from, $to, $districts, $industries, $capital)

    group by all

),

kinds as (

    select
        code as investment_kind,
        code_order as kind_order

    from codes

    where list = 'investment_kind'

    union all

    select
        investment_kind,
        null as kind_order

    from sums

    where investment_kind = 'unknown'

),

known as (

    select
        kinds.investment_kind,
        kinds.kind_order,
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

    from kinds

    cross join ledgers_within($from, $to) as ledgers

    left join sums
        on kinds.investment_kind = sums.investment_kind

)

select
    investment_kind,
    contracted_fdi_wan_usd,
    received_fdi_wan_usd,
    contracted_project_count,
    received_fdi_wan_usd / nullif(contracted_fdi_wan_usd, 0) as funds_in_place_rate,
    contracted_unknown_count

from known

order by kind_order nulls last
