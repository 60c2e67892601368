"""The dashboard's frame: settings, language, filters and navigation, run before every page."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from components import (
    access,
    chart_library,
    figure_actions,
    filter_sidebar,
    ledgers,
    meeting_screen,
    page,
    page_aids,
    screen_mode,
    search_box,
    stopped,
    style,
    superseded,
    turning,
)
from promotion.language import N_, _

ICON = Path(__file__).parent / "components" / "icon.svg"

SIDEBAR_PX = 256  # what the filters need; the rest of the window is for the figures

# File, title and address of each page, in the order of the menu; the overview is the first.
PAGES = (
    ("overview/overview", N_("Overview"), "home"),
    ("district/district", N_("District"), "district"),
    ("industry/industry", N_("Industry"), "industry"),
    ("projects/library", N_("Project library"), "library"),
    ("contacts/cloud", N_("Cloud promotion"), "cloud"),
    ("capital/foreign_capital", N_("Foreign capital"), "foreign_capital"),
    ("chain/supply_chain", N_("Supply chain"), "supply_chain"),
    ("sites/sites", N_("Sites"), "sites"),
    ("compare/compare", N_("Compare"), "compare"),
    ("targets/targets", N_("Targets"), "targets"),
    ("briefing/briefing", N_("Briefing"), "briefing"),
    ("data/data", N_("Data"), "data"),
)


def pages() -> list[st.Page]:
    """The pages in the order of the menu, titles in the language in use."""
    menu = [
        st.Page(
            f"pages/{file}.py",
            title=_(title),
            url_path=address,
            default=place == 0,
        )
        for place, (file, title, address) in enumerate(PAGES)
    ]
    # The first page's own address is /; /overview is what readers guess and links may say.
    other_address = st.Page(
        overview_page, title=_("Overview"), url_path="overview", visibility="hidden"
    )
    # What the search box finds, and each thing found.
    found = st.Page(
        "pages/record/record.py", title=_("Search"), url_path=turning.PAGE, visibility="hidden"
    )
    return [*menu, other_address, found]


def overview_page() -> None:
    """Nothing; turns to the overview under its other address."""
    st.switch_page("pages/overview/overview.py", query_params=st.query_params)


def main() -> None:
    """Nothing; draws the frame and the page the reader is on."""
    superseded.forget()
    filter_sidebar.use_language()
    # Without an icon of our own the browser would fetch the page's from the internet.
    st.set_page_config(
        page_title=_("Investment promotion"),
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_PX,
    )
    style.apply()
    page_aids.apply()
    reader = access.reader()  # before anything of the data is opened
    navigation = st.navigation(pages(), position="top")  # the sidebar is for the filters
    with stopped.told_instead():
        turning.turn(navigation.url_path)
        serving = ledgers.serve(reader.scope)
        search_box.show(navigation.url_path)
        filters = filter_sidebar.choose(serving.database, navigation.url_path)
        if navigation.url_path in screen_mode.PAGES:
            screen_mode.offer()
        access.show_account()
        page.remember(serving, filters, navigation.url_path)
        if screen_mode.is_on() and navigation.url_path == screen_mode.PAGES[0]:
            meeting_screen.show(serving, filters)
            return
        figure_actions.forget_shown()
        navigation.run()
        figure_actions.listen(serving.database, filters)


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
    app = st.App(
        __file__, lifespan=announce_pages, middleware=[Middleware(chart_library.ToldAhead)]
    )
