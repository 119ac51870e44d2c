"""`moa overlaps` by itself, on the tree and with the output of `tests/cases/overlaps/proposed.txt`."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.cases import read_case
from tests.unit.detecting import OVERLAPS
from tests.unit.trees import write_tree

from moa.cli import main
from moa.data import plain, read_data

CASE = read_case(OVERLAPS / "proposed.txt")
DECISIONS = CASE.files["overlaps.yml"]
DRAFTS = """
# proposed 1.00
# in the group 'light', and then: moa overlaps accept light
#   same: [notes/captain/log#light]
# or
# - distinct: [notes/captain/log#light, notes/harbour/signs#light]
#   why:

# proposed 1.00
# - id: horn
#   keep: notes/harbour/signs#horn
#   same: [notes/island/tower#horn]
# or
# - distinct: [notes/harbour/signs#horn, notes/island/tower#horn]
#   why:
"""
CACHE = Path("docs", ".moa", "overlaps.npz")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_tree(tmp_path / "docs", CASE.files)
    return tmp_path


def moa(*arguments: str) -> Result:
    return CliRunner().invoke(main, ("overlaps", *arguments))


def decisions(here: Path) -> str:
    return (here / "docs" / "overlaps.yml").read_text(encoding="utf-8")


def rewrite(here: Path, name: str, change: Callable[[str], str]) -> None:
    path = here / "docs" / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def numbered(output: str) -> list[str]:
    """The first lines of what is proposed."""
    return [line for line in output.split("\n") if re.match(r"\d+\. ", line)]


def test_proposals_show_their_claims_side_by_side_and_which_section_says_more(here: Path) -> None:
    result = moa()
    assert (result.stdout, result.stderr, result.exit_code) == (CASE.expected, "", 0)
    assert decisions(here) == DECISIONS


def test_a_second_run_says_the_same_from_what_the_first_remembered(here: Path) -> None:
    moa()
    assert (here / CACHE).is_file()
    assert moa().stdout == CASE.expected
    assert moa("--fresh").stdout == CASE.expected


@pytest.mark.parametrize("content", [b"", b"damaged"])
def test_what_cannot_be_read_of_the_last_run_does_no_harm(here: Path, content: bytes) -> None:
    (here / CACHE).parent.mkdir()
    (here / CACHE).write_bytes(content)
    assert moa().stdout == CASE.expected
    assert len((here / CACHE).read_bytes()) > len(content)


def test_where_nothing_can_be_remembered_it_is_proposed_all_the_same(here: Path) -> None:
    (here / CACHE).parent.write_text("a file in the folder's place")
    result = moa()
    assert (result.stdout, result.exit_code) == (CASE.expected, 0)


def test_an_edit_is_seen_by_the_next_run(here: Path) -> None:
    moa()
    rewrite(here, "ko/notes/captain/log.md", lambda text: re.sub("등대(?!는)|등대는.*탑이다", "저녁밥", text))
    assert "notes/captain/log#light" not in moa().stdout


def test_so_many_are_shown_as_are_asked_for(here: Path) -> None:
    one = moa("--most", "1").stdout
    assert len(numbered(one)) == 1
    assert one.endswith("and 1 more: --most 0 shows all\n2 proposals; 10 sections of notes\n")
    assert moa("--most", "0").stdout == moa("--most", "2").stdout == CASE.expected


def test_a_likeness_may_be_asked_for(here: Path) -> None:
    assert moa("--from", "1").stdout == "0 proposals; 10 sections of notes\n"
    assert len(numbered(moa("--from", "0").stdout)) >= 2


def test_a_note_may_be_asked_for(here: Path) -> None:
    assert numbered(moa("--note", "captain").stdout) == ["1. 1.00  does this belong to the group 'light'?"]
    assert numbered(moa("--note", "captain", "--note", "island").stdout) == numbered(CASE.expected)


def test_a_note_that_is_not_there_is_a_problem(here: Path) -> None:
    result = moa("--note", "iland", "--write")
    assert (result.exit_code, result.stderr) == (1, "iland: there is no such note; did you mean 'island'?\n")
    assert decisions(here) == DECISIONS


@pytest.mark.parametrize("arguments", [("--from", "2"), ("--from", "x"), ("--most", "-1"), ("--docs", "nowhere")])
def test_wrong_usage_exits_with_2(here: Path, arguments: tuple[str, str]) -> None:
    assert moa(*arguments).exit_code == 2


def test_writing_appends_the_proposals_as_comments(here: Path) -> None:
    result = moa("--write")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{CASE.expected}they stand as comments at the end of docs/overlaps.yml\n"
    assert decisions(here) == DECISIONS + DRAFTS


def test_writing_twice_changes_nothing(here: Path) -> None:
    moa("--write")
    before = (here / "docs" / "overlaps.yml").stat()
    assert moa("--write").exit_code == 0
    assert (here / "docs" / "overlaps.yml").stat() == before


def test_writing_makes_the_file_where_there_is_none(here: Path) -> None:
    (here / "docs" / "overlaps.yml").unlink()
    moa("--write")
    assert decisions(here).startswith("# proposed 1.00\n# - id: ")
    assert plain(read_data("overlaps.yml", decisions(here))[0]) is None


def test_what_a_person_takes_over_is_not_proposed_again(here: Path) -> None:
    moa("--write")
    rewrite(
        here, "overlaps.yml", lambda text: re.sub(r"^# (- id|  keep|  same: \[notes/island)", r"\1", text, flags=re.M)
    )
    assert moa("accept", "horn").exit_code == 0
    assert numbered(moa("--write").stdout) == ["1. 1.00  does this belong to the group 'light'?"]
    assert "- id: horn\n  keep: notes/harbour/signs#horn\n  same: [notes/island/tower#horn]\n" in decisions(here)


def test_once_all_is_decided_nothing_is_proposed(here: Path) -> None:
    apart = "- {distinct: [notes/captain/log#light, notes/harbour/signs#light, notes/island/tower#light], why: x}\n"
    horns = "- {distinct: [notes/harbour/signs#horn, notes/island/tower#horn], why: x}\n"
    rewrite(here, "overlaps.yml", lambda text: text + apart + horns)
    assert moa("--write").stdout.startswith("0 proposals; 10 sections of notes\n")
    assert decisions(here) == DECISIONS + apart + horns


def test_where_nothing_is_proposed_nothing_is_said_to_be_written(here: Path) -> None:
    (here / "docs" / "overlaps.yml").unlink()
    assert moa("--write", "--from", "1").stdout == "0 proposals; 10 sections of notes\n"
    assert not (here / "docs" / "overlaps.yml").exists()


@pytest.mark.parametrize("name", ["overlaps.yml", "glossary.yml"])
def test_nothing_is_written_where_a_data_file_is_faulty(here: Path, name: str) -> None:
    rewrite(here, name, lambda text: f"{text}- {{id: [\n")
    before = decisions(here)
    result = moa("--write")
    assert result.exit_code == 1
    assert f"docs/{name}:" in result.stderr
    assert decisions(here) == before


def test_without_its_packages_it_says_how_to_get_them(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moa.commands.detecting.is_at_hand", lambda: False)
    result = moa()
    assert (result.exit_code, result.stdout) == (1, "")
    assert "numpy" in result.stderr
    assert "pip install -r requirements-overlaps.txt" in result.stderr


def test_decisions_are_shown_and_accepted_without_them(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moa.commands.detecting.is_at_hand", lambda: False)
    assert moa("show", "light").exit_code == 0
    assert moa("accept", "light").exit_code == 0


def test_the_tree_of_a_subcommand_may_be_named_before_it(here: Path) -> None:
    (here / "docs").rename(here / "book")
    write_tree(here / "docs", {"ko/index.md": "# 홈 {#home}\n"})
    result = moa("--docs", "book", "show", "light")
    assert result.exit_code == 2 or "book/ko/notes/harbour/signs.md" in result.stdout


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_is_a_problem(here: Path) -> None:
    (here / "docs").chmod(0o555)
    result = moa("--write")
    (here / "docs").chmod(0o755)
    assert result.exit_code == 1
    assert "docs/overlaps.yml: cannot be written" in result.stderr
