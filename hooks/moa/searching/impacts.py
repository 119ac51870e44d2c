"""What each term counts in each section, computed before anybody asks: BM25F over title, heading, names and text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from moa.searching.entries import Entry
from moa.searching.passages import Passage
from moa.searching.postings import SHARES, Posting
from moa.searching.terms import PART, Analysis, counted

MOST_IMPACT = 511
_SATURATION, _LENGTH = 1.2, 0.6
_TITLE, _HEADING, _NAME, _TEXT = 7.0, 5.0, 4.0, 1.0
_UNIT = 24  # impacts are whole numbers of this fraction


@dataclass(frozen=True)
class _Section:
    page: int
    number: int
    counts: Mapping[str, float]
    shares: Mapping[str, int]
    length: float
    boost: float


def postings(entries: Sequence[Entry], analysis: Analysis) -> dict[str, list[Posting]]:
    """The postings of every term, in the order of pages and sections."""
    sections = list(_sections(entries, analysis))
    mean = sum(section.length for section in sections) / max(len(sections), 1) or 1.0
    frequency: dict[str, int] = defaultdict(int)
    for section in sections:
        for term in section.counts:
            frequency[term] += 1
    weights = {term: rarity(count, len(sections)) for term, count in frequency.items()}
    found: dict[str, list[Posting]] = defaultdict(list)
    for section in sections:
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * section.length / mean)
        for term, count in section.counts.items():
            strength = weights[term] * section.boost * count * (1 + _SATURATION) / (count + norm)
            impact = min(max(round(strength * _UNIT), 1), MOST_IMPACT)
            found[term].append(Posting(section.page, section.number, impact, section.shares.get(term, 0)))
    return found


def rarity(count: int, sections: int) -> float:
    """How much a term tells that `count` of all sections have."""
    return log(1 + (sections - count + 0.5) / (count + 0.5))


def _sections(entries: Sequence[Entry], analysis: Analysis) -> Iterable[_Section]:
    for page, entry in enumerate(entries):
        for number, passage in enumerate(entry.passages):
            yield _section(page, number, entry, passage, analysis)


def _section(page: int, number: int, entry: Entry, passage: Passage, analysis: Analysis) -> _Section:
    is_page = not passage.anchor
    heading = entry.title if is_page else passage.heading
    names = entry.names.get(passage.anchor, ())
    text = counted(analysis.terms(passage.text))
    counts: dict[str, float] = defaultdict(float)
    shares: dict[str, int] = {}
    for term, count in text.items():
        counts[term] += _TEXT * count
    for phrase, weight in ((heading, _TITLE if is_page else _HEADING), *((name, _NAME) for name in names)):
        for term, share in named(phrase, analysis).items():
            counts[term] += weight * (1.0 if share else 0.5)
            shares[term] = max(shares.get(term, 0), share)
    return _Section(page, number, counts, shares, sum(text.values()) + 1, entry.boost)


def named(phrase: str, analysis: Analysis) -> dict[str, int]:
    """The terms of a name, each with the share that it makes of it, its words joined too; empty words make none."""
    words = list(analysis.words(phrase))
    sizes = [0 if analysis.is_empty(word[0][0]) else len(word[0][0]) for word in words]
    letters = sum(sizes) or 1
    shares: dict[str, int] = {}
    for word, size in zip(words, sizes, strict=True):
        for term, weight in word:
            share = size if weight > PART else min(len(term), size)
            shares[term] = max(shares.get(term, 0), round(SHARES * share / letters))
    joined = {term: min(round(SHARES * len(term) / letters), SHARES) for term in analysis.joined(phrase)}
    return {**joined, **shares}
