-- Where does each ledger come from, and up to which day is it complete?
-- One row per file that sources.csv names.
-- file and line say where the row stands; null is unknown.

create or replace table sources (
    file varchar,
    source varchar,
    as_of_date date,
    stated_in varchar,
    line bigint
)
