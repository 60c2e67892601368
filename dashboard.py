"""The dashboard's frame: settings, language, filters and navigation, run before every page."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from components import filter_sidebar, ledgers, page, style
from promotion.language import _

ICON = Path(__file__).parent / "components" / "icon.svg"


def pages() -> list[st.Page]:
    """The pages in the order of the menu, titles in the language in use."""
    return [
        st.Page(
            "pages/overview/overview.py",
            title=_("Overview"),
            icon=":material/dashboard:",
            url_path="home",
            default=True,
        ),
        # The first page's own address is /; /overview is what readers guess and links may say.
        st.Page(
            overview_page,
            title=_("Overview"),
            url_path="overview",
            visibility="hidden",
        ),
        st.Page(
            "pages/district/district.py",
            title=_("District"),
            icon=":material/location_city:",
            url_path="district",
        ),
        st.Page(
            "pages/industry/industry.py",
            title=_("Industry"),
            icon=":material/factory:",
            url_path="industry",
        ),
        st.Page(
            "pages/projects/library.py",
            title=_("Project library"),
            icon=":material/inventory_2:",
            url_path="library",
        ),
        st.Page(
            "pages/sites/sites.py",
            title=_("Sites"),
            icon=":material/apartment:",
            url_path="sites",
        ),
    ]


def overview_page() -> None:
    """Nothing; turns to the overview under its other address."""
    st.switch_page("pages/overview/overview.py", query_params=st.query_params)


def main() -> None:
    """Nothing; draws the frame and the page the reader is on."""
    filter_sidebar.use_language()
    # Without an icon of our own the browser would fetch the page's from the internet.
    st.set_page_config(page_title=_("Investment promotion"), page_icon=ICON, layout="wide")
    style.apply()
    navigation = st.navigation(pages())
    serving = ledgers.serve()
    filters = filter_sidebar.choose(serving.database, navigation.url_path)
    page.remember(serving, filters)
    navigation.run()


@asynccontextmanager
async def announce_pages(_app: st.App) -> AsyncIterator[None]:
    """Nothing; while the server starts, tells Streamlit that pages/ is ours to arrange.

    Until st.navigation has been called once, Streamlit takes pages/ for its older kind of
    app, and the first visitor to a page's own address is told "Page not found".
    """
    logger = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    logger.disabled = True  # it warns that no visitor is there yet, which is the point
    st.navigation(pages())
    logger.disabled = False
    yield


if __name__ == "__main__":  # for each visitor
    main()
else:  # once, when the server starts and finds the app below
    app = st.App(__file__, lifespan=announce_pages)
