"""A briefing as a Word document: an official document in Chinese, a plain report in English."""

import io
from datetime import datetime, time

from docx import Document
from docx.opc.coreprops import CoreProperties

from promotion import charts, numbers
from promotion.briefing import Briefing
from promotion.exports.cells import plain_text
from promotion.exports.document_annexes import definitions, sources
from promotion.exports.document_pages import set_pages
from promotion.exports.document_parts import Writer
from promotion.exports.document_styles import set_styles
from promotion.exports.document_xml import drop_needless_parts
from promotion.exports.drawn_pictures import Tell, drawn_pictures
from promotion.exports.fixed_zip import with_fixed_times
from promotion.exports.text_tables import key_measures
from promotion.language import _, use_language

_LONGEST_PROPERTY = 255


def as_docx(briefing: Briefing, tell: Tell | None = None) -> bytes:
    """The briefing as DOCX: points, key measures, figures with captions, annexes.

    A figure that cannot be drawn stands as a table that says why. The same briefing gives the
    same bytes.
    """
    with use_language(briefing.language):
        document = Document()
        drop_needless_parts(document.part)
        set_styles(document, briefing.language)
        set_pages(document, briefing.language, briefing.is_sample)
        _set_properties(document.core_properties, briefing)
        with_chart = [
            figure
            for figure in briefing.figures
            if figure.exhibit.chart and charts.has_figures(figure.exhibit)
        ]
        pictures = drawn_pictures(with_chart, briefing.colours, "png", "document", tell)
        writer = Writer(document, briefing, pictures)
        _write_head(writer)
        _write_body(writer)
        annexes = {_("Definitions"): definitions, _("Where the figures come from"): sources}
        writer.annex_list(list(annexes))
        writer.signature()
        for place, (title, write) in enumerate(annexes.items(), 1):
            writer.annex(place, title)
            write(writer)
        file = io.BytesIO()
        document.save(file)
    return with_fixed_times(file.getvalue())


def _set_properties(properties: CoreProperties, briefing: Briefing) -> None:
    moment = datetime.combine(briefing.day, time.min)
    properties.title = plain_text(briefing.title)[:_LONGEST_PROPERTY]
    properties.subject = plain_text(briefing.subtitle)[:_LONGEST_PROPERTY]
    properties.author = plain_text(briefing.department)[:_LONGEST_PROPERTY]
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = "zh-CN" if briefing.language == "zh" else "en-GB"
    properties.created = properties.modified = moment
    properties.revision = 1


def _write_head(writer: Writer) -> None:
    briefing = writer.briefing
    writer.words(briefing.title, "Title")
    writer.words(briefing.subtitle, "Subtitle")
    issued = numbers.date_text(briefing.day)
    if briefing.department:
        issued = _("{department}, {day}").format(department=briefing.department, day=issued)
    writer.words(issued, "Subtitle")
    if briefing.is_sample:
        writer.words(_("Sample data: every figure here comes from invented ledgers."), "Sample")


def _write_body(writer: Writer) -> None:
    briefing = writer.briefing
    headline = briefing.headline
    compared = headline.filters.compared_period
    as_of = numbers.date_text(headline.as_of)
    if compared is None:
        opening = _("Period: {period}; data as of {as_of}.")
    else:
        opening = _("Period: {period}; compared with: {compared}; data as of {as_of}.")
    writer.words(
        opening.format(
            period=headline.period_line(),
            compared=numbers.period_text(compared) if compared else "",
            as_of=as_of,
        )
    )
    if briefing.points:
        writer.heading(_("Main points"))
        writer.points()
    writer.heading(_("Key measures"))
    writer.table(key_measures(headline), headline.title, headline)
    # The headline's rows are the table of key measures, whether chosen as a figure or not.
    figures = [figure for figure in briefing.figures if figure.exhibit.name != headline.name]
    if figures:
        writer.heading(_("Figures by subject"))
        for figure in figures:
            writer.figure(figure)
