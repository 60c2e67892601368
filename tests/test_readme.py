"""What the README tells an office's IT: every setting that there is, and none that there is not."""

import re
import tomllib

import pytest
from streamlit import config

from promotion.cli import main
from tests.product_code import ROOT, product_files, texts

README = (ROOT / "README.md").read_text(encoding="utf-8")
ON_A_SERVER = README.split("## On a server\n")[1].split("\n## ")[0]


def test_every_environment_variable_of_the_product_stands_in_the_table_of_settings():
    read = {
        text
        for path in product_files()
        for _node, text in texts(path)
        if re.fullmatch("PROMOTION_[A-Z_]+|BROWSER_PATH", text)
    }
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))

    assert read == table


def test_every_option_of_streamlit_that_is_named_exists():
    options = config.get_config_options(force_reparse=False)
    named = set(re.findall(r"--((?:server|browser)\.\w+)", ON_A_SERVER))
    variables = set(re.findall(r"\bSTREAMLIT_[A-Z_]+", README))

    assert len(named) == 4
    assert named <= options.keys()
    assert variables <= {option.env_var for option in options.values()}


@pytest.mark.parametrize("command", ["briefing", "build", "exhibit", "check", "exhibits", "sample"])
def test_every_option_of_an_example_is_one_of_its_command(capsys, command):
    examples = re.findall(rf"-m promotion {command} (.*(?:\\\n.*)*)", README)
    with pytest.raises(SystemExit):
        main([command, "--help"])
    offered = capsys.readouterr().out

    named = set(re.findall(r"(?<!\S)--?[a-z]+", " ".join(examples)))
    assert examples
    assert {option for option in named if option not in offered} == set()


def test_body_size_and_ports_of_the_proxy_are_those_of_the_dashboard():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    megabytes = settings["server"]["maxUploadSize"] + 10  # what wraps the file
    assert f"client_max_body_size {megabytes}m;" in ON_A_SERVER
    proxied = set(re.findall(r"server 127\.0\.0\.1:(\d+);", ON_A_SERVER))
    assert proxied == set(re.findall(r"promotion@(\d+)", ON_A_SERVER))
