-- Which buildings, parks and parcels are there, told apart by their names?
-- One row per carrier, all its columns; where two share a name, each has its number after it.
-- district_order: the official order of the district it stands in.

create or replace table sites as

select
    carriers.* exclude (carrier_name),
    if(
        count(*) over (partition by carriers.carrier_name) > 1,
        carriers.carrier_name || ' (' || carriers.carrier_id || ')',
        carriers.carrier_name
    ) as carrier_name,
    districts.district_order

from carriers

left join districts
    on carriers.district = districts.district
