-- Which steps did projects of the districts served take?
-- Rows and columns as in the whole database. $districts: the districts served.

create table stage_steps as

select *

from whole.stage_steps

where list_contains($districts, district)
