-- What happened, and on which day?
-- One row per note; text is for every language without a text of its own, a null district is the
-- whole region.
-- file and line say where the row stands; null is unknown.

create or replace table annotations (
    date date,
    text varchar,
    text_zh varchar,
    text_en varchar,
    kind varchar,
    district varchar,
    file varchar,
    line bigint
)
