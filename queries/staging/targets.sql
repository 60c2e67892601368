-- What is to be reached by the end of the year?
-- One row per year, district and metric.
-- file and line say where the row stands; null is unknown.

create or replace table targets (
    year integer,
    district varchar,
    metric varchar,
    target decimal(18, 6),
    file varchar,
    line bigint
)
