"""Every word a reader meets is in the catalogue, in Chinese too."""

import ast
import re
from string import Formatter

from babel.messages.pofile import read_po

from tests.product_code import (
    MARKERS,
    ROOT,
    called_name,
    calls,
    expect_none,
    is_built,
    place,
    product_files,
    text_of,
    texts,
)

CATALOGUE = ROOT / "promotion" / "locale" / "zh" / "LC_MESSAGES" / "messages.po"
SHOWN = {
    "title",
    "header",
    "subheader",
    "markdown",
    "write",
    "caption",
    "text",
    "button",
    "download_button",
    "link_button",
    "checkbox",
    "toggle",
    "radio",
    "selectbox",
    "multiselect",
    "pills",
    "segmented_control",
    "date_input",
    "text_input",
    "number_input",
    "popover",
    "expander",
    "metric",
    "info",
    "success",
    "warning",
    "error",
    "toast",
    "spinner",
    "status",
    "page_link",
    "Page",
    "set_page_config",
}
SHOWN_KEYWORDS = {"label", "body", "title", "page_title", "help", "placeholder", "alt", "caption"}


def _marked_calls():
    return [
        (path, call)
        for path in product_files()
        for call in calls(path)
        if called_name(call) in MARKERS and call.args
    ]


def _words_in_code():
    return {
        text: place(path, call)
        for path, call in _marked_calls()
        for text in map(text_of, call.args[:2] if called_name(call) == "ngettext" else call.args)
        if text is not None
    }


def _catalogue():
    with CATALOGUE.open("rb") as file:
        messages = list(read_po(file, locale="zh", abort_invalid=True))
    return {message.id: message for message in messages if message.id}


def _words_of(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


def _ids_of(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


def _blanks(text):
    # A month is a name in English, {month_name}, and a number in Chinese, {month}.
    names = {name for _text, name, _spec, _conversion in Formatter().parse(text)}
    return {name.removesuffix("_name") for name in names if name is not None}


def test_every_word_has_a_chinese_translation():
    translated = {
        text
        for message in _catalogue().values()
        if not message.fuzzy and all(_words_of(message))
        for text in _ids_of(message)
    }
    expect_none(
        [f"{where} {text!r}" for text, where in _words_in_code().items() if text not in translated],
        "Run `make messages` and translate in promotion/locale/zh/LC_MESSAGES/messages.po:",
    )


def test_the_catalogue_holds_no_word_that_is_gone():
    words = _words_in_code()
    gone = [
        message.id for message in _catalogue().values() if not set(_ids_of(message)) & set(words)
    ]
    expect_none(list(map(repr, gone)), "Run `make messages`, which removes:")


def test_a_translation_has_the_blanks_of_its_original():
    faults = [
        f"{message.id!r} → {translation!r}"
        for message in _catalogue().values()
        for translation in _words_of(message)
        if translation and _blanks(translation) != _blanks(_ids_of(message)[-1])
    ]
    expect_none(faults, "What is filled in must be the same in both languages:")


def test_chinese_is_chinese():
    faults = [
        f"{message.id!r} → {translation!r}"
        for message in _catalogue().values()
        for translation in _words_of(message)
        if translation
        and re.search("[a-z]{3}", re.sub(r"\{[^}]*\}|`[^`]*`", "", translation))
        and not re.search("[\u3400-\u9fff]", translation)
    ]
    expect_none(faults, "This would be English among Chinese:")


def test_only_whole_sentences_are_translated():
    faults = [
        place(path, call)
        for path, call in _marked_calls()
        if is_built(call.args[0]) or (called_name(call) != "_" and text_of(call.args[0]) is None)
    ]
    expect_none(faults, "Translate the sentence with {blanks} and fill them in afterwards:")


def test_words_shown_to_readers_go_through_gettext():
    faults = []
    for path in product_files("dashboard.py", "pages", "components"):
        for call in calls(path):
            if called_name(call) not in SHOWN or not isinstance(call.func, ast.Attribute):
                continue
            shown = call.args[:1] + [k.value for k in call.keywords if k.arg in SHOWN_KEYWORDS]
            if called_name(call) in {"Page", "page_link"}:  # their first is a path
                shown = shown[1:]
            faults += [
                f"{place(path, call)} {text.strip()[:60]!r}"
                for text in map(text_of, shown)
                if text and re.search("[a-z]{2}", re.sub("`[^`]*`|^\\s*[<:].*", "", text))
            ]
    expect_none(faults, "Wrap the words in _(…) and give them a Chinese translation:")


def test_chinese_words_are_only_in_the_catalogue_and_reference_data():
    faults = [
        f"{place(path, node)} {text.strip()[:60]!r}"
        for path in product_files()
        for node, text in texts(path)
        if re.search("[\u3400-\u9fff]", text)
    ]
    expect_none(faults, "Move the words to the gettext catalogue or to a CSV:")
