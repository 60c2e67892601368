"""A view's address and its choices are each made of the other."""

import pytest

from dashboard import PAGES as MENU
from promotion.choices import choose_filters
from promotion.exhibits import PAGES
from promotion.filters import FilterFault, Filters
from promotion.view import choices_of, parameters
from tests.ledgers import days

PERIOD = days("2020-02-03", "2020-02-29")


@pytest.mark.parametrize(
    "filters",
    [
        Filters(PERIOD),
        Filters(PERIOD, "year", ("cixi", "yuyao"), ("healthcare",), "foreign"),
        Filters(PERIOD, compare="none", measure="signed_count"),
    ],
)
def test_a_view_read_from_its_address_is_the_same(small, filters):
    assert choose_filters(small, **choices_of(parameters(filters))) == filters


def test_a_preset_stays_a_preset(small):
    found = parameters(Filters(PERIOD), "last_month")

    assert found == {"period": ["last_month"]}
    assert choose_filters(small, **choices_of(found)).period == days("2020-03-01", "2020-03-31")


def test_the_first_view_has_no_parameters(small):
    assert parameters(choose_filters(small), "latest") == {}


def test_a_day_that_is_none_is_told():
    with pytest.raises(FilterFault, match="'soon' is no date"):
        choices_of({"period": ["custom"], "from": ["soon"]})


def test_every_page_with_exhibits_is_in_the_menu_at_its_address():
    addresses = [address for _file, _title, address in MENU]

    assert [address or "home" for address in PAGES] == addresses[: len(PAGES)]
