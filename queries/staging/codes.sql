-- What is each code of the other lists called?
-- One row per list and code, in the order of its table.

create or replace table codes as

select
    list,
    code,
    name_en,
    name_zh,
    code_order

from batch
