-- From which day to which day does each kind of ledger reach? One row per kind with any row.

select
    kind,
    first_date,
    last_date

from coverage

order by kind
