-- What is each country or region called?
-- One row per ISO 3166-1 alpha-2 code.

create or replace table countries as

select
    origin_country,
    name_en,
    name_zh

from batch
