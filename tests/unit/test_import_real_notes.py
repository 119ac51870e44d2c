"""The five raw notes that Moa began with: every guarantee holds, and the import finds what people found."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from tests.unit.importing import broken_guarantees, imported

from moa.importing.ledger import lines_of
from moa.importing.note import Imported

SHARED = Path(__file__).parents[3] / "shared"
NOTES = sorted((SHARED / "notes").glob("*.txt"))
pytestmark = pytest.mark.skipif(not NOTES, reason="the raw notes are not on this machine (../shared/notes)")

# How people named what leaves a note, and the classes that the ledger has for it.
KINDS = {
    "reference": {"reference"},
    "personal-remark": {"personal-remark"},
    "boilerplate": {"boilerplate", "metadata", "licence"},
}
SPACING = re.compile(r"^(?:<(?:br|hr)\s*/?>|-{3,}|>)$")
POINTER = "상세 설명은"  # a sentence that points to a link stays where it is


def note(number: str) -> Imported:
    return imported(next(path for path in NOTES if path.name.startswith(number)).read_bytes(), f"{number}.txt")


def headings(of: Imported) -> list[str]:
    lines = "\n".join(of.pages.values()).split("\n")
    return [re.sub(r"\s*\{.*\}$", "", line) for line in lines if re.match(r"#+ ", line)]


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem[:3])
def test_a_real_note_keeps_every_guarantee(path: Path) -> None:
    assert broken_guarantees(path.read_bytes(), path.name) == []


def test_numbered_lines_of_003_are_headings_of_two_levels() -> None:
    found = headings(note("003"))
    assert "## Container, 컨테이너는 무엇이고 왜 필요할까?" in found
    assert {"### Node(=minion)", "### Cluster", "### Master", "### kubectl(=kubel control)"} <= set(found)


def test_empty_headings_of_002_are_kept_and_the_repeated_one_is_reported() -> None:
    of = note("002")
    features = [heading for heading in headings(of) if heading.startswith("### ")]
    assert len(features) == 14
    assert sum(span.class_ == "heading-only" for span in of.spans) >= 12
    assert [problem.message for problem in of.problems if "second time" in problem.message]


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem[:3])
def test_the_ledger_agrees_with_what_people_said_of_each_line(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    _, left = lines_of(raw, imported(raw, path.name).spans)
    classes = {line: class_ for class_, lines in left.items() for line in lines}
    lines = raw.split("\n")
    wrong = [
        f"{number}: {kind}, not {classes.get(number, 'text')}: {lines[number - 1][:60]}"
        for kind, number in judged(path.name)
        if lines[number - 1].strip() and not SPACING.match(lines[number - 1].strip())
        if POINTER not in lines[number - 1]
        if classes.get(number, "text") not in KINDS.get(kind, {"text"})
    ]
    assert wrong == []


def judged(name: str) -> Iterator[tuple[str, int]]:
    for unit in YAML(typ="safe", pure=True).load((SHARED / "overlap" / "units.yml").read_text(encoding="utf-8")):
        if unit["file"] == name:
            yield from ((unit["kind"], number) for number in range(unit["start_line"], unit["end_line"] + 1))
