"""`moa overlaps score`: scores for the pairs of any units, or all that is wrong with them and nothing written."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from benchmarks.overlaps.judged import by_ids, pair_of
from click.testing import CliRunner, Result
from tests.unit.detecting import BREAD, OVERLAPS, bread, bread_units

from moa.cli import main
from moa.detecting.detector import score

MILLION = 1_000_000
OLD = "what another run wrote\n"
FAULTS = [
    "3: text must be there, as text",
    "4: text must be there, as text",
    "5: there is a unit 'a#1' already",
    "6: this line is no JSON object",
    "7: this line is not JSON",
    "8: this line is not JSON",
    "9: id must be there, as text",
    "10: note and heading must be there, as text",
    "11: text_en must be text",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scores.jsonl").write_text(OLD)
    return tmp_path


def moa(units: Path | str = "units.jsonl", glossary: Path | str = "", out: str = "scores.jsonl") -> Result:
    named = ("--glossary", str(glossary)) if glossary else ()
    return CliRunner().invoke(main, ("overlaps", "score", "--units", str(units), *named, "--out", out))


def unit(number: int, **fields: str) -> dict[str, str]:
    return {"id": f"{number}#x", "note": str(number), "heading": "등대", "text": "등대는 밤에 불을 켠다.", **fields}


def written() -> list[dict[str, Any]]:
    with Path("scores.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scored(units: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """The pairs that the command writes for units, having ended well."""
    Path("units.jsonl").write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in units), encoding="utf-8")
    result = moa()
    assert (result.exit_code, result.stdout) == (0, ""), result.output
    return written()


def refused(result: Result) -> str:
    """What is said on the way out, where nothing was written."""
    assert (result.exit_code, result.stdout) == (1, "")
    assert Path("scores.jsonl").read_text() == OLD
    return result.stderr


def test_each_pair_is_a_line_with_its_score_best_first(here: Path) -> None:
    result = moa(BREAD / "units.jsonl", BREAD / "glossary.yml")
    lines = written()
    assert all(list(line) == ["a", "b", "score"] and 0 <= line["score"] <= 1 for line in lines)
    assert [line["score"] for line in lines] == sorted((line["score"] for line in lines), reverse=True)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"20 units, {len(lines)} pairs in scores.jsonl\n"


def test_the_scores_are_those_of_the_detector(here: Path) -> None:
    moa(BREAD / "units.jsonl", BREAD / "glossary.yml")
    lines = written()
    wanted = by_ids(bread_units(), score(bread_units(), bread()))
    assert {pair_of(line["a"], line["b"]): line["score"] for line in lines} == pytest.approx(wanted, abs=1e-6)


def test_all_that_is_wrong_is_said_at_once_with_line_numbers(here: Path) -> None:
    said = refused(moa(OVERLAPS / "faulty.jsonl")).splitlines()
    assert len(said) == len(FAULTS)
    for line, fault in zip(said, FAULTS, strict=True):
        assert line.startswith(f"{OVERLAPS / 'faulty.jsonl'}:{fault}")
        assert "; " in line


@pytest.mark.parametrize("glossary", ["- {id: [", "- id: x\n\tko: y", "- &a {id: x, ko: *a}", "- {id: x, id: y}"])
def test_a_faulty_glossary_is_a_problem(here: Path, glossary: str) -> None:
    (here / "glossary.yml").write_text(glossary)
    assert refused(moa(BREAD / "units.jsonl", "glossary.yml")).startswith("glossary.yml:")


def test_faults_of_both_files_are_said_together(here: Path) -> None:
    (here / "glossary.yml").write_text("- {id: [")
    assert len(refused(moa(OVERLAPS / "faulty.jsonl", "glossary.yml")).splitlines()) == len(FAULTS) + 1


@pytest.mark.parametrize("name", ["units.jsonl", "glossary.yml"])
def test_what_is_not_utf_8_is_said_with_its_place(here: Path, name: str) -> None:
    (here / "units.jsonl").write_text(json.dumps(unit(1)))
    (here / "glossary.yml").write_text("[]")
    (here / name).write_bytes(b"- caf\xe9")
    assert refused(moa(glossary="glossary.yml")) == f"Error: {name}: this is not UTF-8 (byte 5); save it as UTF-8\n"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_of_no_units_there_are_no_pairs(here: Path, content: bytes) -> None:
    (here / "units.jsonl").write_bytes(content)
    assert moa().stderr == "0 units, 0 pairs in scores.jsonl\n"
    assert (here / "scores.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    "units",
    [
        [unit(1)],
        [unit(1), unit(2, note="1")],
        [unit(number, heading="", text="") for number in range(3)],
        [unit(number, heading="...", text="?! —") for number in range(3)],
    ],
    ids=["one unit", "one note", "empty texts", "signs"],
)
def test_where_nothing_can_be_compared_there_are_no_pairs(here: Path, units: list[dict[str, str]]) -> None:
    assert scored(units) == []


def test_units_that_are_all_equal_are_all_pairs(here: Path) -> None:
    found = scored(unit(number) for number in range(5))
    assert len(found) == 10
    assert {line["score"] for line in found} == {found[0]["score"]}
    assert found[0]["score"] > 0.9


def test_marks_at_the_start_and_line_ends_of_other_systems_do_no_harm(here: Path) -> None:
    lines = "\r\n".join(json.dumps(unit(number), ensure_ascii=False) for number in range(2))
    (here / "units.jsonl").write_bytes(b"\xef\xbb\xbf" + lines.encode() + b"\r\n")
    assert moa().stderr == "2 units, 1 pairs in scores.jsonl\n"


def test_ids_are_written_as_they_were_read(here: Path) -> None:
    names = ['"quoted"', "띄어 쓴 이름\n", "back\\slash\u2028", "<a&b>"]
    found = scored(unit(number, id=name) for number, name in enumerate(names))
    assert {line["a"] for line in found} | {line["b"] for line in found} == {*names}


def test_half_a_character_in_a_unit_is_no_crash(here: Path) -> None:
    (here / "units.jsonl").write_text(
        "\n".join(json.dumps(unit(n, note=f"\ud800{n}", text="등대\udfff")) for n in range(2))
    )
    assert moa().exit_code == 0


@pytest.mark.parametrize("piece", ["a", "<", "(", "\n", "다. "])
def test_a_unit_of_a_million_characters_is_read_to_its_end(here: Path, piece: str) -> None:
    long = (piece * MILLION)[:MILLION]
    found = scored([unit(1), unit(2, text=f"{long} 등대는 밤에 불을 켠다."), unit(3, heading=long), unit(4)])
    assert {line["a"] for line in found} | {line["b"] for line in found} >= {"1#x", "4#x"}
    assert all(0 <= line["score"] <= 1 for line in found)


@pytest.mark.parametrize("missing", ["units", "glossary"])
def test_a_file_that_is_not_there_is_wrong_usage(here: Path, missing: str) -> None:
    units = BREAD / "units.jsonl" if missing == "glossary" else "nowhere.jsonl"
    result = moa(units, "nowhere.yml" if missing == "glossary" else "")
    assert (result.exit_code, "nowhere" in result.stderr) == (2, True)


def test_what_cannot_be_written_is_said(here: Path) -> None:
    result = moa(BREAD / "units.jsonl", out="no/such/folder.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: no/such/folder.jsonl: cannot be written: No such file or directory\n"


def test_without_its_packages_it_says_how_to_get_them(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moa.commands.detecting.is_at_hand", lambda: False)
    assert "pip install -r requirements-overlaps.txt" in refused(moa(BREAD / "units.jsonl"))
