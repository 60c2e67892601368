-- As of which day do the data stand, and are they invented?
-- One row. The newest as-of date that sources.csv states; where it states none, the newest
-- date in the contacts (DATA.md: sources).

create or replace table as_of as

select
    coalesce(
        (select max(as_of_date) from sources),
        (select last_date from coverage where kind = 'contacts'),
        (select last_date from coverage where kind = 'projects')
    ) as as_of_date,
    exists(select 1 from sources where starts_with(source, 'sample data')) as is_sample
