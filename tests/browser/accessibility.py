"""What keeps a page from those who cannot see it or use no mouse; none where it is sound."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What lies in Streamlit's own markup, out of reach of our HTML and style sheet: rule, where, why.
EXCEPTIONS = (
    (
        "button-name",
        "[data-testid=stFileUploader]",
        "its own words are English only; ours stand in the style sheet, which axe does not read",
    ),
)
_SERIOUS = ("serious", "critical")
_MOST_STEPS = 400
# A chart is told in words; what is drawn in it is not read.
_SEEN = {"exclude": [".js-plotly-plot"]}
_OPTIONS = {"resultTypes": ["violations"]}

# Everything the Tab key should reach, marked, with how it looks while it has no focus.
_MARK = """() => {
    document.activeElement?.blur();
    const wanted = "a[href], button, input, select, textarea, summary, [tabindex]";
    const looks = (element) => {
        const seen = [];
        for (let each = element, up = 0; each && up < 10; each = each.parentElement, up += 1) {
            for (const pseudo of [null, "::before", "::after"]) {
                const look = getComputedStyle(each, pseudo);
                seen.push(look.outlineStyle, look.outlineWidth, look.boxShadow, look.borderColor,
                    look.backgroundColor, look.color);
            }
        }
        return seen.join();
    };
    window.looksOf = looks;
    window.controls = [...document.querySelectorAll(wanted)].filter((element) =>
        element.tabIndex >= 0 && !element.disabled && element.checkVisibility({
            visibilityProperty: true, contentVisibilityAuto: true })
        && !element.closest("[inert], [aria-hidden='true']"));
    window.before = new Map(window.controls.map((element) => [element, looks(element)]));
    window.reached = new Set();
    window.first = undefined;
    return window.controls.length;
}"""

# Where the Tab key has come to: once all are reached, or it starts again, it is over.
_STEP = """() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return {over: window.reached.size > 0};
    const again = window.reached.has(at);
    window.reached.add(at);
    const known = window.before.has(at);
    const faint = known && window.before.get(at) === window.looksOf(at);
    const name = at.getAttribute("aria-label") || at.innerText || at.title || at.outerHTML;
    window.first ??= at;
    if (again && at === window.first) return {over: true};
    return {over: false, again, faint, name: name.slice(0, 120)};
}"""

# Of a group of choices the Tab key reaches one, arrow keys the others.
_UNREACHED = """() => window.controls
    .filter((element) => element.isConnected && !window.reached.has(element))
    .filter((element) => ![...window.reached].some((each) => each.role === "radio"
        && element.role === "radio" && each.parentElement === element.parentElement))
    .map((element) => element.outerHTML.slice(0, 160))"""


def serious_faults(page: Page, with_contrast: bool = True) -> list[str]:
    """What axe-core calls serious or critical, but for the exceptions: rule and place.

    Contrast takes it most of its time, and is the same in every language.
    """
    options = _OPTIONS | {"rules": {"color-contrast": {"enabled": with_contrast}}}
    found = Axe().run(page, context=_SEEN, options=options).response["violations"]
    return [
        f"{fault['id']}: {node['target']} {node['html'][:160]}"
        for fault in found
        if fault["impact"] in _SERIOUS
        for node in fault["nodes"]
        if not _is_excepted(page, fault["id"], node["target"][0])
    ]


def _is_excepted(page: Page, rule: str, selector: str) -> bool:
    return any(
        rule == each
        and page.locator(selector).evaluate("(at, part) => at.closest(part) !== null", part)
        for each, part, _reason in EXCEPTIONS
    )


def tab_through(page: Page) -> dict[str, list[str]]:
    """What the Tab key does not reach, what shows no focus, and where it could not get on."""
    page.add_style_tag(content="* { transition: none !important; }")
    page.evaluate(_MARK)
    faint, trapped = [], []
    stuck = 0
    for _step in range(_MOST_STEPS):
        page.keyboard.press("Tab")
        at = page.evaluate(_STEP)
        if at["over"]:
            break
        stuck = stuck + 1 if at["again"] else 0
        if at["faint"]:
            faint.append(at["name"])
        if stuck > 3:
            trapped.append(at["name"])
            break
    return {"unreached": page.evaluate(_UNREACHED), "faint": faint, "trapped": trapped}
