"""The parts of a document: headings, points, figures, tables, annexes, signature."""

import io

from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from promotion import numbers
from promotion.briefing import Briefing, Figure
from promotion.counting_words import counting_word
from promotion.exhibit import Exhibit
from promotion.exports.cells import plain_text
from promotion.exports.document_pages import text_height_mm
from promotion.exports.document_room import picture_scale
from promotion.exports.document_styles import indent
from promotion.exports.document_tables import TEXT_WIDTH_MM, add_table
from promotion.exports.document_xml import add_field
from promotion.exports.drawn_pictures import Pictures
from promotion.exports.picture_files import PictureFault
from promotion.exports.text_tables import TextTable, table_of
from promotion.figure_unit import figure_unit
from promotion.language import _
from promotion.text_widths import text_width

_DAY_FURTHEST_IN = 14  # characters; half a line


class Writer:
    """Writes a briefing's parts at a document's end, counting sections, figures and tables."""

    def __init__(self, document: Document, briefing: Briefing, pictures: Pictures) -> None:
        self.document = document
        self.briefing = briefing
        self.pictures = pictures
        self.sections = self.parts = self.figures = self.tables = 0

    def words(self, text: str, style: str = "Body Text") -> Paragraph:
        """A paragraph of these words."""
        return self.document.add_paragraph(plain_text(text), style)

    def heading(self, title: str) -> None:
        """Nothing; begins the next section."""
        self.sections += 1
        self.parts = 0
        number = counting_word(self.sections)
        self.words(_("{section} {title}").format(section=number, title=title), "Heading 1")

    def second_heading(self, title: str) -> None:
        """Nothing; begins the next part of the section."""
        self.parts += 1
        number = counting_word(self.parts)
        if self.briefing.language != "zh":
            number = f"{counting_word(self.sections)}.{number}"
        self.words(_("{part} {title}").format(part=number, title=title), "Heading 2")

    def points(self) -> None:
        """Nothing; writes the key points, numbered."""
        for place, point in enumerate(self.briefing.points, 1):
            self.words(_("{number}. {point}").format(number=place, point=point))

    def figure(self, figure: Figure) -> None:
        """Nothing; writes a figure under its heading: its finding, its picture or its rows."""
        exhibit = figure.exhibit
        self.second_heading(exhibit.title)
        if figure.finding:
            self.words(figure.finding).paragraph_format.keep_with_next = not exhibit.is_empty
        if exhibit.is_empty:
            self.words(_("Nothing was recorded for this in the period and under the filters."))
            self._source(exhibit, exhibit.unit)
        elif figure.key in self.pictures:
            self._picture(exhibit, self.pictures[figure.key], figure.finding)
        else:
            self.table(table_of(exhibit), exhibit.title, exhibit)

    def _picture(self, exhibit: Exhibit, content: bytes | PictureFault, finding: str) -> None:
        if isinstance(content, PictureFault):
            why = _("A table stands for the figure: {reason}").format(reason=content)
            self.words(why).paragraph_format.keep_with_next = True
            self.table(table_of(exhibit), exhibit.title, exhibit)
            return
        run = self.document.add_paragraph(style="Figure").add_run()
        drawn = run.add_picture(io.BytesIO(content), width=Mm(TEXT_WIDTH_MM))
        scale = self._scale(drawn.height / Mm(1), exhibit, finding)
        drawn.width, drawn.height = round(drawn.width * scale), round(drawn.height * scale)
        for side in ("distT", "distB", "distL", "distR"):
            drawn._inline.set(side, "0")  # where it is not said, LibreOffice leaves 3 mm
        properties = drawn._inline.docPr
        properties.set("name", plain_text(exhibit.name))
        properties.set("descr", plain_text(exhibit.text_alternative()))
        self.figures += 1
        words = _("Figure {number}. {title} ({period})")
        self._caption("Caption", words, self.figures, exhibit.title, exhibit.period_line())
        self._source(exhibit, figure_unit(exhibit))

    def _scale(self, picture_mm: float, exhibit: Exhibit, finding: str) -> float:
        """How much smaller a high picture is, so that its heading and source stay on its page."""
        unit = figure_unit(exhibit)
        words = [
            *[("Heading 1", "")] * (self.parts == 1),
            ("Heading 2", exhibit.title),
            ("Body Text", finding),
            ("Figure", ""),
            ("Caption", f"{exhibit.title} {exhibit.period_line()}"),
            ("Source", self._source_text(exhibit, unit)),
        ]
        page_mm = (TEXT_WIDTH_MM, text_height_mm(self.briefing.language))
        return picture_scale(picture_mm, page_mm, words, self.briefing.language)

    def table(self, table: TextTable, title: str, exhibit: Exhibit | None) -> None:
        """Nothing; writes a table under its title, and its source where it is an exhibit's."""
        self.tables += 1
        if exhibit is None:
            words, period = _("Table {number}. {title}"), ""
        else:
            words, period = _("Table {number}. {title} ({period})"), exhibit.period_line()
        self._caption("Table Caption", words, self.tables, title, period)
        left_out = add_table(self.document, table, self.briefing.language)
        if exhibit is None:
            self.words("", "Source")
        else:
            # Cells carry the unit of their own where the exhibit has several.
            self._source(exhibit, exhibit.unit, *table.limits(left_out))

    def _caption(self, style: str, words: str, number: int, title: str, period: str) -> None:
        """A caption whose number Word counts anew when figures are added or taken away."""
        before, after = words.split("{number}")
        paragraph = self.words(before, style)
        name = before.strip()
        add_field(paragraph, f"SEQ {name} \\* ARABIC", numbers.count_text(number))
        paragraph.add_run(plain_text(after.format(title=title, period=period)))

    def _source(self, exhibit: Exhibit, unit: str, *limits: str) -> None:
        self.words(self._source_text(exhibit, unit, *limits), "Source")

    def _source_text(self, exhibit: Exhibit, unit: str, *limits: str) -> str:
        lines = [exhibit.source_line(unit)]
        if exhibit.own_notes or limits:
            space = "" if self.briefing.language == "zh" else " "
            notes = space.join([*exhibit.own_notes, *limits])
            lines.append(_("Note: {notes}").format(notes=notes))
        lines += [each.line for each in exhibit.annotations]
        return "\n".join(lines)

    def annex_list(self, titles: list[str]) -> None:
        """Nothing; names the annexes below the text."""
        self.words("")
        for place, title in enumerate(titles, 1):
            words = _("{number}. {point}").format(number=place, point=title)
            if place == 1:
                words = _("Annexes:\t{annex}").format(annex=words)
            paragraph = self.words(words, "Annex List")
            if place == 1:
                indent(paragraph, self.briefing.language, **_first_annex(self.briefing.language))

    def signature(self) -> None:
        """Nothing; writes who issues the document and when, at the right, never on a page alone."""
        self.words("").paragraph_format.keep_with_next = True
        department = plain_text(self.briefing.department)
        day = numbers.date_text(self.briefing.day)
        right, day_right = _signature_indents(department, day)
        if department:
            issuer = self.words(department, "Signature")
            issuer.paragraph_format.keep_with_next = True
            indent(issuer, self.briefing.language, right=right)
        indent(self.words(day, "Signature"), self.briefing.language, right=day_right)

    def annex(self, place: int, title: str) -> None:
        """Nothing; begins an annex on a new page."""
        self.words(_("Annex {number}").format(number=place), "Annex Number")
        self.words(title, "Annex Title")
        self.sections = 0


def _first_annex(language: str) -> dict[str, float]:
    """How the first annex's line stands in: in Chinese two characters, the word's three behind."""
    return {"left": 5, "hanging": 3} if language == "zh" else {"left": 7, "hanging": 7}


def _signature_indents(department: str, day: str) -> tuple[float, float]:
    """How far the department and the day below it stand in from the right, as GB/T 9704 says:
    the day begins two characters further right; where it is the longer, it stands in by two."""
    longer = text_width(day) / 2 - text_width(department) / 2
    if not department:
        return 0, 2
    if longer > 0:
        return 4 + longer, 2
    return 2, min(max(-longer, 0), _DAY_FURTHEST_IN)
