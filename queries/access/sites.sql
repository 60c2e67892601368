-- Which sites stand in the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table sites as

select *

from whole.sites

where list_contains($districts, district)
