"""The reader's language: English message ids, Chinese from the gettext catalogue."""

import gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("zh", "en")
_CATALOGUES = Path(__file__).parent / "locale"
_language: ContextVar[str] = ContextVar("language", default="en")


def current_language() -> str:
    """The language in use, "zh" or "en"."""
    return _language.get()


def set_language(language: str) -> None:
    """Use this language in the current thread of work until told otherwise."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}: use one of {', '.join(LANGUAGES)}")
    _language.set(language)


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Use this language inside the block and the one before it afterwards."""
    before = current_language()
    set_language(language)
    try:
        yield
    finally:
        _language.set(before)


@cache
def _translations(language: str) -> gettext.NullTranslations:
    path = _CATALOGUES / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _(message: str) -> str:
    """The message in the language in use."""
    return _translations(current_language()).gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the field's name for "translate later"
    """The message itself, marked for the catalogue and translated where it is shown."""
    return message
