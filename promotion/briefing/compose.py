"""A briefing's content: exhibits with their findings, key points and words."""

from dataclasses import dataclass, replace
from datetime import date

from promotion import narrative, numbers, theme, view
from promotion.briefing.choice import BriefingChoice, fingerprint
from promotion.briefing.entries import PAIRS
from promotion.database import Database
from promotion.exhibit import Exhibit, scope_of
from promotion.exhibits import EXHIBITS, comparison, overview
from promotion.exhibits.definitions import DEFINITIONS
from promotion.exhibits.sides import FILTERED, both
from promotion.filters import Filters
from promotion.language import _, use_language


@dataclass(frozen=True)
class Figure:
    """An exhibit of a briefing, its finding in a sentence (may be empty), its definition, and its
    page's address with the filters in it (empty where the dashboard's is not known). Of a pair one
    is of the `side` "left", the next of the "right"."""

    exhibit: Exhibit
    finding: str
    definition: str
    link: str = ""
    side: str = ""

    @property
    def key(self) -> str:
        """What tells it from the briefing's other figures."""
        return f"{self.exhibit.name}_{self.side}" if self.side else self.exhibit.name


@dataclass(frozen=True)
class Briefing:
    """What every file format of a briefing shows. `headline` gives the table of key measures;
    `colours` each district's colour; `link` the view in the dashboard, where it is known."""

    title: str
    subtitle: str
    department: str
    day: date
    points: tuple[str, ...]
    figures: tuple[Figure, ...]
    headline: Exhibit
    filters: Filters
    is_sample: bool
    colours: dict[str, str]
    link: str = ""

    @property
    def language(self) -> str:
        """The language of all its words: zh or en."""
        return self.filters.language


def compose(
    data: Database, filters: Filters, choice: BriefingChoice, dashboard: str = ""
) -> Briefing:
    """The briefing of these exhibits under these filters; words not chosen are the usual ones.

    `dashboard` is the dashboard's address, for the links.
    """
    with use_language(filters.language):
        figures = tuple(
            figure
            for name in choice.exhibits
            for figure in _figures_of(data, filters, name, dashboard)
        )
        only_sides = bool(figures) and all(_is_of_sides(name) for name in choice.exhibits)
        if only_sides:
            filters = comparison.named(filters, both(data, filters))
        points = usual = tuple(_usual_points(data, filters, only_sides))
        if choice.points is not None and choice.points_made_for in ("", fingerprint(usual)):
            points = choice.points
        return Briefing(
            title=choice.title or _("Briefing on investment promotion"),
            subtitle=choice.subtitle
            or " · ".join(_subtitle(data, filters, choice.exhibits, only_sides)),
            department=choice.department,
            day=choice.day or data.as_of,
            points=points,
            figures=figures,
            headline=overview.headline(data, filters),
            filters=filters,
            is_sample=data.is_sample,
            colours=theme.district_colours(data.district_places),
            link=view.link(dashboard, filters),
        )


def _figures_of(data: Database, filters: Filters, entry: str, dashboard: str) -> tuple[Figure, ...]:
    """The entry's figure; of a pair both, on one scale, that lead to where they stand together."""
    if entry not in PAIRS:
        return (figure_of(EXHIBITS[entry](data, filters), dashboard),)
    made = comparison.pair(PAIRS[entry], data, filters)
    link = view.link(dashboard, comparison.named(filters, both(data, filters)), "comparison")
    return tuple(
        replace(figure_of(exhibit), link=link, side=side)
        for exhibit, side in zip(made, ("left", "right"), strict=True)
    )


def _is_of_sides(entry: str) -> bool:
    return entry in PAIRS or entry == comparison.comparison.__name__


def _subtitle(
    data: Database, filters: Filters, entries: tuple[str, ...], only_sides: bool
) -> tuple[str, ...]:
    """The period, what is filtered, and what is compared where two sides are beside each other."""
    told = [numbers.period_text(filters.period)]
    by = both(data, filters).by
    if only_sides:
        told = [] if by == "period" else told  # the comparison names the sides itself
        filters = replace(filters, **{FILTERED[by]: ()} if by in FILTERED else {})
    told += scope_of(data, filters)
    if any(map(_is_of_sides, entries)):
        told.append(comparison.comparison(data, filters).title)
    return tuple(told)


def _usual_points(data: Database, filters: Filters, only_sides: bool) -> list[str]:
    """The key points made from the rows, as the overview says them, or the comparison's page."""
    if only_sides:
        return narrative.comparison_points(comparison.comparison(data, filters))
    return narrative.overview_points(
        overview.headline(data, filters),
        overview.activity_by_district(data, filters),
        overview.activity_by_industry(data, filters),
        overview.target_progress(data, filters),
    )


def figure_of(exhibit: Exhibit, dashboard: str = "") -> Figure:
    """The exhibit with its finding, definition and link, in the language of its filters."""
    with use_language(exhibit.filters.language):
        return Figure(
            exhibit,
            narrative.finding(exhibit),
            _(DEFINITIONS[exhibit.name].words),
            view.link(dashboard, exhibit.filters, exhibit.name),
        )
