"""What a reference may name (terms, pages, sections), and what it means where it is written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz, process

from moa.gathers import GUIDE
from moa.glossary import Term
from moa.hangul import letters
from moa.languages import GLOSSARY, LANGUAGES, note_of
from moa.renamed import now

_LIKENESS = 60  # below this a suggestion misleads more often than it helps
_SUGGESTIONS = 3
_AS_FILE = re.compile(
    rf"^(?:\.{{1,2}}/)*(?:(?:{'|'.join(LANGUAGES)})/)?|\.md(?=#|$)"
)  # what a file's path has and no address


@dataclass(frozen=True)
class Target:
    """What a reference leads to: a page, a section of it, or a term, whose page is empty where it has no home."""

    page: str
    id: str = ""
    term: str = ""

    @property
    def address(self) -> str:
        """Page path and id, as data files write it."""
        return f"{self.page}#{self.id}" if self.id else self.page


@dataclass(frozen=True)
class Unknown:
    """Why a reference leads nowhere, and the way out."""

    fact: str
    way_out: str


@dataclass(frozen=True)
class Targets:
    """All that references may name.

    `headings` has, by language and page, the words of each heading by id, the page's title under the empty id;
    `anchors` every id of a page in any language.
    """

    headings: Mapping[tuple[str, str], Mapping[str, str]]
    anchors: Mapping[str, frozenset[str]]
    terms: Mapping[str, Term] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)

    def find(self, written: str, page: str) -> Target | Unknown:
        """What `written` means on a page: a term's id, a page or an address, or any ending of these that is unique."""
        path, mark, anchor = (part.strip() for part in written.strip().partition("#"))
        if not mark and path in self.terms:
            return self.of_term(self.terms[path])
        if mark and not path:
            pages = [page] if anchor in self._ids(page) else []
        else:
            pages = [each for each in self._ending(path) if not mark or anchor in self._ids(each)]
        nearest = _preferred(pages, page)
        if len(nearest) == 1:
            return Target(nearest[0], anchor)
        if nearest:
            listed = ", ".join(f"'{each}{mark}{anchor}'" for each in sorted(nearest))
            return Unknown(f"'{written}' means several things", f"choose one of {listed}")
        return self._renamed(path, anchor, page) or Unknown(f"there is no '{written}'", self._way_out(written, page))

    def of_term(self, term: Term) -> Target:
        """Where a term is explained."""
        home, _, anchor = now(term.home, self.renamed).partition("#")
        exists = bool(home) and anchor in self._ids(home)
        return Target(home, anchor, term.id) if exists else Target("", "", term.id)

    def title(self, target: Target, language: str) -> tuple[str, str]:
        """The words that stand for a target and their language: that of the reader, or the one that there is."""
        if target.term:
            return self.terms[target.term].name(language), language
        for code in (language, *LANGUAGES):
            words = self.headings.get((code, target.page), {}).get(target.id)
            if words:
                return words, code
        return target.id or target.page, language

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every page, and every section by its whole address."""
        sections = (f"{page}#{anchor}" for page, anchors in self.anchors.items() for anchor in anchors)
        return frozenset(self.anchors) | frozenset(sections)

    def _ids(self, page: str) -> frozenset[str]:
        return self.anchors.get(page, frozenset())

    @cached_property
    def _by_last_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for page in self.anchors:
            found.setdefault(page.rpartition("/")[2], []).append(page)
        return {name: tuple(pages) for name, pages in found.items()}

    def _ending(self, path: str) -> Iterator[str]:
        """The pages of that name, or whose name ends in it after a slash."""
        for page in self._by_last_name.get(path.rpartition("/")[2], ()):
            if page == path or page.endswith(f"/{path}"):
                yield page

    def _renamed(self, path: str, anchor: str, page: str) -> Target | None:
        """What was renamed and is meant by an old name, whole or by its ending."""
        own = path or page
        for wanted, rest in ((f"{own}#{anchor}", ""), (own, f"#{anchor}")) if anchor else ((own, ""),):
            for old in (wanted, *(each for each in self.renamed if each.endswith(f"/{wanted}"))):
                new = now(f"{old}{rest}", self.renamed)
                if new != f"{old}{rest}" and new in self.addresses:
                    return Target(*new.partition("#")[::2])
        return None

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        """Everything that a reference could have meant, letter by letter, and how that is written."""
        return tuple(dict.fromkeys((letters(name).lower(), written) for name, written in self._written()))

    def _written(self) -> Iterator[tuple[str, str]]:
        for term in self.terms.values():
            for name in (term.id, *term.all_names, *term.wrong, term.reading):
                yield name, term.id
        for page, ids in self.anchors.items():
            short = self._short(page)
            own = ids - self.terms.keys() if page == GLOSSARY else ids
            for name in dict.fromkeys((short, page)):
                yield name, short
                yield from ((f"{name}#{id_}", f"{short}#{id_}") for id_ in sorted(own))
        for (_, page), headings in self.headings.items():
            for id_, words in headings.items():
                yield words, f"{self._short(page)}#{id_}" if id_ else self._short(page)

    def _short(self, page: str) -> str:
        """The shortest ending of a page's name that is unique."""
        parts = page.split("/")
        endings = ("/".join(parts[-count:]) for count in range(1, len(parts) + 1))
        return next((each for each in endings if len(list(self._ending(each))) == 1), page)

    def _way_out(self, written: str, page: str) -> str:
        wanted = f"{self._short(page)}{written}" if written.startswith("#") else _AS_FILE.sub("", written)
        names = [name for name, _ in self._names]
        found = process.extract(
            letters(wanted).lower(), names, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=4 * _SUGGESTIONS
        )
        near = list(dict.fromkeys(self._names[place][1] for _, _, place in found))[:_SUGGESTIONS]
        listed = " or ".join(f"'{each}'" for each in near)
        return f"did you mean {listed}?" if near else "name a term, a page or a section by its address"


def _preferred(pages: list[str], page: str) -> list[str]:
    """Those that are nearest: the page itself, pages of its note, pages of the guide, else all."""
    note = f"{'/'.join(page.split('/')[:2])}/" if note_of(page) else page
    own = [each for each in pages if each == page]
    beside = [each for each in pages if each.startswith(note)]
    guide = [each for each in pages if each.startswith(GUIDE)]
    return own or beside or guide or pages


def heading_words(sections: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The words of headings by id, those of the first under the empty id too; `sections` are ids and titles."""
    found: dict[str, str] = {}
    for id_, title in sections:
        found.setdefault("", title)
        if id_:
            found.setdefault(id_, title)
    return found
