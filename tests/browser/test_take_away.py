"""A figure is taken away as picture and sheet, under a name that says what it is."""

import struct
import subprocess
import sys
import zipfile

import pytest
from PIL import Image

from tests.browser.page_state import wait_idle
from tests.browser.reader import download, open_take_away, turn, visit
from tests.browser.serving import ROOT

VIEW = "?district=yuyao&district=cixi&industry=new_materials&period=year_to_date"
CHOICES = ["--district", "yuyao", "cixi", "--industry", "new_materials"]
PERIOD = ["--from", "2020-01-01", "--to", "2020-06-30"]
NAME = "activity_by_district"
STEM = "各区县对接次数 2020年1月至6月"
# At the first moment that anybody can: the page listens, and has a button.
PRESS_AS_SOON_AS_DRAWN = """const pressing = setInterval(() => {
    const button = window.figurePresses && document.querySelector("[data-figure-action=files]");
    if (!button) return;
    clearInterval(pressing);
    document.querySelector("[data-figure-action=briefing]").click();
    button.click();
}, 1)"""


@pytest.fixture(scope="module")
def files(windows, dashboard_url, tmp_path_factory):
    """The four files of one figure under filters, taken away by a Chinese reader."""
    folder = tmp_path_factory.mktemp("files")
    with windows.lent("zh-CN", 1366, 768) as page:
        opened = open_take_away(visit(page, f"{dashboard_url}/{VIEW}"), NAME)
        return {
            kind: download(page, opened, kind, folder) for kind in ("CSV", "XLSX", "PNG", "SVG")
        }


def headless(kind, *choices):
    """What the command line gives for an exhibit."""
    command = [sys.executable, "-m", "promotion", "exhibit", NAME, *choices, "--lang", "zh"]
    done = subprocess.run(
        [*command, "--format", kind, "-o", "-"], cwd=ROOT, capture_output=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("kind", ["CSV", "XLSX", "PNG", "SVG"])
def test_a_file_is_named_by_title_and_period(files, kind):
    assert files[kind].name == f"{STEM}.{kind.lower()}"
    assert files[kind].stat().st_size > 100


def test_the_rows_are_those_of_the_command_line(files):
    assert files["CSV"].read_bytes() == headless("csv", *CHOICES, *PERIOD)


def test_the_sheet_is_a_workbook_with_a_chart_of_its_own(files):
    with zipfile.ZipFile(files["XLSX"]) as workbook:
        assert workbook.testzip() is None
        assert "xl/charts/chart1.xml" in workbook.namelist()


def test_the_picture_fills_a_slide(files):
    head = files["PNG"].read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", head[16:]) == (1920, 1080)


def test_the_picture_shows_the_figure_on_white(files):
    with Image.open(files["PNG"]) as picture:
        pixels = picture.convert("RGB")
    assert pixels.getpixel((2, 2)) == (255, 255, 255)
    counts = pixels.getcolors(maxcolors=1 << 24)
    ink = sum(count for count, colour in counts if colour != (255, 255, 255))
    assert 0.03 < ink / (1920 * 1080) < 0.9


@pytest.mark.parametrize(
    "words",
    ["各区县对接次数", "2020年1月至6月", "余姚市", "新材料", "单位：次", "来源：", "示例数据"],
)
def test_the_picture_says_what_it_shows(files, words):
    assert words in files["SVG"].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "project_funnel"),
        ("/", "target_progress"),
        ("/district", "district_months"),
        ("/industry", "industry_specialisation"),
    ],
)
def test_every_kind_of_chart_is_taken_away_as_a_picture(
    dashboard_url, english_page, tmp_path, address, name
):
    page = visit(english_page, dashboard_url + address)
    opened = open_take_away(page, name)

    picture = download(page, opened, "SVG", tmp_path).read_text(encoding="utf-8")
    assert "Unit:" in picture
    assert "sample data" in picture
    assert download(page, opened, "PNG", tmp_path).stat().st_size > 20_000
    rows = download(page, opened, "CSV", tmp_path).read_text(encoding="utf-8-sig")
    assert rows.count("\n") > 3


def test_the_rows_and_the_query_stand_under_the_files(dashboard_url, english_page):
    page = visit(english_page, f"{dashboard_url}/?district=yuyao")
    opened = open_take_away(page, "activity_by_industry")

    opened.locator('[role="columnheader"]').first.wait_for(state="attached")
    headings = opened.locator('[role="columnheader"]').all_text_contents()
    assert "Industry" in headings
    assert "Contacts" in headings
    query = opened.locator('[data-testid="stCode"]').inner_text()
    assert "-- $districts = ['yuyao']" in query
    assert "select" in query


def test_presses_while_the_page_is_still_being_drawn_are_not_lost(dashboard_url, new_page):
    page = new_page(service_workers="block")  # a window of its own, for what follows
    page.add_init_script(PRESS_AS_SOON_AS_DRAWN)
    page.goto(dashboard_url + "/")

    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="CSV", exact=True).wait_for()
    page.keyboard.press("Escape")
    wait_idle(page)
    assert page.locator("[data-figure-action=briefing][aria-pressed=true]").count() == 1

    turn(page, "/briefing")
    assert page.locator('[class*="st-key-place_"]').count() == 1
