-- Where does each ledger that holds rows of the districts served come from?
-- Rows and columns as in the whole database.

create table sources as

select sources.*

from whole.sources

semi join ledger_files
    on sources.file = ledger_files.file
