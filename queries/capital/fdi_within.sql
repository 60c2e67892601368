-- Of the foreign capital contracted and received, how much came from Fortune 500 companies and
-- from Hong Kong, Macao and Taiwan?
-- One row per part: all, and of it fortune_500, hong_kong, macao, taiwan, and these three
-- together; the parts overlap. Zeros where there was none.
-- funds_in_place_rate = received ÷ contracted; received may belong to earlier contracts.
-- *_share_of_all: the part's ÷ all's; null of nothing. *_compared: in the compared period.
-- contracted_unknown_count: foreign projects signed whose amount is unknown. Null: contracted
-- where no amount of any is known, each amount where its ledger does not cover the period (the
-- compared period from its beginning).
-- $from, $to: the period. $compare_from, $compare_to: the compared period, or null.
-- $districts, $industries: empty counts all. $capital: all, foreign or domestic.

with

parts as (

    select
        unnest([
            'all', 'fortune_500', 'hong_kong', 'macao', 'taiwan', 'hong_kong_macao_taiwan'
        ]) as capital_part,
        unnest(range(6)) as part_order

),

cells as (

    select
        'this' as period,
        *

    from foreign_capital_within($from, $to, $districts, $industries, $capital)

    union all by name

    select
        'compared' as period,
        *

    from
        foreign_capital_within(
            $compare_from, $compare_to, $districts, $industries, $capital
        )

),

sums as (

    select
        parts.capital_part,
        cells.period,
        sum(cells.contracted_fdi_wan_usd) as contracted_fdi_wan_usd,
        sum(cells.contracted_project_count)::bigint as contracted_project_count,
        sum(cells.contracted_known_count)::bigint as contracted_known_count,
        sum(cells.contracted_unknown_count)::bigint as contracted_unknown_count,
        sum(cells.received_fdi_wan_usd)::double as received_fdi_wan_usd

    from cells

    inner join parts
        on
            parts.capital_part = 'all'
            or parts.capital_part = 'fortune_500' and cells.is_fortune_500 is true
            or parts.capital_part = 'hong_kong' and cells.origin_country = 'HK'
            or parts.capital_part = 'macao' and cells.origin_country = 'MO'
            or parts.capital_part = 'taiwan' and cells.origin_country = 'TW'
            or (
                parts.capital_part = 'hong_kong_macao_taiwan'
                and cells.origin_country in ('HK', 'MO', 'TW')
            )

    group by all

),

known as (

    select
        parts.capital_part,
        parts.part_order,
        contracted_or_null(
            this.contracted_fdi_wan_usd,
            this.contracted_known_count,
            this.contracted_unknown_count,
            ledgers.has_projects
        ) as contracted_fdi_wan_usd,
        if(ledgers.has_receipts, coalesce(this.received_fdi_wan_usd, 0), null)
            as received_fdi_wan_usd,
        if(ledgers.has_projects, coalesce(this.contracted_project_count, 0), null)
            as contracted_project_count,
        if(ledgers.has_projects, coalesce(this.contracted_unknown_count, 0), null)
            as contracted_unknown_count,
        contracted_or_null(
            compared.contracted_fdi_wan_usd,
            compared.contracted_known_count,
            compared.contracted_unknown_count,
            compared_ledgers.has_projects
        ) as contracted_compared,
        if(compared_ledgers.has_receipts, coalesce(compared.received_fdi_wan_usd, 0), null)
            as received_compared

    from parts

    cross join ledgers_within($from, $to) as ledgers

    cross join ledgers_within($compare_from, $compare_from) as compared_ledgers

    left join sums as this
        on
            parts.capital_part = this.capital_part
            and this.period = 'this'

    left join sums as compared
        on
            parts.capital_part = compared.capital_part
            and compared.period = 'compared'

)

select
    capital_part,
    contracted_fdi_wan_usd,
    received_fdi_wan_usd,
    contracted_project_count,
    received_fdi_wan_usd / nullif(contracted_fdi_wan_usd, 0) as funds_in_place_rate,
    contracted_unknown_count,
    contracted_fdi_wan_usd
    / nullif(first_value(contracted_fdi_wan_usd) over (order by part_order), 0)
        as contracted_share_of_all,
    received_fdi_wan_usd
    / nullif(first_value(received_fdi_wan_usd) over (order by part_order), 0)
        as received_share_of_all,
    contracted_compared,
    received_compared

from known

order by part_order
