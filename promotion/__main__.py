"""`python -m promotion …`: the command line."""

import sys

from promotion.cli import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its number rather than failing.
        stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
