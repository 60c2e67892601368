-- Which kinds of ledger hold at least one row? One row per kind.

select kind

from kinds

order by kind
