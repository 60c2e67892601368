-- Which contacts with investors do the ledgers hold?
-- One row per contact: its own number is contact_id; attendee_count 1 and lead_count 0 where blank.
-- file and line say where the row stands; null is unknown.

create or replace table contacts (
    contact_id varchar,
    project_id varchar,
    district varchar,
    industry varchar,
    contact_date date,
    channel varchar,
    activity varchar,
    organisation varchar,
    origin_country varchar,
    attendee_count integer,
    lead_count integer,
    carrier_id varchar,
    concern varchar,
    concern_resolved_date date,
    staff varchar,
    file varchar,
    line bigint
)
