"""What reading found wrong, told so that it can be shown in either language."""

import json
from dataclasses import dataclass, field

from promotion.language import _


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence: its message id and the values that fill it."""

    reason: str
    details: dict[str, object] = field(default_factory=dict)

    def sentence(self) -> str:
        """The remark in the language in use."""
        return _(self.reason).format(**self.details)


@dataclass(frozen=True, slots=True)
class Fault:
    """One row that was refused, or one cell that became unknown, and why."""

    file: str
    line: int | None
    column: str | None
    value: str | None
    remarks: tuple[Remark, ...]

    @property
    def reason(self) -> str:
        """The message id of the first remark."""
        return self.remarks[0].reason

    @property
    def details(self) -> dict[str, object]:
        """What fills the first remark."""
        return self.remarks[0].details

    def sentence(self) -> str:
        """Everything that is wrong with the row or cell, in the language in use."""
        return _("; ").join(remark.sentence() for remark in self.remarks)


@dataclass(frozen=True)
class FileReport:
    """What became of one file; rows == loaded + refused."""

    file: str
    kind: str | None
    rows: int
    loaded: int
    refused: int
    reason: Remark | None
    notes: tuple[Remark, ...]
    encoding: str | None = None


@dataclass(frozen=True)
class ImportReport:
    """What became of a folder of ledgers; files_read were opened, all others known already."""

    files: tuple[FileReport, ...]
    refusals: list[Fault]
    blanked: list[Fault]
    # How it was found out is no part of what became of the folder.
    files_read: tuple[str, ...] = field(default=(), compare=False)


class FileRefused(Exception):
    """A file that cannot be read as a ledger; holds the remark that says why."""

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason)
        self.remark = Remark(reason, details)


def remarks_as_json(remarks: tuple[Remark, ...]) -> str:
    """The remarks as the JSON text that the database keeps."""
    return json.dumps(
        [{"reason": remark.reason, "details": remark.details} for remark in remarks],
        ensure_ascii=False,
    )


def remarks_from_json(text: str) -> tuple[Remark, ...]:
    """The remarks of a JSON text that the database keeps."""
    return tuple(Remark(one["reason"], one["details"]) for one in json.loads(text))


def sentences_of(details: str | None) -> str:
    """The sentences of a details or notes cell of the database, in the language in use."""
    return _("; ").join(remark.sentence() for remark in remarks_from_json(details or "[]"))
