-- Which targets are of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table targets as

select *

from whole.targets

where list_contains($districts, district)
