-- Which projects are there, and whose capital is each?
-- One row per project, all its columns and capital: foreign for any origin but CN (Hong Kong,
-- Macao and Taiwan count as foreign, as in official statistics), unknown where the origin is.

create or replace view located_projects as

select
    *,
    case
        when origin_country is null then 'unknown'
        when origin_country = 'CN' then 'domestic'
        else 'foreign'
    end as capital

from projects
