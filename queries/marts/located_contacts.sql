-- Which contacts are there, in which industry, by which channel, with whose capital?
-- One row per contact, all its columns; industry is the contact's own, else its project's, else
-- unclassified; capital as in located_projects; is_online is null where the channel is unknown.

create or replace view located_contacts as

select
    contacts.* exclude (industry),
    coalesce(contacts.industry, projects.industry, 'unclassified') as industry,
    case
        when contacts.origin_country is null then 'unknown'
        when contacts.origin_country = 'CN' then 'domestic'
        else 'foreign'
    end as capital,
    channels.is_online

from contacts

left join projects
    on contacts.project_id = projects.project_id

left join channels
    on contacts.channel = channels.channel
