"""Opens pages under mangled links, and counts what a reader is shown."""

import asyncio
import random
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlencode

from tests.bench.load_page import html_with
from tests.bench.load_session import Run, Session
from tests.browser.serving import serve_as_process

SHOWN, DEFAULT, FAULT = "page shown", "page shown with the default view", "FAULT"
_SESSIONS = 2
_LOCALES = ("zh-CN", "en-US")
_HEAD = '<header class="page-head">'
_CHOICES = {
    "period": ("latest", "last_month", "all", "custom", "year_to_date", "this_quarter"),
    "from": ("2020-01-01", "2019-13-01", "0001-01-01", "9999-12-31", "20200101", "2020-02-30"),
    "to": ("2020-06-30", "2019-01-01", "10000-01-01", "today", "2020-06-31"),
    "compare": ("previous", "year", "none"),
    "district": ("cixi", "beilun", "mars", "cixi,beilun", "慈溪市"),
    "shown": ("cixi", "mars"),
    "sides": ("district", "industry", "period", "x"),
    "left": ("cixi", "healthcare", "period", "2020-01-01_2020-03-31", "x"),
    "right": ("cixi", "compared", "2020-03-31_2020-01-01", "0001-01-01_9999-12-31"),
    "industry": ("healthcare", "new_materials", "unclassified", "x"),
    "kept": ("activity_by_district", "x"),
    "capital": ("all", "foreign", "domestic", "none"),
    "lang": ("zh", "en", "fr", "zh-CN"),
    "measure": ("contact_count", "lead_count", "no_such"),
    "preset": ("weekly", "x"),
    "page": ("projects", "../../etc/passwd"),
    "q": ("项目", "%_", "客商单位"),
    "kind": ("project", "company", "carrier", "organisation", "x"),
    "id": ("BL-0008", "YZ-BUILDING-01", "链主企业06", "x"),
}
_WORDS = (
    *("", "0", "-1", "1e309", "null", "None", "[]", "{}", "true", "%", "%00", "%zz", "%F0%9F"),
    *("'; drop table projects; --", "<script>alert(1)</script>", "${7*7}", "{0}", "%s%n", "\x00"),
    *("\ud7ff", "😀", "\u202e", "a" * 3000, "合计", "__class__", "../..", "\r\nX: y"),
)


def open_mangled(links: int, seed: int) -> tuple[Counter[tuple[str, str]], list[str]]:
    """How many mangled links of each sort showed what, and every fault in words."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        # In a thread of its own: a browser that another test has open has a loop in this one.
        with serve_as_process(log) as (address, _process_id), ThreadPoolExecutor(1) as thread:
            opened = thread.submit(asyncio.run, _open_all(address, links, seed))
            counts, faults = opened.result()
        said = log.read_text("utf-8", "replace")
    if "Traceback" in said:
        faults.append("the server said: " + said[said.index("Traceback") :][:3000])
        counts["server", FAULT] += 1
    return counts, faults


def mangled_link(source: random.Random) -> tuple[str, str]:
    """The sort of mangling and a query string of the sort."""
    sort = source.choice(("known choices", "strange values", "many of each", "no query at all"))
    if sort == "no query at all":
        text = "".join(source.choices("=&%?#+;,/\\ \"'abz019😀区", k=source.randrange(60)))
        return sort, source.choice((text, quote(text, safe="=&%"), source.choice(_WORDS)))
    keys = source.choices(sorted(_CHOICES), k=source.randrange(1, 7))
    pairs = []
    for key in keys:
        words = _CHOICES[key]
        if sort == "strange values" and source.random() < 0.6:
            words = _WORDS
        pairs.append((key, source.choice(words)))
        if sort == "many of each":
            pairs += [(key, source.choice(words)) for _more in range(source.choice((1, 3, 200)))]
    return sort, urlencode(pairs, errors="replace")


async def _open_all(address: str, links: int, seed: int) -> tuple[Counter, list[str]]:
    counts: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    pages = await _pages(address)
    defaults = {
        _head(await _opened(address, "", page, locale, faults))
        for page in pages
        for locale in _LOCALES
    }
    asked = iter([random.Random(f"{seed} {place}") for place in range(links)])

    async def open_some() -> None:
        for source in asked:
            sort, query = mangled_link(source)
            page, locale = source.choice(pages), source.choice(_LOCALES)
            before = len(faults)
            run = await _opened(address, query, page, locale, faults)
            if len(faults) > before or not _head(run):
                faults.append(f"under {query!r}: {'a page with a fault' if run else 'no answer'}")
                counts[sort, FAULT] += 1
            else:
                counts[sort, DEFAULT if _head(run) in defaults else SHOWN] += 1

    await asyncio.gather(*(open_some() for _session in range(_SESSIONS)))
    return counts, faults


async def _pages(address: str) -> list[str]:
    """What the server calls its pages."""
    async with Session(address, _LOCALES[0]) as session:
        await session.open()
        return sorted(session.page_hashes.values())


async def _opened(
    address: str, query: str, page: str, locale: str, faults: list[str]
) -> Run | None:
    """The page under the query string, opened by a reader who was not there before."""
    asked = f"under {query[:500]!r} on page {page}"
    own_faults = []
    run = None
    try:
        async with Session(address, locale) as session:
            run = await session.open(query, page)
            own_faults = session.new_faults()
    except (ConnectionError, TimeoutError) as loss:
        own_faults = [f"{type(loss).__name__} {loss}"]
    faults += [f"{asked}: {fault}" for fault in own_faults]
    return run


def _head(run: Run | None) -> str:
    """The page's head, which names its view; empty where there is not one."""
    heads = html_with(run.elements, _HEAD) if run else []
    return heads[0] if len(heads) == 1 else ""
