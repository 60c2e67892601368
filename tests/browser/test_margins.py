"""Charts arrive with the margins their labels need, so that a browser draws each once."""

import pytest

from tests.browser.reader import visit

_MARGINS = """charts => charts.map((chart) => {
  const {l, r, t, b} = chart.layout.margin;
  const size = chart._fullLayout._size;
  return {given: [l, r, t, b], needed: [size.l, size.r, size.t, size.b]};
})"""


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_no_chart_of_the_overview_needs_wider_margins_than_it_came_with(
    browser, dashboard_url, locale
):
    context = browser.new_context(locale=locale, viewport={"width": 1920, "height": 1080})
    page = visit(context.new_page(), dashboard_url)
    margins = page.locator(".js-plotly-plot").evaluate_all(_MARGINS)
    context.close()

    assert len(margins) == 7
    assert [each["needed"] for each in margins] == [each["given"] for each in margins]
