-- Which rows of marts/contact_origin_by_day are of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table contact_origin_by_day as

select *

from whole.contact_origin_by_day

where list_contains($districts, district)
