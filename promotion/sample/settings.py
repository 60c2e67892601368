"""What the sample looks like, read from the CSV files beside this module."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

_HERE = Path(__file__).parent
_REFERENCE = _HERE.parents[1] / "data" / "reference"


@dataclass(frozen=True)
class District:
    """How one district promotes: shares from 0 to 1, weights relative to each other."""

    district: str
    id_prefix: str
    contact_weight: float
    contact_growth: float
    project_weight: float
    project_growth: float
    foreign_share: float
    key_share: float
    concern_share: float
    concern_days: float
    follow_up_share: float
    overdue_share: float
    update_days: float
    carrier_share: float
    land_share: float
    output_share: float
    anchor_count: int
    staff_count: int


@dataclass(frozen=True)
class Mix:
    """Codes and how often each is drawn, before 2020 and from 2020 on."""

    codes: tuple[str, ...]
    before_2020: np.ndarray
    from_2020: np.ndarray


@dataclass(frozen=True)
class Settings:
    """Everything the sample is drawn from."""

    words: dict[str, tuple[str, ...]]
    districts: tuple[District, ...]
    mixes: dict[tuple[str, str], Mix]
    months: tuple[dict[str, str], ...]
    carriers: tuple[dict[str, str], ...]
    targets: tuple[dict[str, str], ...]
    rates: tuple[dict[str, str], ...]
    annotations: tuple[dict[str, str], ...]
    score_card: tuple[dict[str, str], ...]
    size_factors: dict[str, float]
    industries_with_land: frozenset[str]
    industry_names: dict[str, str]

    def word(self, name: str) -> str:
        """The one word of that name."""
        return self.words[name][0]

    def mix(self, name: str, district: str) -> Mix:
        """The district's own mix, or the one all districts share."""
        return self.mixes.get((name, district)) or self.mixes[name, ""]

    def by_code(self, name: str, district: str, codes: tuple[str, ...]) -> np.ndarray:
        """The mix in the order of the codes, before and from 2020: two rows; 1 where not set."""
        mix = self.mixes.get((name, district))
        if mix is None:
            return np.ones((2, len(codes)))
        before = dict(zip(mix.codes, mix.before_2020, strict=True))
        later = dict(zip(mix.codes, mix.from_2020, strict=True))
        return np.array([[factor.get(code, 1.0) for code in codes] for factor in (before, later)])


def read_settings() -> Settings:
    """The settings that are shipped with the project."""
    industries = _rows(_HERE / "industries.csv")
    return Settings(
        words=_words(),
        districts=tuple(_district(row) for row in _rows(_HERE / "districts.csv")),
        mixes=_mixes(),
        months=tuple(_rows(_HERE / "months.csv")),
        carriers=tuple(_rows(_HERE / "carriers.csv")),
        targets=tuple(_rows(_HERE / "targets.csv")),
        rates=tuple(_rows(_HERE / "rates.csv")),
        annotations=tuple(_rows(_HERE / "annotations.csv")),
        score_card=tuple(_rows(_HERE / "score_card.csv")),
        size_factors={row["industry"]: float(row["size_factor"]) for row in industries},
        industries_with_land=frozenset(
            row["industry"] for row in industries if row["needs_land"] == "true"
        ),
        industry_names={
            row["industry"]: row["name_zh"] for row in _rows(_REFERENCE / "industries.csv")
        },
    )


def holidays() -> list[tuple[np.datetime64, np.datetime64, float]]:
    """First day, last day and share of the usual contacts of each holiday."""
    return [
        (
            np.datetime64(row["first_day"]),
            np.datetime64(row["last_day"]),
            float(row["contact_factor"]),
        )
        for row in _rows(_HERE / "holidays.csv")
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _words() -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for row in _rows(_HERE / "words.csv"):
        words[row["name"]] = (*words.get(row["name"], ()), row["text"])
    return words


def _district(row: dict[str, str]) -> District:
    texts = ("district", "id_prefix")
    wholes = ("anchor_count", "staff_count")
    return District(
        **{
            name: value if name in texts else int(value) if name in wholes else float(value)
            for name, value in row.items()
        }
    )


def _mixes() -> dict[tuple[str, str], Mix]:
    grouped: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in _rows(_HERE / "mixes.csv"):
        grouped.setdefault((row["list"], row["district"]), []).append(row)
    return {
        key: Mix(
            codes=tuple(row["code"] for row in rows),
            before_2020=np.array([float(row["weight_before_2020"]) for row in rows]),
            from_2020=np.array([float(row["weight_from_2020"]) for row in rows]),
        )
        for key, rows in grouped.items()
    }
