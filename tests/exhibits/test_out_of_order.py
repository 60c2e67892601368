"""Stages of projects whose dates come in any order, against DATA.md's definition in Python."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from promotion.database import open_database
from promotion.exhibits import industry, overview
from tests.exhibits.recomputed import STEPS, stage_on
from tests.ledgers import column_by, days, english, project, write

FIRST_DAY = date(2020, 1, 20)
DAY_COUNT = 60
ORDER = ("lead", "negotiating", "key_negotiating", "signed", "landed", "in_production")


@pytest.fixture(scope="module")
def projects():
    """Projects with dates drawn at random, many missing, many on the same day."""
    draw = random.Random(2020)

    def some_day(probability):
        if draw.random() > probability:
            return None
        return FIRST_DAY + timedelta(days=draw.randrange(DAY_COUNT))

    return [
        project(f"P{place}", some_day(1), district="cixi", is_key=draw.choice(("yes", "no", "")))
        | {step: some_day(0.5) for step in STEPS}
        | {"closed_date": some_day(0.3)}
        for place in range(300)
    ]


@pytest.fixture(scope="module")
def jumbled(projects, tmp_path_factory):
    folder = tmp_path_factory.mktemp("jumbled")
    write(folder, "projects.csv", *projects)
    return open_database(folder)


def furthest_on(row, day):
    """The furthest stage ever dated by the day, whether closed or not."""
    return stage_on(row | {"closed_date": None}, day)


@pytest.mark.parametrize("offset", range(-1, DAY_COUNT + 1, 3))
def test_stages_follow_the_definition_on_any_day(jumbled, projects, offset):
    day = FIRST_DAY + timedelta(days=offset)
    filters = english(days(str(day)))
    funnel = overview.project_funnel(jumbled, filters)

    stages = Counter(stage_on(row, day) for row in projects)
    standing = column_by(funnel, "stage", "project_count")
    assert standing == {stage: stages[stage] for stage in standing}
    known = sum(stages.values()) - stages[None]
    by_role = industry.chain_roles_by_industry(jumbled, filters).rows()
    listed = jumbled.run("drill/projects", **filters.parameters(), page_size=1000, offset=0)
    assert sum(row["project_count"] for row in by_role) == known
    assert len(listed) == known


@pytest.mark.parametrize("offset", range(-1, DAY_COUNT + 1, 3))
def test_who_got_so_far_never_falls_back(jumbled, projects, offset):
    day = FIRST_DAY + timedelta(days=offset)
    reached = column_by(
        overview.project_funnel(jumbled, english(days(str(day)))), "stage", "reached_count"
    )

    furthest = Counter(furthest_on(row, day) for row in projects)
    for place, stage in enumerate(ORDER):
        assert reached[stage] == sum(furthest[later] for later in ORDER[place:])
