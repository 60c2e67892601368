"""Sites: buildings and who is behind them, viewings, the pipe, output per mu of the land."""

import streamlit as st

from components import drill, exhibit_rows, page, stopped
from components.plain_text import plain
from promotion import missing_ledger, narrative
from promotion.exhibits import site_notes, sites
from promotion.language import _

data, filters = page.open(_("Sites"))

missing = site_notes.without_ledger(data)
if missing:
    st.info(plain(f"{missing} {missing_ledger.how_to_add(data, 'carriers')}"))
    st.stop()

with stopped.told_instead():
    page.key_points(
        narrative.site_points(
            sites.building_occupancy(data, filters),
            sites.site_viewings(data, filters),
            sites.output_per_mu(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (sites.building_occupancy,),
    (sites.building_list,),
    (sites.site_viewings, sites.site_projects),
    (sites.output_per_mu,),
)
drill.show(data, filters)
