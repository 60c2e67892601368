-- Which rows of marts/foreign_capital_by_day are of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table foreign_capital_by_day as

select *

from whole.foreign_capital_by_day

where list_contains($districts, district)
