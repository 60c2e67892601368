-- What became of each file in the earlier build, and in what state was it?
-- One row per file, in name order; state is null where the file is to be read again.

select
    ledger_files.file,
    ledger_files.kind,
    ledger_files.row_count,
    ledger_files.details,
    ledger_files.notes,
    ledger_files.encoding,
    ledger_states.state

from earlier.ledger_files

left join earlier.ledger_states
    on ledger_files.file = ledger_states.file

order by ledger_files.file
