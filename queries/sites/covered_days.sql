-- From which day to which do the contacts cover the period, up to the as-of date?
-- One row; none without a contacts ledger or where they cover none of its days.
-- $from, $to: the period.

select
    first_day,
    last_day

from viewing_days($from, $to)
