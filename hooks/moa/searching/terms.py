"""The terms of a text: stems of words, compounds joined and apart."""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from moa.detecting.lexicon import LIGHT
from moa.detecting.stems import english
from moa.searching.cutting import FOLLOWING, Cutter
from moa.searching.words import LONGEST, chunks, is_hangul

PART = 0.5  # what a part of a compound counts
STEM = 0.7  # what an English word without its ending counts
_SHORT = 4  # words of a phrase that may be written as one
_PARTS = 4  # of a compound, at most
_SHORTEST = 2  # syllables of a part


@dataclass(frozen=True)
class Analysis:
    """How the words of a language become terms: their stems, and which stems are found inside compounds."""

    cutter: Cutter
    known: Collection[str]
    empty: Collection[str] = frozenset()
    _read: dict[tuple[str, ...], tuple[tuple[str, float], ...]] = field(default_factory=dict, repr=False, compare=False)

    def terms(self, text: str) -> Iterator[tuple[str, float]]:
        """The terms of a text in its order, each with what it counts."""
        for word in self.words(text):
            yield from word

    def words(self, text: str) -> Iterator[tuple[tuple[str, float], ...]]:
        """The terms of each word of a text, the whole word first."""
        for runs in chunks(text):
            found = self._read.get(runs)
            if found is None:
                found = self._read[runs] = tuple(self._chunk(runs))
            if found:
                yield found

    def is_empty(self, term: str) -> bool:
        """Whether a term says next to nothing."""
        return term in self.empty or bool(LIGHT.fullmatch(term))

    def joined(self, phrase: str) -> Iterator[str]:
        """The words of a phrase written as one: two neighbours of a short one, and all of them."""
        words = self._stems(phrase)
        pairs = (f"{one}{two}" for one, two in itertools.pairwise(words)) if len(words) <= _SHORT else ()
        yield from sorted(term for term in {*pairs, self.as_one(phrase)} - {"", *words} if len(term) <= LONGEST)

    def as_one(self, phrase: str) -> str:
        """All words of a phrase as one term, without the particles between them."""
        return "".join(self._stems(phrase))

    def _stems(self, phrase: str) -> list[str]:
        return [self._whole(runs) for runs in chunks(phrase)]

    def _whole(self, runs: tuple[str, ...]) -> str:
        return self.cutter.stem("".join(runs)[: LONGEST + 1])

    def _chunk(self, runs: tuple[str, ...]) -> Iterator[tuple[str, float]]:
        """The word as a whole, what it is joined from, and the stems that a compound holds."""
        whole = self._whole(runs)
        if len(whole) <= LONGEST:
            yield whole, 1.0
            yield from self._inflected(whole)
        parts = _without_particles(runs)
        if len(parts) > 1:
            yield from ((self.cutter.stem(part), PART) for part in parts)
        elif len(runs) > 1 and parts[0] != whole:
            yield self.cutter.stem(parts[0]), 1.0
        yield from ((part, PART) for part in self._inside(whole))

    def _inflected(self, word: str) -> Iterator[tuple[str, float]]:
        """What is left of an English word without its ending."""
        stem = english(word) if word.isascii() and word.isalpha() else word
        if stem != word:
            yield stem, STEM

    def _inside(self, word: str) -> tuple[str, ...]:
        """The known stems that make a compound written in Hangul, the longest first; none where a rest is left."""
        if not is_hangul(word) or len(word) < 2 * _SHORTEST:
            return ()
        return next(_splits(word, self.known, _PARTS), ())


def _without_particles(runs: tuple[str, ...]) -> tuple[str, ...]:
    """The runs less a last one that is nothing but what follows a word: the 가 of `kube-apiserver가`."""
    before = "".join(runs[:-1])
    is_particle = before and is_hangul(runs[-1]) and FOLLOWING.fullmatch(before + runs[-1], len(before))
    return runs[:-1] if is_particle else runs


def _splits(word: str, known: Collection[str], most: int) -> Iterator[tuple[str, ...]]:
    for end in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        if word[:end] not in known:
            continue
        if word[end:] in known:
            yield word[:end], word[end:]
        elif most > 2:
            for rest in _splits(word[end:], known, most - 1):
                yield word[:end], *rest


def counted(terms: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    """How often each term occurs, parts counting less."""
    found: dict[str, float] = {}
    for term, weight in terms:
        found[term] = found.get(term, 0.0) + weight
    return found
