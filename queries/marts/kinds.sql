-- Which kinds of ledger hold at least one row?
-- One row per kind.

create or replace table kinds as

select distinct kind

from ledger_files

where loaded_count > 0
