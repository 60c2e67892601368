"""Ledgers whose every text is HTML, Markdown or a formula: pages show it as it is written."""

import csv
import shutil

import pytest

from components.plain_text import JOINER
from tests.browser.page_state import wait_idle
from tests.browser.reader import PAGES, main, open_take_away, visit
from tests.browser.serving import serve
from tests.ledgers import LEDGERS, SMALL

HOSTILE = (
    "<script>window.hit=1</script><img src=x onerror=window.hit=1><b class=hit>b</b>"
    "[hit](javascript:window.hit=1) **hit** $\\hit$ :material/bug_report: :red[hit] `hit`"
)
# As a name in a chart: it may be shortened, so the tag stands first.
LINK = "<a href='http://hit.invalid'>hit</a>"
TEXTS = {
    "project_name",
    "investor",
    "carrier_name",
    "developer",
    "operator",
    "source",
    "organisation",
    "owner",
    "staff",
    "referred_by",
    "closed_reason",
}
# What only Markdown or HTML of a ledger could have made.
MADE = """() => [
    ...document.querySelectorAll('.hit, img[src="x"]'),
    // A link to a thing's page holds its name in the address, on this server.
    ...[...document.querySelectorAll('a[href*="javascript"], a[href*="hit"]')]
        .filter((found) => !found.href.startsWith(`${location.origin}/record?`)),
    ...document.querySelectorAll('.katex'),
    ...[...document.querySelectorAll('strong, em, code, [data-testid="stIconMaterial"]')]
        .filter((found) => /^(hit|bug_report)$/.test(found.textContent)),
    // Counts beside names are bold; no text of a ledger is.
    ...[...document.querySelectorAll('svg a, svg tspan[style*="bold"]')]
        .filter((found) => !/^[0-9,]+$/.test(found.textContent)),
].map((found) => found.outerHTML)"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The small ledgers, every text in them hostile, and their names, and a list's names."""
    folder = tmp_path_factory.mktemp("hostile")
    extra = {
        "projects": ["owner", "referred_by", "closed_reason"],
        "contacts": ["organisation", "staff"],
    }
    for ledger in SMALL.glob("*.csv"):
        with ledger.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for place, row in enumerate(rows):
            row.update(dict.fromkeys(extra.get(ledger.stem, ()), "x"))
            row.update({name: f"{LINK} {place} {HOSTILE}" for name in row if name in TEXTS})
        _write(folder / ledger.name, rows)
    _write(folder / "annotations.csv", [{"date": "2020-03-05", "text": f"{LINK} {HOSTILE}"}])
    (folder / "**hit** $\\hit$ :red[hit] <b class=hit>b<.csv").write_bytes(bytes(range(256)))
    shutil.copytree(LEDGERS / "reference", folder / "reference")
    path = folder / "reference" / "districts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        districts = list(csv.DictReader(file))
    for row in districts:
        row["name_en"] = f"{row['name_en']} **hit** :red[hit] $\\hit$ {LINK}"
    _write(path, districts)
    return folder


@pytest.fixture(scope="module")
def address(tmp_path_factory, hostile):
    """The address of a dashboard on the hostile ledgers, which these tests leave as they are."""
    with serve(tmp_path_factory.mktemp("dashboard") / "log.txt", hostile) as served:
        yield served


def words(place):
    """What stands there, without what parts addresses invisibly."""
    return place.inner_text().replace(JOINER, "")


def _write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_no_text_of_a_ledger_becomes_more_than_text(address, english_page):
    dialogs = []
    page = english_page

    def note(dialog):
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for path in PAGES:
        visit(page, f"{address}{path}?period=all&district=yinzhou&district=cixi")
        assert page.evaluate(MADE) == [], path
        assert page.evaluate("window.hit") is None, path
        assert page.locator('[data-testid="stException"]').count() == 0, path
        said = words(main(page))
        # The chips, and the file that could not be read, say it as it is written.
        assert "**hit** :red[hit] $\\hit$ <a href='http://hit.invalid'>hit</a>" in said, path
        assert "**hit** $\\hit$ :red[hit] <b class=hit>b<.csv" in said, path
    page.remove_listener("dialog", note)
    assert dialogs == []


def test_nor_where_things_are_found_and_opened(address, english_page):
    page = visit(english_page, f"{address}/record?q=bug_report")
    found = words(main(page))
    for path in ("record?kind=project&id=P1", "record?kind=carrier&id=B1"):
        assert page.evaluate(MADE) == [], path
        visit(page, f"{address}/{path}")
        found += words(main(page))
    page.locator("a.record").first.click()
    page.wait_for_url("**/record?*kind=project*")
    wait_idle(page)

    assert page.evaluate(MADE) == []
    assert page.evaluate("window.hit") is None
    assert found.count(HOSTILE) >= 6


def test_nor_in_the_window_of_a_figures_files(address, english_page):
    page = visit(english_page, f"{address}/district?period=all&district=cixi")
    opened = open_take_away(page, "district_months")

    assert "**hit** :red[hit] $\\hit$" in words(opened)
    assert page.evaluate(MADE) == []


def test_nor_in_a_trial_of_ledgers_named_and_filled_so(
    start_dashboard, english_page, hostile, tmp_path
):
    folder = shutil.copytree(hostile, tmp_path / "ledgers")
    page, address = english_page, start_dashboard(folder)
    upload = upload_of_a_trial(page, address)
    upload.set_input_files({"name": "**hit** $hit$ <b class=hit>b.csv", **_file(b"")})
    page.get_by_text("The name **hit** $hit$ <b class=hit>b.csv cannot be taken").wait_for()
    assert page.evaluate(MADE) == []

    upload = upload_of_a_trial(page, address)
    name = "__hit__ $hit$ [hit](hit.invalid) ~~hit~~ contacts.csv"
    content = (hostile / "contacts.csv").read_bytes() + b"<b class=hit>b</b>\n"
    upload.set_input_files({"name": name, **_file(content)})
    page.get_by_text(f"{name} replaces").wait_for()
    page.get_by_role("button", name="Try", exact=True).click()
    page.get_by_role("button", name="Adopt").click()
    page.get_by_text(f"Adopted: {name}").wait_for()
    assert page.evaluate(MADE) == []
    assert page.evaluate("window.hit") is None


def upload_of_a_trial(page, address):
    page.goto(f"{address}/data?period=all")
    page.get_by_test_id("stButtonGroup").get_by_text("Try ledgers", exact=True).click()
    return page.locator("input[type=file]")


def _file(content):
    return {"mimeType": "text/csv", "buffer": content}


def test_a_folder_with_such_a_name_is_said_as_it_is_written(
    start_dashboard, english_page, tmp_path
):
    english_page.goto(start_dashboard(tmp_path / "**hit** :red[hit] $\\hit$ <b class=hit>"))
    english_page.locator('[data-testid="stAlert"]').wait_for()

    assert "**hit** :red[hit] $\\hit$ <b class=hit>" in words(main(english_page))
    assert english_page.evaluate(MADE) == []
