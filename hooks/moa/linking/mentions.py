"""Plain mentions of terms, found by one compiled pattern that prefers the longest name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moa.glossary import Term
from moa.hangul import is_syllable
from moa.languages import LANGUAGES, SOURCE
from moa.particles import following

_BEFORE = r"(?<![\w./@#&$\\-])"
_PARENTHESIS = re.compile(r" ?\(([^()\n]+)\)")
_END = ""
_SEPARATOR = re.compile(r"[,;/·]")
_PLURAL = r"(?:(?<=[A-Za-z])e?s)?"
_SPACE = r"[^\S\n]*(?:\n[^\S\n]*(?:>[^\S\n]*)*)?"  # the end of a line too, of a quotation as well
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
        for term in terms:
            everyday = term.everyday
            for name in term.unlike:
                for form in _forms(name):
                    forms.add(form)
                    self._terms.setdefault(_key(form), {})
            for name in dict.fromkeys(name for code in codes for name in term.found_as(code)):
                for form in _forms(name):
                    forms.add(form)
                    self._terms.setdefault(_key(form), {})[term.id] = term
                    if name in everyday:
                        self._everyday.add(_key(form))
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


class _Node(dict[str, "_Node"]):
    """What may come next in a name, by the pattern of one character; an empty one ends it."""


def alternatives(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest that fits: a tree of what they have in common at their starts.

    A space beside Hangul may be left out, and any space may be the end of a line.
    """
    root = _Node()
    for name in names:
        node = root
        for atom in _atoms(name):
            node = node.setdefault(atom, _Node())
        node[_END] = _Node()
    return _pattern(root)


def _pattern(node: _Node) -> str:
    branches = [f"{atom}{_pattern(after)}" for atom, after in node.items() if atom != _END]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if _END in node else joined


def _atoms(name: str) -> Iterator[str]:
    words = name.split()
    for number, word in enumerate(words):
        if number:
            joins = is_syllable(words[number - 1][-1]) or is_syllable(word[0])
            yield f"(?:{_SPACE})" if joins else f"(?:(?=\\s){_SPACE})"
        yield from (re.escape(character) for character in word)


def _forms(name: str) -> tuple[str, ...]:
    """The name, and as a sentence starts with it."""
    return tuple(dict.fromkeys((name, f"{name[:1].upper()}{name[1:]}")))


def _key(name: str) -> str:
    return "".join(name.replace(">", " ").split())  # a quotation goes on with `>`
