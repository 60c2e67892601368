"""What someone has chosen for a briefing: exhibits in order and words of their own, as a file."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from promotion.briefing.entries import ENTRIES
from promotion.language import _
from promotion.view import Parameters

MOST_EXHIBITS = 60
LONGEST_TEXT = 2000  # characters of a title or a key point


_WORDS = ("title", "subtitle", "department", "points_made_for")


class ChoiceFileFault(ValueError):
    """A file that holds no briefing's choice; its text is a sentence for the reader."""


@dataclass(frozen=True)
class BriefingChoice:
    """Exhibits and pairs of them by name, in order (see briefing.entries); words where they are not
    the usual ones (empty: the usual).

    `points` None means the usual key points, made from the rows; else these, as edited, which
    hold while the usual ones have the fingerprint `points_made_for` ("": always). `view` are
    the filters, as the dashboard's address holds them.
    """

    exhibits: tuple[str, ...]
    title: str = ""
    subtitle: str = ""
    department: str = ""
    day: date | None = None
    points: tuple[str, ...] | None = None
    points_made_for: str = ""
    view: Parameters = field(default_factory=dict, hash=False)

    def as_json(self) -> bytes:
        """The choice as a file, to be kept and read again."""
        content = asdict(self) | {"day": self.day.isoformat() if self.day else None}
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()

    @classmethod
    def from_json(cls, content: bytes) -> "BriefingChoice":
        """The choice that a file holds; raises ChoiceFileFault where it holds none."""
        try:
            found = json.loads(content.decode("utf-8-sig"))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
            raise ChoiceFileFault(_("This file is not a saved briefing.")) from None
        if not isinstance(found, dict) or not _texts(found.get("exhibits")):
            raise ChoiceFileFault(_("This file is not a saved briefing."))
        unknown = [name for name in found["exhibits"] if name not in ENTRIES]
        if unknown:
            raise ChoiceFileFault(
                _("This dashboard has no exhibit {names}.").format(names=_(", ").join(unknown))
            )
        points = found.get("points")
        words = {name: found.get(name, "") for name in _WORDS}
        view = found.get("view", {})
        if not (
            _texts([*words.values()]) and (points is None or _texts(points)) and _is_view(view)
        ):
            raise ChoiceFileFault(_("This file is not a saved briefing."))
        return cls(
            exhibits=tuple(dict.fromkeys(found["exhibits"]))[:MOST_EXHIBITS],
            day=_day(found.get("day")),
            points=None if points is None else tuple(text[:LONGEST_TEXT] for text in points),
            view=view,
            **{name: text[:LONGEST_TEXT] for name, text in words.items()},
        )


def fingerprint(points: Sequence[str]) -> str:
    """What tells these key points from any others: theirs are the figures that edits are for."""
    return hashlib.sha256("\n".join(points).encode()).hexdigest()[:16]


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_view(value: object) -> bool:
    return isinstance(value, dict) and all(map(_texts, value.values()))


def _day(text: object) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise ChoiceFileFault(
            _("{text} is no date; write it as 2020-03-31.").format(text=text)
        ) from None
