"""The tellings of one decision, side by side, with the words that only one of them has."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moa.fingerprint import words
from moa.pages import Section

_WORD = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")
_PARTICLE = 2  # letters at a word's end that may differ: 파드가, 파드에서


@dataclass(frozen=True)
class Compared:
    """A section's words, and which of its words no other telling has, in their order."""

    section: Section
    text: str
    own: tuple[str, ...]


def compare(sections: Iterable[Section]) -> tuple[Compared, ...]:
    """Each section with the words that it alone has; a word with another particle counts as the same."""
    texts = [(section, words(section.cut)) for section in sections]
    known = [{word.lower() for word in _WORD.findall(text)} for _, text in texts]
    compared = []
    for number, (section, text) in enumerate(texts):
        others = set[str]().union(*(found for at, found in enumerate(known) if at != number))
        compared.append(Compared(section, text, tuple(dict.fromkeys(_own(text, others)))))
    return tuple(compared)


def _own(text: str, others: set[str]) -> Iterator[str]:
    stems = {stem for word in others for stem in _stems(word)}
    for word in _WORD.findall(text):
        if not stems.intersection(_stems(word.lower())):
            yield word


def _stems(word: str) -> Iterator[str]:
    """The word, and what is left of it without one or two letters at its end, where that is still a word."""
    for cut in range(_PARTICLE + 1):
        if cut == 0 or len(word) - cut >= 2:
            yield word[: len(word) - cut]
