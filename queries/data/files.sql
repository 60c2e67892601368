-- Which files were found, of which kind, and what came of their rows?
-- One row per file, in name order; kind is null where the whole file was refused.
-- details and notes are JSON lists of sentences: why it was refused, what else is to be said of it.

select
    ledger_files.file,
    ledger_files.kind,
    ledger_files.row_count,
    ledger_files.loaded_count,
    ledger_files.refused_count,
    count(blanked_cells.file) as blanked_count,
    ledger_files.details,
    ledger_files.notes

from ledger_files

left join blanked_cells
    on ledger_files.file = blanked_cells.file

group by all

order by ledger_files.file
