"""Whoever comes first after a restart, by whatever address, meets the whole dashboard."""

import pytest

from tests.browser.page_state import foreign_requests, wait_idle


@pytest.mark.parametrize("address", ["/district?district=cixi", "/industry", "/"])
def test_the_first_visitor_after_a_restart_meets_the_page_in_its_frame(
    start_dashboard, page, address
):
    page.goto(start_dashboard() + address)
    wait_idle(page)

    assert page.get_by_role("dialog").count() == 0
    assert page.locator('[data-testid="stException"]').count() == 0
    assert page.locator('[data-testid="stSidebar"] [data-testid="stMultiSelect"]').count() > 0
    assert page.locator('[data-testid="stMain"] h1').count() == 1
    assert page.url.split("?")[0].endswith(address.split("?")[0])
    assert foreign_requests(page) == []


def test_the_script_of_charts_is_on_its_way_before_the_page_has_connected(dashboard_url, page):
    page.goto(dashboard_url)
    wait_idle(page)

    asked = page.requests_made
    scripts = [place for place, url in enumerate(asked) if "/PlotlyChart." in url]
    connected = [place for place, url in enumerate(asked) if url.startswith("ws:")]
    assert len(scripts) == 1
    assert scripts[0] < connected[0]


def test_without_our_announcement_of_the_pages_streamlit_finds_none(
    start_dashboard, page, tmp_path
):
    """Why dashboard.py announces them; once this fails, it need not any more."""
    section = tmp_path / "pages" / "section"
    section.mkdir(parents=True)
    (section / "district.py").write_text("import streamlit as st\nst.title('District')\n")
    script = tmp_path / "dashboard.py"
    script.write_text(
        "import streamlit as st\n"
        "page = st.Page('pages/section/district.py', url_path='district')\n"
        "st.navigation([st.Page(lambda: None, title='Home'), page]).run()\n"
    )

    page.goto(start_dashboard(script=script) + "/district")
    wait_idle(page)

    assert "Page not found" in page.get_by_role("dialog").inner_text()
