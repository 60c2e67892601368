-- Which kinds of ledger hold at least one row? One row per kind.

select distinct kind

from ledger_files

where loaded_count > 0

order by kind
