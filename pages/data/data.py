"""The data behind the figures: what was read and refused, checks, trial of ledgers, dictionary."""

import streamlit as st

from components import access, dictionary, import_report, ledger_trial, page, stopped
from promotion.data_version import is_marts_folder
from promotion.language import _

data, filters = page.open(_("Data"))
PARTS = {
    "ledgers": _("Ledgers read"),
    "checks": _("Checks"),
    "trial": _("Try ledgers"),
    "dictionary": _("Dictionary"),
}
if data.scope.districts or is_marts_folder(data.folder):
    del PARTS["trial"]  # a district's part, or marts, are no folder that ledgers could go into

part = st.segmented_control(
    _("Part"),
    list(PARTS),
    required=True,
    default="ledgers",
    format_func=PARTS.__getitem__,
    key="data_part",
    persist_state="session",
    label_visibility="collapsed",
)
with stopped.told_instead():
    if part == "ledgers":
        import_report.show_read(data, filters)
        import_report.show_freshness(data)
    elif part == "checks":
        import_report.show_checks(data, filters.language)
    elif part == "trial":
        ledger_trial.show(data, filters, may_adopt=access.reader().may_adopt)
    else:
        dictionary.show(data)
