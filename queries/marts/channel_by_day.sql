-- How many contacts went through each channel on each day?
-- One row per day, district, industry, capital and channel ('unknown' where the cell is).

create or replace table channel_by_day as

select
    contact_date as day,
    district,
    industry,
    capital,
    coalesce(channel, 'unknown') as channel,
    count(*) as contact_count

from located_contacts

group by all

order by day
