"""The codes of a list, and every country's."""

from dataclasses import dataclass

from babel import Locale

from promotion.ingest.words import key_of

# Unions, outlying parts and private codes that babel lists among the territories.
_NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "TA"))


@dataclass(frozen=True)
class Code:
    """One code of a list, in its own order."""

    code: str
    name_en: str
    name_zh: str
    row: dict[str, str]


def with_all_countries(own: tuple[Code, ...]) -> tuple[Code, ...]:
    """The table's own countries, then every other one as babel names it."""
    english, chinese = Locale("en").territories, Locale("zh").territories
    taken = {code.code for code in own}
    taken_names = {key_of(name) for code in own for name in (code.name_en, code.name_zh)}
    others = tuple(
        Code(code, name, chinese[code], {})
        for code, name in sorted(english.items())
        if len(code) == 2
        and code.isalpha()
        and code not in taken
        and code in chinese
        and code not in _NO_COUNTRIES
        and key_of(name) not in taken_names
    )
    return own + others
