-- How far is each district with its targets for the year of the period's end, against the pace
-- of time?
-- One row per target of a chosen district: the actual from the year's first day to the as-of
-- date (at most the year's last), completion = actual / target, pace = days elapsed / days of
-- the year. Targets are set for all industries and all capital, so those filters do not apply.
-- No rows for a year that begins after the as-of date. $districts: empty counts all.
-- $year_from, $year_to: that year's first day, and its last or the as-of date.

select
    targets.district,
    targets.metric,
    targets.target,
    targets.actual,
    targets.completion,
    ($year_to::date - $year_from::date + 1)::double
    / (($year_from::date + interval 1 year)::date - $year_from::date)::double as pace

from targets_within($year_from, $year_to, $districts) as targets

inner join districts
    on targets.district = districts.district

order by
    districts.district_order,
    targets.line
