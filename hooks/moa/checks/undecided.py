"""Sections of different notes that surely look alike, and that nobody has decided on."""

from collections.abc import Iterator

from moa.book import Book
from moa.data import Value
from moa.detecting import is_at_hand
from moa.problems import Problem


def check(book: Book) -> Iterator[Problem]:
    """A notice for each such pair; none where the packages are missing that look for them."""
    if not is_at_hand():
        return
    from moa.detecting.concepts import read_concepts
    from moa.detecting.detector import analysis, score
    from moa.detecting.proposals import alike, undecided
    from moa.detecting.scoring import MODEL
    from moa.detecting.units import units_of

    units = units_of(book.corpus)
    own = analysis(read_concepts(book.data.get("glossary.yml", Value())))
    for pair in undecided(alike(units, score(units, own), MODEL.sure), book.decisions):
        one, other = (book.corpus.by_address[address] for address in sorted((pair.one, pair.other)))
        fact = f"'{one.id}' looks like {other.path}:{other.line} ('{other.address}', {pair.score:.2f}), undecided"
        yield Problem(one.path, one.line, 1, fact, "decide in overlaps.yml; moa overlaps proposes how", "notice")
