-- On which days did what happen to one project?
-- One row per event and day, in the order of a project's course; event_count is how many times.
-- $id: the project's number.

select
    event,
    event_day,
    count(*) as event_count

from project_events($id)

group by
    event,
    event_place,
    event_day

order by
    event_place,
    event_day
