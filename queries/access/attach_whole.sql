-- Nothing; the whole database is at hand, to be read only, under the name whole.
-- $path: where it lies.

attach $path as whole (read_only)  -- noqa: PRS
