import json
import os
import subprocess
import sysconfig
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.cases import CASES, read_case
from tests.unit.trees import write_tree

from moa.cli import main

MANY = read_case(CASES / "check" / "many.txt")
CLEAN = read_case(CASES / "check" / "clean.txt")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def moa(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_all_faults_of_a_tree_are_listed_in_one_run_with_paths_from_here(here: Path) -> None:
    write_tree(here / "docs", MANY.files)
    result = moa("check")
    wanted = [f"docs/{line}" for line in MANY.expected.splitlines()]
    assert [line for line in result.stdout.splitlines() if not line.endswith("(notice)")] == wanted
    assert result.exit_code == 1


def test_the_tree_of_many_faults_has_more_than_twenty_kinds_each_with_a_way_out() -> None:
    lines = MANY.expected.splitlines()
    assert len(lines) > 30
    assert all("; " in line for line in lines)


def test_a_clean_tree_prints_nothing_and_exits_with_0(here: Path) -> None:
    write_tree(here / "docs", CLEAN.files)
    result = moa("check")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert result.stderr == "4 pages: 0 errors, 0 notices\n"


def test_notices_alone_exit_with_0_and_with_complete_with_1(here: Path) -> None:
    write_tree(here / "docs", {"ko/index.md": "# 홈 {#home}\n"})
    assert moa("check").exit_code == 0
    assert moa("check", "--complete").exit_code == 1


def test_json_is_an_array_of_problems(here: Path) -> None:
    write_tree(here / "book", {"ko/index.md": "# 홈\n"})
    [missing, untranslated] = json.loads(moa("check", "--docs", "book", "--format", "json").stdout)[::-1]
    assert (missing["path"], missing["line"], missing["severity"]) == ("book/ko/index.md", 1, "error")
    assert untranslated["severity"] == "notice"


def test_github_gets_annotations(here: Path) -> None:
    write_tree(here / "docs", {"ko/index.md": "# 홈\n"})
    assert "::error file=docs/ko/index.md,line=1,col=1::the heading" in moa("check", "--format", "github").stdout


@pytest.mark.parametrize(
    "arguments",
    [("--docs", "nowhere"), ("--docs", "no-tree"), ("--raw", "nowhere"), ("--format", "xml"), ("--whatever",)],
)
def test_wrong_usage_exits_with_2_and_says_what_is_wrong(here: Path, arguments: tuple[str, ...]) -> None:
    write_tree(here / "docs", CLEAN.files)
    write_tree(here / "no-tree", {"readme.txt": ""})
    result = moa("check", *arguments)
    assert result.exit_code == 2
    assert arguments[-1] in result.stderr


def test_raw_files_are_compared_where_they_are_given(here: Path) -> None:
    write_tree(here / "docs", CLEAN.files)
    write_tree(here / "raw", {"a.txt": "제목\n\n하나\n둘\n\n끝\n"})
    assert "a.txt is not the file that was read" in moa("check", "--raw", "raw").stdout


def test_files_that_cannot_be_read_are_problems(here: Path) -> None:
    docs = write_tree(here / "docs", {"ko/index.md": "# 홈 {#home}\n"})
    (here / "secret.md").write_text("# 비밀 {#secret}\n")
    (docs / "ko" / "latin.md").write_bytes(b"# A {#a}\n\nna\xefve\n")
    (docs / "ko" / "out.md").symlink_to(here / "secret.md")
    (docs / "ko" / "gone.md").symlink_to(here / "nothing.md")
    (docs / "ko" / "round").symlink_to(docs / "ko")
    os.mkfifo(docs / "ko" / "pipe.md")
    result = moa("check")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if "notice" not in line] == [
        "docs/ko/gone.md: this link leads nowhere; put the file itself here",
        "docs/ko/latin.md:3: this is not UTF-8; save the file as UTF-8",
        "docs/ko/out.md: this link leads out of the docs folder; put the file itself here",
        "docs/ko/pipe.md: this is not a regular file; remove it",
        "docs/ko/round: this is a link to a folder; put the files themselves here",
    ]


def test_the_installed_command_does_the_same(here: Path) -> None:
    write_tree(here / "docs", MANY.files)
    command = Path(sysconfig.get_path("scripts")) / "moa"
    run = subprocess.run([command, "check"], capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stdout) == (1, moa("check").stdout)
    assert subprocess.run([command, "--help"], capture_output=True, check=False).returncode == 0
