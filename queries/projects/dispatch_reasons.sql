-- From how many days on does each reason bring a project before the dispatch meeting?
-- One row per reason, in order.

select
    dispatch_reason,
    least_days

from dispatch_reasons

order by dispatch_reason_order
