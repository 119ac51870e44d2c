"""The terms of a glossary as a text names them: by any name in any language, right or wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from moa.data import Value
from moa.detecting.lexicon import Lexicon
from moa.languages import LANGUAGES
from moa.linking.alternatives import alternatives

_FIELDS = ("also", "wrong", "everyday")
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")  # drafts of a glossary remark on names: `쿠버네틱스(오기)`
_SHORT = 3  # syllables: a shorter name is not looked for within a longer word
_MARK = "@"


class Named(NamedTuple):
    """A place in a text that names terms; `is_plain` where the words are used in other senses too."""

    start: int
    end: int
    terms: tuple[str, ...]
    is_plain: bool


@dataclass(frozen=True)
class Concept:
    """A term with all its names in lower case, which are everyday words, what is unlike it, and what it means."""

    id: str
    names: tuple[str, ...]
    everyday: frozenset[str]
    unlike: tuple[str, ...]
    definition: str

    @property
    def token(self) -> str:
        """What stands for it among the tokens of a text."""
        return f"{_MARK}{self.id}"


def is_concept(token: str) -> bool:
    """Whether a token stands for a term, not for a word."""
    return token.startswith(_MARK)


def read_concepts(glossary: Value) -> tuple[Concept, ...]:
    """The concepts of a glossary of the book's form, or of a draft with `aliases_ko`, `definition_ko` and the like."""
    return tuple(_concept(item) for item in glossary.items if item.get("id").words)


class Concepts:
    """Finds concepts in texts."""

    def __init__(self, concepts: Iterable[Concept], lexicon: Lexicon) -> None:
        """Compile the names; of each concept keep the words that its names are made of."""
        self.all = tuple(concepts)
        self._owners: dict[str, tuple[str, ...]] = {}
        self._everyday: set[tuple[str, str]] = set()
        for concept in self.all:
            for name in concept.names:
                key = _key(name)
                self._owners[key] = tuple(dict.fromkeys((*self._owners.get(key, ()), concept.token)))
            self._everyday |= {(concept.token, _key(name)) for name in concept.everyday}
        self._pattern = _pattern({name for concept in self.all for name in (*concept.names, *concept.unlike)})
        self.parts: Mapping[str, Mapping[str, float]] = {each.token: _parts(each, lexicon) for each in self.all}

    def find(self, text: str) -> Iterator[Named]:
        """The places that name concepts, in order, the longest name at each."""
        lowered = text.lower()
        if len(lowered) != len(text):  # İ has two letters in lower case
            lowered = text
        for found in self._pattern.finditer(lowered):
            key = _key(found["name"])
            terms = self._owners.get(key, ())
            if terms:
                yield Named(found.start(), found.end(), terms, any((term, key) in self._everyday for term in terms))


def _concept(item: Value) -> Concept:
    bare = [*_texts(item, *LANGUAGES), *(_REMARK.sub("", name) for name in _texts(item, "aliases_ko", "aliases_en"))]
    names = [*bare, *(name for field in _FIELDS for name in _texts(item.get(field), *LANGUAGES))]
    everyday = _texts(item.get("everyday"), *LANGUAGES)
    definition = (*_texts(item.get("definition"), *LANGUAGES), *_texts(item, "definition_ko", "definition_en"))
    unlike = _texts(item.get("except"), *LANGUAGES)
    return Concept(
        item.get("id").text, _lowered(names), frozenset(_lowered(everyday)), _lowered(unlike), " ".join(definition)
    )


def _lowered(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip().lower() for name in names if len(name.strip()) > 1))


def _texts(value: Value, *fields: str) -> list[str]:
    found = (each for field in fields for each in (value.get(field), *value.get(field).texts))
    return [each.text for each in found if each.words]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """A name at the start of a word; a long Korean one within a word too, and an English plural."""
    groups: dict[str, list[str]] = {"latin": [], "short": [], "long": []}
    for name in sorted(names):
        is_latin = name[0].isascii()
        groups["latin" if is_latin else "short" if len(_key(name)) < _SHORT else "long"].append(name)
    before = {"latin": "(?<![a-z0-9])", "short": "(?<![가-힣])", "long": ""}
    tried = [f"{before[group]}{alternatives(groups[group])}" for group in ("long", "short", "latin") if groups[group]]
    return re.compile(rf"(?P<name>{'|'.join(tried) or '(?!)'})(?:(?<=[a-z])e?s)?(?![a-z0-9])")


def _key(name: str) -> str:
    return "".join(name.lower().replace("-", "").split())


def _parts(concept: Concept, lexicon: Lexicon) -> Mapping[str, float]:
    words: dict[str, float] = {}
    for name in concept.names:
        for token, weight in lexicon.words(name):
            if len(token) > 1:
                words[token] = max(words.get(token, 0), weight)
    return {token: weight / sqrt(max(1, len(words) / 2)) for token, weight in words.items()}
