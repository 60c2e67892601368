"""Windows of readers, used again by the next: a new one has to compile the whole dashboard."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.browser.page_state import record_requests


class Windows:
    """The windows of one browser; two at the same time are two readers'."""

    def __init__(self, browser: Browser) -> None:
        """No window yet."""
        self._browser = browser
        self._free: list[Page] = []

    @contextmanager
    def lent(self, locale: str, width_px: int, height_px: int, **options) -> Iterator[Page]:
        """A window that remembers nothing of who had it before.

        Whoever listens to events of it stops listening in the end. One with options of its own
        is nobody else's.
        """
        if options:
            page = self._opened(locale=locale, **options)
        else:
            page = self._free.pop() if self._free else self._opened()
            _speak(page, locale)
        page.set_viewport_size({"width": width_px, "height": height_px})
        page.requests_made.clear()
        yield page
        if options:
            page.context.close()
            return
        _forget(page)
        self._free.append(page)

    def _opened(self, **options) -> Page:
        context = self._browser.new_context(accept_downloads=True, **options)
        record_requests(context)
        page = context.new_page()
        page.devtools = context.new_cdp_session(page)
        return page


def _speak(page: Page, locale: str) -> None:
    """Nothing; makes the window that of a reader of this language, whoever had it before.

    As a context's option the language would hold for all that the window is ever lent to.
    """
    agent = page.devtools.send("Browser.getVersion")["userAgent"]
    language = {"userAgent": agent, "acceptLanguage": locale}
    page.devtools.send("Emulation.setUserAgentOverride", language)
    page.devtools.send("Emulation.setLocaleOverride", {"locale": locale})


def _forget(page: Page) -> None:
    """Nothing; leaves the dashboard as a reader does who closes the window.

    An empty page that is reached by a script belongs to where it was called from, with what is
    stored there, and keeps the process with what is compiled in it.
    """
    for other in page.context.pages:
        if other != page:
            other.close()
    if page.url != "about:blank":
        page.evaluate("location.href = 'about:blank'")
        page.wait_for_url("about:blank")
        page.evaluate("localStorage.clear()")
    page.context.clear_cookies()
