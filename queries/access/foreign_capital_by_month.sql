-- Which rows of marts/foreign_capital_by_month are of the districts served?
-- Rows and columns as in the whole database. $districts: the districts served.

create table foreign_capital_by_month as

select *

from whole.foreign_capital_by_month

where list_contains($districts, district)
