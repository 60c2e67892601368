"""Decks, read back: what stands on which slide, and in its notes."""

from datetime import date, datetime, time

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from promotion.descriptions import Calendar, MeasureBars
from promotion.exports.powerpoint import as_pptx, figure_as_pptx
from promotion.filters import Filters, Period
from tests.exports import figures
from tests.exports.decks import (
    DAY,
    behind,
    briefing,
    chart_of,
    deck_of,
    drawn,
    notes_of,
    opened,
    parts_of,
    table_of,
    texts,
)
from tests.exports.figures import COLOURS, bars, by_district, figure


def only_slide(exhibit):
    """The slide of a deck of this exhibit alone."""
    (slide,) = opened(figure_as_pptx(briefing(exhibit).figures[0], COLOURS)).slides
    return slide


def colours_in(chart):
    return [
        point.format.fill.fore_color.rgb
        for series in chart.plots[0].series
        for point in (series.points[index] for index in range(len(series.values)))
    ]


def test_cover_then_key_points_then_a_slide_for_each_exhibit():
    deck = deck_of(bars(), figures.lines(), figures.heat_map())

    assert [slide.shapes.title.text for slide in deck.slides] == [
        "Weekly briefing",
        "Key points",
        *["Contacts by district"] * 3,
    ]
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert deck.slide_height == Inches(7.5)
    assert texts(deck.slides[0])[1:] == ["Q2 2020", "The office · 3 July 2020"]
    assert texts(deck.slides[1])[1:3] == ["Contacts rose.", "Signings fell."]


def test_one_exhibit_alone_has_no_cover():
    slide = only_slide(bars())

    assert slide.shapes.title.text == "Contacts by district"
    assert chart_of(slide) is not None


def test_without_key_points_there_is_no_slide_of_them():
    assert len(deck_of(bars(), points=()).slides) == 2


def test_finding_period_unit_source_and_day_are_on_the_slide():
    exhibit = bars(scope=("North",), notes=("One is unknown.",))

    assert texts(only_slide(exhibit))[:5] == [
        "Contacts by district",
        "Contacts by district is found.",
        "Q2 2020 · North",
        "One is unknown.",
        "Unit: contacts; Source: district ledgers; as of 30 June 2020",
    ]


def test_filters_definition_sources_and_link_are_in_the_notes():
    sources = tuple(f"ledger {number}" for number in range(9))
    slide = deck_of(bars(scope=("North", "Steel"), sources=sources)).slides[2]

    assert notes_of(slide) == [
        "Contacts by district",
        "Contacts by district is found.",
        "Definition: What is counted.",
        "Unit of the rows: contacts",
        "Period: Q2 2020",
        "Compared with: Q1 2020",
        "Filters: North · Steel",
        f"Source: {'; '.join(sources)}",
        "As of: 30 June 2020",
        "Link: http://dashboard.test/?from=2020-04-01",
    ]


def test_invented_data_say_so_on_every_slide():
    deck = deck_of(bars(is_sample=True), figures.lines(), is_sample=True)

    for slide in list(deck.slides)[:3]:
        assert "sample data" in " ".join(texts(slide)).lower()


def test_long_names_of_sources_do_not_push_out_day_and_sample_data():
    exhibit = bars(is_sample=True, sources=("ledger of the district " * 20,) * 3)
    (source,) = (text for text in texts(only_slide(exhibit)) if text.startswith("Unit"))

    assert source.startswith("Unit: contacts; Source: ledger of the district")
    assert source.endswith("; as of 30 June 2020; sample data")


def test_words_are_in_the_readers_language():
    filters = Filters(Period(date(2020, 6, 1), date(2020, 6, 30)), language="zh")
    exhibit = bars(filters=filters, is_sample=True)
    chinese = only_slide(exhibit)

    assert "示例数据" in texts(chinese)[-2]
    assert notes_of(chinese)[4] == "统计期：2020年6月"
    assert 'lang="zh-CN"' in chart_of(chinese).part.blob.decode()


def test_bars_lie_sorted_from_zero_with_the_first_on_top_in_the_districts_colours():
    chart = chart_of(only_slide(bars()))

    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(chart.plots[0].categories) == ["南区", "北区"]
    assert chart.category_axis.reverse_order
    assert chart.value_axis.minimum_scale == 0
    assert [str(colour) for colour in colours_in(chart)] == ["445566", "112233"]
    assert not chart.has_legend
    assert chart.plots[0].series[0].data_labels.show_value


def test_charts_are_set_in_the_fonts_of_the_theme():
    content = as_pptx(briefing(bars()))
    parts = parts_of(content)
    theme = parts["ppt/theme/theme1.xml"].decode()
    (chart,) = (parts[name] for name in parts if name.startswith("ppt/charts/chart"))

    assert '<a:latin typeface="Arial"' in theme
    assert '<a:ea typeface="Microsoft YaHei"' in theme
    assert '<a:accent1><a:srgbClr val="1f5fa8"/></a:accent1>' in theme
    assert chart.count(b"<a:defRPr") == chart.count(
        b'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr>'
    )


def test_stacked_columns_have_the_share_as_a_line_on_an_axis_of_its_own():
    chart = chart_of(only_slide(figures.stacked_columns()))
    columns, line = chart.plots

    assert [series.name for series in columns.series] == ["Phone", "Video"]
    assert [series.name for series in line.series] == ["Online share"]
    assert drawn(chart)["2020-04", "Online share"] == 0.5
    xml = chart.part.blob.decode()
    assert xml.count("<c:valAx>") == 2
    assert '<c:grouping val="stacked"/>' in xml
    assert '<c:max val="1"/>' in xml
    assert chart.has_legend


def test_a_rate_above_the_whole_is_not_cut_off():
    rows = [
        {"month": date(2020, month, 1), "contact_count": 9, "lead_count": 8, "online_share": rate}
        for month, rate in ((4, 0.5), (5, 1.5))
    ]
    measures = ("contact_count", "lead_count")
    chart = chart_of(only_slide(figure(rows, MeasureBars("month", measures, line="online_share"))))

    assert b'<c:max val="1"/>' not in chart.part.blob


def test_a_rate_of_a_small_base_is_in_the_data_but_not_drawn_and_that_is_said():
    rows = [
        {"signed_month": date(2020, 4, 1), "signed_count": 3, "landed_of_signed_count": 3},
        {"signed_month": date(2020, 5, 1), "signed_count": 8, "landed_of_signed_count": 2},
    ]
    for row in rows:
        row["landing_rate"] = row["landed_of_signed_count"] / row["signed_count"]
    described = MeasureBars(
        "signed_month", ("landed_of_signed_count",), line="landing_rate", base="signed_count"
    )
    slide = only_slide(figure(rows, described))
    chart = chart_of(slide)

    assert drawn(chart)["2020-04", "Landing rate"] == 1
    line = chart.plots[1]._element.xpath(".//c:ser")[0]
    assert [each.get("val") for each in line.xpath("c:dLbls/c:dLbl[c:delete]/c:idx")] == ["0"]
    assert line.xpath('c:dPt[c:idx/@val="0"]/c:marker/c:symbol/@val') == ["none"]
    assert "Landing rate not drawn where it is of fewer than 5: April 2020." in texts(slide)


def test_the_amounts_of_a_funnel_are_in_the_data_and_that_is_said():
    slide = only_slide(figures.funnel())
    chart = chart_of(slide)

    assert [series.name for series in chart.plots[0].series] == [
        "Now at this stage",
        "Reached or passed",
    ]
    assert behind(chart)["Lead", "Agreed investment (10,000 yuan)"] == 1250.5
    assert "In the chart's data, not drawn: Agreed investment (10,000 yuan)." in texts(slide)


def test_unknown_is_no_zero_and_is_named():
    slide = only_slide(figures.lines())

    assert drawn(chart_of(slide)) == {("2020-04", "Contacts"): 9}
    assert "Unknown: May 2020." in texts(slide)


def test_a_share_of_few_contacts_is_labelled_with_their_number():
    rows = by_district(online_share=(0.5, 0.9), online_count=(1, 9), channel_known_count=(2, 10))
    described = figures.Bars("district", "online_share", "district_name")
    labels = chart_of(only_slide(figure(rows, described))).part.blob.decode()

    assert labels.count("<c:dLbl>") == 1
    assert "<a:t>1 of 2</a:t>" in labels


def test_more_bars_than_can_be_read_stay_in_the_data_and_that_is_said():
    rows = [
        {
            "industry": f"i{place}",
            "industry_name": f"Industry {place}",
            "contact_count": 100 - place,
        }
        for place in range(60)
    ]
    slide = only_slide(figure(rows, figures.Bars("industry", "contact_count", "industry_name")))
    chart = chart_of(slide)
    shown = len(drawn(chart))

    assert 15 < shown < 60
    assert list(drawn(chart).items()) == list(behind(chart).items())[:shown]
    assert len(behind(chart)) == 60
    assert f"Drawn: the first {shown} of 60; the chart's data hold all." in texts(slide)


def test_a_heat_map_is_a_shaded_table_and_a_small_base_shows_itself():
    slide = only_slide(figures.heat_map(centre=1.0, base="project_count"))

    assert table_of(slide) == [
        ["Industry", "北区", "南区"],
        ["Steel", "0.50", "1.50"],
        ["Paper", "(3)", "–"],
    ]
    (table,) = (shape.table for shape in slide.shapes if shape.has_table)
    assert str(table.cell(1, 1).fill.fore_color.rgb) == "D4B492"
    assert str(table.cell(1, 1)._tc.xpath(".//a:r//a:srgbClr/@val")[0]) == "000000"


def test_a_calendar_has_a_column_a_week_under_its_month():
    days = [date(2020, 5, 25), date(2020, 6, 1), date(2020, 6, 8), date(2020, 6, 9)]
    rows = [{"contact_date": day, "contact_count": day.day} for day in days]
    slide = only_slide(figure(rows, Calendar("contact_date", "contact_count")))
    headings, monday, tuesday, *_rest = table_of(slide)

    assert headings == ["", "", "2020-06", ""]
    assert monday[1:] == ["25", "1", "8"]
    assert tuesday[1:] == ["", "", "9"]


def test_a_long_calendar_is_shaded_alone_and_says_the_most():
    start = date(2019, 1, 7).toordinal()
    rows = [
        {"contact_date": date.fromordinal(start + 7 * week), "contact_count": week}
        for week in range(70)
    ]
    slide = only_slide(figure(rows, Calendar("contact_date", "contact_count")))

    assert len(table_of(slide)[0]) == 61
    said = texts(slide)[-3]
    assert said == "The last 60 of 70 weeks. The darker, the more; the most is 69."


def test_a_list_shows_the_rows_that_fit_and_of_how_many():
    rows = [{"project_id": f"P{place}", "signed_date": None} for place in range(400)]
    slide = only_slide(figure(rows))
    table = table_of(slide)

    assert table[:2] == [["Project number", "Signing date"], ["P0", "–"]]
    assert 10 < len(table) < 30
    assert f"The first {len(table) - 1} of 400 rows." in texts(slide)


def test_a_table_reads_as_the_page_does():
    rows = [
        {"metric": "contact_count", "metric_name": "Contacts", "value": 1234, "compared": 1000},
        {"metric": "online_share", "metric_name": "Online share", "value": 0.5, "compared": 0.4},
        {"metric": "signed_investment_wan_cny", "metric_name": "Signed", "value": 12500.0},
        {"metric": "landed_count", "metric_name": "Landed", "value": None, "compared": 2},
    ]
    for row in rows:
        row.setdefault("compared", None)
        row["change"] = 0.1
        small = row["metric"] == "online_share"
        row |= {"numerator": 2 if small else None, "denominator": 4 if small else None}
    headings, *cells = table_of(only_slide(figure(rows)))

    assert headings == ["Measure", "Value", "Compared", "Change"]
    assert cells == [
        ["Contacts", "1,234", "1,000", "+23.4%"],
        ["Online share", "2 of 4", "40.0%", "no comparison"],
        ["Signed", "125 million CNY", "unknown", "unknown"],
        ["Landed", "unknown", "2", "unknown"],
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "No rows under these filters."),
        (by_district((None, None)), "No value is known under these filters."),
    ],
)
def test_an_exhibit_without_values_says_so(rows, sentence):
    slide = only_slide(figure(rows, bars().chart))

    assert sentence in texts(slide)
    assert chart_of(slide) is None


def test_a_chart_is_told_in_words_to_who_cannot_see_it():
    (frame,) = (shape for shape in only_slide(bars()).shapes if shape.has_chart)

    assert frame._element.xpath(".//p:cNvPr/@descr") == [bars().text_alternative()]


def test_a_long_title_and_finding_are_set_smaller():
    slide = only_slide(bars(title="Contacts of a district with a long name " * 6))
    sizes = [run.font.size.pt for run in slide.shapes.title.text_frame.paragraphs[0].runs]

    assert sizes == [14]
    assert slide.shapes.title.text.endswith("…") is False


def test_what_is_cut_on_the_slide_is_whole_in_the_notes():
    title = "Contacts of a district with a long name " * 40
    slide = only_slide(bars(title=title))

    assert slide.shapes.title.text.endswith("…")
    assert notes_of(slide)[0] == title.strip()


def test_many_key_points_take_more_slides():
    points = tuple(f"Point {number}: {'word ' * 60}" for number in range(9))
    deck = deck_of(points=points)
    titles = [slide.shapes.title.text for slide in deck.slides][1:]

    assert len(titles) > 1
    assert titles[0] == f"Key points (1 of {len(titles)})"
    said = [text for slide in list(deck.slides)[1:] for text in texts(slide)]
    assert [text for text in said if text.startswith("Point")] == [each.strip() for each in points]


def test_the_file_is_dated_by_the_briefing_and_names_no_one_else():
    properties = deck_of(bars()).core_properties

    assert properties.created == properties.modified == datetime.combine(DAY, time.min)
    assert (properties.title, properties.author) == ("Weekly briefing", "The office")
    assert properties.last_modified_by == "The office"
