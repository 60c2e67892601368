"""Pictures of exhibits: what can be seen in them, and what is said where none can be made."""

import hashlib
import html
import io
import os
import re
import struct
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image

from promotion import theme
from promotion.descriptions import Bars, Flow
from promotion.exhibits import EXHIBITS, overview
from promotion.exhibits.sites import MOST_SITES
from promotion.exports.picture_files import PictureFault, picture
from promotion.filters import Filters
from tests.exports.figures import COLOURS, SECOND_QUARTER, bars, figure, heat_map
from tests.ledgers import FIRST_QUARTER
from tests.product_code import ROOT

CHINESE = Filters(SECOND_QUARTER, language="zh")
AWKWARD = "<b>bold</b> &amp; *_#` \"q\" 'x' $a_b$ =1+1 \U0001f600 \u202eabc\u202c\x00\x08"
DIGESTS = """
import hashlib
from promotion.exports.picture_files import picture
from tests.exports.figures import COLOURS, bars
for file_format in ("png", "svg"):
    print(hashlib.sha256(picture(bars(), COLOURS, file_format)).hexdigest())
"""
COMMAND = [sys.executable, "-m", "promotion", "exhibit", "activity_by_district"]


def opened(content):
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def words_of(svg):
    """The texts of an SVG, lines of one text joined."""
    texts = re.findall(r"<text[^>]*>(.*?)</text>", svg.decode(), re.DOTALL)
    return [html.unescape(re.sub("<[^>]*>", "", text)) for text in texts]


def colours_of(image):
    """Each colour and its share of the picture's pixels."""
    rgb = image.convert("RGB")
    pixels = rgb.width * rgb.height
    return {
        f"#{red:02x}{green:02x}{blue:02x}": count / pixels
        for count, (red, green, blue) in rgb.getcolors(pixels)
    }


def test_a_slide_is_sixteen_by_nine_and_fills_a_wide_one():
    content = picture(bars(), {})
    image = opened(content)

    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert image.size == (1920, 1080)
    assert image.info["dpi"] == pytest.approx((144, 144), abs=0.1)
    assert content.count(b"pHYs") == 1


def test_a_documents_picture_is_as_wide_as_its_text_at_300_dots_an_inch():
    image = opened(picture(bars(), {}, size="document"))

    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.width / 300 * 25.4 == pytest.approx(156, abs=0.2)
    assert image.height / 300 * 25.4 == pytest.approx(72, abs=0.2)


def test_a_tall_figure_has_a_taller_picture_that_still_fits_a_page():
    rows = [
        {"district": str(place), "district_name": f"No. {place}", "contact_count": 1}
        for place in range(100)
    ]
    few, many = (
        opened(
            picture(
                figure(rows[:count], Bars("district", "contact_count", "district_name")),
                {},
                size="document",
            )
        )
        for count in (20, 100)
    )

    assert 90 < few.height / 300 * 25.4 < 200
    assert many.height / 300 * 25.4 == pytest.approx(200, abs=0.2)


@pytest.mark.parametrize("size", ["slide", "document"])
def test_a_picture_is_white_with_each_districts_colour(sample, size):
    exhibit = overview.activity_by_district(sample, Filters(FIRST_QUARTER, language="zh"))
    colours = theme.district_colours(sample.district_places)
    shares = colours_of(opened(picture(exhibit, colours, size=size)))

    assert shares["#ffffff"] > 0.5
    assert all(shares.get(colours[row["district"]], 0) > 0.005 for row in exhibit.rows())
    dark = sum(share for colour, share in shares.items() if int(colour[1:], 16) < 0x101010)
    assert dark < 0.01


@pytest.mark.parametrize(("size", "language"), [("slide", "en"), ("document", "zh")])
@pytest.mark.parametrize("name", EXHIBITS)
def test_every_figure_has_a_picture_that_shows_something(sample, name, size, language):
    exhibit = EXHIBITS[name](sample, Filters(FIRST_QUARTER, language=language))
    if exhibit.chart is None:
        with pytest.raises(PictureFault):
            picture(exhibit, {}, size=size)
        return
    shares = colours_of(opened(picture(exhibit, {}, size=size)))

    assert 0.25 < shares["#ffffff"] < 0.99
    assert len(shares) > 20


def test_a_slide_says_what_it_shows_and_a_documents_picture_leaves_it_to_the_caption():
    exhibit = bars(is_sample=True)
    slide = words_of(picture(exhibit, {}, "svg"))
    document = words_of(picture(exhibit, {}, "svg", "document"))

    assert {"Contacts by district", "Q2 2020"} <= set(slide)
    assert any("district ledgers" in text and "sample data" in text for text in slide)
    assert "Contacts by district" not in document
    assert {"北区", "南区", "20", "30"} <= set(map(str.strip, document))


def test_the_footer_stays_in_the_picture_under_long_labels():
    name = "A district of a rather long name, twice as long as usual"
    rows = [{"district": "a", "district_name": name, "contact_count": 1}]
    notes = tuple(
        f"Note {number} of several that take a line each, or almost." for number in "1234"
    )
    exhibit = figure(rows, Bars("district", "contact_count", "district_name"), notes=notes * 4)
    svg = picture(exhibit, {}, "svg").decode()
    footer = re.search(r'<g class="annotation".*?</g></g>', svg, re.DOTALL)[0]
    x, y = map(float, re.search(r"translate\(([\d.]+),([\d.]+)\)", footer).groups())

    assert 20 < x < 40
    assert 380 < y < 520


def test_an_svg_keeps_text_as_text_and_names_its_font():
    svg = picture(bars(filters=CHINESE), {}, "svg")

    assert b"Noto Sans CJK SC" in svg
    assert b'width="960" height="540"' in svg
    assert {"北区", "2020年第二季度"} <= set(words_of(svg))


def test_awkward_names_are_shown_as_they_are():
    rows = [{"district": "a", "district_name": AWKWARD, "contact_count": 1}]
    chart = Bars("district", "contact_count", "district_name")
    shown = AWKWARD.rstrip("\x00\x08")
    exhibit = figure(rows, chart, title=AWKWARD, sources=(AWKWARD,), scope=(AWKWARD,))
    svg = picture(exhibit, {}, "svg")
    texts = [re.sub(r"\s+", "", text) for text in words_of(svg)]

    expected = re.sub(r"\s+", "", shown)
    assert sum(expected in text for text in texts) == 4
    assert b"<script" not in svg


def test_two_long_names_of_one_beginning_stay_two_bars():
    chart = Bars("district", "contact_count", "district_name")
    rows = [
        {"district": code, "district_name": "长" * 299 + code, "contact_count": count}
        for code, count in (("a", 7), ("b", 11))
    ]
    texts = words_of(picture(figure(rows, chart), {}, "svg", "document"))

    assert {"7", "11"} <= set(map(str.strip, texts))
    assert texts.count("长" * 30 + "…") == 2
    assert "18" not in texts


def test_a_flow_shows_awkward_names_as_they_are():
    rows = [
        {"from": "a", "from_name": "<i>A</i> & B", "to": "b", "to_name": "B", "project_count": 3}
    ]
    chart = Flow(("from", "to"), ("from_name", "to_name"), "project_count")

    assert "<i>A</i> & B 3" in words_of(picture(figure(rows, chart), {}, "svg"))


def test_an_empty_figure_says_so_rather_than_showing_zeros():
    rows = [{"district": "a", "district_name": "A", "contact_count": None}]
    exhibit = figure(rows, Bars("district", "contact_count", "district_name"))

    for size in ("slide", "document"):
        texts = words_of(picture(exhibit, {}, "svg", size))
        assert "No figures for this period and these filters." in texts
        assert "0" not in texts


def test_an_unknown_cell_stays_unknown():
    assert "–" in words_of(picture(heat_map(), {}, "svg"))


def test_the_same_exhibit_gives_the_same_bytes_in_another_process():
    other = subprocess.run(
        [sys.executable, "-c", DIGESTS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    here = [
        hashlib.sha256(picture(bars(), COLOURS, file_format)).hexdigest()
        for file_format in ("png", "svg")
    ]

    assert other.stdout.split() == here


def test_an_exhibit_without_a_chart_has_no_picture():
    with pytest.raises(PictureFault, match="Contacts by district is a table without a chart"):
        picture(replace(bars(), chart=None), {})


def run(*arguments, **environment):
    """The exit status of the command line and what it complained."""
    kept = {name: value for name, value in os.environ.items() if name != "BROWSER_PATH"}
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=kept | environment,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stderr


def test_a_browser_that_is_not_where_it_should_be_is_said(tmp_path):
    file = tmp_path / "figure.png"
    status, complaint = run("--lang", "en", "-o", str(file), BROWSER_PATH=str(tmp_path / "none"))

    assert status == 1
    assert complaint == (
        f"promotion: BROWSER_PATH names {tmp_path / 'none'}, where there is no browser to draw "
        "pictures.\n"
    )
    assert not file.exists()


def test_a_machine_without_a_browser_is_told_what_to_install(tmp_path):
    script = tmp_path / "bare.py"
    # The usual places are of choreographer's making; a machine without Chromium has none of them.
    script.write_text(
        "import sys\n"
        "from choreographer.browsers import chromium\n"
        "chromium.chromium_based_browsers.clear()\n"
        "from promotion.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    arguments = ["exhibit", "activity_by_district", "--lang", "en", "--format", "svg"]
    environment = {"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=environment | {"PROMOTION_CACHE": os.environ["PROMOTION_CACHE"]},
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert "lacks: install it, for example with sudo apt-get install chromium." in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_machine_without_a_chinese_font_is_told_what_to_install(tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>')
    for environment in ({"FONTCONFIG_FILE": str(fonts)}, {"PATH": ""}):
        status, complaint = run("--lang", "zh", "--format", "png", **environment)

        assert status == 1
        assert "sudo apt-get install fontconfig fonts-noto-cjk" in complaint
        assert complaint.count("\n") == 1


def test_the_command_line_writes_a_picture(tmp_path):
    file = tmp_path / "figure.png"

    assert run("--lang", "zh", "-o", str(file)) == (0, "")
    assert opened(file.read_bytes()).size == (1920, 1080)


def test_the_command_line_refuses_a_picture_of_a_table():
    command = [sys.executable, "-m", "promotion", "exhibit", "headline", "--format", "svg"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_the_resolution_is_a_chunk_as_png_has_it():
    content = picture(bars(), {})
    place = content.index(b"pHYs")

    assert struct.unpack(">I", content[place - 4 : place]) == (9,)
    assert content.index(b"IHDR") < place < content.index(b"IDAT")


def test_labels_beside_many_bars_are_no_higher_than_their_bars(sample):
    exhibit = EXHIBITS["output_per_mu"](sample, CHINESE)
    svg = picture(exhibit, COLOURS, "svg").decode()
    bars_and_labels = re.findall(
        r'<path d="M0,([\d.]+)V([\d.]+)H[\d.]+V[\d.]+Z"[^>]*/><text class="bartext[^>]*'
        r"font-size: ([\d.]+)px",
        svg,
    )

    assert len(bars_and_labels) == 2 * MOST_SITES
    assert all(float(size) <= float(bottom) - float(top) for top, bottom, size in bars_and_labels)
