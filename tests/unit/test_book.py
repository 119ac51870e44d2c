"""The book that ships: its corrections are settled, and a note can leave it."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from moa.book import Book, read_book
from moa.building import setting
from moa.checks import check
from moa.corpus import Corpus
from moa.corrections import split_corrections
from moa.folding.fold import fold
from moa.languages import LANGUAGES
from moa.problems import errors
from moa.sections import read_lines
from moa.tree import load

ROOT = Path(__file__).parent.parent.parent
KNOWN = ROOT.parent / "shared" / "facts" / "corrections.yml"
# Nothing is wrong there: somebody looked whether the link still works.
LOOKED_AT = {"002-11"}


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(load(ROOT / "docs")[0])


@pytest.mark.skipif(not KNOWN.is_file(), reason="the list of known mistakes is not at hand")
def test_every_known_mistake_of_the_notes_is_among_the_corrections(book: Book) -> None:
    known = {entry["id"]: str(entry["line"]) for entry in YAML(typ="safe").load(KNOWN)}
    ours = {entry.get("id").text: entry.get("lines").text for entry in book.data["corrections.yml"].items}
    assert set(ours) == set(known)
    assert [name for name, line in known.items() if int(line) not in (read_lines(ours[name]) or ())] == []


def test_every_correction_that_is_more_than_spelling_has_a_box_under_its_section(book: Book) -> None:
    lacking = [
        entry.get("id").text
        for entry in book.data["corrections.yml"].items
        if entry.get("severity").text != "editorial" and entry.get("id").text not in LOOKED_AT
        if not split_corrections(book.corpus.by_address[entry.get("section").text].cut.body)[1]
    ]
    assert lacking == []


def without(book: Book, note: str) -> Book:
    """The book after a note's folders and its entry are deleted."""
    pages = {path: page for path, page in book.corpus.pages.items() if page.note != note}
    notes = book.corpus.data["notes.yml"].split("\n- id: ")
    data = {
        **book.corpus.data,
        "notes.yml": "\n- id: ".join(each for each in notes if not each.startswith(f"{note}\n")),
    }
    files = frozenset(each for each in book.corpus.files if f"notes/{note}/" not in each)
    return read_book(Corpus(pages, data, files, book.corpus.exhibits))


@pytest.mark.parametrize("number", range(5))
def test_a_note_can_be_withdrawn_and_each_decision_to_take_anew_is_listed(book: Book, number: int) -> None:
    note = book.corpus.notes[number].id
    changed = without(book, note)
    problems = errors(check(changed))
    places = {(problem.path, problem.line) for problem in problems}
    for decision in book.decisions.all:
        gone = {("overlaps.yml", each.value.line) for each in decision.members if f"notes/{note}/" in each.address}
        assert gone <= places
    alone = [each for each in problems if each.path.startswith("ko/guide/")]
    assert all(f"notes/{note}/" in each.message for each in alone)
    assert {each.path for each in problems} - {each.path for each in alone} <= {"overlaps.yml", "corrections.yml"}
    assert sum(each.path == "corrections.yml" for each in problems) == 1


@pytest.mark.parametrize("number", range(5))
def test_without_a_note_the_pages_still_hold_every_section_of_the_others(book: Book, number: int) -> None:
    changed = without(book, book.corpus.notes[number].id)
    for language in LANGUAGES:
        held = {emission.address for emission in fold(setting(changed, language)).emissions}
        assert held == set(changed.planned[0].told)
