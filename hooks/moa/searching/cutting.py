"""Korean words cut from what follows them, by seeing the same stem with several particles or endings."""

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from moa.detecting.stems import verb
from moa.particles import following
from moa.searching.words import LONGEST, is_hangul

FOLLOWING = re.compile(following())
_SEEN = 2  # different followers that prove a stem
_SHORTEST_VERB = 3  # letters


@dataclass(frozen=True)
class Cutter:
    """The stems of words, as the texts of a whole language prove them."""

    stems: Mapping[str, str]

    def stem(self, word: str) -> str:
        """The word without its particles or ending; the word itself where nothing proves any."""
        return self.stems.get(word, word)


def learn(words: Iterable[str], known: Collection[str]) -> Cutter:
    """The cutter that a collection of different words teaches; `known` are stems that need no proof."""
    cuts = {word: _cuts(word) for word in sorted(set(words)) if is_hangul(word[-1:]) and 1 < len(word) <= LONGEST}
    followers: dict[str, set[str]] = defaultdict(set)
    for word, places in cuts.items():
        for place in (*places, len(word)):
            followers[word[:place]].add(word[place:])
    stems = {word: _noun(word, places, followers, known) for word, places in cuts.items()}
    return Cutter({**stems, **_verbs(word for word, stem in stems.items() if word == stem and word not in known)})


def _cuts(word: str) -> tuple[int, ...]:
    """Where particles, the copula or 하다 may start, the shortest stem first."""
    return tuple(place for place in range(1, len(word)) if FOLLOWING.fullmatch(word, place))


def _noun(word: str, places: tuple[int, ...], followers: Mapping[str, set[str]], known: Collection[str]) -> str:
    """The shortest stem that is proved by words other than those of a longer one: 컨테이너, not 컨테이너에서.

    차 is seen with 이, 이가 and 이를, all of which may be 차이 with its own particles; so 차이 it is.
    """
    for place, end in itertools.pairwise((*places, len(word))):
        stem, between = word[:place], word[place:end]
        longer = {f"{between}{each}" for each in followers[word[:end]]}
        own = followers[stem] - longer if len(longer) >= _SEEN else followers[stem]
        if stem in known or (len(own) >= _SEEN and (len(stem) > 1 or "" in own)):
            return stem
    return word


def _verbs(words: Iterable[str]) -> dict[str, str]:
    """Words by the stem of the verb that they seem to be, where two or more forms of it are seen."""
    forms: dict[str, list[str]] = defaultdict(list)
    for word in words:
        stem = verb(word)
        if len(stem) >= _SHORTEST_VERB:
            forms[stem].append(word)
    return {word: stem for stem, seen in forms.items() if len(seen) >= _SEEN for word in seen}
