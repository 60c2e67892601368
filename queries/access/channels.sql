-- Which channels are there?
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table channels as

select *

from whole.channels
