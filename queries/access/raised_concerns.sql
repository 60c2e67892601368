-- Which concerns were raised in contacts of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table raised_concerns as

select *

from whole.raised_concerns

where list_contains($districts, district)
