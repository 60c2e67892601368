-- Which kinds of ledger are there at all?
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table kinds as

select *

from whole.kinds
