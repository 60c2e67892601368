"""Word documents, read back."""

import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from PIL import Image

from promotion.briefing import Briefing, BriefingChoice, Figure, compose
from promotion.exports.document import as_docx
from promotion.exports.document_pages import text_height_mm
from promotion.exports.document_room import SMALLEST, picture_scale
from promotion.exports.text_tables import key_measures
from promotion.filters import Filters
from promotion.language import use_language
from tests.exports import figures
from tests.exports.figures import COLOURS, SECOND_QUARTER, bars, figure
from tests.exports.test_text_tables import headline
from tests.product_code import ROOT

TWELVE = (
    "activity_by_district",
    "activity_by_industry",
    "activity_by_district_and_industry",
    "contacts_by_month_and_channel",
    "project_funnel",
    "district_map",
    "target_progress",
    "project_library",
    "stage_flow",
    "signing_cohorts",
    "stage_durations",
    "dispatch_list",
)
AWKWARD = [
    "=1+1",
    "<b>&amp;*_#`</b>",
    "\"quotes\" 'and' {number} {title} \\n",
    "😀 \u202eright to left\u202c \u200f",
    "长" * 300,
]


def briefing(*exhibits, language="en", **words) -> Briefing:
    """A briefing of these exhibits on the figures of test_text_tables."""
    filters = Filters(SECOND_QUARTER, language=language)
    parts = {
        "title": "Briefing",
        "subtitle": "Q2 2020",
        "department": "The bureau",
        "day": date(2020, 3, 3),
        "points": ("More was done.", "Less was said."),
        "headline": headline(language),
        "is_sample": False,
    }
    with use_language(language):
        shown = tuple(
            Figure(replace(each, filters=filters), f"Finding {place}.", "What it shows.")
            for place, each in enumerate(exhibits, 1)
        )
        return Briefing(figures=shown, filters=filters, colours=COLOURS, **parts | words)


@pytest.fixture(scope="module")
def whole(sample):
    """The documents of twelve exhibits of the sample, by language: content and briefing."""
    made = {}
    for language in ("zh", "en"):
        filters = Filters(SECOND_QUARTER, language=language)
        choice = BriefingChoice(TWELVE, department="宁波市投资促进局", day=date(2020, 7, 6))
        composed = compose(sample, filters, choice)
        made[language] = (as_docx(composed), composed)
    return made


def drawn_twice(language):
    """A briefing of two figures."""
    return briefing(bars(), figures.heat_map(), language=language, is_sample=True)


def made_elsewhere(language, **environment):
    """The document of drawn_twice, made by another process."""
    code = (
        "import sys\n"
        "from promotion.exports.document import as_docx\n"
        "from tests.exports.test_document import drawn_twice\n"
        "sys.stdout.buffer.write(as_docx(drawn_twice(sys.argv[1])))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, language],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        check=True,
    ).stdout


def opened(content):
    return Document(io.BytesIO(content))


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(name).decode()


def lines(content, *styles):
    """The paragraphs of the document outside tables, of these styles or all."""
    return [
        paragraph.text
        for paragraph in opened(content).paragraphs
        if not styles or paragraph.style.name in styles
    ]


def tables(content):
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in opened(content).tables
    ]


def everything(content):
    return "\n".join([*lines(content), *(cell for t in tables(content) for r in t for cell in r)])


def fonts(content, style):
    properties = opened(content).styles[style].element.rPr
    return properties.rFonts.get(qn("w:eastAsia")), opened(content).styles[style].font.size


def test_a_chinese_page_is_as_gb_t_9704_sets_it(whole):
    section = opened(whole["zh"][0]).sections[0]

    paper = [section.page_width, section.page_height]
    margins = [
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    ]
    assert [round(length.mm) for length in paper + margins] == [210, 297, 37, 35, 28, 26]


def test_a_chinese_page_holds_28_characters_by_22_lines(whole):
    document = opened(whole["zh"][0])
    section = document.sections[0]
    (grid,) = section._sectPr.xpath("w:docGrid")
    pitch = int(grid.get(qn("w:linePitch")))
    added = int(grid.get(qn("w:charSpace"))) / 4096
    width = (section.page_width - section.left_margin - section.right_margin) / Pt(1)
    height = (section.page_height - section.top_margin - section.bottom_margin) / Pt(1)
    body = document.styles["Body Text"].element

    assert grid.get(qn("w:type")) == "linesAndChars"
    assert int(width // (16 + added)) == 28
    assert int(height // (pitch / 20)) == 22
    # What lays the text out, in Word and elsewhere alike.
    (spacing,) = body.xpath("w:rPr/w:spacing")
    assert int(width // (16 + int(spacing.get(qn("w:val"))) / 20)) == 28
    assert int(height // document.styles["Body Text"].paragraph_format.line_spacing.pt) == 22
    (indent,) = body.xpath("w:pPr/w:ind")
    assert indent.get(qn("w:firstLineChars")) == "200"


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Normal", "仿宋_GB2312", 16),
        ("Body Text", "仿宋_GB2312", 16),
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Annex Number", "黑体", 16),
        ("Annex Title", "方正小标宋简体", 22),
        ("Caption", "黑体", 12),
        ("Table Text", "仿宋_GB2312", 10.5),
        ("Footer", "宋体", 14),
    ],
)
def test_each_kind_of_chinese_text_has_its_font_and_size(whole, style, font, size):
    assert fonts(whole["zh"][0], style) == (font, Pt(size))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_style_names_its_fonts_itself_and_the_file_what_stands_in_for_them(whole, language):
    content = whole[language][0]
    styles = part(content, "word/styles.xml")
    table = part(content, "word/fontTable.xml")

    assert "Theme" not in styles
    assert re.findall(r'<w:lang [^>]*w:eastAsia="([^"]*)"', styles) == ["zh-CN"]
    for style in opened(content).styles.element.xpath("w:style[@w:type='paragraph']"):
        name = style.rPr.rFonts.get(qn("w:eastAsia"))
        assert re.search(f'w:name="{name}"><w:altName w:val="[^"]+', table), name


def test_chinese_headings_are_counted_in_words_and_are_headings_to_word(whole):
    content, made = whole["zh"]
    titles = [figure.exhibit.title for figure in made.figures]
    ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

    assert lines(content, "Heading 1")[:3] == ["一、主要情况", "二、主要指标", "三、分项情况"]
    assert lines(content, "Heading 2") == [
        f"（{word}）{title}" for word, title in zip(ordinals, titles, strict=True)
    ]
    for level, name in enumerate(("Heading 1", "Heading 2")):
        (outline,) = opened(content).styles[name].element.xpath("w:pPr/w:outlineLvl")
        assert outline.get(qn("w:val")) == str(level)


def test_english_headings_are_counted_in_figures(whole):
    content, made = whole["en"]

    assert lines(content, "Heading 1")[:3] == [
        "1 Main points",
        "2 Key measures",
        "3 Figures by subject",
    ]
    assert lines(content, "Heading 2")[0] == f"3.1 {made.figures[0].exhibit.title}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_point_and_finding_is_there(whole, language):
    content, made = whole[language]
    written = everything(content)

    for place, point in enumerate(made.points, 1):
        assert f"{place}.{'' if language == 'zh' else ' '}{point}" in written
    for each in made.figures:
        assert each.finding in written


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_number_of_the_headline_stands_in_the_table_of_key_measures(whole, language):
    content, made = whole[language]
    (first, *_others) = tables(content)

    assert [row[0] for row in first[1:]] == [row["metric_name"] for row in made.headline.rows()]
    with use_language(language):
        assert [tuple(row) for row in first[1:]] == key_measures(made.headline).rows
    contacts = made.headline.rows()[0]
    assert first[1][1:3] == [f"{contacts['value']:,}", f"{contacts['compared']:,}"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_figures_are_156_mm_wide_at_300_dots_an_inch(whole, language):
    content, _made = whole[language]
    shapes = opened(content).inline_shapes
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = [name for name in file.namelist() if name.startswith("word/media/")]
        pictures = [Image.open(io.BytesIO(file.read(name))) for name in names]

    assert len(shapes) == len(pictures) == 11
    for shape in shapes:
        assert shape.width == Mm(156)
    for drawn in pictures:
        assert drawn.format == "PNG"
        assert abs(drawn.width / (156 / 25.4) - 300) < 1
        assert [round(dots) for dots in drawn.info["dpi"]] == [300, 300]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_high_picture_leaves_room_for_its_words_on_the_page(language):
    page_mm = (156, text_height_mm(language))
    few, many = ([("Body Text", "\n".join(["word"] * lines))] for lines in (1, 6))
    of_few, of_many = (picture_scale(260, page_mm, words, language) for words in (few, many))

    assert picture_scale(100, page_mm, many, language) == 1
    assert 1 > of_few > of_many >= SMALLEST
    assert picture_scale(900, page_mm, few, language) == SMALLEST


def test_a_figure_has_words_for_who_cannot_see_it(whole):
    content, made = whole["en"]

    descriptions = re.findall('<wp:docPr [^>]*descr="([^"]+)"', part(content, "word/document.xml"))
    assert len(descriptions) == 11
    assert descriptions[0].startswith(made.figures[0].exhibit.title)


@pytest.mark.parametrize(("language", "before"), [("zh", "图{}　"), ("en", "Figure {}. ")])
def test_captions_are_counted_by_fields_and_say_the_period(whole, language, before):
    content, made = whole[language]
    drawn = [each.exhibit for each in made.figures if each.exhibit.chart is not None]
    captions = lines(content, "Caption")
    name = before.split("{")[0].strip()

    assert [
        caption.split(each.title)[0] for caption, each in zip(captions, drawn, strict=True)
    ] == [before.format(place) for place in range(1, 12)]
    for caption, each in zip(captions, drawn, strict=True):
        with use_language(language):
            assert each.period_line() in caption
    assert part(content, "word/document.xml").count(rf" SEQ {name} \* ARABIC ") == 11


@pytest.mark.parametrize("language", ["zh", "en"])
def test_under_every_figure_stand_unit_source_and_as_of_date(whole, language):
    content, made = whole[language]
    under = lines(content, "Source")

    with use_language(language):
        for each in made.figures:
            assert any(each.exhibit.as_of.isoformat()[:4] in line for line in under)
            for note in each.exhibit.notes:
                assert any(note in line for line in under)
    word = {"zh": "示例数据", "en": "sample data"}[language]
    assert sum(word in line for line in under) == 13  # twelve figures and the key measures


def test_a_chinese_page_number_stands_between_dashes_at_the_outer_side(whole):
    content = whole["zh"][0]
    section = opened(content).sections[0]
    settings = part(content, "word/settings.xml")

    assert '<w:evenAndOddHeaders w:val="1"/>' in settings
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert [text.text for text in paragraph._p.xpath(".//w:instrText")] == [" PAGE "]
        assert paragraph._p.pPr.jc_val is not None
        (place,) = paragraph._p.xpath("w:pPr/w:jc")
        assert place.get(qn("w:val")) == side
    # 7 mm from the text to the middle of a line of 14 pt, half of which is below it.
    assert round(section.footer_distance.mm, 1) == 25.5


def test_an_english_page_number_is_centred(whole):
    document = opened(whole["en"][0])
    (paragraph,) = document.sections[0].footer.paragraphs
    (place,) = document.styles["Footer"].element.xpath("w:pPr/w:jc")

    assert [text.text for text in paragraph._p.xpath(".//w:instrText")] == [" PAGE "]
    assert place.get(qn("w:val")) == "center"


@pytest.mark.parametrize(
    ("language", "first"), [("zh", "附件：1.指标解释"), ("en", "Annexes:\t1. Definitions")]
)
def test_annexes_are_listed_and_follow_each_on_a_page_of_its_own(whole, language, first):
    content, made = whole[language]
    listed = lines(content, "Annex List")
    written = everything(content)

    assert listed[0] == first
    names = [re.split(r"\d\. ?", line)[1] for line in listed]
    assert lines(content, "Annex Title") == names
    (new_page,) = opened(content).styles["Annex Number"].element.xpath("w:pPr/w:pageBreakBefore")
    assert new_page.get(qn("w:val")) == "1"
    for each in made.figures:
        assert each.definition in written
        assert each.exhibit.source in written


def test_the_signature_is_department_and_day_as_the_language_writes_it(whole):
    assert lines(whole["zh"][0], "Signature") == ["宁波市投资促进局", "2020年7月6日"]
    assert lines(whole["en"][0], "Signature") == ["宁波市投资促进局", "6 July 2020"]
    assert lines(as_docx(briefing(department="")), "Signature") == ["3 March 2020"]


def test_the_signature_never_stands_on_a_page_alone():
    document = opened(as_docx(briefing()))
    paragraphs = document.paragraphs
    last = max(place for place, each in enumerate(paragraphs) if each.style.name == "Signature")
    first = min(place for place, each in enumerate(paragraphs) if each.style.name == "Annex List")

    for paragraph in paragraphs[first:last]:
        own = paragraph.paragraph_format.keep_with_next
        assert own or paragraph.style.paragraph_format.keep_with_next


@pytest.mark.parametrize(
    ("department", "indents"), [("宁波市投资促进局", [200, 150]), ("办公室", [750, 200])]
)
def test_the_day_begins_two_characters_right_of_the_department(department, indents):
    content = as_docx(briefing(language="zh", department=department, day=date(2020, 6, 30)))
    right = [
        int(indent.get(qn("w:rightChars")))
        for paragraph in opened(content).paragraphs
        if paragraph.style.name == "Signature"
        for indent in paragraph._p.xpath("w:pPr/w:ind")
    ]

    assert right == indents


@pytest.mark.parametrize(("language", "word"), [("zh", "示例数据"), ("en", "sample data")])
def test_what_is_invented_says_so_at_the_head_of_every_page(whole, language, word):
    section = opened(whole[language][0]).sections[0]

    headers = [section.header, section.even_page_header] if language == "zh" else [section.header]
    assert [header.paragraphs[0].text for header in headers] == [word] * len(headers)
    real = opened(as_docx(briefing()))
    assert real.sections[0].header.is_linked_to_previous
    assert word not in everything(as_docx(briefing(language=language)))


def test_the_opening_says_period_comparison_and_as_of_date():
    written = lines(as_docx(briefing()), "Body Text")

    assert written[0] == "Period: Q2 2020; compared with: Q1 2020; data as of 30 June 2020."


def test_a_list_stands_as_a_table_of_its_first_rows_within_the_page(whole):
    content, made = whole["zh"]
    exhibit = next(f.exhibit for f in made.figures if f.exhibit.name == "dispatch_list")
    drawn = opened(content).tables[1]

    assert len(drawn.rows) == 16
    assert any(f"共{len(exhibit.table):,}条，本表列前15条。" in line for line in lines(content))
    assert any("未列出的栏目：项目编号" in line for line in lines(content))
    assert sum(column.width for column in drawn.columns) <= Mm(156)
    sizes = {run.font.size for cell in drawn.columns[0].cells for run in cell.paragraphs[0].runs}
    assert sizes <= {None, Pt(9)}
    assert drawn.rows[0]._tr.xpath("w:trPr/w:tblHeader")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_figures_chosen_leave_points_measures_and_annexes(language):
    content = as_docx(briefing(language=language))

    assert len(lines(content, "Heading 2")) == 0
    assert not opened(content).inline_shapes
    assert len(tables(content)) == 4
    assert "1,500" in everything(content)


def test_no_points_leave_no_empty_section():
    content = as_docx(briefing(points=()))

    assert lines(content, "Heading 1")[0] == "1 Key measures"


def test_the_headline_chosen_as_a_figure_stands_once():
    content = as_docx(briefing(headline()))

    assert len([table for table in tables(content) if "1,500" in str(table)]) == 1


def test_a_figure_without_rows_says_so():
    content = as_docx(briefing(figure([], bars().chart)))

    expected = "Nothing was recorded for this in the period and under the filters."
    assert expected in lines(content)
    assert not opened(content).inline_shapes


def test_a_figure_that_cannot_be_drawn_stands_as_its_rows_and_says_why():
    content = made_elsewhere("en", BROWSER_PATH="/nowhere/chromium")
    why = [line for line in lines(content) if line.startswith("A table stands for the figure: ")]

    assert len(why) == 2
    assert "/nowhere/chromium" in why[0]
    assert tables(content)[1:3] == [
        [["District", "Contacts"], ["南区", "30"], ["北区", "20"]],
        [["Industry", "北区", "南区"], ["Steel", "0.50", "1.50"], ["Paper", "2.00", "–"]],
    ]


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_any_text_stands_as_it_is(text, language):
    exhibit = figure([{"project_name": text, "investor": text}], title=text, sources=(text,))
    words = {"title": text, "subtitle": text, "department": text, "points": (text,)}
    content = as_docx(briefing(exhibit, language=language, link=text, **words))

    assert everything(content).count(text) >= 9
    fields = opened(content).element.xpath("//w:instrText")
    assert {field.text.split()[0] for field in fields} == {"SEQ"}


def test_characters_that_break_a_file_are_left_out():
    exhibit = figure([{"investor": "a\x01b\ufffe\ud800"}], title="t\x00")
    content = as_docx(briefing(exhibit, title="x\x0by", department="\x1fz", points=("p\uffff",)))

    assert lines(content, "Title") == ["xy"]
    assert {"ab", "t"} <= set(everything(content).split("\n")) | {"t"}
    assert "1. p" in lines(content)


def test_the_file_says_title_maker_and_the_briefings_day_and_nothing_of_its_template():
    content = as_docx(briefing())
    properties = opened(content).core_properties

    assert (properties.title, properties.author) == ("Briefing", "The bureau")
    assert (
        properties.created
        == properties.modified
        == datetime.combine(date(2020, 3, 3), time.min, UTC)
    )
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {member.date_time for member in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = " ".join(file.namelist())
    assert not re.search("customXml|thumbnail|stylesWithEffects", names)
