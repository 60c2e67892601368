"""What is wrong with how a page looks: each function gives the faults found, none where sound."""

import csv
import re

from playwright.sync_api import Page

from tests.ledgers import LEDGERS

_CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'-]+")
# Names of file kinds; 中文 and English name the languages in themselves; 链主企业 is what the
# sample ledgers call the companies that bring projects, a name in both languages.
_AS_IT_IS = {"CSV", "XLSX", "PNG", "SVG", "PDF", "SQL", "English", "中文", "链主企业"}

_OVERFLOW = """() => [document.documentElement, document.querySelector('[data-testid="stMain"]')]
    .filter((element) => element.scrollWidth > element.clientWidth)
    .map((element) => `${element.tagName}: ${element.scrollWidth} > ${element.clientWidth}`)"""

_CUT = """() => {
    const texts = "h1, h2, .page-head p, .key-points li, .headline .cell, .headline .cell span, "
        + ".under p, .figure-head p, button, [data-testid='stWidgetLabel']";
    const inMain = (element) => element.closest('[data-testid="stMain"]') !== null;
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll(texts)]
        .filter((element) => element.checkVisibility() && element.clientWidth > 0)
        .filter((element) => element.scrollWidth > element.clientWidth + 1
            || (inMain(element) && element.getBoundingClientRect().right > width + 1))
        .map((element) => element.innerText);
}"""

_BOXES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    return {name: element.className.match(/st-key-(\\w+)/)[1], left, right, top, bottom};
})"""

_CHART_TEXTS = """() =>
    [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].map((chart) => {
        const box = (element) => {
            const {left, right, top, bottom} = element.getBoundingClientRect();
            return {name: element.textContent, left, right, top, bottom};
        };
        const texts = [...chart.querySelectorAll(".main-svg text")].map(box)
            .filter((text) => text.name.trim() && text.right > text.left);
        return {chart: {...box(chart), name: chart.getAttribute("aria-label")}, texts};
    })"""

# Icons are words in the page, drawn as pictures by their font.
_VISIBLE_WORDS = """() => {
    const words = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const box = element.getBoundingClientRect();
        // Code is a ledger's own: a file's name.
        if (element.closest('style, script, code, [data-testid="stIconMaterial"]')) continue;
        const clipped = getComputedStyle(element).clip !== "auto";
        const isSeen = element.checkVisibility() && box.width > 1 && box.bottom > 0 && !clipped;
        // A table's cells are a ledger's own words; its headings are ours.
        const inTable = element.closest("canvas") !== null;
        const isHeading = element.closest('[role="columnheader"]') !== null;
        if (inTable ? isHeading : isSeen) words.push(walker.currentNode.textContent);
    }
    for (const element of document.querySelectorAll('[data-testid="stMain"] [title]'))
        words.push(element.title);
    for (const chart of document.querySelectorAll('[data-testid="stPlotlyChart"]'))
        words.push(chart.getAttribute("aria-label") ?? "");
    return [...words, document.title];
}"""


def overflowing(page: Page) -> list[str]:
    """What is wider than the window, so that the page would move sideways."""
    return page.evaluate(_OVERFLOW)


def cut_texts(page: Page) -> list[str]:
    """Headings, figures, captions and buttons that do not fit their place."""
    return page.evaluate(_CUT)


def overlapping_cards(page: Page) -> list[tuple[str, str]]:
    """Exhibits that lie on one another."""
    return _overlaps(page.evaluate(_BOXES, '[class*="st-key-card_"]'), 1, 1)


def lost_chart_texts(page: Page) -> list[tuple[str, str]]:
    """Words that leave their chart, and pairs of words in a chart that cover each other."""
    lost = []
    for found in page.evaluate(_CHART_TEXTS):
        chart, texts = found["chart"], found["texts"]
        lost.extend((chart["name"], text["name"]) for text in texts if _leaves(text, chart))
        # A pixel or two is the white around letters.
        lost.extend(_overlaps(texts, 2, 3))
    return lost


def _leaves(inner: dict, outer: dict) -> bool:
    return (
        inner["left"] < outer["left"] - 1
        or inner["top"] < outer["top"] - 1
        or inner["right"] > outer["right"] + 1
        or inner["bottom"] > outer["bottom"] + 1
    )


def _overlaps(boxes: list[dict], width_px: float, height_px: float) -> list[tuple[str, str]]:
    return [
        (one["name"], other["name"])
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > width_px
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > height_px
    ]


def visible_words(page: Page) -> list[str]:
    """Every piece of text on the page that a reader may see or have read aloud."""
    return page.evaluate(_VISIBLE_WORDS)


def foreign_words(texts: list[str], language: str) -> list[str]:
    """What is Chinese in English words, or the other way round.

    Sites are called as their ledger calls them, and a file as it is named on the disk.
    """
    pattern = _CHINESE if language == "en" else _LATIN
    own_words = re.compile("|".join([*map(re.escape, _site_names()), r"\w+\.csv"]))
    found = {word for text in texts for word in pattern.findall(own_words.sub("", text))}
    return sorted(found - _AS_IT_IS)


def _site_names() -> list[str]:
    with (LEDGERS / "carriers.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["carrier_name"] for row in csv.DictReader(file)]
