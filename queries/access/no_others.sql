-- Whatever is asked from now on, nothing else outside of the database is read, nor can that be
-- changed back. Nothing comes back.

set enable_external_access = false;

set lock_configuration = true;
