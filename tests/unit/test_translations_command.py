import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.cases import case_files, read_case
from tests.unit.trees import write_tree

from moa.cli import main

KOREAN = "# 파드 {#pods}\n\n글.\n\n## 수명 {#life}\n\n짧다.\n\n## 이름 {#name}\n\n다르다.\n"
ENGLISH = "# Pods {#pods  .wide data-of=00000000 } ##\r\n\r\nText.\r\n\r\nLifetime {#life}\r\n---\r\n\r\nShort.\r\n"
TREE = {
    "ko/index.md": "# 홈 {#home}\n",
    "ko/notes/a/pods.md": KOREAN,
    "en/notes/a/pods.md": ENGLISH,
    "ko/notes/b/pods.md": "# 파드 {#pods}\n",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_tree(tmp_path / "docs", TREE)


def moa(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["translations", *arguments])


def english(tree: Path) -> str:
    return (tree / "en/notes/a/pods.md").read_bytes().decode()


@pytest.mark.parametrize("path", case_files("translations"), ids=lambda path: path.stem)
def test_the_table_is_as_its_case_shows(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = read_case(path)
    monkeypatch.chdir(tmp_path)
    write_tree(tmp_path / "docs", case.files)
    assert moa().stdout == case.expected


def test_json_has_totals_and_pages_with_their_sections(tree: Path) -> None:
    data = json.loads(moa("--json").stdout)
    assert data["totals"] == {"current": 0, "behind": 1, "missing": 4, "orphan": 0}
    assert [page["path"] for page in data["pages"]] == ["index", "notes/a/pods", "notes/b/pods"]
    assert data["pages"][1]["sections"][0] == {"address": "notes/a/pods#pods", "status": "behind"}


def test_accepting_changes_data_of_and_nothing_else(tree: Path) -> None:
    result = moa("accept", "notes/a/pods#pods")
    assert (result.exit_code, result.stdout) == (0, "accepted in docs/en/notes/a/pods.md\n")
    changed = english(tree)
    status = json.loads(moa("--json").stdout)["pages"][1]["sections"][0]["status"]
    mark = changed.partition('data-of="')[2][:8]
    assert status == "current"
    assert changed == ENGLISH.replace("data-of=00000000", f'data-of="{mark}"')


def test_accepting_adds_data_of_where_there_is_none(tree: Path) -> None:
    assert moa("accept", "pods#life").exit_code == 0
    assert 'Lifetime {#life data-of="' in english(tree)
    assert len(english(tree)) == len(ENGLISH) + len(' data-of="00000000"')


def test_accepting_a_page_accepts_every_section_that_is_written(tree: Path) -> None:
    assert moa("accept", "notes/a/pods").exit_code == 0
    assert json.loads(moa("--json").stdout)["totals"]["current"] == 2
    assert moa("accept", "notes/a/pods").stdout == "current already, nothing to change\n"


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("notes/a/pods#lief", "did you mean 'notes/a/pods#life'?"),
        ("notes/a/pod", "did you mean 'notes/a/pods'?"),
        ("pods#pods", "choose one of notes/a/pods#pods, notes/b/pods#pods"),
        ("pods#name", "this section has no English yet"),
        ("index#home", "this page has no English yet"),
    ],
)
def test_an_address_in_doubt_is_a_problem_and_nothing_is_written(tree: Path, address: str, says: str) -> None:
    result = moa("accept", "notes/a/pods#life", address)
    assert result.exit_code == 1
    assert says in result.stderr
    assert "Traceback" not in result.output
    assert english(tree) == ENGLISH


def test_accepting_nothing_is_wrong_usage(tree: Path) -> None:
    assert moa("accept").exit_code == 2
    assert moa("--docs", "nowhere").exit_code == 2


def test_accept_takes_the_docs_folder_before_or_after_its_name(tree: Path) -> None:
    tree.rename(tree.parent / "book")
    assert moa("accept", "notes/a/pods", "--docs", "book").exit_code == 0
    assert moa("--docs", "book", "accept", "notes/a/pods").exit_code == 0
