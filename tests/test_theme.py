"""Looks: text that can be read and colours that can be told apart, in both looks and in grey."""

import itertools
from dataclasses import replace

import pytest

from promotion import charts, theme
from promotion.exhibits import overview
from tests.ledgers import english

looks = pytest.mark.parametrize("dark", (False, True), ids=("light", "dark"))
READABLE_CONTRAST = 4.5  # WCAG 2.1 AA, text of ordinary size
LEAST_GREY_DISTANCE = 4  # of CIE lightness, 0 to 100


def channels(colour):
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(colour):
    """Relative luminance as WCAG defines it."""
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in channels(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightness(colour):
    """CIE lightness, 0 to 100: what is left of a colour in greyscale."""
    share = luminance(colour)
    return 116 * share ** (1 / 3) - 16 if share > 0.008856 else 903.3 * share


def scale_colour(share, dark):
    """The colour of the shading at a share of its largest value."""
    stops = theme.palette(dark).scale
    place = min(int(share * (len(stops) - 1)), len(stops) - 2)
    part = share * (len(stops) - 1) - place
    mixed = [
        round(255 * (low + (high - low) * part))
        for low, high in zip(channels(stops[place]), channels(stops[place + 1]), strict=True)
    ]
    return "#" + "".join(f"{each:02x}" for each in mixed)


@looks
def test_text_is_legible_on_the_ground(dark):
    look = theme.palette(dark)

    for text, ground in itertools.product((look.text, look.muted_text), (look.ground, look.panel)):
        assert contrast(text, ground) >= READABLE_CONTRAST


@looks
@pytest.mark.parametrize("hundredths", range(0, 101, 5))
def test_words_on_a_tile_are_legible_however_it_is_shaded(small, dark, hundredths):
    made = overview.district_map(small, english())
    counts = [hundredths, *[0] * (len(made.table) - 2), 100]
    exhibit = replace(made, table=made.table.assign(contact_count=counts))
    _tiles, words = charts.figure(exhibit, {}, dark=dark).data

    ground = scale_colour(hundredths / 100, dark)
    assert contrast(words.textfont.color[0], ground) >= READABLE_CONTRAST


@looks
@pytest.mark.parametrize("hundredths", range(0, 101, 5))
def test_words_in_a_heat_map_are_legible_however_the_cell_is_shaded(small, dark, hundredths):
    made = overview.activity_by_district_and_industry(small, english())
    counts = [hundredths, *[0] * (len(made.table) - 2), 100]
    exhibit = replace(made, table=made.table.assign(contact_count=counts))
    _cells, words = charts.figure(exhibit, {}, dark=dark).data

    ground = scale_colour(hundredths / 100, dark)
    assert contrast(words.textfont.color[0], ground) >= READABLE_CONTRAST


@looks
def test_districts_stand_out_from_the_ground_and_from_each_other_in_grey(small, dark):
    colours = list(theme.district_colours(small.district_places, dark).values())

    for colour in colours:
        assert contrast(colour, theme.palette(dark).ground) >= 3
    for one, other in itertools.combinations(colours, 2):
        assert abs(lightness(one) - lightness(other)) >= LEAST_GREY_DISTANCE, (one, other)
