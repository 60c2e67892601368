-- Which industries are there?
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table industries as

select *

from whole.industries
