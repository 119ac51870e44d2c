import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.unit.trees import write_tree

from moa.placing import SIGNS, refusals, swap
from moa.publish import dated, main

ROOT = Path(__file__).parent.parent.parent
TREE = {"ko/index.md": "# 집 {#home}\n\n어서 온다.\n"}
BROKEN = {"ko/index.md": "# 집 {#home}\n\n[없는 쪽](nowhere.md)\n"}
OTHER = {"ko/index.md": "# 새 집 {#home}\n\n다시 온다.\n"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder outside the project; builds run from the project's root, as `make site` does."""
    monkeypatch.chdir(ROOT)
    return tmp_path


def site(docs: Path, out: Path, **more: str) -> int:
    return main({"DOCS": str(docs), "OUT": str(out), **more})


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_built_beside_its_place_and_nothing_is_left_over(here: Path) -> None:
    docs = write_tree(here / "나의 노트", TREE)
    assert site(docs, here / "a b" / "out") == 0
    assert "어서 온다" in (here / "a b/out/index.html").read_text()
    assert [path.name for path in (here / "a b").iterdir()] == ["out"]
    assert (here / "a b/out").stat().st_mode & 0o555 == 0o555


def test_a_good_site_replaces_the_old_one_whole(here: Path) -> None:
    assert site(write_tree(here / "docs", {**TREE, "ko/old.md": "# 옛 쪽 {#old}\n"}), here / "out") == 0
    assert site(write_tree(here / "other", OTHER), here / "out") == 0
    assert "다시 온다" in (here / "out/index.html").read_text()
    assert not (here / "out/old").exists()


def test_a_tree_that_does_not_build_leaves_the_old_site_untouched(here: Path) -> None:
    site(write_tree(here / "docs", TREE), here / "out")
    before = content(here / "out")
    assert site(write_tree(here / "broken", BROKEN), here / "out") == 1
    assert content(here / "out") == before
    assert sorted(path.name for path in here.iterdir()) == ["broken", "docs", "out"]


def test_warnings_do_not_matter_where_strict_is_0(here: Path) -> None:
    assert site(write_tree(here / "broken", BROKEN), here / "out", STRICT="0") == 0
    assert (here / "out/index.html").is_file()


def test_two_builds_of_one_tree_are_the_same_bytes(here: Path) -> None:
    site(ROOT / "docs", here / "one")
    site(ROOT / "docs", here / "two")
    assert content(here / "one") == content(here / "two")


def test_every_site_bears_the_signs_by_which_it_may_be_replaced(book_site: Path) -> None:
    assert [sign for sign in SIGNS if not (book_site / sign).is_file()] == []


def test_no_folder_but_an_empty_one_or_a_site_is_replaced(here: Path) -> None:
    docs = write_tree(here / "docs", TREE)
    photos = write_tree(here / "photos", {"2025/sea.jpg": "x"})
    checkout = write_tree(here / "pages", {**dict.fromkeys(SIGNS, ""), ".git/HEAD": "x"})
    (here / "empty").mkdir()
    for out in (photos, checkout, photos / "2025/sea.jpg"):
        before = content(here)
        assert site(docs, out) == 2
        assert content(here) == before
    assert refusals(docs, here / "empty") == []


@pytest.mark.parametrize("out", ["docs", "docs/site", "."])
def test_a_site_and_its_tree_may_not_lie_in_one_another(here: Path, out: str) -> None:
    docs = write_tree(here / "docs", TREE)
    assert [problem.fact.split(" and ")[0] for problem in refusals(docs, (here / out).resolve())] == ["the site"]


def test_what_is_no_docs_tree_is_named_with_the_way_out(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert site(here / "nowhere", here / "out") == 2
    said = capsys.readouterr().err
    assert f"{here}/nowhere: this is no docs tree; name a folder that holds ko/ with DOCS=" in said


def test_a_folder_that_cannot_be_written_is_a_problem_and_no_traceback(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "file").write_text("")
    assert site(write_tree(here / "docs", TREE), here / "file/out") == 1
    assert str(here / "file") in capsys.readouterr().err


def test_where_the_new_site_cannot_take_the_place_the_old_one_comes_back(here: Path) -> None:
    write_tree(here / "old", {"index.html": "old"})
    with pytest.raises(FileNotFoundError):
        swap(here / "absent", here / "old", here / "aside")
    assert content(here) == {"old/index.html": b"old"}


def test_where_the_old_site_cannot_move_it_stays(here: Path) -> None:
    write_tree(here, {"old/index.html": "old", "new/index.html": "new", "aside/x": "in the way"})
    with pytest.raises(OSError, match="not empty"):
        swap(here / "new", here / "old", here / "aside")
    assert content(here / "old") == {"index.html": b"old"}


@pytest.mark.parametrize(("stop", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_build_that_is_stopped_leaves_nothing_behind(here: Path, stop: signal.Signals, status: int) -> None:
    docs = write_tree(here / "docs", {**TREE, **{f"ko/{n}.md": f"# 쪽 {n} {{#p}}\n" for n in range(200)}})
    environment = {**os.environ, "DOCS": str(docs), "OUT": str(here / "sites/out")}
    command = [sys.executable, "-m", "moa.publish"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, start_new_session=True) as run:
        until = time.monotonic() + 20
        while not list((here / "sites").glob(".out.*")) and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(run.pid, stop)  # as a terminal does: make, this and mkdocs all hear it
        assert run.wait(20) == status
    assert list((here / "sites").iterdir()) == []


def test_a_build_is_dated_by_the_last_commit_of_its_tree_unless_a_date_is_given(here: Path) -> None:
    git = ["git", "-C", str(here), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    when = {**os.environ, "GIT_COMMITTER_DATE": "1700000000 +0900"}
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run([*git, *command], env=when, check=True)
    assert dated(here, {}) == {"SOURCE_DATE_EPOCH": "1700000000"}
    assert dated(here, {"SOURCE_DATE_EPOCH": "5"}) == {}


def test_a_tree_that_git_does_not_know_is_not_dated(here: Path) -> None:
    assert dated(here, {}) == {}
