-- From which day to which does each kind of ledger reach? The whole's days, so that periods agree.
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table coverage as

select *

from whole.coverage
