"""The check notices every single change to the book's sections and decisions, at the right place."""

from pathlib import Path

import pytest
from tests.unit import mutations

from moa.book import Book, read_book
from moa.tree import load

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(load(DOCS)[0])


def unnoticed(book: Book, changes: list[mutations.Mutation]) -> list[str]:
    """The changes that no error names at one of their places."""
    missed = []
    for mutation in changes:
        places = {(problem.path, problem.line) for problem in mutations.noticed(book, mutation)}
        if not places & mutation.places:
            missed.append(f"{mutation.name}: {sorted(places)} instead of one of {sorted(mutation.places)}")
    return missed


def test_the_book_as_it_is_has_no_errors_that_a_change_could_hide_behind(book: Book) -> None:
    assert mutations.noticed(book, mutations.Mutation("none", {}, frozenset())) == []


@pytest.mark.parametrize("number", range(5))
def test_every_section_deleted_moved_doubled_renamed_or_edited_is_noticed(book: Book, number: int) -> None:
    note = book.corpus.notes[number]
    changes = list(mutations.of_sections(book, note))
    assert len(changes) > 4 * len(note.sections)
    assert unnoticed(book, changes) == []


def test_every_decision_that_is_changed_is_noticed(book: Book) -> None:
    changes = list(mutations.of_decisions(book))
    assert len(changes) > 5 * len(book.decisions.groups)
    assert unnoticed(book, changes) == []
