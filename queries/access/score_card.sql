-- Which weights hold for every district or for the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table score_card as

select *

from whole.score_card

where
    district is null
    or list_contains($districts, district)
