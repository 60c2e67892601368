"""What a period, a comparison and filters that leave nothing make of a page."""

from tests.browser.reader import main, sidebar, visit, wait_for_view, wait_for_words


def type_month(page, field, month):
    """Nothing; types the month of a date, which counts once its field is left."""
    sidebar(page).get_by_role("spinbutton", name=f"month, {field}").click()
    page.keyboard.type(month)
    page.locator("h1").click()


def test_an_empty_result_names_the_filter_that_emptied_it_and_no_other(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?industry=unclassified&capital=foreign")
    empty = page.locator(".empty-figure").first.inner_text()

    assert "industries (Unclassified)" in empty
    assert "capital" not in empty
    assert "districts" not in empty


def test_without_comparison_nothing_is_compared(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?compare=none")

    assert "compared with" not in main(page).inner_text()
    assert "on the period before" not in main(page).inner_text()
    assert set(page.locator(".headline .change").all_inner_texts()) == {"no comparison"}


def test_a_period_outside_the_ledgers_says_so(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?period=custom&from=2015-01-01&to=2015-12-31")

    wait_for_words(page, "the period lies outside the ledgers")
    assert "2015" in page.locator(".page-head p").first.inner_text()


def test_days_typed_by_hand_become_the_period(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?period=custom&from=2020-04-01&to=2020-06-30")
    type_month(page, "From", "02")
    wait_for_view(page, "from=2020-02-01")
    type_month(page, "To", "05")
    wait_for_view(page, "to=2020-05-30")

    assert (
        page.locator(".page-head p").first.inner_text().startswith("1 February 2020 – 30 May 2020")
    )
