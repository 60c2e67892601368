-- Which buildings, parks and parcels stand in the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table carriers as

select *

from whole.carriers

where list_contains($districts, district)
