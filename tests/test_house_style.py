"""What every module and every query owes its next reader."""

import ast
import re

from tests.product_code import (
    ROOT,
    called_name,
    calls,
    expect_none,
    place,
    product_files,
    room_of,
    text_of,
    texts,
    tree_of,
)

LONGEST_MODULE = 250
LONGEST_FUNCTION = 60
LONGEST_PAGE = 60
QUERIES = sorted((ROOT / "queries").rglob("*.sql"))
RUN_BY_FOLDER = {"marts", "staging", "checks"}
PERIOD = {"from", "to", "compare_from", "compare_to"}  # explained by the word period
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def _name(query):
    return query.relative_to(ROOT / "queries").with_suffix("").as_posix()


def _header(query):
    lines = query.read_text(encoding="utf-8").splitlines()
    ends = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    return "\n".join(lines[:ends])


def _statement(query):
    return re.sub("--.*", "", query.read_text(encoding="utf-8"))


def test_every_query_opens_with_what_it_answers():
    faults = [room_of(query) for query in QUERIES if not re.match("-- \\w", _header(query))]
    expect_none(faults, "Open with `-- ` and the question, its grain and its parameters:")


def test_every_query_explains_its_parameters():
    faults = [
        f"{room_of(query)} ${name}"
        for query in QUERIES
        for name in sorted(set(re.findall(r"\$([a-z]\w*)", _statement(query))))
        if not re.search(rf"\${name}\b", _header(query))
        and not (name in PERIOD and "period" in _header(query))
    ]
    expect_none(faults, "Say at the top what the parameter means:")


def test_every_query_is_run_by_someone():
    named = {text for path in product_files() for _node, text in texts(path)}
    faults = []
    for query in QUERIES:
        others = [_statement(other) for other in QUERIES if other != query]
        in_sql = any(re.search(rf"\b{query.stem}\b", other) for other in others)
        by_folder = query.parent.name in RUN_BY_FOLDER
        if not (by_folder or in_sql or {_name(query), query.stem} & named):
            faults.append(room_of(query))
    expect_none(faults, "Nobody runs this; remove it:")


def test_every_query_that_is_run_exists():
    names = {_name(query) for query in QUERIES}
    faults = [
        f"{place(path, call)} {name!r}"
        for path in product_files()
        for call in calls(path)
        if called_name(call) in {"run", "query_text"} and call.args
        for name in [text_of(call.args[0])]
        if name and "{}" not in name and name not in names
    ]
    expect_none(faults, "queries/ has no file of this name:")


def test_every_module_says_what_it_holds():
    faults = [
        room_of(path)
        for path in product_files("dashboard.py", "components", "promotion")
        if not ast.get_docstring(tree_of(path)) and tree_of(path).body
    ]
    expect_none(faults, "Open the module with a sentence:")


def test_every_public_function_says_what_comes_back():
    faults = [
        f"{place(path, node)} {node.name}"
        for path in product_files("components", "promotion")
        for node in _public(tree_of(path))
        if not ast.get_docstring(node)
    ]
    expect_none(faults, "Write a docstring whose first line says what comes back:")


def _public(owner):
    for node in owner.body:
        if isinstance(node, FUNCTIONS | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def test_nothing_catches_every_fault():
    faults = [
        place(path, node)
        for path in product_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(node.type)))
    ]
    expect_none(faults, "Name the fault that is meant:")


def test_modules_and_functions_are_short():
    faults = []
    for path in product_files():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        limit = LONGEST_PAGE if room_of(path).startswith("pages/") else LONGEST_MODULE
        if lines > limit:
            faults.append(f"{room_of(path)}: {lines} lines, more than {limit}")
        faults += [
            f"{place(path, node)} {node.name}: {length} lines, more than {LONGEST_FUNCTION}"
            for node in ast.walk(tree_of(path))
            if isinstance(node, FUNCTIONS)
            and (length := node.end_lineno - node.lineno + 1) > LONGEST_FUNCTION
        ]
    expect_none(faults, "Is it two things?")


def test_nothing_is_left_for_later():
    faults = [
        f"{room_of(path)}:{number}"
        for path in [*product_files(), *QUERIES]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line)
    ]
    expect_none(faults, "Do it now, or leave it out:")


def test_no_path_of_one_machine_is_in_the_code():
    faults = [
        f"{place(path, node)} {text!r}"
        for path in product_files()
        for node, text in texts(path)
        if re.match(r"/(home|root|tmp|work|usr|var|mnt|Users)/", text)
    ]
    expect_none(faults, "It would not work on another machine:")
