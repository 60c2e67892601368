-- Which cells became unknown, and why?
-- One row per cell. reason is a message id, details a JSON list of all reasons.

create or replace table blanked_cells as

select
    file,
    line,
    column_name,
    value,
    reason,
    details

from batch
