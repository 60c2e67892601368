-- Which projects are of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table projects as

select *

from whole.projects

where list_contains($districts, district)
