"""`python -m tests.browser.document_pictures`: the documents' pictures, taken of the pages anew."""

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM_ARGUMENTS
from tests.browser.page_state import record_requests, wait_idle
from tests.browser.serving import ROOT, serve
from tests.ledgers import SAMPLE_DATA

LOCALES = {"": "en-US", ".zh": "zh-CN"}  # by what stands before a file's ending
COLOURS = 128
WIDTH_PX, HEIGHT_PX = 1366, 1000


def save(page: Page, path: Path) -> None:
    """Nothing; the window as a small PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    taken.quantize(COLOURS).save(path, optimize=True)


def main() -> None:
    """Nothing; writes the pictures into data/."""
    folder = Path(tempfile.mkdtemp())
    guides = ROOT / "data" / "guides" / "pictures"
    with (
        serve(folder / "sample.txt") as sample,
        serve(folder / "dev.txt", SAMPLE_DATA / "dev") as dev,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_ARGUMENTS
        )
        for ending, locale in LOCALES.items():
            context = browser.new_context(
                locale=locale, viewport={"width": WIDTH_PX, "height": HEIGHT_PX}
            )
            record_requests(context)
            page = context.new_page()
            for address, path in (
                (f"{sample}/", ROOT / "data" / f"overview{ending}.png"),
                (f"{sample}/?screen=1", guides / f"screen{ending}.png"),
                (f"{dev}/data", guides / f"refused{ending}.png"),
            ):
                page.goto(address)
                wait_idle(page)
                if page.locator("[data-help-close]").is_visible():
                    page.locator("[data-help-close]").click()
                if path.stem.startswith("refused"):
                    page.locator(".st-key-card_faults").scroll_into_view_if_needed()
                    page.locator(".st-key-card_faults").evaluate("each => each.scrollIntoView()")
                    wait_idle(page)
                save(page, path)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
