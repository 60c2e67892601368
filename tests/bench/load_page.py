"""What a browser holds of a page: put together from the server's messages, no more than asked."""

from dataclasses import dataclass, field

from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

WIDGETS = ("selectbox", "multiselect", "button_group")
FIGURES = ("plotly_chart", "dataframe")
SIDEBAR = 1  # where the places of its elements begin


@dataclass(frozen=True)
class Widget:
    """A choice in the page: its id, the words offered, and what the server says is chosen."""

    identity: str
    kind: str
    options: tuple[str, ...]
    value: tuple[str, ...]
    is_set: bool  # whether the value replaces the reader's

    @property
    def key(self) -> str:
        """The name the product gives it."""
        return self.identity.rpartition("-")[2]


@dataclass(frozen=True)
class Seen:
    """An element as far as the load test looks at it."""

    kind: str
    html: str = ""
    widget: Widget | None = None


Elements = dict[tuple[int, ...], Seen]


@dataclass
class Cached:
    """An element that the server need not send again, and the run in which it was last used."""

    seen: Seen
    run: int


@dataclass
class Page:
    """The elements of the last run by their place, and those that need not be sent again."""

    elements: Elements = field(default_factory=dict)
    cached: dict[str, Cached] = field(default_factory=dict)
    runs: int = 0

    def begin_run(self) -> None:
        """Nothing; the elements of the run before stay with whoever looks at them."""
        self.elements = {}

    def take(self, message: ForwardMsg) -> Seen | None:
        """The element that the message brings, now in its place; None where it brings none.

        Raises KeyError where the server refers to an element that a browser no longer has.
        """
        if message.HasField("ref_hash"):
            kept = self.cached[message.ref_hash]
            kept.run = self.runs
            seen = kept.seen
        elif message.delta.HasField("new_element"):
            seen = _seen(message.delta.new_element)
            if message.metadata.cacheable:
                self.cached[message.hash] = Cached(seen, self.runs)
        else:
            return None
        self.elements[tuple(message.metadata.delta_path)] = seen
        return seen

    def finish_run(self, oldest: int) -> None:
        """Nothing; elements not used for more than so many runs are forgotten, as browsers do."""
        self.runs += 1
        self.cached = {
            name: kept for name, kept in self.cached.items() if self.runs - kept.run <= oldest
        }

    def widgets(self, only_sidebar: bool = False) -> list[str]:
        """The keys of the widgets in the page, or of those beside it only."""
        return [
            seen.widget.key
            for place, seen in self.elements.items()
            if seen.widget and (place[0] == SIDEBAR or not only_sidebar)
        ]


def html_with(elements: Elements, text: str) -> list[str]:
    """The pieces of HTML that hold the text."""
    return [seen.html for seen in elements.values() if seen.kind == "html" and text in seen.html]


def figure_count(elements: Elements) -> int:
    """Charts, tables, and sentences that say why there is none."""
    shown = sum(seen.kind in FIGURES for seen in elements.values())
    own = ('class="empty-figure"', 'class="words sides"')
    return shown + sum(len(html_with(elements, mark)) for mark in own)


def _seen(element: Element) -> Seen:
    kind = element.WhichOneof("type")
    if kind == "html":
        return Seen(kind, element.html.body)
    if kind == "exception":
        return Seen(kind, f"{element.exception.type}: {element.exception.message}")
    if kind in WIDGETS:
        return Seen(kind, widget=_widget(getattr(element, kind), kind))
    return Seen(kind or "")


def _widget(proto: object, kind: str) -> Widget:
    options = (option.content for option in proto.options) if kind == "button_group" else None
    words = tuple(options or proto.options)
    if kind == "selectbox":
        raw, default = (proto.raw_value,), (proto.default,)
    else:
        raw, default = tuple(proto.raw_values), tuple(proto.default)
    value = raw if proto.set_value else tuple(words[place] for place in default)
    return Widget(proto.id, kind, words, value, proto.set_value)
