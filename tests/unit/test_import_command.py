"""`moa import` as a person runs it: what is written, what is refused, and that nothing is half-written."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moa.cli import main
from moa.importing.entry import read_entries

NOTE = """---
title: "[요리] 김치찌개 끓이기"
date: 2021-03-04
tags: [요리, 찌개]
layout: post
---

# 김치찌개 끓이기

묵은 김치를 쓰면 깊은 맛이 난다.

## 재료

- 묵은 김치 반 포기
- 돼지고기 200g
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stew.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


def moa_import(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["import", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_note_becomes_pages_an_entry_a_home_page_and_a_ledger(place: Path) -> None:
    assert moa_import("stew.md", "--into", "book", "--id", "stew", "--ledger", "ledger.json").exit_code == 0
    assert set(files_of(place / "book")) == {"notes.yml", "ko/index.md", "ko/notes/stew/gimchijjigae-kkeurigi.md"}
    entry = read_entries((place / "book/notes.yml").read_text(encoding="utf-8"), "notes.yml")[0]
    assert entry["date"] == "2021-03-04"
    assert entry["tags"] == ["요리", "찌개"]
    assert entry["metadata"] == {"layout": "post"}
    assert entry["raw"]["lines"] == "1-6,8,10,12,14-15"
    ledger = json.loads((place / "ledger.json").read_text(encoding="utf-8"))
    assert list(ledger) == ["raw", "sha256", "encoding", "characters", "spans"]
    assert {span["class"] for span in ledger["spans"]} == {"metadata", "heading", "text"}
    assert ledger["spans"][-1]["to"] == "notes/stew/gimchijjigae-kkeurigi#jaeryo"


def test_importing_again_writes_nothing(place: Path) -> None:
    moa_import("stew.md", "--into", "book")
    before = files_of(place)
    result = moa_import("stew.md", "--into", "book")
    assert result.exit_code == 0
    assert "Nothing to do" in result.output
    assert files_of(place) == before


def test_check_says_what_would_be_done_and_writes_nothing(place: Path) -> None:
    before = files_of(place)
    result = moa_import("stew.md", "--into", "book", "--check")
    assert result.exit_code == 0
    assert "would write book/notes.yml" in result.output
    assert files_of(place) == before


def test_a_page_that_a_person_edited_stops_the_import_before_anything_is_written(place: Path) -> None:
    moa_import("stew.md", "--into", "book", "--id", "stew")
    page = place / "book/ko/notes/stew/gimchijjigae-kkeurigi.md"
    page.write_text(page.read_text(encoding="utf-8").replace("깊은", "진한"), encoding="utf-8")
    (place / "stew.md").write_text(NOTE + "- 두부 한 모\n", encoding="utf-8")
    before = files_of(place)
    result = moa_import("stew.md", "--into", "book", "--id", "stew")
    assert result.exit_code == 1
    assert "book/ko/notes/stew/gimchijjigae-kkeurigi.md: this page was edited" in result.output
    assert files_of(place) == before
    assert moa_import("stew.md", "--into", "book", "--id", "stew", "--force").exit_code == 0
    assert "두부" in page.read_text(encoding="utf-8")


def test_a_page_that_the_new_note_no_longer_has_is_deleted(place: Path) -> None:
    long = "".join(
        f"## 단계 {word}\n\n" + "물을 붓고 중불에서 오래 끓인다. " * 200 + "\n\n" for word in ("apple", "bread")
    )
    (place / "stew.md").write_text(f"# Stew 만들기\n\n처음부터 끝까지 적어 둔다.\n\n{long}", encoding="utf-8")
    moa_import("stew.md", "--into", "book", "--id", "stew")
    pages = {path.name for path in (place / "book/ko/notes/stew").iterdir()}
    assert len(pages) == 3
    (place / "stew.md").write_text("# Stew 만들기\n\n처음부터 끝까지 짧게 적어 둔다.\n", encoding="utf-8")
    assert moa_import("stew.md", "--into", "book", "--id", "stew").exit_code == 0
    assert [path.name for path in (place / "book/ko/notes/stew").iterdir()] == ["stew.md"]


def test_what_a_person_wrote_in_notes_yml_stays(place: Path) -> None:
    moa_import("stew.md", "--into", "book", "--id", "stew")
    notes = place / "book/notes.yml"
    text = "# 노트 목록\n" + notes.read_text(encoding="utf-8").replace("author:", "author: 김모아  # 물어보았다", 1)
    notes.write_text(text.replace("short: {ko: 김치찌개 끓이기}", "short: {ko: 찌개, en: Stew}"), encoding="utf-8")
    (place / "stew.md").write_text(NOTE + "- 두부 한 모\n", encoding="utf-8")
    assert moa_import("stew.md", "--into", "book", "--id", "stew").exit_code == 0
    after = notes.read_text(encoding="utf-8")
    assert after.startswith("# 노트 목록\n- id: stew\n  short: {ko: 찌개, en: Stew}\n")
    assert re.search(r"author: 김모아 +# 물어보았다\n", after)
    assert 'lines: "1-6,8,10,12,14-16"' in after


def test_a_home_page_of_ones_own_is_left_alone(place: Path) -> None:
    moa_import("stew.md", "--into", "book", "--id", "stew")
    home = place / "book/ko/index.md"
    assert "[김치찌개 끓이기](notes/stew/gimchijjigae-kkeurigi.md)" in home.read_text(encoding="utf-8")
    home.write_text("# 우리 집 {#home}\n", encoding="utf-8")
    (place / "rice.md").write_text("# 밥 짓기\n\n쌀을 씻어 불린다.\n", encoding="utf-8")
    moa_import("rice.md", "--into", "book")
    assert home.read_text(encoding="utf-8") == "# 우리 집 {#home}\n"


def test_another_state_of_a_note_under_an_id_of_its_own_is_asked_about(place: Path) -> None:
    moa_import("stew.md", "--into", "book", "--id", "stew")
    (place / "stew.md").write_text("# 밥 짓기\n\n쌀을 씻어 불린다.\n", encoding="utf-8")
    result = moa_import("stew.md", "--into", "book")
    assert result.exit_code == 1
    assert "stew.md was imported before, with other words, as the note stew; write --id stew if" in result.output


def test_several_notes_get_ids_of_their_own_and_ledgers_in_a_folder(place: Path) -> None:
    (place / "other").mkdir()
    (place / "other/stew.md").write_text(NOTE.replace("묵은", "새"), encoding="utf-8")
    result = moa_import("stew.md", "other/stew.md", "--into", "book", "--ledger", "ledgers")
    assert result.exit_code == 0
    assert {path.name for path in (place / "ledgers").iterdir()} == {
        "gimchijjigae-kkeurigi.json",
        "gimchijjigae-kkeurigi-2.json",
    }
    assert moa_import("stew.md", "other/stew.md", "--into", "book", "--ledger", "ledgers").output.count("Nothing") == 1


def test_usage_errors_are_told_apart_from_problems(place: Path) -> None:
    (place / "two.md").write_text("# 둘\n\n글이다.\n", encoding="utf-8")
    assert moa_import("stew.md", "two.md", "--id", "one").exit_code == 2
    assert moa_import("stew.md", "--id", "한글").exit_code == 2
    assert moa_import().exit_code == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x00\x01\x02binary", "this is not a text file"),
        (b" \n\t\n", "bad.md: there is nothing in this file; leave it out"),
        ("첫 줄은 멀쩡한 한국어 문장이다.\n둘째 줄은 ".encode() + b"\xff\xfe\xfd", ":2: not UTF-8"),
        (b"# Pods\n\nA pod is the smallest unit that the scheduler places on a node of the cluster.\n", "in English"),
    ],
)
def test_what_cannot_be_imported_is_a_problem_with_its_place(place: Path, data: bytes, words: str) -> None:
    (place / "bad.md").write_bytes(data)
    before = files_of(place)
    result = moa_import("stew.md", "bad.md", "missing.md", "--into", "book")
    assert result.exit_code == 1
    assert words in result.output
    assert "missing.md: cannot be read: No such file or directory" in result.output
    assert "Nothing was written." in result.output
    assert files_of(place) == before


def test_a_broken_notes_yml_is_named_with_its_line_and_left_alone(place: Path) -> None:
    (place / "book").mkdir()
    (place / "book/notes.yml").write_text("- id: a\n  short: {ko: 가\n", encoding="utf-8")
    result = moa_import("stew.md", "--into", "book")
    assert result.exit_code == 1
    assert re.search(r"book/notes\.yml:\d+:\d+: ", result.output)
    assert set(files_of(place / "book")) == {"notes.yml"}


def test_an_id_of_another_note_is_refused(place: Path) -> None:
    moa_import("stew.md", "--into", "book", "--id", "stew")
    (place / "rice.md").write_text("# 밥 짓기\n\n쌀을 씻어 불린다.\n", encoding="utf-8")
    result = moa_import("rice.md", "--into", "book", "--id", "stew")
    assert result.exit_code == 1
    assert "the id stew belongs to the note from stew.md" in result.output


def test_the_glossary_of_the_tree_gives_ids(place: Path) -> None:
    (place / "book").mkdir()
    (place / "book/glossary.yml").write_text(
        "- {id: kimchi-stew, ko: 김치찌개, en: Kimchi stew}\n- {id: ingredients, ko: 재료, en: Ingredients}\n",
        encoding="utf-8",
    )
    moa_import("stew.md", "--into", "book", "--id", "stew")
    page = (place / "book/ko/notes/stew/kimchi-stew-kkeurigi.md").read_text(encoding="utf-8")
    assert "## 재료 {#ingredients " in page


@pytest.mark.parametrize(
    "title",
    [":nth-child(A) 고르기", "{가}, [나]", "2019", "가: 나 # 다", "- 가", "\"가\" '나'", "true", "@가", "12e45678"],
)
def test_any_title_can_be_read_back_from_notes_yml(place: Path, title: str) -> None:
    (place / "odd.md").write_text(f"# {title}\n\n글이다.\n", encoding="utf-8")
    assert moa_import("odd.md", "--into", "book", "--id", "odd").exit_code == 0
    entry = read_entries((place / "book/notes.yml").read_text(encoding="utf-8"), "notes.yml")[0]
    assert entry["title"] == {"ko": title}
