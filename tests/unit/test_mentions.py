"""Plain mentions of terms, measured on sentences that people have labelled (`tests/cases/mentions/<language>.txt`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests.unit.cases import CASES

from moa.data import read_data
from moa.glossary import Term, read_terms
from moa.linking.mentions import Finder
from moa.linking.prose import prose, without_code

DOCS = Path(__file__).parent.parent.parent / "docs"
_LABEL = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<term>[a-z0-9-]+)\)")


@dataclass(frozen=True)
class Labelled:
    """A sentence and what it mentions: term, start and end of each mention."""

    text: str
    mentions: frozenset[tuple[str, int, int]]


@cache
def terms() -> tuple[Term, ...]:
    value, _ = read_data("glossary.yml", (DOCS / "glossary.yml").read_text(encoding="utf-8"))
    return read_terms(value)


def labelled(language: str) -> Iterator[Labelled]:
    for line in (CASES / "mentions" / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("# "):
            yield read(line)


def read(line: str) -> Labelled:
    text, mentions, at = "", set(), 0
    for found in _LABEL.finditer(line):
        text += line[at : found.start()]
        mentions.add((found["term"], len(text), len(text) + len(found["words"])))
        text += found["words"]
        at = found.end()
    return Labelled(text + line[at:], frozenset(mentions))


def found_in(text: str, finder: Finder) -> frozenset[tuple[str, int, int]]:
    mentions = finder.find(prose(without_code(text, ())))
    return frozenset((each.term, each.start, each.end) for each in mentions)


@pytest.mark.parametrize(("language", "count"), [("ko", 300), ("en", 100)])
def test_mentions_are_found_with_their_particles_and_nothing_else_is(language: str, count: int) -> None:
    finder = Finder(terms(), language)
    sentences = list(labelled(language))
    right = wrong = missed = 0
    for sentence in sentences:
        found = found_in(sentence.text, finder)
        right += len(found & sentence.mentions)
        wrong += len(found - sentence.mentions)
        missed += len(sentence.mentions - found)
    assert len(sentences) >= count
    assert right / (right + wrong) >= 0.99
    assert right / (right + missed) >= 0.95


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_word_is_linked_in_its_everyday_sense(language: str) -> None:
    finder = Finder(terms(), language)
    everyday = {name.lower() for term in terms() for name in term.everyday}
    linked = [
        (sentence.text, sentence.text[start:end])
        for sentence in labelled(language)
        for _, start, end in found_in(sentence.text, finder) - sentence.mentions
    ]
    assert [each for each in linked if each[1].lower().rstrip("s") in everyday] == []
