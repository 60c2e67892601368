-- What became of each file?
-- One row per file; row_count = loaded_count + refused_count; kind is null for a refused file.
-- reason is a message id; details and notes are JSON lists of message ids and what fills them.

create or replace table ledger_files as

select
    file,
    kind,
    row_count,
    loaded_count,
    refused_count,
    reason,
    details,
    notes,
    encoding

from batch
