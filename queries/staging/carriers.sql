-- Which buildings, parks and parcels are there?
-- One row per carrier: its own number is carrier_id.
-- file and line say where the row stands; null is unknown.

create or replace table carriers (
    carrier_id varchar,
    carrier_name varchar,
    district varchar,
    kind varchar,
    industry_focus varchar,
    developer varchar,
    operator varchar,
    total_area_m2 decimal(18, 6),
    leased_area_m2 decimal(18, 6),
    land_mu decimal(18, 6),
    required_output_wan_cny_per_mu decimal(18, 6),
    opened_date date,
    file varchar,
    line bigint
)
