-- In what state was each ledger when it was read?
-- One row per ledger that could be opened: a changed state means that it must be read again.

create or replace table ledger_states as

select
    file,
    state

from batch
