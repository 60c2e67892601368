-- How many yuan is a US dollar?
-- One row per year.
-- file and line say where the row stands; null is unknown.

create or replace table rates (
    year integer,
    cny_per_usd decimal(18, 6),
    source varchar,
    file varchar,
    line bigint
)
