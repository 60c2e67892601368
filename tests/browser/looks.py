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

LEAST_CONTRAST = 4.5  # of text, WCAG AA
MOST_ABOVE_LEGEND_PX = 18  # less than a line of it
MANY_NAMES = 6  # of a legend

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

_CUT_CHOICES = """() => {
    const canvas = document.createElement("canvas").getContext("2d");
    return [...document.querySelectorAll('[data-testid="stSidebar"] input')]
        .filter((input) => input.checkVisibility() && input.clientWidth > 0)
        .filter((input) => {
            const style = getComputedStyle(input);
            canvas.font = style.font;
            const text = input.value || input.placeholder;
            const room = input.clientWidth
                - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            return canvas.measureText(text).width > room + 1;
        })
        .map((input) => input.value || input.placeholder);
}"""

# Each label written within a bar, with the bar's colour and its own.
_BAR_LABELS = """() => [...document.querySelectorAll(".bars .point")]
    .map((point) => [point.querySelector("path"), point.querySelector(".bartext-inside")])
    .filter(([bar, text]) => bar && text && bar.style.opacity === "1")
    .map(([bar, text]) => [text.textContent, bar.style.fill, text.style.fill])"""

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

# Where each legend stands in its chart, and how.
LEGENDS = """() => [...document.querySelectorAll(".js-plotly-plot")]
    .filter((chart) => chart.querySelector(".legend"))
    .map((chart) => {
        const top = chart.getBoundingClientRect().top;
        const legend = chart.querySelector(".legend").getBoundingClientRect();
        const names = [...chart.querySelectorAll(".legendtext")];
        return {
            name: chart.closest('[class*="st-key-card_"]').className.match(/st-key-(\\w+)/)[1],
            above: legend.top - top,
            into: legend.bottom - top - chart._fullLayout._size.t,
            names: names.length,
            columns: new Set(names.map((each) => each.getBoundingClientRect().left)).size,
        };
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


def cut_choices(page: Page) -> list[str]:
    """What is chosen in the sidebar, or asked for, and does not fit its box."""
    return page.evaluate(_CUT_CHOICES)


def pale_bar_labels(page: Page) -> list[tuple[str, str, str]]:
    """Labels within bars that are too like the bar in lightness to be read, with both colours."""
    labels = page.evaluate(_BAR_LABELS)
    return [(text, bar, ink) for text, bar, ink in labels if _contrast(bar, ink) < LEAST_CONTRAST]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of an rgb() colour, as WCAG 2.1 defines it."""
    channels = [int(each) / 255 for each in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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


def misplaced_legends(page: Page) -> list[dict]:
    """Legends with a line left empty above them, on their plot, or needlessly in one column."""
    return [
        legend
        for legend in page.evaluate(LEGENDS)
        if legend["above"] > MOST_ABOVE_LEGEND_PX
        or legend["into"] > 1
        or (legend["names"] >= MANY_NAMES and legend["columns"] == 1)
    ]


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
