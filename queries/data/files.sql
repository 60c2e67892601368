-- Which files were found, of which kind, and what came of their rows?
-- One row per file, in name order; kind is null where the whole file was refused.

select
    file,
    kind,
    row_count,
    loaded_count,
    refused_count

from ledger_files

order by file
