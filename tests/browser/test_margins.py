"""Charts arrive with the margins their labels need, so that a browser draws each once."""

import pytest

from tests.browser.looks import LEGENDS, misplaced_legends
from tests.browser.reader import visit

_MARGINS = """charts => charts.map((chart) => {
  const {l, r, t, b} = chart.layout.margin;
  const size = chart._fullLayout._size;
  return {given: [l, r, t, b], needed: [size.l, size.r, size.t, size.b]};
})"""


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_no_chart_of_the_overview_needs_wider_margins_than_it_came_with(
    new_page, dashboard_url, locale
):
    page = visit(new_page(locale, 1920, 1080), dashboard_url)
    margins = page.locator(".js-plotly-plot").evaluate_all(_MARGINS)

    assert len(margins) == 7
    assert [each["needed"] for each in margins] == [each["given"] for each in margins]


def test_a_legend_follows_its_plot_when_the_window_is_made_wider(windows, dashboard_url):
    with windows.lent("zh-CN", 1366, 768) as page:
        visit(page, dashboard_url)
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.wait_for_function(
            f"""() => ({LEGENDS})().every((legend) => 1 >= legend.into)
                && [...document.querySelectorAll(".js-plotly-plot")]
                    .every((chart) => chart._fullLayout.width > 700)""",
            timeout=10_000,
        )

        assert misplaced_legends(page) == []
