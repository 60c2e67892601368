"""Names of sheets: legal in every spreadsheet, different from each other, in their order."""

import re

from promotion.exports.cells import plain_text

LONGEST = 31  # in UTF-16 units, as spreadsheets count
_ILLEGAL = re.compile(r"[\[\]:*?/\\\s]+")


def sheet_name(number: int, title: str) -> str:
    """The number and as much of the title as fits; the number tells equal ones apart."""
    name = f"{number} {_ILLEGAL.sub(' ', plain_text(title)).strip()}"
    while len(name.encode("utf-16-le")) // 2 > LONGEST:
        name = name[:-1]
    return name.rstrip(" '")  # spreadsheets allow no apostrophe at the end


def link_to(name: str) -> str:
    """The address of the sheet's first cell within its workbook."""
    quoted = name.replace("'", "''")
    return f"internal:'{quoted}'!A1"
