-- What did reading the ledgers leave out? One row: rows refused in files that were read, all
-- rows of those files, and the files refused whole, in name order.

select
    coalesce(sum(refused_count) filter (where kind is not null), 0)::bigint as refused_row_count,
    coalesce(sum(row_count) filter (where kind is not null), 0)::bigint as row_count,
    coalesce(list(file order by file) filter (where kind is null), []) as refused_files

from ledger_files
