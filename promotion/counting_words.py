"""How places are counted in headings: 一, 二 … 十一 in Chinese, 1, 2 … 11 in English."""

from promotion.language import _, current_language

_TEN = 10


def counting_word(place: int) -> str:
    """The place, from 1 to 99, as a heading counts it."""
    if not 0 < place < _TEN * _TEN:
        raise ValueError(f"no heading has the place {place}")
    if current_language() != "zh":
        return str(place)
    words = _("0 1 2 3 4 5 6 7 8 9 10").split()
    tens, ones = divmod(place, _TEN)
    return "".join(
        [
            words[tens] if tens > 1 else "",
            words[_TEN] if tens else "",
            words[ones] if ones else "",
        ]
    )
