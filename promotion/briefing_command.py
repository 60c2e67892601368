"""The command `briefing`: a preset's or a saved briefing as a file, unattended."""

import argparse
from dataclasses import replace
from pathlib import Path

from promotion.briefing import PRESETS, BriefingChoice, compose, preset_choice, preset_filters
from promotion.choices import ChoiceFault, choose
from promotion.database import Database
from promotion.exhibits import EXHIBITS
from promotion.exports.briefing_files import FORMATS, as_file
from promotion.filters import Filters
from promotion.language import use_language


def add_options(parser: argparse.ArgumentParser) -> None:
    """Nothing; the parser then takes what goes into a briefing, and its format."""
    parser.add_argument("--preset", choices=tuple(PRESETS), default="monthly")
    parser.add_argument(
        "--choices", type=Path, metavar="FILE", help="a briefing saved on the page, not a preset"
    )
    parser.add_argument(
        "--exhibits", nargs="+", metavar="NAME", help="these exhibits in this order"
    )
    for words in ("title", "subtitle", "department"):
        parser.add_argument(f"--{words}", default="")
    parser.add_argument(
        "--template", type=Path, metavar="FILE", help="a presentation whose look the slides take"
    )
    parser.add_argument("--format", choices=tuple(FORMATS), help="else as FILE ends")


def format_of(given: argparse.Namespace) -> str:
    """The format asked for, or the one that the file's name ends in."""
    if given.format:
        return given.format
    ending = Path(given.output).suffix.removeprefix(".").lower()
    return choose("format", ending, FORMATS)


def make(data: Database, filters: Filters, given: argparse.Namespace, file_format: str) -> bytes:
    """The briefing's file; the preset's period holds where no days are given."""
    choice = _choice(data, filters, given)
    if given.first_day is None and given.last_day is None and given.choices is None:
        filters = preset_filters(given.preset, filters, data.as_of)
    template = given.template.read_bytes() if given.template else None
    with use_language(filters.language):
        return as_file(data, compose(data, filters, choice), file_format, template)


def _choice(data: Database, filters: Filters, given: argparse.Namespace) -> BriefingChoice:
    with use_language(filters.language):
        if given.choices:
            choice = BriefingChoice.from_json(given.choices.read_bytes())
        else:
            choice = preset_choice(given.preset, _of_what(data, filters, given.preset))
    if given.exhibits:
        names = tuple(choose("exhibit", name, EXHIBITS) for name in given.exhibits)
        choice = replace(choice, exhibits=names)
    words = {name: getattr(given, name) for name in ("title", "subtitle", "department")}
    return replace(choice, **{name: text for name, text in words.items() if text})


def _of_what(data: Database, filters: Filters, preset: str) -> str | None:
    """The name of the one district or industry that the preset is of."""
    one = PRESETS[preset].is_of_one
    if one is None:
        return None
    codes = {"district": filters.districts, "industry": filters.industries}[one]
    if len(codes) != 1:
        raise ChoiceFault(f"the preset {preset} is of one {one}: name it with --{one}")
    return data.name_of(one, codes[0])
