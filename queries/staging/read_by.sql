-- By which reference tables were the ledgers read? One row: what tells those tables from others.

create or replace table read_by as

select reference_digest

from batch
