"""Nothing that is done to a ledger or a link makes the dashboard raise or lose a row."""

from tests.mangled.__main__ import main
from tests.mangled.mangling import WAYS


def test_a_few_mangled_ledgers_and_links_end_without_a_fault(capsys):
    assert main(["--files", "30", "--links", "10", "--seed", "2020"]) == 0
    printed = capsys.readouterr().out

    assert "Files: 30 mangled by seed 2020" in printed
    assert "Links: 10 mangled by seed 2020" in printed
    assert any(way in printed for way in WAYS)
