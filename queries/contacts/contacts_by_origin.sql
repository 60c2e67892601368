-- Where did the investors contacted in the period come from?
-- One row per country or region any came from, the most contacts first; 'unknown' where the cell
-- is. online_share is of contacts whose channel is known, null where there are none.
-- $from, $to: the period. $districts, $industries: empty counts all.
-- $capital: all, foreign or domestic.

select
    origin_country,
    sum(contact_count)::bigint as contact_count,
    sum(attendee_count)::bigint as attendee_count,
    sum(lead_count)::bigint as lead_count,
    sum(online_count)::bigint as online_count,
    sum(channel_known_count)::bigint as channel_known_count,
    sum(online_count)::double / nullif(sum(channel_known_count), 0)::double as online_share

from contact_origin_within($from, $to, $districts, $industries, $capital)

group by origin_country

order by
    contact_count desc,
    origin_country
