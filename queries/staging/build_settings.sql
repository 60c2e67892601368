-- How does the database behave while it is built?
-- It prints no bar of its progress among what is printed, and takes at most so much memory: what
-- does not fit goes to its own file on the disk. Ten million contacts then need 1.4 GB in all.
-- Nothing comes back.

set enable_progress_bar = false;

set memory_limit = '1GB';
