-- Which rows of marts/activity_by_day are of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table activity_by_day as

select *

from whole.activity_by_day

where list_contains($districts, district)
