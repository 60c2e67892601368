"""What the served database refuses, and how the server and the proxy are set."""

import re
import tomllib

import duckdb
import pytest
from streamlit import config

from components.plain_text import JOINER, plain
from tests.ledgers import SMALL
from tests.product_code import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('{contacts}')",
        "select * from read_text('{contacts}')",
        "select * from read_blob('/etc/passwd')",
        "select * from '{contacts}'",
        "select * from glob('/*')",
        "attach '{folder}/other.duckdb'",
        "copy (select 1) to '{folder}/out.csv'",
        "export database '{folder}/out'",
        "install httpfs",
        "load httpfs",
        "set enable_external_access = true",
        "set threads = 2",
        "set lock_configuration = false",
        "reset lock_configuration",
        "pragma enable_profiling",
        "create table written (x integer)",
        "delete from contacts",
    ],
)
def test_the_served_connection_refuses(small, tmp_path, statement):
    words = statement.format(contacts=SMALL / "contacts.csv", folder=tmp_path)
    with pytest.raises(duckdb.Error):
        small._file.cursor().execute(words).fetchall()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**a** _b_ `c`", r"\*\*a\*\* \_b\_ \`c\`"),
        ("[x](javascript:y)", r"\[x\](javascript\:y)"),
        ("$x$ :red[y] :material/z:", r"\$x\$ \:red\[y\] \:material/z\:"),
        ("a\n\n# b", r"a # b"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("http://x", rf"http\:{JOINER}//x"),
        ("a@b.cn www.x.cn", rf"a{JOINER}@b.cn www{JOINER}.x.cn"),
        ("carriers.csv", "carriers.csv"),
        ("慈溪市（区）", "慈溪市（区）"),
    ],
)
def test_markdown_shows_text_as_it_is(text, shown):
    assert plain(text) == shown


def test_the_server_takes_requests_of_its_own_pages_only():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    server = settings["server"]

    assert server["enableCORS"] is True
    assert server["enableXsrfProtection"] is True
    assert server["address"] == "localhost"
    assert settings["client"]["showErrorDetails"] == "none"
    options = config.get_config_options(force_reparse=False)
    assert {f"server.{name}" for name in server} <= options.keys()


@pytest.mark.parametrize(
    "header",
    [
        "Content-Security-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "X-Frame-Options",
        "Permissions-Policy",
    ],
)
def test_the_proxy_sets_the_header_on_every_answer(header):
    (line,) = re.findall(rf"add_header {header} (.*);$", README, re.MULTILINE)

    assert line.endswith(" always")


def test_an_audit_does_not_take_what_is_unknown_for_sound():
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\naudit:")[1].split("\n\n")[0]

    assert "pip-audit --strict" in recipe
    assert "exit 1" in recipe
