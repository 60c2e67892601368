"""Windows of readers, used again by the next: a new one has to compile the whole dashboard."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.browser.page_state import record_requests


class Windows:
    """The windows of one browser, by language; two at the same time are two readers'."""

    def __init__(self, browser: Browser) -> None:
        """No window yet."""
        self._browser = browser
        self._free: dict[str, list[Page]] = defaultdict(list)

    @contextmanager
    def lent(self, locale: str, width_px: int, height_px: int, **options) -> Iterator[Page]:
        """A window that remembers nothing of who had it before.

        Whoever listens to events of it stops listening in the end. One with options of its own
        is nobody else's.
        """
        if options:
            page = self._opened(locale, **options)
        else:
            free = self._free[locale]
            page = free.pop() if free else self._opened(locale)
        page.set_viewport_size({"width": width_px, "height": height_px})
        page.requests_made.clear()
        yield page
        if options:
            page.context.close()
            return
        _forget(page)
        self._free[locale].append(page)

    def _opened(self, locale: str, **options) -> Page:
        context = self._browser.new_context(locale=locale, accept_downloads=True, **options)
        record_requests(context)
        return context.new_page()


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
