"""Each page runs on whatever folder the dashboard is pointed at, in both languages."""

from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from promotion.language import use_language
from tests.ledgers import ENDLESS, LEDGERS, SAMPLE_DATA, SMALL, part_of_small

DASHBOARD = Path(__file__).parents[1] / "dashboard.py"
TITLES = {
    "overview": {"zh": "总览", "en": "Overview"},
    "district": {"zh": "区县", "en": "District"},
    "industry": {"zh": "产业", "en": "Industry"},
    "library": {"zh": "项目库", "en": "Project library"},
    "cloud": {"zh": "云招商", "en": "Cloud promotion"},
    "foreign_capital": {"zh": "外资", "en": "Foreign capital"},
    "supply_chain": {"zh": "产业链", "en": "Supply chain"},
    "sites": {"zh": "载体", "en": "Sites"},
    "compare": {"zh": "比较", "en": "Compare"},
    "targets": {"zh": "目标", "en": "Targets"},
    "briefing": {"zh": "简报", "en": "Briefing"},
    "data": {"zh": "数据", "en": "Data"},
}
FILES = {
    "overview": "pages/overview/overview.py",
    "district": "pages/district/district.py",
    "industry": "pages/industry/industry.py",
    "library": "pages/projects/library.py",
    "cloud": "pages/contacts/cloud.py",
    "foreign_capital": "pages/capital/foreign_capital.py",
    "supply_chain": "pages/chain/supply_chain.py",
    "sites": "pages/sites/sites.py",
    "compare": "pages/compare/compare.py",
    "targets": "pages/targets/targets.py",
    "briefing": "pages/briefing/briefing.py",
    "data": "pages/data/data.py",
}
# The ledger without which a page has no figure, and how it says so.
NEEDED = {
    "library": "projects",
    "cloud": "contacts",
    "foreign_capital": "projects",
    "supply_chain": "projects",
    "targets": "targets",
}
ADD_A_LEDGER = {"zh": "加入", "en": ": add a "}
# What such a page shows without the ledger that all of it is made of is one sentence.
OF_ONE_LEDGER = {"sites": "carriers.csv"}
# A question that one figure of each page asks.
SLOW = {
    "overview": "overview/project_funnel",
    "district": "drill/counts",
    "industry": "industry/industry_specialisation",
    "library": "projects/stage_durations",
    "cloud": "contacts/contact_yield",
    "foreign_capital": "capital/fdi_by_origin",
    "supply_chain": "chain/partner_firms",
    "sites": "sites/output_per_mu",
    "compare": "overview/project_funnel",
    "targets": "overview/target_progress",
}
CALLED_SAMPLE_DATA = {
    "zh": '<span class="sample">示例数据</span>',
    "en": '<span class="sample">sample data</span>',
}
SECONDS = 60

every_page = pytest.mark.parametrize("page", TITLES)
CHARTLESS = ("briefing", "data")
pages_with_charts = pytest.mark.parametrize(
    "page", [page for page in TITLES if page not in CHARTLESS]
)
both_languages = pytest.mark.parametrize("language", ["zh", "en"])


@pytest.fixture(autouse=True, scope="module")
def server(packages_scanned_once):
    """What the dashboard keeps for all its readers begins and ends with these tests."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def own_server():
    """What it keeps begins and ends with the test, which sets what a server is started with."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def open_page(monkeypatch):
    """A function that opens a page on a folder of ledgers by a link with these parameters."""

    def open_one(page: str, folder: Path, language: str, **parameters: str) -> AppTest:
        monkeypatch.setenv("PROMOTION_DATA", str(folder))
        app = AppTest.from_file(str(DASHBOARD), default_timeout=SECONDS)
        app.query_params["lang"] = language
        for name, text in parameters.items():
            app.query_params[name] = text
        # AppTest names the options of widgets in this thread, where no page sets the language.
        with use_language(language):
            if page != "overview":
                app.switch_page(FILES[page])
            return app.run()

    return open_one


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """A function that gives a folder of one small ledger, which is built once for all pages."""

    @cache
    def folder_of(kind: str) -> Path:
        return part_of_small(tmp_path_factory.mktemp("alone") / kind, kind)

    return folder_of


def words_of(app: AppTest) -> str:
    """What the page says outside its widgets and charts, as HTML."""
    bodies = (element.proto.body for element in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style>"))


def lacks_its_ledger(page: str, folder: Path) -> bool:
    needed = OF_ONE_LEDGER | {"targets": "targets.csv"}
    return page in needed and not (folder / needed[page]).exists()


def chart_count(app: AppTest) -> int:
    return len(app.get("plotly_chart"))


@pages_with_charts
@both_languages
@pytest.mark.parametrize(
    "folder", [LEDGERS, SAMPLE_DATA / "dev", SMALL], ids=["sample", "dev", "small"]
)
def test_a_page_shows_its_title_and_charts(open_page, page, language, folder):
    app = open_page(page, folder, language)

    assert not app.exception
    assert not app.error
    assert not app.warning
    assert f"<h1>{TITLES[page][language]}</h1>" in words_of(app)
    assert (CALLED_SAMPLE_DATA[language] in words_of(app)) == (folder == LEDGERS)
    assert chart_count(app) >= 2 or lacks_its_ledger(page, folder)


@both_languages
@pytest.mark.parametrize("folder", [SAMPLE_DATA / "dev", None], ids=["dev", "part of small"])
def test_without_its_ledger_a_page_is_one_sentence_that_names_the_file(
    open_page, tmp_path, language, folder
):
    app = open_page("sites", folder or part_of_small(tmp_path, "contacts", "projects"), language)

    [told] = app.info
    assert "carriers.csv" in told.value
    assert not app.exception
    assert chart_count(app) == 0
    assert not app.dataframe
    assert "key-points" not in words_of(app)


@pages_with_charts
@both_languages
@pytest.mark.parametrize("kind", ["contacts", "projects"])
def test_a_page_shows_what_one_ledger_alone_tells(open_page, alone, page, language, kind):
    app = open_page(page, alone(kind), language)

    assert not app.exception
    assert not app.error
    assert f"<h1>{TITLES[page][language]}</h1>" in words_of(app)
    if page in OF_ONE_LEDGER:
        assert OF_ONE_LEDGER[page] in app.info[0].value
    elif NEEDED.get(page, kind) == kind:
        assert chart_count(app) >= 1
    else:
        assert chart_count(app) == 0
        assert ADD_A_LEDGER[language] in words_of(app)


@every_page
@both_languages
def test_a_missing_folder_is_told_in_a_sentence(open_page, tmp_path, page, language):
    app = open_page(page, tmp_path / "nowhere", language)

    assert not app.exception
    [error] = app.error
    assert str(tmp_path / "nowhere") in error.value
    assert {"zh": "不存在", "en": "There is no folder"}[language] in error.value
    assert chart_count(app) == 0


@both_languages
def test_an_empty_folder_is_told_in_a_sentence(open_page, tmp_path, language):
    app = open_page("overview", tmp_path, language)

    assert not app.exception
    [error] = app.error
    assert {"zh": "没有可读取", "en": "no project or contact ledger"}[language] in error.value
    assert {"zh": "放入数据文件夹", "en": "into the data folder"}[language] in app.markdown[0].value


@pytest.mark.parametrize("page", CHARTLESS)
@pytest.mark.parametrize("folder", [LEDGERS, SMALL], ids=["sample", "small"])
def test_a_page_without_charts_calls_the_sample_ledgers_sample_data(open_page, page, folder):
    said = words_of(open_page(page, folder, "zh"))

    assert (CALLED_SAMPLE_DATA["zh"] in said) == (folder == LEDGERS)


@pytest.mark.parametrize("page", [page for page in TITLES if page not in (*CHARTLESS, "sites")])
def test_a_page_without_anything_to_show_still_stands(open_page, page):
    """January 2018 lies before every ledger."""
    app = open_page(
        page, SMALL, "en", period="custom", **{"from": "2018-01-01", "to": "2018-01-31"}
    )

    assert not app.exception
    assert "January 2018" in words_of(app)
    assert "the period lies outside the ledgers" in words_of(app)


@pytest.mark.parametrize(
    "parameters",
    [
        {"period": "\0", "from": "xx", "to": "2020-13-45", "kept": "1"},
        {"district": "nowhere", "industry": "<script>", "measure": "<script>"},
        {"period": "custom", "from": "2020-03-31", "to": "2020-03-01"},
        {"compare": "both", "capital": "none", "shown": "nowhere", "unheard": "of"},
        {"period": "custom", "from": "0001-01-01", "to": "9999-12-31"},
    ],
)
@every_page
def test_a_mangled_link_opens_the_page(open_page, page, parameters):
    app = open_page(page, SMALL, "en", **parameters)

    assert not app.exception
    assert not app.error
    assert f"<h1>{TITLES[page]['en']}</h1>" in words_of(app)
    assert page in CHARTLESS or chart_count(app) >= 2 or lacks_its_ledger(page, SMALL)


@both_languages
def test_the_meeting_screen_shows_the_overview_and_its_districts_in_turn(open_page, language):
    app = open_page("overview", LEDGERS, language, screen="1", rotate="20", district="cixi")

    assert not app.exception
    assert chart_count(app) == 5
    assert {"zh": "<span>慈溪市</span>", "en": "<span>Cixi</span>"}[language] in words_of(app)
    assert '<span class="sample">' in words_of(app)
    assert dict(app.query_params) == {
        "lang": language,
        "screen": "1",
        "rotate": "20",
        "district": "cixi",
    }


@pytest.mark.parametrize(
    ("parameters", "is_screen"),
    [
        ({"screen": "abc", "rotate": "-3"}, False),
        ({"screen": "1", "rotate": "-3"}, True),
        ({"screen": "1", "rotate": "4"}, True),
        ({"rotate": "20"}, False),
    ],
)
def test_a_mangled_link_to_the_meeting_screen_opens_a_page_with_defaults(
    open_page, parameters, is_screen
):
    app = open_page("overview", SMALL, "en", **parameters)

    assert not app.exception
    assert ("screen-head" in words_of(app)) == is_screen
    assert ('class="page-head"' in words_of(app)) != is_screen
    assert "rotate" not in app.query_params


def test_no_other_page_becomes_the_meeting_screen(open_page):
    app = open_page("overview", SMALL, "en", screen="1")
    app.switch_page(FILES["district"]).run()

    assert f"<h1>{TITLES['district']['en']}</h1>" in words_of(app)
    assert "screen" not in app.query_params


@both_languages
def test_the_meeting_screen_says_which_ledgers_are_missing(open_page, tmp_path, language):
    folder = part_of_small(tmp_path, "contacts", "projects")
    app = open_page("overview", folder, language, screen="1")

    assert not app.exception
    assert chart_count(app) == 4
    assert words_of(app).count("receipts.csv") == 1
    assert words_of(app).count("targets.csv") == 1


def test_a_page_of_sites_says_that_the_district_has_no_buildings(open_page):
    """Zhenhai has parks and parcels; capital chooses their viewings and projects, not them."""
    app = open_page("sites", LEDGERS, "en", district="zhenhai", capital="foreign")

    assert "Nothing is left under this filter: districts (Zhenhai)." in words_of(app)
    assert chart_count(app) == 3


def test_a_share_of_few_contacts_is_told_by_its_counts(open_page):
    quarter = {"period": "custom", "from": "2020-01-01", "to": "2020-03-31"}
    few = words_of(open_page("overview", SMALL, "en", district="yinzhou", **quarter))
    enough = words_of(open_page("overview", SMALL, "en", **quarter))

    assert '<span class="value">4 of 4</span>' in few
    assert '<span class="value">80.0%</span>' in enough


def test_a_period_that_ends_before_it_begins_is_told_and_not_shown(open_page):
    app = open_page(
        "overview", SMALL, "en", period="custom", **{"from": "2020-03-31", "to": "2020-03-01"}
    )

    [warning] = app.warning
    assert "ends before it begins" in warning.value
    assert "March 2020" in words_of(app)


@every_page
@pytest.mark.parametrize(
    "parameters",
    [
        {"district": "cixi", "industry": "new_materials", "capital": "foreign"},
        {"district": "beilun", "compare": "none", "measure": "received_fdi_wan_usd"},
        {"period": "all", "compare": "year", "measure": "online_share"},
    ],
    ids=["narrow", "without comparison", "everything"],
)
@both_languages
def test_a_page_stands_under_every_kind_of_filter(open_page, page, parameters, language):
    app = open_page(page, LEDGERS, language, **parameters)

    assert not app.exception
    assert not app.error
    assert f"<h1>{TITLES[page][language]}</h1>" in words_of(app)


@pytest.mark.parametrize(
    ("page", "language"), [("overview", "zh"), *((page, "en") for page in SLOW)]
)
def test_a_figure_that_takes_too_long_is_a_sentence_and_the_page_goes_on(
    own_server, open_page, put_query, monkeypatch, page, language
):
    put_query(SLOW[page], ENDLESS)
    monkeypatch.setenv("PROMOTION_QUERY_SECONDS", "1")
    app = open_page(page, LEDGERS, language)

    words = words_of(app)
    assert not app.exception
    assert f"<h1>{TITLES[page][language]}</h1>" in words
    assert {"zh": "用时超过1秒，已中止", "en": "took longer than 1 s and was stopped"}[
        language
    ] in words
    assert chart_count(app) >= 2


@pytest.mark.parametrize("page", CHARTLESS)
def test_a_briefing_and_the_checks_tell_what_takes_too_long(
    own_server, open_page, put_query, monkeypatch, page
):
    put_query("checks/unknown_projects", ENDLESS)
    put_query("overview/target_progress", ENDLESS)
    monkeypatch.setenv("PROMOTION_QUERY_SECONDS", "1")
    app = open_page("overview", LEDGERS, "en")
    app.session_state["data_part"] = "checks"
    with use_language("en"):
        app.switch_page(FILES[page]).run()

    assert not app.exception
    assert "took longer than 1 s and was stopped" in words_of(app)
    assert {"briefing": "Add a figure", "data": "Period"}[page] in (
        words_of(app) + " ".join(box.label for box in app.selectbox)
    )


@every_page
def test_a_limit_that_nothing_keeps_shows_sentences_only(own_server, open_page, monkeypatch, page):
    monkeypatch.setenv("PROMOTION_QUERY_SECONDS", "0.000001")

    assert not open_page(page, SMALL, "en").exception


def test_a_limit_that_is_none_is_told_in_a_sentence(own_server, open_page, monkeypatch):
    monkeypatch.setenv("PROMOTION_QUERY_SECONDS", "soon")
    app = open_page("overview", SMALL, "en")

    [error] = app.error
    assert not app.exception
    assert "PROMOTION_QUERY_SECONDS is soon" in error.value
    assert not app.markdown
