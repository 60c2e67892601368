-- Which notes are of the whole region or of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table annotations as

select *

from whole.annotations

where
    district is null
    or list_contains($districts, district)
