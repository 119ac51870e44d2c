"""`moa check` on sections that surely look alike: the tree is that of `tests/cases/check/undecided.txt`."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.cases import CASES, read_case
from tests.unit.trees import write_tree

from moa.cli import main

CASE = read_case(CASES / "check" / "undecided.txt")
LIGHT = "docs/ko/notes/harbour/signs.md:3:1: 'light' looks like"
APART = "- distinct: [notes/harbour/signs#light, notes/island/tower#light]\n  why: 다르다\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_tree(tmp_path / "docs", CASE.files)
    return tmp_path


def moa(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def look_alikes(result: Result) -> list[str]:
    return [line for line in result.stdout.splitlines() if "looks like" in line]


def test_a_sure_pair_is_a_notice_and_no_error(here: Path) -> None:
    result = moa("check")
    [line] = look_alikes(result)
    assert line.startswith(LIGHT)
    assert line.endswith("(notice)")
    assert result.exit_code == 0


def test_where_the_book_must_be_complete_it_is_an_error(here: Path) -> None:
    result = moa("check", "--complete")
    [line] = look_alikes(result)
    assert not line.endswith("(notice)")
    assert result.exit_code == 1


def test_once_decided_it_is_gone(here: Path) -> None:
    (here / "docs" / "overlaps.yml").write_text(CASE.files["overlaps.yml"] + APART)
    assert moa("overlaps", "accept", "notes/harbour/signs#light").exit_code == 0
    assert look_alikes(moa("check")) == []


def test_what_is_proposed_and_not_sure_is_no_notice(here: Path) -> None:
    assert "notes/island/tower#knots" in moa("overlaps").stdout
    assert not any("knots" in line for line in look_alikes(moa("check")))


def test_a_pair_that_only_a_glossary_makes_sure(here: Path) -> None:
    (here / "docs" / "ko" / "notes" / "island" / "tower.md").write_text(
        '# 섬의 탑 {#tower data-raw="1"}\n\n## 무적 {#horn data-raw="2"}\n\n무적은 안개 낀 날에 소리로 자리를 알린다.\n'
    )
    (here / "docs" / "overlaps.yml").unlink()
    assert look_alikes(moa("check")) == []
    (here / "docs" / "glossary.yml").write_text("- {id: fog-horn, ko: 안개 나팔, en: fog horn, also: {ko: [무적]}}\n")
    [line] = look_alikes(moa("check"))
    assert "'horn' looks like" in line


def test_without_the_packages_nothing_is_said_and_all_else_is_checked(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = [line for line in moa("check").stdout.splitlines() if "looks like" not in line]
    monkeypatch.setattr("moa.checks.undecided.is_at_hand", lambda: False)
    assert moa("check").stdout.splitlines() == wanted != []
