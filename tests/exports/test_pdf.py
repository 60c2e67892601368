"""A briefing's PDF, read back with the tools of poppler-utils."""

import os
import re
import subprocess
import sys
import unicodedata

import pytest

from promotion import numbers
from promotion.briefing import BriefingChoice, compose
from promotion.choices import choose_filters
from promotion.exports.pdf import FONTS, as_pdf
from promotion.exports.printed_tables import printed_table
from promotion.language import use_language
from promotion.measures import MEASURES
from tests.exports import figures
from tests.exports.briefings import briefing, headline, listed, named
from tests.product_code import ROOT

EXHIBITS = ("headline", "activity_by_district", "contacts_by_month_and_channel", "dispatch_list")


def read(pdf, *command):
    """What a tool of poppler-utils says of the PDF."""
    done = subprocess.run([*command], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def words_of(pdf, *options):
    return read(pdf, "pdftotext", *options, "-", "-")


def squeezed(text):
    """The text without what lines, and marks of direction, put into it."""
    return "".join(
        each for each in text if not each.isspace() and unicodedata.category(each) != "Cf"
    )


def fonts_of(pdf):
    """Each font's name without the mark of its subset, and whether it is embedded."""
    lines = read(pdf, "pdffonts", "-").splitlines()[2:]
    return {(line.split()[0].partition("+")[2], " yes yes " in line) for line in lines}


def outline_of(pdf):
    xml = read(pdf, "pdftohtml", "-xml", "-i", "-stdout", "-", "unused")
    return re.findall(r'<item page="\d+">(.*?)</item>', xml)


def pages_of(pdf):
    return words_of(pdf).split("\f")[:-1]


@pytest.fixture(scope="module")
def of_the_sample(sample):
    """The briefing of the sample's ledgers and its PDF, by language."""
    made = {
        language: compose(
            sample, choose_filters(sample, language=language), BriefingChoice(EXHIBITS)
        )
        for language in ("zh", "en")
    }
    return {language: (each, as_pdf(each)) for language, each in made.items()}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_number_of_the_key_measures_can_be_found(of_the_sample, language):
    made, pdf = of_the_sample[language]
    first_page = words_of(pdf, "-layout", "-l", "1")
    lines = {line.split("  ")[0].strip(): line for line in first_page.splitlines()}

    with use_language(language):
        for row in made.headline.rows():
            unit = MEASURES[row["metric"]].unit
            line = lines[row["metric_name"]]
            assert numbers.value_text(row["value"], unit) in line
            assert numbers.value_text(row["compared"], unit) in line
            assert numbers.change_text(row["value"], row["compared"], unit) in line


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_text_pictures_too_is_in_the_embedded_font(of_the_sample, language):
    made, pdf = of_the_sample[language]
    ours = {
        ("NotoSansSCGB2312-Regular-Identity-H", True),
        ("NotoSansSCGB2312-Bold-Identity-H", True),
    }
    assert fonts_of(pdf) == ours

    picture = next(page for page in pages_of(pdf) if made.figures[1].exhibit.title in page)
    for row in made.figures[1].exhibit.rows():
        assert row["district_name"] in picture
        assert numbers.count_text(row["contact_count"]) in picture


def test_the_font_is_small_and_comes_with_its_licence():
    for font in FONTS.glob("*.otf"):
        assert font.stat().st_size < 2_100_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_bookmarks_are_the_headings(of_the_sample, language):
    made, pdf = of_the_sample[language]

    with use_language(language):
        titles = [figure.exhibit.title for figure in made.figures]
    found = outline_of(pdf)
    assert found[1:-1] == titles
    assert [found[0], found[-1]] == {
        "en": ["Key points", "Definitions"],
        "zh": ["要点", "指标解释"],
    }[language]


@pytest.mark.parametrize(("language", "tag"), [("zh", b"/Lang(zh-CN)"), ("en", b"/Lang(en)")])
def test_the_file_says_its_language_and_title_and_no_time(of_the_sample, language, tag):
    made, pdf = of_the_sample[language]
    about = read(pdf, "pdfinfo", "-")

    assert tag in pdf
    assert re.search(rf"Title: +{re.escape(made.title)}", about)
    assert "CreationDate" not in about
    assert "595.276 x 841.89 pts (A4)" in about


@pytest.mark.parametrize(("language", "mark"), [("zh", "示例数据"), ("en", "sample data")])
def test_every_page_says_that_the_data_are_invented_and_its_number(of_the_sample, language, mark):
    _made, pdf = of_the_sample[language]
    pages = pages_of(pdf)

    for number, page in enumerate(pages, 1):
        assert mark in page
        assert squeezed(page).endswith(f"{number}/{len(pages)}")


def test_what_is_not_invented_is_not_called_so():
    made = briefing(figures.figure(figures.by_district()), is_sample=False)
    plain = made.__class__(**vars(made) | {"headline": headline()})

    assert "sample data" not in words_of(as_pdf(plain))


def test_each_figure_has_finding_unit_source_date_notes_period_and_filters():
    made = briefing(listed(notes=("One is unknown.",), scope=("North",), sources=("ledger.csv",)))
    text = words_of(as_pdf(made), "-layout")

    for words in (
        "Q2 2020 · North",
        "Finding 1.",
        "One is unknown.",
        "Source: ledger.csv; as of 30 June 2020",
        "Definition 1.",
        "Bureau of Promotion · 1 July 2020 · sample data",
        "Contacts rose.",
        "Signings fell.",
    ):
        assert words in text


def test_unknown_is_said_and_never_a_zero():
    text = words_of(as_pdf(briefing()), "-layout")

    assert re.search(r"Foreign capital received +unknown +unknown +unknown", text)
    assert re.search(r"Contacts +1,234 +1,000 +\+23\.4%", text)


def test_a_list_shows_its_first_rows_and_says_of_how_many():
    text = words_of(as_pdf(briefing(listed(31))), "-layout")

    assert "The first 20 of 31 rows." in text
    assert "Project 20 " in text
    assert "Project 21 " not in text
    assert "24.7 million CNY" in text  # 20 × 1234.5 × 10,000 yuan: 246.9 million


def test_columns_without_room_are_named():
    with use_language("en"):
        table = printed_table(listed(), 20, line_width=40)

    assert table.headings == ("Project number", "Project name", "Agreed investment")
    assert table.left_out == ("Signing date",)
    assert table.rows[1] == ("P2", "Project 2", "24.7 million CNY")


def test_a_column_is_as_wide_as_its_longest_word():
    rows = [{"project_id": "P-2020-0123456789", "project_name": "长" * 40, "owner": "a b c"}]
    with use_language("en"):
        table = printed_table(figures.figure(rows), 20, line_width=50)

    assert table.left_out == ()
    assert table.widths[0] == len("P-2020-0123456789") + 2
    assert sum(table.widths) <= 50


def test_without_a_browser_the_rows_stand_in_the_pictures_place_and_why():
    code = (
        "import sys; from tests.exports import figures; "
        "from tests.exports.briefings import briefing; from promotion.exports.pdf import as_pdf; "
        "sys.stdout.buffer.write(as_pdf(briefing(figures.bars())))"
    )
    pdf = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"BROWSER_PATH": "nowhere/chromium"},
        capture_output=True,
        check=True,
    ).stdout
    text = words_of(pdf, "-layout")

    assert "BROWSER_PATH names nowhere/chromium" in text
    assert re.search(r"北区 +20\n", text)
    assert re.search(r"南区 +30\n", text)


def test_an_exhibit_without_rows_says_so():
    text = words_of(as_pdf(briefing(figures.figure([], figures.bars().chart))))

    assert "There are no rows" in text


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp;*_#`$ @ref ~ -- ... \\ \"quoted\" 'so' = + [x] // /* #import",
        "#panic()",
        "= Heading",
        "- item",
        "长" * 300,
        "W" * 300,
        "a\u202eb\u200fc",
        "a\x01b\ufffe\ud800",
        "one\ntwo",
    ],
)
def test_text_is_shown_as_it_is_wherever_it_stands(text):
    rows = [{"project_id": "P1", "project_name": text}]
    made = briefing(
        figures.figure(rows, title=text, notes=(text,), sources=(text,), scope=(text,)),
        title=text,
        subtitle=text,
        department=text,
        points=(text,),
    )
    shown = squeezed(re.sub("[\x00-\x08\ud800\ufffe]", "", text))

    assert squeezed(words_of(as_pdf(made), "-raw")).count(shown) >= 8


def test_text_in_a_picture_is_shown_as_it_is_rare_characters_too():
    for name in ("<b>&amp;*_#`$", "王堃𠮷😀", "=1+1"):
        assert name in words_of(as_pdf(briefing(named(name))))


def test_a_link_leads_to_the_view_in_the_dashboard():
    link = "http://localhost:8501/overview?period=custom&from=2020-04-01&to=2020-06-30"
    pdf = as_pdf(briefing(link=link))

    assert link in words_of(pdf)
    assert link in read(pdf, "pdfinfo", "-url", "-")


@pytest.mark.parametrize("character", ["堃", "㐂", "𠮷", "한", "😀"])
def test_a_character_outside_the_font_comes_from_the_machines_own(character):
    ours = fonts_of(as_pdf(briefing()))
    pdf = as_pdf(briefing(points=(f"王{character}说",)))

    assert f"王{character}说" in words_of(pdf)
    (other,) = fonts_of(pdf) - ours
    assert other[1]


def test_no_heading_stands_alone_at_the_foot_of_a_page():
    titles = [f"Heading {place}" for place in range(8)]
    for points in range(0, 24, 2):
        lists = [listed(7, title=title) for title in titles]
        made = briefing(*lists, points=("A point.",) * points)
        for page in pages_of(as_pdf(made)):
            lines = [line for line in page.splitlines() if line.strip()]
            footer = lines.index(made.title, 1)
            assert lines[footer - 1] not in {*titles, "Definitions", "Key points"}
            assert not re.match(r"Finding \d|Q2 2020$", lines[footer - 1])
