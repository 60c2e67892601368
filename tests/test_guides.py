"""What the documents for readers say exists: files they point at, and words on the pages."""

import re

import pytest
from babel.messages import pofile

from tests.product_code import ROOT

DOCUMENTS = sorted(
    [*ROOT.glob("README*.md"), *ROOT.glob("data/**/*.md"), ROOT / "promotion" / "README.md"]
)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CATALOGUE = ROOT / "promotion" / "locale" / "zh" / "LC_MESSAGES" / "messages.po"
# What a Chinese guide tells to press, choose or open, and the pages it names.
NAMED = re.compile(r"(?:点|选|打开|按|在|再|加入|的)“([^”]+)”")
NO_WORDS_OF_PAGES = {"(亿元)", "不知道"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_a_document_points_at_is_there(path):
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    local = [each for each in targets if "://" not in each]

    assert [each for each in local if not (path.parent / each).exists()] == []


@pytest.mark.parametrize("name", ["office.zh.md", "ledgers.zh.md"])
def test_every_word_that_a_chinese_guide_tells_to_press_stands_on_a_page(name):
    with CATALOGUE.open("rb") as file:
        words = {message.string for message in pofile.read_po(file)}
    named = NAMED.findall((ROOT / "data" / "guides" / name).read_text(encoding="utf-8"))

    assert len(named) >= 4
    assert [each for each in named if each not in words | NO_WORDS_OF_PAGES] == []
