-- Have the settings of the database been locked?
-- One row: is_locked.

select current_setting('lock_configuration')::boolean as is_locked
