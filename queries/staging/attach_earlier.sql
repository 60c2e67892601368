-- Open an earlier build of the same folder as `earlier`, to be read only.
-- $path: where it is.

attach $path as earlier (read_only)  -- noqa: PRS
