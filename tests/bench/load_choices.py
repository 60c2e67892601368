"""What a reader under load chooses next, and what the page must then say."""

import random
from dataclasses import dataclass, field, replace

from promotion.database import Database
from promotion.exhibit_limits import scope_of
from promotion.exhibits import PAGES
from promotion.filters import CAPITALS, COMPARISONS, PRESETS, Filters, preset_period
from promotion.language import _, use_language
from promotion.measures import ACTIVITY
from promotion.numbers import period_text
from promotion.view import FIRST

OVERVIEW = ""
_PAGE_TURNS = 0.15  # of all choices; the others change a filter on the page
_STAYS_AWAY = 0.3  # of the turns made on another page; the others go back to the overview
_FILTER_WEIGHTS = {
    "period": 6,
    "district": 4,
    "capital": 3,
    "measure": 3,
    "industry": 2,
    "compare": 2,
}
_MOST_CODES = 2  # in a list of districts or industries


@dataclass(frozen=True)
class View:
    """A page and the choices in the sidebar, in codes."""

    language: str
    address: str = OVERVIEW
    chosen: dict[str, tuple[str, ...]] = field(
        default_factory=lambda: (
            {key: (code,) for key, code in FIRST.items()} | {"district": (), "industry": ()}
        )
    )


class Reader:
    """Someone whose choices follow from the seed alone."""

    def __init__(self, data: Database, language: str, seed: int) -> None:
        self._data = data
        self._random = random.Random(seed)
        self.view = View(language)
        # The codes in the order in which the sidebar offers them.
        self.codes = {
            "period": list(PRESETS),
            "compare": list(COMPARISONS),
            "capital": list(CAPITALS),
            "measure": list(ACTIVITY),
            "district": data.codes("district"),
            "industry": data.codes("industry"),
        }

    def choose(self) -> str:
        """The filter that the reader has changed, or "" after turning to another page."""
        if self._random.random() < _PAGE_TURNS:
            self.view = replace(self.view, address=self._another_page())
            return ""
        keys = list(_FILTER_WEIGHTS)
        key = self._random.choices(keys, weights=list(_FILTER_WEIGHTS.values()))[0]
        codes = [code for code in self.codes[key] if code != "custom"]
        before = self.view.chosen[key]
        chosen = before
        while chosen == before:
            count = self._random.randint(0, _MOST_CODES) if key in ("district", "industry") else 1
            chosen = tuple(self._random.sample(codes, count))
        self.view = replace(self.view, chosen=self.view.chosen | {key: chosen})
        return key

    def _another_page(self) -> str:
        here = self.view.address
        if here != OVERVIEW and self._random.random() > _STAYS_AWAY:
            return OVERVIEW
        return self._random.choice([page for page in PAGES if page not in (here, OVERVIEW)])

    def expected_heads(self) -> list[str]:
        """The lines that may stand under the page's title: that of the filters; on the page of one
        district, of each that it may be on."""
        filters = self._filters()
        if self.view.address != "district":
            return [self._head(filters)]
        districts = filters.districts or tuple(self._data.codes("district"))
        return [self._head(replace(filters, districts=(each,))) for each in districts]

    def _head(self, filters: Filters) -> str:
        """Period, compared with, what is filtered."""
        with use_language(filters.language):
            parts = [period_text(filters.period)]
            compared = filters.compared_period
            if compared:
                parts.append(_("compared with {period}").format(period=period_text(compared)))
            parts.extend(
                scope_of(self._data, filters) or (_("all districts, industries and capital"),)
            )
        return " · ".join(parts)

    def _filters(self) -> Filters:
        chosen = self.view.chosen
        return Filters(
            period=preset_period(chosen["period"][0], self._data.first_date, self._data.as_of),
            compare=chosen["compare"][0],
            districts=chosen["district"],
            industries=chosen["industry"],
            capital=chosen["capital"][0],
            language=self.view.language,
            measure=chosen["measure"][0],
        )

    def expected_figures(self) -> int:
        """How many figures the page shows at least; the headline is none of them."""
        return sum(function.__name__ != "headline" for function in PAGES[self.view.address])
