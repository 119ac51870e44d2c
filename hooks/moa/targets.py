"""What a reference may name (terms, pages, sections), and what it means where it is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from moa.data import read_data
from moa.gathers import GUIDE
from moa.glossary import Term, read_terms
from moa.languages import GLOSSARY, LANGUAGES, note_of
from moa.pages import Page
from moa.renamed import FILE as RENAMED
from moa.renamed import now, read_renamed


@dataclass(frozen=True)
class Target:
    """What a reference leads to: a page, a section of it, or a term, whose page is empty where it has no home."""

    page: str
    id: str = ""
    term: str = ""

    @classmethod
    def at(cls, address: str, term: str = "") -> "Target":
        """The target of an address."""
        page, _, id_ = address.partition("#")
        return cls(page, id_, term)

    @property
    def address(self) -> str:
        """Page path and id, as data files write it."""
        return f"{self.page}#{self.id}" if self.id else self.page


@dataclass(frozen=True)
class Unknown:
    """Why a reference leads nowhere; `choices` are the addresses that it may mean, where these are several."""

    fact: str
    choices: tuple[str, ...] = ()


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
            choices = tuple(f"{each}{mark}{anchor}" for each in sorted(nearest))
            return Unknown(f"'{written}' means several things", choices)
        renamed = self._renamed(path, anchor, page)
        if len(renamed) > 1:
            return Unknown(f"'{written}' was the name of several things", tuple(sorted(renamed)))
        return Target.at(renamed[0]) if renamed else Unknown(f"there is no '{written}'")

    def of_term(self, term: Term) -> Target:
        """Where a term is explained."""
        home = Target.at(now(term.home, self.renamed), term.id)
        return home if home.id in self._ids(home.page) else Target("", "", term.id)

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

    def short(self, page: str) -> str:
        """The shortest ending of a page's name that is unique."""
        parts = page.split("/")
        endings = ("/".join(parts[-count:]) for count in range(1, len(parts) + 1))
        return next((each for each in endings if len(list(self._ending(each))) == 1), page)

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

    def _renamed(self, path: str, anchor: str, page: str) -> tuple[str, ...]:
        """What is called now what had that name, or one that ends in it; the whole name wins."""
        own = path or page
        for wanted, rest in ((f"{own}#{anchor}", ""), (own, f"#{anchor}")) if anchor else ((own, ""),):
            whole = [wanted] if wanted in self.renamed else []
            olds = whole or [each for each in self.renamed if each.endswith(f"/{wanted}")]
            new = dict.fromkeys(now(f"{old}{rest}", self.renamed) for old in olds)
            if found := tuple(each for each in new if each in self.addresses):
                return found
        return ()


def read_targets(pages: Iterable[Page], data: Mapping[str, str]) -> Targets:
    """What the references of a tree may name, from its pages and the texts of its data files."""
    headings: dict[tuple[str, str], Mapping[str, str]] = {}
    anchors: dict[str, frozenset[str]] = {}
    for page in pages:
        headings[page.language, page.name] = _heading_words(page)
        anchors[page.name] = anchors.get(page.name, frozenset()) | page.anchors
    terms, renamed = (read_data(name, data.get(name, ""))[0] for name in ("glossary.yml", RENAMED))
    by_id = {term.id: term for term in read_terms(terms)}
    if GLOSSARY in anchors:
        anchors[GLOSSARY] |= frozenset(by_id)  # the entries of the page, which the build fills
    found = Targets(headings, anchors, by_id)
    return replace(found, renamed=read_renamed(renamed, found.addresses))


def _heading_words(page: Page) -> Mapping[str, str]:
    """The words of headings by id, those of the first under the empty id too."""
    found: dict[str, str] = {}
    for section in page.sections:
        for id_ in ("", section.id):
            found.setdefault(id_, section.cut.title)
    return found


def _preferred(pages: list[str], page: str) -> list[str]:
    """Those that are nearest: the page itself, pages of its note, pages of the guide, else all."""
    note = note_of(page)
    own = [each for each in pages if each == page]
    beside = [each for each in pages if note and note_of(each) == note]
    guide = [each for each in pages if each.startswith(GUIDE)]
    return own or beside or guide or pages
