"""The data behind the figures: what was read, what the checks find, what each word means."""

from components import page, stopped, text_table
from promotion import checks, code_book
from promotion.language import _
from promotion.query import records_of

data, filters = page.open(_("Data"))

text_table.show(
    "files",
    _("Ledgers read"),
    (_("File"), _("Kind"), _("Rows"), _("Loaded"), _("Refused")),
    (
        (
            text_table.AsWritten(row["file"]),
            code_book.kind_name(row["kind"]),
            row["row_count"],
            row["loaded_count"],
            row["refused_count"],
        )
        for row in records_of(data.run("data/files"))
    ),
)
with stopped.told_instead():
    text_table.show(
        "checks",
        _("Checks: rows that are kept and should be looked at"),
        (_("Check"), _("Rows")),
        ((check.title, check.count) for check in checks.run_checks(data, most_rows=1)),
    )
text_table.show(
    "exhibits",
    _("Dictionary: what each figure shows"),
    (_("Figure"), _("What it shows and how it counts")),
    ((row["name"], row["definition"]) for row in code_book.exhibit_rows()),
)
text_table.show(
    "measures",
    _("Dictionary: what each measure means"),
    (_("Measure"), _("Unit"), _("Definition")),
    (
        (row["name"], row["unit"], row["definition"])
        for row in code_book.measure_rows()
        if row["definition"]
    ),
)
