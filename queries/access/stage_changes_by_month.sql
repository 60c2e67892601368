-- Which rows of marts/stage_changes_by_month are of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table stage_changes_by_month as

select *

from whole.stage_changes_by_month

where list_contains($districts, district)
