"""Near-verbatim copies: sections whose words are almost the same, and that nobody has decided on."""

import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import permutations

from markdown_it import MarkdownIt

from moa.book import Book
from moa.fingerprint import words
from moa.languages import SOURCE
from moa.markdown import parser
from moa.pages import Section
from moa.problems import Problem

_SHINGLE = 8  # letters
_ALIKE = 0.8  # of the shorter section's shingles stand in the longer one
_SHORTEST = 24  # shingles; what is shorter is too little to be called a copy
_COMMON = 12  # sections


def check(book: Book) -> Iterator[Problem]:
    """Pairs of sections, one a copy of the other, that are in no decision together."""
    together = {pair for decision in book.decisions.all for pair in permutations(decision.addresses, 2)}
    for section, other in copies(_sections(book)):
        if (section.address, other.address) not in together:
            fact = f"'{section.id}' says almost word for word what {other.path}:{other.line} says ('{other.address}')"
            yield Problem(section.path, section.line, 1, fact, "remove one of the two, or decide in overlaps.yml")


def copies(sections: list[Section]) -> Iterator[tuple[Section, Section]]:
    """Pairs of sections whose bodies are almost the same, the later one first."""
    markdown = parser()
    shingles = [_shingles(section, markdown) for section in sections]
    holders: dict[int, list[int]] = {}
    for number, found in enumerate(shingles):
        if len(found) >= _SHORTEST:
            for shingle in found:
                holders.setdefault(shingle, []).append(number)
    for number, found in enumerate(shingles):
        if len(found) < _SHORTEST:
            continue
        shared = Counter(other for shingle in found for other in _few(holders[shingle]) if other < number)
        for other, count in sorted(shared.items()):
            if count >= _ALIKE * min(len(found), len(shingles[other])):
                yield sections[number], sections[other]


def _few(holders: list[int]) -> list[int]:
    """All that have a run in common; of very many the first, which is enough to find a copy."""
    return holders if len(holders) <= _COMMON else holders[:1]


def _sections(book: Book) -> list[Section]:
    return [section for page in book.corpus.in_language(SOURCE) for section in page.sections if section.id]


def _shingles(section: Section, markdown: MarkdownIt) -> frozenset[int]:
    text = words(section.cut, markdown=markdown).partition("\n")[2]
    letters = "".join(each for each in text.lower() if each.isalnum())
    return frozenset(zlib.crc32(letters[at : at + _SHINGLE].encode()) for at in range(len(letters) - _SHINGLE + 1))
