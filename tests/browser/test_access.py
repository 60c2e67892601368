"""Who may see what, with a real provider to log in at: Django's, on this machine."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from promotion.database import open_database
from promotion.exhibits import EXHIBITS
from tests.browser import oidc_provider
from tests.browser.serving import ROOT, free_port, serve
from tests.ledgers import LEDGERS, english

WHOLE, YUYAO = "whole@example.org", "yuyao@example.org"
STRANGER, UNVERIFIED = "stranger@example.org", "unverified@example.org"
PEOPLE = f"""
ask = "the investment promotion office"

[people."Whole@Example.org"]
role = "viewer"
districts = "all"

[people."{YUYAO}"]
role = "viewer"
districts = ["yuyao"]

[people."{UNVERIFIED}"]
role = "editor"
districts = "all"
"""
SECRETS = """
[auth]
redirect_uri = "{redirect}"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{provider}/o/.well-known/openid-configuration"
client_kwargs = {{ scope = "openid email", code_challenge_method = "S256" }}
"""
OTHERS = ("Cixi", "慈溪", "Beilun", "北仑", "Zhenhai", "镇海", "Yinzhou", "鄞州")
WAIT_MS = 15_000


@contextmanager
def provider(folder: Path, redirect_uri: str):
    """The address of a provider process with the accounts, while it lasts."""
    port = free_port()
    metadata = f"http://127.0.0.1:{port}/o/.well-known/openid-configuration"
    command = [sys.executable, "-m", "tests.browser.oidc_provider", str(folder), str(port)]
    command += [redirect_uri, WHOLE, YUYAO, STRANGER, UNVERIFIED]
    with (folder / "provider.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            until = time.monotonic() + 60
            while time.monotonic() < until and process.poll() is None:
                try:
                    with urlopen(metadata, timeout=5):
                        break
                except (URLError, ConnectionError, TimeoutError):
                    time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.kill(process.pid, signal.SIGTERM)
            process.wait(10)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A copy of the sample ledgers with the people who may see them."""
    folder = copytree(LEDGERS, tmp_path_factory.mktemp("ledgers") / "data")
    (folder / "access.toml").write_text(PEOPLE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def url(tmp_path_factory, data):
    """The address of a dashboard that asks for a login."""
    folder = tmp_path_factory.mktemp("login")
    port = free_port()
    redirect = f"http://localhost:{port}/oauth2callback"
    with provider(folder, redirect) as address:
        secrets = folder / "secrets.toml"
        filled = SECRETS.format(
            redirect=redirect,
            client=oidc_provider.CLIENT,
            secret=oidc_provider.SECRET,
            provider=address,
        )
        secrets.write_text(filled, encoding="utf-8")
        arguments = ("--secrets.files", str(secrets))
        with serve(folder / "log.txt", data, port=port, arguments=arguments) as served:
            yield served


@pytest.fixture
def heard(page_english):
    """Everything the server says over the websockets of the page, as bytes."""
    frames = []

    def listen(socket):
        socket.on(
            "framereceived",
            lambda frame: frames.append(frame if isinstance(frame, bytes) else frame.encode()),
        )

    page_english.on("websocket", listen)
    yield frames
    page_english.remove_listener("websocket", listen)


@pytest.fixture
def page_english(new_page):
    """An English reader's window."""
    return new_page(locale="en-US")


def named(frames, names):
    text = b"".join(frames)
    return [name for name in names if name.encode() in text]


def log_in(page, url, account, address="/"):
    page.goto(url + address)
    page.get_by_role("button", name="Log in").click(timeout=WAIT_MS)
    page.fill("input[name=username]", account, timeout=WAIT_MS)
    page.fill("input[name=password]", oidc_provider.PASSWORD)
    page.click("button")
    page.wait_for_url(url + "/**", timeout=WAIT_MS)


def wait_for_overview(page):
    page.locator(".page-head h1").wait_for(timeout=WAIT_MS)
    page.get_by_text("Logged in as").wait_for(timeout=WAIT_MS)


@pytest.mark.parametrize("address", ["/", "/overview", "/data?district=cixi", "/briefing"])
def test_without_a_login_no_page_sends_anything_of_the_data(url, page_english, heard, address):
    page_english.goto(url + address)
    page_english.get_by_role("button", name="Log in").wait_for(timeout=WAIT_MS)
    page_english.wait_for_timeout(500)

    assert named(heard, (*OTHERS, "Yuyao", "余姚", "2020")) == []
    assert page_english.locator("section[data-testid=stSidebar]").count() == 0


def test_a_viewer_of_the_whole_sees_all_districts_and_no_owner(url, page_english, heard):
    log_in(page_english, url, WHOLE)
    wait_for_overview(page_english)
    assert set(named(heard, OTHERS[::2])) == set(OTHERS[::2])

    owners = {
        row["owner"] for row in EXHIBITS["dispatch_list"](open_database(LEDGERS), english()).rows()
    }
    page_english.goto(f"{url}/library")
    wait_for_overview(page_english)
    page_english.wait_for_load_state("networkidle")
    until = time.monotonic() + WAIT_MS / 1000
    while b"***" not in b"".join(heard) and time.monotonic() < until:
        page_english.wait_for_timeout(100)
    assert b"***" in b"".join(heard)
    assert named(heard, [owner for owner in owners if owner]) == []


def test_a_district_s_person_is_sent_nothing_of_others_whatever_the_link_asks(
    url, page_english, heard
):
    log_in(page_english, url, YUYAO)
    wait_for_overview(page_english)
    for address in (
        "/?district=cixi",
        "/district?shown=cixi",
        "/library",
        "/sites",
        "/data",
        "/record?q=0001",
        "/record?kind=project&id=CX-0001",
        "/record?kind=carrier&id=YZ-BUILDING-01",
    ):
        page_english.goto(url + address)
        wait_for_overview(page_english)
        page_english.wait_for_load_state("networkidle")

    assert named(heard, ["Yuyao"])
    assert named(heard, (*OTHERS, "cixi_contacts", "cixi_projects")) == []


def test_the_file_of_a_figure_holds_only_the_district_s_rows(url, page_english):
    log_in(page_english, url, YUYAO)
    wait_for_overview(page_english)
    page_english.locator("[data-figure-action=files][data-figure=activity_by_district]").click(
        timeout=WAIT_MS
    )
    for button, expected in (("CSV", "Yuyao"), ("XLSX", "Yuyao")):
        with page_english.expect_download(timeout=WAIT_MS) as download:
            page_english.get_by_role("button", name=button, exact=True).click()
        content = Path(download.value.path()).read_bytes()
        if button == "XLSX":
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                content = b"".join(book.read(name) for name in book.namelist())
        assert expected.encode() in content
        assert named([content], OTHERS) == []


@pytest.mark.parametrize(
    ("account", "sentence"),
    [
        (STRANGER, "The account stranger@example.org may not see this dashboard."),
        (UNVERIFIED, "The login gave no e-mail address that it vouches for."),
    ],
)
def test_who_is_not_in_the_file_is_told_so_and_can_log_out(
    url, page_english, heard, account, sentence
):
    log_in(page_english, url, account)
    page_english.get_by_text(sentence).wait_for(timeout=WAIT_MS)
    assert named(heard, (*OTHERS, "Yuyao", "余姚")) == []

    page_english.get_by_role("button", name="Log out").click()
    page_english.get_by_role("button", name="Log in").wait_for(timeout=WAIT_MS)


def test_a_right_that_is_taken_away_ends_an_open_session(url, page_english, data):
    log_in(page_english, url, YUYAO)
    wait_for_overview(page_english)
    file = data / "access.toml"
    try:
        file.write_text(PEOPLE.replace(YUYAO, "another@example.org"), encoding="utf-8")
        page_english.get_by_role("button", name="Reset all").click()
        page_english.get_by_text("may not see this dashboard").wait_for(timeout=WAIT_MS)
        assert page_english.locator(".page-head").count() == 0
    finally:
        file.write_text(PEOPLE, encoding="utf-8")


def test_a_reader_of_one_district_compares_industries_or_periods(url, page_english, heard):
    log_in(page_english, url, YUYAO)
    wait_for_overview(page_english)
    page_english.goto(f"{url}/compare?sides=district&left=yuyao&right=cixi")
    page_english.get_by_text("There is nothing to compare by district: Yuyao").wait_for(
        timeout=WAIT_MS
    )
    page_english.get_by_role("radio", name="Periods").wait_for(timeout=WAIT_MS)

    assert page_english.get_by_role("radio", name="Districts").count() == 0
    assert page_english.locator(".sides table").count() == 1
    assert named(heard, OTHERS) == []
