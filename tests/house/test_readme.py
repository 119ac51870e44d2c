import re
from pathlib import Path

import pytest

from moa.cli import main

ROOT = Path(__file__).parent.parent.parent
READMES = ["README.md", "README.ko.md"]


def targets() -> set[str]:
    """What the Makefile offers, which is what `make help` lists."""
    return set(re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(), re.M))


def named(readme: str, command: str) -> set[str]:
    return set(re.findall(rf"`{command} (\w+)", (ROOT / readme).read_text()))


@pytest.mark.parametrize("readme", READMES)
def test_the_commands_of_a_readme_are_those_that_exist(readme: str) -> None:
    assert named(readme, "make") | {"help"} == targets()
    assert named(readme, "moa") == set(main.commands)


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_what_a_page_links_to_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^):]+)\)", (ROOT / name).read_text())
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("readme", READMES)
def test_the_data_files_of_a_readme_are_there(readme: str) -> None:
    files = re.findall(r"`(docs/[\w./]+)`", (ROOT / readme).read_text())
    assert len(files) > 4
    assert [file for file in files if not (ROOT / file).exists()] == []
