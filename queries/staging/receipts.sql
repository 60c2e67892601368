-- Which capital has arrived?
-- One row per instalment of a project.
-- file and line say where the row stands; null is unknown.

create or replace table receipts (
    project_id varchar,
    received_date date,
    received_fdi_wan_usd decimal(18, 6),
    received_domestic_wan_cny decimal(18, 6),
    file varchar,
    line bigint
)
