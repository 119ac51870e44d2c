"""The detector on this book: what it would have missed of what people decided."""

from collections.abc import Iterator, Mapping

import pytest
from benchmarks.overlaps.judged import Pair, by_ids, concepts_of, pair_of
from tests.unit.detecting import DOCS, data

from moa.corpus import Corpus
from moa.data import read_data
from moa.detecting.detector import analysis, score
from moa.detecting.scoring import MODEL
from moa.detecting.units import units_of
from moa.overlaps import Decisions, read_decisions
from moa.tree import load

Scores = Mapping[Pair, float]
MISSED = data("missed.yml")


@pytest.fixture(scope="module")
def book() -> Corpus:
    return load(DOCS)[0]


@pytest.fixture(scope="module")
def scores(book: Corpus) -> Scores:
    units = units_of(book)
    return by_ids(units, score(units, analysis(concepts_of(DOCS / "glossary.yml"))))


@pytest.fixture(scope="module")
def decisions(book: Corpus) -> Decisions:
    return read_decisions(read_data("overlaps.yml", book.data["overlaps.yml"])[0])


def alone(addresses: tuple[str, ...], scores: Scores) -> Iterator[str]:
    """The sections of a group that no other of it would have brought up."""
    for one in addresses:
        partners = (scores.get(pair_of(one, other), 0) for other in addresses if other != one)
        if max(partners, default=0) < MODEL.threshold:
            yield one


def test_the_groups_that_would_have_been_missed_are_those_of_the_list(scores: Scores, decisions: Decisions) -> None:
    found = {group.id: sorted(alone(group.addresses, scores)) for group in decisions.groups}
    assert {name: missed for name, missed in found.items() if missed} == {
        each["group"]: sorted(each["alone"]) for each in MISSED
    }


def test_each_of_them_has_a_reason() -> None:
    assert all(each["why"].strip() for each in MISSED)
