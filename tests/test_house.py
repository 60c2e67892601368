"""The house of STYLE: each kind of code in its room, so that a newcomer finds it."""

import ast
import csv
import re

from tests.product_code import (
    MARKERS,
    ROOT,
    called_name,
    calls,
    expect_none,
    imports,
    is_built,
    place,
    product_files,
    room_of,
    text_of,
    texts,
)

QUERIES = sorted((ROOT / "queries").rglob("*.sql"))
SQL = re.compile(
    r"\bselect\b.*\bfrom\b|\binsert\s+into\b|\bdelete\s+from\b|\bunion\s+all\b"
    r"|\b(create|replace|drop|alter)\s+(temp\s+|temporary\s+)?(table|view|macro)\b"
    r"|\b(group|order|partition)\s+by\b|\bcopy\b.*\bto\b.*\bformat\b",
    re.IGNORECASE | re.DOTALL,
)
# Telling DuckDB how to behave asks it nothing.
SETTING = re.compile(r"(set|checkpoint|begin|commit|rollback)\b", re.IGNORECASE)
OFFICE = {"openpyxl", "xlsxwriter", "pptx", "docx", "typst"}
NUMBER_FORMAT = re.compile(r"[,_]|\.(\d+|\{\})|[eEfFgGn%]$")
TOP_LEVEL = {
    "dashboard.py",
    "pages",
    "components",
    "promotion",
    "queries",
    "data",
    "tests",
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-spark.txt",
    "README.md",
    "README.zh.md",
    "LICENSE",
    "Makefile",
    "pyproject.toml",
    ".sqlfluff",
    ".streamlit",
    ".ci",
    ".gitignore",
}
MADE_BY_TOOLS = {".git", ".venv", ".hypothesis", ".pytest_cache", ".ruff_cache", "__pycache__"}


def test_sql_is_only_in_queries():
    faults = []
    for path in product_files():
        sentences = {
            id(argument)
            for call in calls(path)
            if called_name(call) in MARKERS
            for argument in call.args
        }
        faults += [
            f"{place(path, node)} {text.strip()[:60]!r}"
            for node, text in texts(path)
            if id(node) not in sentences and SQL.search(text)
        ]
    expect_none(faults, "Move the SQL to a file of queries/ and run it by its name:")


def test_python_never_builds_sql_text():
    faults = []
    for path in product_files():
        for call in calls(path):
            if called_name(call) not in {"execute", "executemany", "sql"} or not call.args:
                continue
            statement = call.args[0]
            text = text_of(statement)
            if is_built(statement) or (text is not None and not SETTING.match(text)):
                faults.append(place(path, call))
    expect_none(faults, "Put the statement in queries/ and pass $parameters to it:")


def test_joins_and_grouping_are_only_in_sql():
    faults = [
        f"{place(path, call)} .{called_name(call)}()"
        for path in product_files()
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and ast.unparse(call.func.value) != "itertools"
        and called_name(call) in {"groupby", "group_by", "merge", "pivot_table", "merge_asof"}
    ]
    expect_none(faults, "Join and group in a query, where anyone can read it:")


def test_streamlit_is_only_in_the_dashboard_its_pages_and_components():
    faults = [
        place(path, node)
        for path in product_files("promotion")
        for node, module in imports(path)
        if module.split(".")[0] == "streamlit"
    ]
    expect_none(faults, "promotion/ is what is true without a browser; move this out of it:")


def test_plotly_is_only_in_charts_and_theme_and_never_express():
    faults = [
        f"{place(path, node)} {module}"
        for path in product_files()
        for node, module in imports(path)
        if module.split(".")[0] == "plotly"
        and (
            room_of(path) not in {"promotion/charts.py", "promotion/theme.py"}
            or module.startswith("plotly.express")
        )
    ]
    expect_none(faults, "Describe the chart as data; promotion/charts.py draws it:")


def test_office_libraries_are_only_in_exports():
    faults = [
        f"{place(path, node)} {module}"
        for path in product_files()
        for node, module in imports(path)
        if module.split(".")[0] in OFFICE and not room_of(path).startswith("promotion/exports/")
    ]
    expect_none(faults, "Files are made in promotion/exports/:")


def test_numbers_become_text_only_in_numbers():
    faults = []
    # The sample writes ledgers, as an office would: nobody reads its numbers on a page.
    for path in product_files():
        if room_of(path) == "promotion/numbers.py" or room_of(path).startswith("promotion/sample"):
            continue
        faults += [
            f"{place(path, node)} {module}"
            for node, module in imports(path)
            if module.split(".")[0] == "locale" or module.startswith("babel.numbers")
        ]
        faults += [place(path, node) for node in _number_formats(path)]
    expect_none(faults, "Let promotion/numbers.py say how this number reads:")


def _number_formats(path):
    for node, text in texts(path):
        if re.search(r"\{\w*:[^}%]*([,_]|\.\d)[^}]*\}|%[\d.]*[dfeg]\b", text):
            yield node
        for filled_in in ast.walk(node):
            if isinstance(filled_in, ast.FormattedValue) and filled_in.format_spec:
                spec = text_of(filled_in.format_spec)
                if NUMBER_FORMAT.search(spec) and not re.search("%[A-Za-z]", spec):
                    yield filled_in


def test_district_and_industry_names_are_only_in_reference_data():
    districts = _names("districts")
    names = districts | (_names("industries") - {"unclassified"})
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in districts), re.IGNORECASE)
    faults = [
        f"{place(path, node)} {text.strip()[:60]!r}"
        for path in product_files()
        for node, text in texts(path)
        if text.strip().lower() in names or pattern.search(text)
    ]
    faults += [
        f"{room_of(path)} {literal}"
        for path in QUERIES
        for literal in re.findall("'([^']*)'", _without_comments(path))
        if literal.lower() in names
    ]
    expect_none(faults, "Another city is another districts.csv; ask the reference data:")


def _names(table):
    with (ROOT / "data" / "reference" / f"{table}.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    cells = [row[column] for row in rows for column in (*list(row)[:1], "name_en", "name_zh")]
    cells += [alias for row in rows for alias in (row["aliases"] or "").split("|")]
    return {cell.strip().lower() for cell in cells if cell and cell.strip()}


def _without_comments(path):
    return re.sub("--.*", "", path.read_text(encoding="utf-8"))


def test_pages_live_one_folder_down():
    expect_none(
        [room_of(path) for path in (ROOT / "pages").glob("*.py")],
        "Streamlit would show this without its frame; move it to pages/<section>/:",
    )


def test_colours_are_only_in_the_theme():
    colour = re.compile(r"#[0-9a-f]{6}([0-9a-f]{2})?\b|\b(rgba?|hsla?)\(", re.IGNORECASE)
    faults = [
        f"{place(path, node)} {text.strip()[:60]!r}"
        for path in product_files()
        if room_of(path) != "promotion/theme.py"
        for node, text in texts(path)
        if colour.search(text)
    ]
    faults += [
        f"{room_of(path)} {found[0]}"
        for path in (ROOT / "components").rglob("*")
        if path.suffix in {".css", ".js"}
        for found in colour.finditer(path.read_text(encoding="utf-8"))
    ]
    expect_none(faults, "Name the colour in promotion/theme.py and use it from there:")


def test_the_top_level_holds_nothing_else():
    found = {path.name for path in ROOT.iterdir()} - MADE_BY_TOOLS
    expect_none(sorted(found - TOP_LEVEL), "Find a room for these:")
