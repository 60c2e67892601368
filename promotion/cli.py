"""The command line: sample ledgers, the import report, exhibits as files."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from promotion import briefing_command, build_command, check_report, numbers, record
from promotion.briefing import ChoiceFileFault, figure_of
from promotion.choices import ChoiceFault, choose, choose_filters
from promotion.cli_arguments import add_choices, choices_of, refuse_unused_side, whole_from
from promotion.data_fault import DataFault
from promotion.data_folder import ledger_folder, served_folder
from promotion.database import Database, open_database
from promotion.exhibit import Exhibit
from promotion.exhibits import EXHIBITS
from promotion.exports.briefing_files import BriefingFault
from promotion.exports.picture_files import PictureFault, picture
from promotion.exports.powerpoint import figure_as_pptx
from promotion.exports.rows import as_csv, as_json
from promotion.exports.spreadsheet import as_xlsx
from promotion.filters import FilterFault
from promotion.ingest.reference import ReferenceFault
from promotion.language import LANGUAGES, use_language
from promotion.query_limits import LimitFault, QueryStopped
from promotion.record import RecordFault
from promotion.sample import write_sample
from promotion.stopped import sentence_of
from promotion.theme import district_colours

FORMATS = ("json", "csv", "xlsx", "pptx", "png", "svg")
_DATA_HELP = "ledgers, or marts built of them; else PROMOTION_MARTS, PROMOTION_DATA, data/"
_NOT_TEXT = ("xlsx", "pptx", "png")
USAGE = 2

_EXAMPLES = {
    "sample": "python -m promotion sample ledgers --contacts 20000 --seed 2020",
    "check": "python -m promotion check --data ledgers --format json",
    "exhibits": "python -m promotion exhibits --data ledgers --lang en",
    "exhibit": (
        "python -m promotion exhibit activity_by_district --data ledgers"
        " --from 2020-04-01 --to 2020-06-30 --format xlsx -o districts.xlsx"
    ),
    "build": "python -m promotion build --data ledgers --out marts --engine duckdb",
    "briefing": "python -m promotion briefing --preset monthly --format docx -o briefing.docx",
}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 the data or a file stood in the way, 2 asked wrongly."""
    given = _parser().parse_args(arguments)
    try:
        return given.command(given)
    except (ChoiceFault, ChoiceFileFault, FilterFault) as fault:
        return _complain(str(fault), USAGE)
    except (
        BriefingFault,
        DataFault,
        LimitFault,
        PictureFault,
        RecordFault,
        ReferenceFault,
    ) as fault:
        return _complain(str(fault))
    except QueryStopped as fault:
        with use_language(given.lang):
            return _complain(sentence_of(fault))
    except BrokenPipeError:
        # Whoever read the output has gone; nothing is left to tell them, at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as fault:
        return _complain(f"{fault.filename}: {fault.strerror}" if fault.strerror else str(fault))
    except KeyboardInterrupt:
        return _complain("stopped", 130)


def _complain(sentence: str, status: int = 1) -> int:
    print("promotion:", " ".join(sentence.split()), file=sys.stderr)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m promotion", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    sample = _command(commands, "sample", _sample, "write invented ledgers, labelled as such")
    sample.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or a new one")
    sample.add_argument("--contacts", type=whole_from(1), default=20_000, metavar="N")
    sample.add_argument("--seed", type=whole_from(0), default=2020, metavar="S")
    check = _command(commands, "check", _check, "report what reading the ledgers refused, and why")
    check.add_argument("--format", choices=("text", "json"), default="text")
    exhibits = _command(commands, "exhibits", _exhibits, "list the exhibits: names and titles")
    exhibit = _command(
        commands, "exhibit", _exhibit, "write an exhibit's rows or picture as a file"
    )
    briefing = _command(commands, "briefing", _briefing, "make a briefing: a document or workbook")
    build = _command(commands, "build", _build, "work ledgers up into marts, as Parquet files")
    build_command.add_options(build)
    for command in (check, exhibits, exhibit, briefing, build):
        command.add_argument("--data", type=Path, metavar="DIR", help=_DATA_HELP)
        command.add_argument("--lang", choices=LANGUAGES, default="zh")
    add_choices(exhibit)
    exhibit.add_argument("name", metavar="NAME", help="as `exhibits` lists them")
    exhibit.add_argument("--format", choices=FORMATS, help="else as FILE ends, else json")
    add_choices(briefing)
    briefing_command.add_options(briefing)
    for command in (exhibit, briefing):
        command.add_argument(
            "-o",
            "--output",
            default="-",
            metavar="FILE",
            help="- for standard output, the default",
        )
    return parser


def _command(
    commands: argparse._SubParsersAction,
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=summary,
        description=summary,
        epilog=f"For example: {_EXAMPLES[name]}",
        allow_abbrev=False,
    )
    parser.set_defaults(command=run)
    return parser


def _folder(given: argparse.Namespace) -> Path:
    return given.data or served_folder()


def _ledgers(given: argparse.Namespace) -> Path:
    return given.data or ledger_folder()


def _sample(given: argparse.Namespace) -> int:
    def tell(written: int, asked_for: int) -> None:
        counts = f"{numbers.count_text(written)} / {numbers.count_text(asked_for)}"
        print(f"\r{counts} contacts", end="", file=sys.stderr, flush=True)

    watched = sys.stderr.isatty()
    write_sample(given.folder, given.contacts, given.seed, tell if watched else None)
    print("\n" * watched + f"Sample ledgers written to {given.folder}.", file=sys.stderr)
    return 0


def _check(given: argparse.Namespace) -> int:
    with use_language(given.lang):
        found = check_report.examine(_ledgers(given))
        write = check_report.as_json if given.format == "json" else check_report.as_text
        print(write(found))
        for sentence in found.complaints():
            _complain(sentence)
    return 0 if found.is_clean else 1


def _exhibits(given: argparse.Namespace) -> int:
    longest = max(map(len, EXHIBITS))
    try:
        opened = closing(open_database(_folder(given)))
    except DataFault as fault:
        print(*EXHIBITS, sep="\n")
        return _complain(f"{fault} Without data the exhibits have no titles.", 0)
    with opened as data:
        filters = choose_filters(data, language=given.lang)
        for name, function in EXHIBITS.items():
            print(f"{name.ljust(longest)}  {function(data, filters).title}")
    return 0


def _exhibit(given: argparse.Namespace) -> int:
    function = EXHIBITS[choose("exhibit", given.name, EXHIBITS)]
    refuse_unused_side(given, [given.name])
    file_format = given.format or _format_of(given.output)
    if file_format in _NOT_TEXT and given.output == "-" and sys.stdout.isatty():
        raise ChoiceFault(f"{file_format} is nothing for a terminal: name a file with -o FILE")
    with closing(open_database(_folder(given))) as data:
        made = function(data, choose_filters(data, **choices_of(given)))
        content = _as_bytes(made, data, file_format)
        record.note_export(record.account_name(), data, [made.name], file_format, made.filters)
    return _write(given.output, content)


def _briefing(given: argparse.Namespace) -> int:
    file_format = briefing_command.format_of(given)
    if given.output == "-" and sys.stdout.isatty():
        raise ChoiceFault(f"{file_format} is nothing for a terminal: name a file with -o FILE")
    with closing(open_database(_folder(given))) as data:
        content = briefing_command.make(data, given, file_format)
    return _write(given.output, content)


def _build(given: argparse.Namespace) -> int:
    with use_language(given.lang):
        build_command.make(given, _ledgers(given))
    return 0


def _write(output: str, content: bytes) -> int:
    if output == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        Path(output).write_bytes(content)
    return 0


def _format_of(output: str) -> str:
    if output == "-":
        return FORMATS[0]
    return choose("format", Path(output).suffix.removeprefix(".").lower(), FORMATS)


def _as_bytes(exhibit: Exhibit, data: Database, file_format: str) -> bytes:
    if file_format == "csv":
        return as_csv(exhibit)
    if file_format == "json":
        return as_json(exhibit)
    colours = district_colours(data.district_places)
    if file_format == "xlsx":
        return as_xlsx(exhibit, colours)
    if file_format == "pptx":
        return figure_as_pptx(figure_of(exhibit), colours)
    return picture(exhibit, colours, file_format)
