-- Which projects received more foreign capital than was contracted?
-- One row per project whose contracted amount is known; amounts in 10,000 US dollars.
-- The first $most_rows of them; found_count in each row is how many there are.

with

received as (

    select
        project_id,
        sum(received_fdi_wan_usd) as received_fdi_wan_usd

    from receipts

    group by all

)

select
    projects.file,
    projects.line,
    projects.district,
    projects.project_id as id,
    'received_fdi_wan_usd ' || received.received_fdi_wan_usd::double
    || ' > contracted_fdi_wan_usd ' || projects.contracted_fdi_wan_usd::double as detail,
    count(*) over () as found_count

from projects

inner join received
    on projects.project_id = received.project_id

where received.received_fdi_wan_usd > projects.contracted_fdi_wan_usd

order by
    projects.file,
    projects.line

limit $most_rows
