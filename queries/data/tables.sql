-- Which tables and views are there?
-- One row per table or view, by name; a view holds no rows of its own.

select
    table_name as name,
    false as is_view

from duckdb_tables()

where not internal

union all

select
    view_name as name,
    true as is_view

from duckdb_views()

where not internal

order by name
