"""General Korean and English words: which express one idea, and which say next to nothing. No word of any subject."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

from moa.detecting.stems import dictionary_form, english, marked_verb, noun

_FOLDER = Path(__file__).parent
_EMPTY = 0.2  # what a word weighs that says next to nothing
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9+#]*|[가-힣]+")
_LONGEST = 30  # letters; what is longer is no word to be taken apart
# Forms of 하다, 되다, 있다, 없다 and bound nouns (것, 등, 수, 때 …) with whatever follows them.
LIGHT = re.compile(
    "(?:하|한|할|함|합|해|했|되|된|될|됩|됐|됨|돼|있|없|않|것|거|등|때|수|들|년|간|개|중|데|줄|채|뿐|바|이|그|저|위|안|밖|예|주|줘|줍|두|보|라|"
    "까|걸|건|게|겁|아니|하여|되어|하였|따라)"
    "(?:[은는이가을를의에도만로과와든랑다고며면서지기게니까나요야라인임일된한할]|에서|으로|에는|습니다|니다|처럼|이라|었|였|었다|였다|므로|"
    "거나|도록|지만|는데|려고|라는|라고)*"
)


@dataclass(frozen=True)
class Lexicon:
    """The ideas of words by their stems, with the share of each, and the stems of words that are nearly empty."""

    ideas: Mapping[str, tuple[tuple[str, float], ...]]
    empty: frozenset[str]
    _read: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict, repr=False, compare=False)

    def words(self, text: str, covered: bytes = b"") -> Iterator[tuple[str, float]]:
        """The tokens of a text and what each weighs; words that start where `covered` is set are left out."""
        for found in _WORD.finditer(text):
            if not (covered and covered[found.start()]):
                yield from self.word(found[0])

    def word(self, word: str) -> tuple[tuple[str, float], ...]:
        """The tokens of one word: its ideas, else its stem."""
        known = self._read.get(word)
        if known is None:
            known = self._read[word] = self._tokens(word)
        return known

    def _tokens(self, word: str) -> tuple[tuple[str, float], ...]:
        stems: tuple[str, ...]
        if len(word) > _LONGEST:
            return ((word, 1.0),)
        if word.isascii():
            stems = (english(word), word.lower())
        elif LIGHT.fullmatch(word):
            return ((word, _EMPTY),)
        else:
            stems = (noun(word), word, marked_verb(word))
        is_empty = any(stem in self.empty for stem in stems)
        ideas = next((self.ideas[stem] for stem in stems if stem in self.ideas), None)
        if ideas:
            return tuple((idea, share * (_EMPTY if is_empty and word.isascii() else 1)) for idea, share in ideas)
        return ((stems[0], _EMPTY if is_empty or len(stems[0]) < 2 else 1.0),)


def read_lexicon() -> Lexicon:
    """The lexicon that comes with Moa."""
    ideas: dict[str, list[tuple[str, float]]] = {}
    for entry in _load("ideas.yml"):
        for stem in {*map(dictionary_form, entry["ko"]), *map(english, entry["en"])} - {""}:
            ideas.setdefault(stem, []).append((f"#{entry['id']}", float(entry["weight"])))
    shared = {stem: tuple((idea, each / sqrt(len(found))) for idea, each in found) for stem, found in ideas.items()}
    nothing = _load("empty.yml")
    said = {*map(dictionary_form, nothing["ko"]), *map(english, nothing["en"]), *nothing["en"]}
    return Lexicon(shared, frozenset(said - {""}))


def idea_words() -> tuple[tuple[str, ...], ...]:
    """The stems of each idea's words, Korean and English; those of verbs letter by letter."""
    return tuple(tuple(dict.fromkeys(_stems(entry))) for entry in _load("ideas.yml"))


def _stems(entry: Any) -> Iterator[str]:
    yield from (stem for word in entry["ko"] if (stem := dictionary_form(word).removesuffix("-")))
    for word in entry["en"]:
        if " " not in word:
            yield from (word, english(word))


def _load(name: str) -> Any:
    # Our own file, read at every start: libyaml alone is five times faster than values with their places.
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return yaml.load((_FOLDER / name).read_text(encoding="utf-8"), Loader=loader)
