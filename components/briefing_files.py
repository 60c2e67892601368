"""Making a briefing's file on the page, and taking it away."""

import streamlit as st

from components import recorded
from components.plain_text import plain
from promotion.briefing import Briefing
from promotion.database import Database
from promotion.exports import briefing_files
from promotion.exports.briefing_files import FORMATS, BriefingFault
from promotion.language import _

_MADE = "briefing_made"


def show(data: Database, made_of: Briefing) -> None:
    """Nothing; draws the choice of format, the button that makes the file, and the file."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        file_format = st.selectbox(
            _("File"),
            list(FORMATS),
            format_func=lambda name: _(FORMATS[name].label),
            key="briefing_format",
            persist_state="session",
            width=320,
        )
        is_wanted = st.button(
            _("Make the file"),
            type="primary",
            icon=":material/build:",
            disabled=not made_of.figures,
            key="briefing_make",
        )
    template = _own_template() if file_format == "pptx" else None
    if is_wanted:
        st.session_state[_MADE] = _make(data, made_of, file_format, template)
    made = st.session_state.get(_MADE)
    if made and made["of"] == _state_of(made_of, file_format):
        if not recorded.is_possible():
            return
        names = [figure.exhibit.name for figure in made_of.figures]
        st.download_button(
            _("Download {name}").format(name=plain(made["name"])),
            data=recorded.exporting(
                lambda: made["content"],
                data,
                names,
                file_format,
                made_of.filters,
            ),
            file_name=made["name"],
            mime=FORMATS[file_format].mime,
            on_click="ignore",
            icon=":material/download:",
            key="briefing_download",
        )


def _own_template() -> bytes | None:
    """A presentation of the reader's own, whose look the slides take; None without one."""
    file = st.file_uploader(
        _("A presentation of your own, whose look the slides take"),
        type="pptx",
        key="briefing_template",
        max_upload_size=20,
    )
    return file.getvalue() if file else None


def _make(
    data: Database, made_of: Briefing, file_format: str, template: bytes | None
) -> dict[str, object] | None:
    """The file with its name and what it was made of; None where it could not be, and why said."""
    place = st.empty()

    def tell(made: int, of_all: int) -> None:
        words = _("Making the file: {made} of {count} figures").format(made=made, count=of_all)
        place.progress(made / of_all, words)

    tell(0, len(made_of.figures))
    try:
        content = briefing_files.as_file(data, made_of, file_format, template, tell)
    except BriefingFault as fault:
        st.error(plain(str(fault)), icon=":material/error:")
        return None
    finally:
        place.empty()
    return {
        "of": _state_of(made_of, file_format),
        "name": briefing_files.file_name(made_of, file_format),
        "content": content,
    }


def _state_of(made_of: Briefing, file_format: str) -> tuple[object, ...]:
    """What a file depends on: another choice or state of the ledgers needs another file."""
    figures = tuple(figure.key for figure in made_of.figures)
    words = (made_of.title, made_of.subtitle, made_of.department, made_of.day, made_of.points)
    return (file_format, figures, words, made_of.filters, made_of.headline.as_of)
