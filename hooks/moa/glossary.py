"""The terms of glossary.yml as values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from moa.data import Value
from moa.languages import LANGUAGES


@dataclass(frozen=True)
class Term:
    """A term: its names and definition by language, the address of its home (empty where the book has none).

    `everyday_by_language` has words that plain text also uses in other senses, `unlike` words that hold a name and are
    something else; `wrong` is for matching and never printed.
    """

    id: str
    names: Mapping[str, tuple[str, ...]]
    everyday_by_language: Mapping[str, tuple[str, ...]]
    unlike: tuple[str, ...]
    wrong: tuple[str, ...]
    reading: str
    definition: Mapping[str, str]
    home: str
    official: Mapping[str, str]
    value: Value

    def name(self, language: str) -> str:
        """The official name in a language, as it stands within a sentence."""
        return self.names[language][0]

    def also(self, language: str) -> tuple[str, ...]:
        """Its other names in a language."""
        return self.names[language][1:]

    def found_as(self, language: str) -> tuple[str, ...]:
        """What may name it in plain text: its names, and everyday words that are none by themselves (배포)."""
        return tuple(dict.fromkeys((*self.names[language], *self.everyday_by_language[language])))

    @property
    def everyday(self) -> frozenset[str]:
        """All everyday names; every name where only brackets link."""
        return frozenset(name for names in self.everyday_by_language.values() for name in names)

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every right name in every language, each once."""
        return tuple(dict.fromkeys(name for language in LANGUAGES for name in self.names[language]))


def read_terms(value: Value) -> tuple[Term, ...]:
    """The terms that have an id and both names, in their order; what else is faulty counts as empty."""
    whole = (item for item in value.items if all(item.get(field).words for field in ("id", *LANGUAGES)))
    return tuple(_term(item) for item in whole)


def _term(item: Value) -> Term:
    names = {language: (item.get(language).text, *_texts(item, "also", language)) for language in LANGUAGES}
    bare = names if item.get("link").text == "brackets" else dict.fromkeys(LANGUAGES, ())
    everyday = {language: (*bare[language], *_texts(item, "everyday", language)) for language in LANGUAGES}
    return Term(
        id=item.get("id").text,
        names=names,
        everyday_by_language=everyday,
        unlike=tuple(name for language in LANGUAGES for name in _texts(item, "except", language)),
        wrong=tuple(name for language in LANGUAGES for name in _texts(item, "wrong", language)),
        reading=item.get("reading").words or "",
        definition={language: item.get("definition").get(language).words or "" for language in LANGUAGES},
        home=item.get("home").words or "",
        official={language: item.get("official").get(language).words or "" for language in LANGUAGES},
        value=item,
    )


def _texts(item: Value, field: str, language: str) -> Iterator[str]:
    yield from (text.text for text in item.get(field).get(language).texts if text.text.strip())
