"""The product's own Python as trees, for the tests that hold the rules of the house."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("dashboard.py", "components", "pages", "promotion")
MARKERS = {"_", "N_", "ngettext"}  # what marks words for the catalogue


def product_files(*rooms: str) -> list[Path]:
    """The Python files in these rooms, or in all."""
    found = []
    for room in rooms or ROOMS:
        found += [ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py")
    return sorted(path for path in found if path.exists())


@cache
def tree_of(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def room_of(path: Path) -> str:
    """The file's path as the rules name it: promotion/charts.py."""
    return path.relative_to(ROOT).as_posix()


def place(path: Path, node: ast.AST) -> str:
    """Where in the repository a node stands: promotion/charts.py:12."""
    return f"{room_of(path)}:{node.lineno}"


def calls(path: Path) -> list[ast.Call]:
    """Every call in the file."""
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]


def called_name(call: ast.Call) -> str:
    """The last word of what is called: `execute` of `connection.execute(…)`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def imports(path: Path) -> list[tuple[ast.AST, str]]:
    """Every imported module of the file, with the names imported from it: plotly.express."""
    found = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += [(node, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found += [(node, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def texts(path: Path) -> list[tuple[ast.AST, str]]:
    """Every string in the file but docstrings; what an f-string fills in reads {}."""
    left_out = _docstrings(tree_of(path))
    found = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.JoinedStr):
            left_out.update(map(id, node.values))
            found.append((node, text_of(node)))
        elif id(node) not in left_out and isinstance(text_of(node), str):
            found.append((node, node.value))
    return found


def text_of(node: ast.AST | None) -> str | None:
    """The string a node stands for, an f-string's blanks as {}; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return None


def is_built(node: ast.AST) -> bool:
    """Whether the node puts a text together: f-string, +, % or .format()."""
    if isinstance(node, ast.JoinedStr | ast.BinOp):
        return True
    return isinstance(node, ast.Call) and called_name(node) in {"format", "join", "replace"}


def expect_none(faults: list[str], remedy: str) -> None:
    """Nothing where there are no faults; else fails and says what to do about which."""
    assert not faults, "\n".join([remedy, *faults])


def _docstrings(tree: ast.Module) -> set[int]:
    owners = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
