"""The sample ledgers: repeatable, clean, and telling what DESIGN.md says each district does."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from promotion.sample import SAMPLE_MARK, write_sample

DATA = Path(__file__).parents[1] / "data"
STAGES = ["lead_date", "negotiation_date", "signed_date", "landed_date", "production_date"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder, contacts=20_000, seed=2020)
    return folder


@pytest.fixture(scope="module")
def projects(folder):
    frames = [pd.read_csv(path, parse_dates=STAGES) for path in folder.glob("*_projects.csv")]
    return pd.concat(frames, ignore_index=True)


@pytest.fixture(scope="module")
def contacts(folder):
    frames = [
        pd.read_csv(path, parse_dates=["contact_date"]) for path in folder.glob("*_contacts.csv")
    ]
    return pd.concat(frames, ignore_index=True)


def _codes(name):
    with (DATA / "reference" / name).open(encoding="utf-8-sig", newline="") as file:
        return {next(iter(row.values())) for row in csv.DictReader(file)}


def test_the_committed_ledgers_are_what_the_command_writes(folder):
    for path in folder.iterdir():
        assert path.read_bytes() == (DATA / path.name).read_bytes(), path.name


def test_the_same_contacts_and_seed_give_the_same_bytes_and_another_seed_others(tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_sample(tmp_path / name, contacts=500, seed=seed)

    def contents(name):
        return {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}

    assert contents("a") == contents("b")
    assert contents("a") != contents("c")


def test_there_are_as_many_contacts_as_asked_and_six_projects_a_hundred(projects, contacts):
    assert len(contacts) == contacts["contact_id"].nunique() == 20_000
    assert len(projects) == projects["project_id"].nunique() == 1_200


@pytest.mark.parametrize("count", [1, 2, 17, 100])
def test_a_very_small_sample_is_whole_too(tmp_path, count):
    write_sample(tmp_path, contacts=count, seed=3)

    rows = [len(pd.read_csv(path)) for path in tmp_path.glob("*_contacts.csv")]
    assert sum(rows) == count


def test_files_are_plain_csv(folder):
    for path in folder.iterdir():
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf"), path.name
        assert b'"' not in content and b"\r" not in content, path.name
        assert content.endswith(b"\n"), path.name
        widths = {line.count(b",") for line in content.splitlines()}
        assert len(widths) == 1, path.name


def test_every_district_and_industry_is_a_reference_code(projects, contacts):
    assert set(projects["district"]) == set(contacts["district"]) == _codes("districts.csv")
    assert set(projects["industry"]) | set(contacts["industry"].dropna()) <= _codes(
        "industries.csv"
    )


@pytest.mark.parametrize(
    ("column", "table"),
    [
        ("channel", "channels.csv"),
        ("activity", "activities.csv"),
        ("concern", "concerns.csv"),
        ("origin_country", "countries.csv"),
        ("investment_kind", "investment_kinds.csv"),
        ("lead_source", "lead_sources.csv"),
        ("chain_role", "chain_roles.csv"),
    ],
)
def test_every_code_is_in_its_reference_table_and_every_listed_code_is_drawn(
    projects, contacts, column, table
):
    frames = [frame for frame in (projects, contacts) if column in frame]
    drawn = set(pd.concat([frame[column] for frame in frames]).dropna())

    assert drawn <= _codes(table)
    if table != "countries.csv":
        assert drawn == _codes(table)


def test_contacts_stand_in_order_of_date_within_the_eighteen_months(folder, contacts):
    assert contacts["contact_date"].min() >= pd.Timestamp("2019-01-01")
    assert contacts["contact_date"].max() == pd.Timestamp("2020-06-30")
    for path in folder.glob("*_contacts.csv"):
        assert pd.read_csv(path)["contact_date"].is_monotonic_increasing, path.name


def test_projects_begin_within_the_eighteen_months_and_each_quarter_has_signings(projects):
    assert projects["lead_date"].min() >= pd.Timestamp("2019-01-01")
    signed = projects["signed_date"].dropna()
    by_quarter = signed.groupby(signed.dt.to_period("Q")).size()

    assert list(by_quarter.index.astype(str)) == [
        *("2019Q1", "2019Q2", "2019Q3", "2019Q4"),
        *("2020Q1", "2020Q2"),
    ]
    assert by_quarter.min() > 20


def test_a_contact_belongs_to_a_project_of_its_district_that_is_open_on_the_day(projects, contacts):
    linked = contacts.dropna(subset="project_id").merge(
        projects, on="project_id", how="left", suffixes=("", "_of_project"), validate="many_to_one"
    )
    closed = pd.to_datetime(linked["closed_date"])

    assert 0.55 < len(linked) / len(contacts) < 0.65
    assert (linked["district"] == linked["district_of_project"]).all()
    assert (linked["lead_date"] <= linked["contact_date"]).all()
    assert (closed.isna() | (linked["contact_date"] <= closed)).all()


def test_every_signing_has_its_contact_on_the_day(projects, contacts):
    signed = projects.dropna(subset="signed_date")
    signings = contacts[contacts["activity"] == "signing"]

    assert sorted(zip(signed["project_id"], signed["signed_date"], strict=True)) == sorted(
        zip(signings["project_id"], signings["contact_date"], strict=True)
    )


def test_stages_are_in_order_but_for_three_slips(projects):
    is_slip = pd.Series(False, index=projects.index)
    for number, later in enumerate(STAGES):
        for earlier in STAGES[:number]:
            is_slip |= projects[later] < projects[earlier]

    assert is_slip.sum() == 3


def test_four_projects_are_signed_twice(projects):
    same = ["investor", "project_name", "agreed_investment_wan_cny"]
    repeated = projects.dropna(subset=same).duplicated(same)

    assert repeated.sum() == 4


def test_two_projects_received_more_than_was_contracted(folder, projects):
    receipts = pd.read_csv(folder / "receipts.csv")
    received = receipts.groupby("project_id")["received_fdi_wan_usd"].sum()
    contracted = projects.set_index("project_id")["contracted_fdi_wan_usd"]

    assert (received > contracted.reindex(received.index)).sum() == 2


def test_only_foreign_projects_have_contracted_foreign_capital(projects):
    is_home = projects["origin_country"] == "CN"

    assert projects.loc[is_home, "contracted_fdi_wan_usd"].isna().all()
    assert projects.loc[~is_home, "contracted_fdi_wan_usd"].notna().any()


def test_amounts_are_unknown_where_an_office_would_not_know_them(projects):
    unknown = projects["agreed_investment_wan_cny"].isna()
    is_signed = projects["signed_date"].notna()
    is_only_lead = projects["negotiation_date"].isna() & ~is_signed

    assert unknown[is_signed].mean() < 0.08
    assert unknown[is_only_lead].mean() > 0.5
    assert 5_000 < projects["agreed_investment_wan_cny"].median() < 12_000


def test_promotion_moves_online_in_spring_2020_and_partly_back(contacts):
    months = contacts["contact_date"].dt.strftime("%Y-%m")
    on_site = (contacts["channel"] == "on_site").groupby(months).mean()

    assert on_site[:"2019-12"].min() > 0.6
    assert on_site["2020-02"] < 0.09
    assert on_site["2020-03"] < 0.16
    assert 0.33 < on_site["2020-06"] < 0.47


def test_each_district_promotes_in_its_own_way(projects, contacts):
    def share(frame, column, code):
        return (frame[column] == code).groupby(frame["district"]).mean()

    shown = contacts[contacts["activity"] == "site_promotion"]
    assert share(projects, "lead_source", "referral").idxmax() == "yinzhou"
    assert shown["carrier_id"].notna().groupby(shown["district"]).sum().idxmax() == "yinzhou"
    assert share(projects, "lead_source", "supply_chain").idxmax() == "beilun"
    assert share(projects, "investment_kind", "spin_off").idxmax() == "beilun"
    assert projects["land_mu"].notna().groupby(projects["district"]).mean().idxmax() == "yuyao"
    assert share(projects, "investment_kind", "capital_increase").idxmax() == "zhenhai"
    assert contacts["concern"].notna().groupby(contacts["district"]).mean().idxmax() == "zhenhai"
    follow_up = projects["next_follow_up_date"].notna().groupby(projects["district"]).mean()
    assert follow_up.idxmax() == "cixi"


def test_growth_is_not_everywhere(contacts):
    first_half = contacts["contact_date"].dt.month <= 6
    year = contacts["contact_date"].dt.year
    by_district = contacts[first_half].groupby(["district", year[first_half]]).size().unstack()

    growth = by_district[2020] / by_district[2019] - 1
    assert growth.min() < 0 < growth.max()


def test_some_targets_are_ahead_of_pace_and_some_behind(folder, contacts):
    targets = pd.read_csv(folder / "targets.csv").query("metric == 'contact_count'")
    targets = targets[targets["year"] == 2020].set_index("district")["target"]
    reached = contacts[contacts["contact_date"] >= "2020-01-01"].groupby("district").size()

    completion = reached / targets
    assert completion.min() < 182 / 366 < completion.max()


def test_every_file_is_marked_as_sample_data(folder):
    sources = pd.read_csv(folder / "sources.csv")
    others = {path.name for path in folder.iterdir()} - {"sources.csv"}

    assert set(sources["file"]) == others
    assert sources["source"].str.startswith(SAMPLE_MARK).all()
    assert set(sources["as_of_date"]) == {"2020-06-30"}


def test_a_folder_with_other_ledgers_is_left_alone(tmp_path):
    for name in ("beilun_projects.csv", "my ledger.csv"):
        folder = tmp_path / name.replace(" ", "_")
        folder.mkdir()
        (folder / name).write_text("project_id\nP-1\n", encoding="utf-8")

        with pytest.raises(FileExistsError, match="not sample data"):
            write_sample(folder, contacts=100, seed=1)

        assert [path.name for path in folder.iterdir()] == [name]


def test_a_sample_may_be_replaced_by_another(tmp_path):
    write_sample(tmp_path, contacts=200, seed=1)
    write_sample(tmp_path, contacts=100, seed=1)

    assert sum(len(pd.read_csv(path)) for path in tmp_path.glob("*_contacts.csv")) == 100


def test_an_interrupted_run_leaves_the_folder_as_it_was(tmp_path):
    def interrupt(written, asked):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_sample(tmp_path, contacts=100, seed=1, progress=interrupt)

    assert list(tmp_path.iterdir()) == []


def test_progress_is_told_month_by_month(tmp_path):
    told = []
    write_sample(tmp_path, contacts=9_000, seed=1, progress=lambda *now: told.append(now))

    assert len(told) == 5 * 18
    assert told == sorted(told)
    assert told[-1] == (9_000, 9_000)


@pytest.mark.parametrize(("count", "seed"), [(0, 1), (-5, 1), (10, -1)])
def test_an_impossible_sample_is_refused(tmp_path, count, seed):
    with pytest.raises(ValueError, match="at least one contact"):
        write_sample(tmp_path, contacts=count, seed=seed)


def _section(code_book, path):
    """The part of the code book that tells of the file."""
    if path.parent.name == "reference":
        wanted = "`reference/`"
    else:
        wanted = f"`{path.name}`"
        for kind in ("_projects.csv", "_contacts.csv"):
            if path.name.endswith(kind):
                wanted = f"`<district>{kind}`"
    return next(part for part in code_book.split("\n## ") if part.startswith(wanted))


def test_the_code_book_names_every_file_and_column():
    code_book = (DATA / "README.md").read_text(encoding="utf-8")
    for path in [*DATA.glob("*.csv"), *(DATA / "reference").glob("*.csv")]:
        section = _section(code_book, path)
        assert path.parent == DATA or f"`{path.name}`" in section, path.name
        with path.open(encoding="utf-8-sig", newline="") as file:
            for column in next(csv.reader(file)):
                assert f"`{column}`" in section, f"{path.name}: {column}"
