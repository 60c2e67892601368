-- For which reasons does a project come before the dispatch meeting, and from how many days on?
-- One row per reason, in order.

create or replace table dispatch_reasons as

select
    dispatch_reason,
    least_days,
    dispatch_reason_order

from batch
