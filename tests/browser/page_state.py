"""What a page in Chromium is doing: whether it has settled, and whom it has asked for anything."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

OWN_HOSTS = {"localhost", "127.0.0.1"}

# Streamlit says when its script runs; an element it has not drawn again yet is stale. A click
# takes a moment to reach the server, so the page must have been still for a while.
STILL_FOR_A_WHILE = """(still_ms) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
    const still = app !== null
        && app.dataset.testScriptState === "notRunning"
        && app.dataset.testConnectionState === "CONNECTED"
        && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
        && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
        && charts.every((chart) => chart.querySelector(".js-plotly-plot .main-svg"));
    const now = performance.now();
    if (!still) window.stillSince = undefined;
    else window.stillSince ??= now;
    return still && now - window.stillSince >= still_ms;
}"""


def wait_idle(page: Page, still_ms: int = 300, timeout_ms: int = 30_000) -> None:
    """Nothing, once the script has run, nothing on the page is stale and every chart is drawn."""
    page.evaluate("window.stillSince = undefined")
    # Asked at every frame, as is usual, it would keep the browser drawing.
    page.wait_for_function(STILL_FOR_A_WHILE, arg=still_ms, timeout=timeout_ms, polling=50)


def record_requests(context: BrowserContext) -> None:
    """Nothing; from now on each page of the context remembers every address it asks."""
    context.on("page", _record)


def _record(page: Page) -> None:
    page.requests_made = []
    page.on("request", lambda request: page.requests_made.append(request.url))
    page.on("websocket", lambda socket: page.requests_made.append(socket.url))


def foreign_requests(page: Page) -> list[str]:
    """The addresses that the page has asked outside this machine: none, in this dashboard."""
    assert page.requests_made, "the page has asked for nothing: was it opened?"
    return [
        url
        for url in page.requests_made
        if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).hostname not in OWN_HOSTS
    ]
