"""Plain mentions of terms, found by one compiled pattern that prefers the longest name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moa.glossary import Term
from moa.languages import LANGUAGES, SOURCE
from moa.linking.alternatives import alternatives
from moa.particles import following

_BEFORE = r"(?<![\w./@#&$\\-])"
_PARENTHESIS = re.compile(r" ?\(([^()\n]+)\)")
_SEPARATOR = re.compile(r"[,;/·]")
_PLURAL = r"(?:(?<=[A-Za-z])e?s)?"
# A Latin name goes on after a hyphen, a dot, a slash (`pod-template`, `pod.yaml`, `pod/web`).
_AFTER = {
    SOURCE: rf"(?={following()}(?!\w|[-./@]\w))",
    "en": r"(?=['’]s\b|s['’]|(?!\w|['’-]\w|[./@]\w))",
}


@dataclass(frozen=True)
class Mention:
    """A term named in plain words, and where: offsets into the text."""

    term: str
    start: int
    end: int


class Finder:
    """Finds the terms that plain text of a language names."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        """Compile the names; a Korean text may use the English ones too, an English text has its own alone."""
        codes = LANGUAGES if language == SOURCE else (language,)
        self._terms: dict[str, dict[str, Term]] = {}
        self._everyday: set[str] = set()
        forms: set[str] = set()
        for name, term in _named(terms, codes):
            for form in _forms(name):
                forms.add(form)
                owners = self._terms.setdefault(_key(form), {})
                owners |= {term.id: term} if term else {}
                self._everyday |= {_key(form)} if term and name in term.everyday else set()
        names = alternatives(sorted(forms))
        self._pattern = re.compile(f"{_BEFORE}(?P<name>{names}){_PLURAL}{_AFTER[language]}") if forms else None

    def find(self, prose: str) -> Iterator[Mention]:
        """The mentions in order, none within another.

        A name that may mean something else, or several terms, counts only beside another name of its term.
        """
        end = 0
        for found in self._pattern.finditer(prose) if self._pattern else ():
            if found.start() < end:
                continue  # within the parentheses of the one before
            key = _key(found["name"])
            beside = self._beside(prose, found.end(), key)
            if beside:
                end = beside[1]
                yield Mention(beside[0], found.start(), end)
            elif key not in self._everyday and len(self._terms[key]) == 1:
                yield Mention(next(iter(self._terms[key])), found.start(), found.end())

    def _beside(self, prose: str, end: int, key: str) -> tuple[str, int] | None:
        """The term whose other name follows in parentheses, and where these end."""
        found = _PARENTHESIS.match(prose, end)
        given = {_key(part) for part in _SEPARATOR.split(found[1])} - {key} if found else set()
        for term in self._terms[key].values() if given else ():
            known = {_key(form) for name in term.all_names for form in _forms(name)}
            if given & known or {each.removesuffix("s") for each in given} & (known - {key}):
                return term.id, found.end() if found else end
        return None


def _named(terms: Iterable[Term], codes: Iterable[str]) -> Iterator[tuple[str, Term | None]]:
    """Every name with its term, and the words that hold a name and are something else, with none."""
    codes = tuple(codes)
    for term in terms:
        yield from ((name, None) for name in term.unlike)
        yield from ((name, term) for code in codes for name in term.found_as(code))


def _forms(name: str) -> tuple[str, ...]:
    """The name, and as a sentence starts with it."""
    return tuple(dict.fromkeys((name, f"{name[:1].upper()}{name[1:]}")))


def _key(name: str) -> str:
    return "".join(name.replace(">", " ").split())  # a quotation goes on with `>`
