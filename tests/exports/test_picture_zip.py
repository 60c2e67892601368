"""A briefing's pictures in one archive."""

import hashlib
import io
import json
import zipfile

import pytest

from promotion.briefing import BriefingChoice, compose
from promotion.exports.picture_files import PictureFault
from promotion.exports.picture_zip import pictures_zip
from promotion.filters import Filters
from tests.ledgers import FIRST_QUARTER

NAMES = ("headline", "project_funnel", "activity_by_district", "dispatch_list")


@pytest.fixture(scope="module")
def briefing(sample):
    return compose(sample, Filters(FIRST_QUARTER, language="zh"), BriefingChoice(NAMES))


@pytest.fixture(scope="module")
def content(briefing):
    return pictures_zip(briefing, "svg")


def test_one_picture_a_chart_in_the_briefings_order(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "01_project_funnel.svg",
            "02_activity_by_district.svg",
            "manifest.json",
        ]
        assert "各区县对接次数" in archive.read("02_activity_by_district.svg").decode()


def test_the_manifest_says_what_each_picture_shows(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        digest = hashlib.sha256(archive.read("02_activity_by_district.svg")).hexdigest()
    entry = manifest["pictures"][1]

    assert manifest["only_tables"] == ["headline", "dispatch_list"]
    assert manifest["sample"] is True
    assert entry["sha256"] == digest
    assert entry["period"] == {"from": "2020-01-01", "to": "2020-03-31"}
    assert entry["filters"]["districts"] == []
    assert (entry["unit"], entry["as_of"]) == ("次", "2020-06-30")
    assert "示例数据" in entry["source_line"]


def test_the_same_briefing_gives_the_same_bytes(briefing, content):
    assert pictures_zip(briefing, "svg") == content
    assert pictures_zip(briefing) == pictures_zip(briefing)


def test_a_briefing_of_tables_has_no_pictures(sample):
    tables = compose(sample, Filters(FIRST_QUARTER, language="en"), BriefingChoice(NAMES[:1]))

    with pytest.raises(PictureFault, match="None of these figures has a chart"):
        pictures_zip(tables)
