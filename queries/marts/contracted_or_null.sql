-- Is an amount of foreign capital contracted known?
-- The amount; null where no ledger covers it, or where amounts are unknown and none is known.
-- Counts as in foreign_capital_by_day; a null count is none.

create or replace macro contracted_or_null(amount, known_count, unknown_count, is_covered) as (
    if(
        is_covered and (coalesce(known_count, 0) > 0 or coalesce(unknown_count, 0) = 0),
        coalesce(amount, 0),
        null
    )
)::double
