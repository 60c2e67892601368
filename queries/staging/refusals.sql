-- Which rows and files were refused, and why?
-- One row per refused row or file. reason is a message id, details a JSON list of all reasons.

create or replace table refusals as

select
    file,
    line,
    column_name,
    value,
    reason,
    details

from batch
