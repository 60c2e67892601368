-- How far is a statement that takes long? Nobody asks: it would be printed among what is printed.
-- Nothing comes back.

set enable_progress_bar = false
