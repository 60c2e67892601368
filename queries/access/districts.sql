-- Which of the districts are served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table districts as

select *

from whole.districts

where list_contains($districts, district)
