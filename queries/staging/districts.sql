-- Which districts are there, in official order?
-- One row per district.

create or replace table districts as

select
    district,
    name_en,
    name_zh,
    adcode,
    grid_row,
    grid_column,
    district_order

from batch
