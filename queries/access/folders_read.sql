-- From which folders may views read files, before everything else outside is closed to them?
-- $folders: their paths, each with a slash at its end. Nothing comes back.

set allowed_directories = $folders;
