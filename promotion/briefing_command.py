"""The command `briefing`: a preset's or a saved briefing as a file, unattended."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from promotion import record, view
from promotion.briefing import ENTRIES, PAIRS, PRESETS, BriefingChoice, compose, preset_choice
from promotion.choices import ChoiceFault, choose, choose_filters
from promotion.cli_arguments import choices_of, refuse_unused_side
from promotion.database import Database
from promotion.exports.briefing_files import FORMATS, as_file
from promotion.filters import Filters
from promotion.language import use_language

USUAL_PRESET = "monthly"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Nothing; the parser then takes what goes into a briefing, and its format."""
    parser.add_argument("--preset", choices=tuple(PRESETS), help=f"{USUAL_PRESET} where not given")
    parser.add_argument(
        "--choices", type=Path, metavar="FILE", help="a briefing saved on the page, not a preset"
    )
    parser.add_argument(
        "--exhibits",
        nargs="+",
        metavar="NAME",
        help=f"these exhibits in this order; of two sides beside each other: {', '.join(PAIRS)}",
    )
    for words in ("title", "subtitle", "department"):
        parser.add_argument(f"--{words}", default="")
    parser.add_argument(
        "--template", type=Path, metavar="FILE", help="a presentation whose look the slides take"
    )
    parser.add_argument(
        "--address", default="", metavar="URL", help="the dashboard's, for the links in the file"
    )
    parser.add_argument("--format", choices=tuple(FORMATS), help="else as FILE ends")


def format_of(given: argparse.Namespace) -> str:
    """The format asked for, or the one that the file's name ends in."""
    if given.format:
        return given.format
    ending = Path(given.output).suffix.removeprefix(".").lower()
    return choose("format", ending, FORMATS)


def make(data: Database, given: argparse.Namespace, file_format: str) -> bytes:
    """The briefing's file, under the filters given, else the saved ones, else the preset's."""
    with use_language(given.lang):
        saved = BriefingChoice.from_json(given.choices.read_bytes()) if given.choices else None
    preset = given.preset or USUAL_PRESET
    usual = {"period": PRESETS[preset].period} if saved is None else view.choices_of(saved.view)
    filters = choose_filters(data, **(usual | choices_of(given)))
    with use_language(filters.language):
        if saved is None:
            saved = preset_choice(preset, _of_what(data, filters, preset))
            if not given.preset and (given.exhibits or given.first_day or given.last_day):
                saved = replace(saved, title="")  # which need not be a month's briefing
        wanted = _with_options(saved, given)
        refuse_unused_side(given, wanted.exhibits, PAIRS)
        briefing = compose(data, filters, wanted, given.address)
        if saved.points is not None and briefing.points != saved.points:
            words = "the key points are made anew: the saved ones were edited for other figures"
            print(f"promotion: {words}", file=sys.stderr)
        template = given.template.read_bytes() if given.template else None
        content = as_file(data, briefing, file_format, template, _tell)
        names = [figure.exhibit.name for figure in briefing.figures]
        record.note_export(record.account_name(), data, names, file_format, filters)
        return content


def _tell(made: int, of_all: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if made == of_all else ""
        print(f"\r{made} / {of_all} figures", end=end, file=sys.stderr, flush=True)


def _with_options(choice: BriefingChoice, given: argparse.Namespace) -> BriefingChoice:
    if given.exhibits:
        names = tuple(choose("exhibit", name, ENTRIES) for name in given.exhibits)
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
