-- Which industries are there, in their order?
-- One row per industry.

create or replace table industries as

select
    industry,
    name_en,
    name_zh,
    industry_order

from batch
