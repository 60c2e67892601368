-- Which promotion projects do the ledgers hold?
-- One row per project: its own number is project_id.
-- file and line say where the row stands; null is unknown.

create or replace table projects (
    project_id varchar,
    project_name varchar,
    district varchar,
    industry varchar,
    carrier_id varchar,
    investor varchar,
    origin_country varchar,
    is_fortune_500 boolean,
    investment_kind varchar,
    lead_source varchar,
    chain_role varchar,
    referred_by varchar,
    is_key boolean,
    agreed_investment_wan_cny decimal(18, 6),
    contracted_fdi_wan_usd decimal(18, 6),
    land_mu decimal(18, 6),
    planned_output_wan_cny decimal(18, 6),
    lead_date date,
    negotiation_date date,
    signed_date date,
    landed_date date,
    production_date date,
    closed_date date,
    closed_reason varchar,
    owner varchar,
    next_follow_up_date date,
    updated_date date,
    file varchar,
    line bigint
)
