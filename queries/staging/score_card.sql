-- How many points does reaching the target of a metric earn?
-- One row per metric and district; a null district is every district without a row of its own.
-- file and line say where the row stands; null is unknown.

create or replace table score_card (
    metric varchar,
    weight decimal(18, 6),
    district varchar,
    file varchar,
    line bigint
)
