-- What is each country called?
-- Rows and columns as in the whole database, of which it tells nothing but this.

create table countries as

select *

from whole.countries
