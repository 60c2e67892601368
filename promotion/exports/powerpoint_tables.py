"""Tables on slides, written as XML: python-pptx takes a hundred times as long cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from promotion import theme
from promotion.exports.powerpoint_texts import Box
from promotion.exports.powerpoint_xml import (
    LANGUAGE_TAGS,
    PALE,
    character_look,
    colour,
    fill,
    fixed,
    node,
    root,
    run,
)

CELL_PADDING_PT = 4.0  # left and right
_TEXT = colour(theme.LIGHT.text)


@dataclass(frozen=True)
class TableCell:
    """A cell: its text, how it is aligned and shaded; it may span columns to its right."""

    words: str
    align: str = "l"
    shade: str | None = None
    ink: str = theme.LIGHT.text
    is_bold: bool = False
    span: int = 1


@dataclass(frozen=True)
class TableLook:
    """Sizes in points: of the text, of each column, of each row; whether cells are tiles."""

    size: float
    widths: Sequence[float]
    heights: Sequence[float]
    language: str
    is_shaded: bool = False


def add_table(
    slide: Slide, box: Box, rows: Sequence[Sequence[TableCell]], look: TableLook, name: str
) -> None:
    """Nothing; the rows stand at the box's top left, the first as headings; `name` is said."""
    left, top, _width, _height = box.emu()
    width, height = (int(Pt(sum(each))) for each in (look.widths, look.heights))
    frame = slide.shapes.add_table(1, 1, left, top, width, height)
    old = frame._element.graphic.graphicData.tbl
    table = root(
        "a:tbl",
        node("a:tblPr", firstRow=1),
        node("a:tblGrid", *(node("a:gridCol", w=int(Pt(each))) for each in look.widths)),
        *(
            node("a:tr", *_cells(row, look), h=int(Pt(height)))
            for row, height in zip(rows, look.heights, strict=True)
        ),
    )
    old.getparent().replace(old, parse_xml(table))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", name)


def _cells(row: Sequence[TableCell], look: TableLook) -> list[str]:
    cells = []
    for cell in row:
        cells.append(_cell(cell, look))
        cells += [_merged(look)] * (cell.span - 1)
    return cells


def _cell(cell: TableCell, look: TableLook) -> str:
    if cell.words:
        # On a shade of its own the text has a colour of its own.
        ink = fixed(cell.ink) if cell.shade else colour(cell.ink)
        shown = run(cell.words, look.size, look.language, ink, cell.is_bold)
    else:
        shown = ""
    # An empty cell's line is as high as its end mark, which is large unless it is told.
    end = character_look("a:endParaRPr", look.size, _TEXT, lang=LANGUAGE_TAGS[look.language])
    paragraph = node("a:p", node("a:pPr", algn=cell.align), *([shown] if shown else []), end)
    return node(
        "a:tc",
        node("a:txBody", node("a:bodyPr"), node("a:lstStyle"), paragraph),
        _properties(cell, look),
        gridSpan=cell.span if cell.span > 1 else None,
    )


def _merged(look: TableLook) -> str:
    end = character_look("a:endParaRPr", look.size, _TEXT, lang=LANGUAGE_TAGS[look.language])
    body = node("a:txBody", node("a:bodyPr"), node("a:lstStyle"), node("a:p", end))
    return node("a:tc", body, node("a:tcPr"), hMerge=1)


def _properties(cell: TableCell, look: TableLook) -> str:
    padding = 1.0 if look.is_shaded else CELL_PADDING_PT
    sides = {name: int(Pt(padding)) for name in ("marL", "marR")}
    ends = {name: int(Pt(1.5)) for name in ("marT", "marB")}
    return node(
        "a:tcPr",
        *(_edge(name, cell, look) for name in ("a:lnL", "a:lnR", "a:lnT", "a:lnB")),
        node("a:solidFill", fixed(cell.shade)) if cell.shade else fill(None),
        anchor="ctr",
        **sides,
        **ends,
    )


def _edge(name: str, cell: TableCell, look: TableLook) -> str:
    if look.is_shaded:
        # A gap between the tiles, in the ground's colour.
        return node(name, fill(theme.LIGHT.ground), w=int(Pt(1)))
    if name != "a:lnB":
        return node(name, node("a:noFill"), w=0)
    strong = node("a:solidFill", _TEXT) if cell.is_bold else node("a:solidFill", PALE)
    return node(name, strong, w=int(Pt(1 if cell.is_bold else 0.5)))
