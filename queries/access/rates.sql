-- How many yuan is a US dollar?
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table rates as

select *

from whole.rates
