"""What the checks look at: the corpus, the data files as values, and the raw files where they are at hand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from moa import nav
from moa.corpus import DATA_FILES, Corpus
from moa.data import Value, read_data
from moa.gathers import GUIDE
from moa.languages import GLOSSARY
from moa.overlaps import Decisions, read_decisions
from moa.pages import Page
from moa.plan import Plan, make_plan
from moa.problems import Problem
from moa.schemas.notes import NoteEntry, read_notes
from moa.suggestions import Suggestions


@dataclass(frozen=True)
class Book:
    """A docs tree with its data files read.

    `raws` holds raw files by name, None where none were asked for; `site` is the address where the book is
    published, empty where it is not known.
    """

    corpus: Corpus
    data: Mapping[str, Value]
    faults: tuple[Problem, ...]
    raws: Mapping[str, bytes] | None = None
    site: str = ""

    @cached_property
    def notes(self) -> tuple[NoteEntry, ...]:
        """The entries of notes.yml."""
        return read_notes(self.data.get("notes.yml", Value()))

    @cached_property
    def entries(self) -> Mapping[str, NoteEntry]:
        """The entries of notes.yml by id, in their order; of doubled ones the first."""
        found: dict[str, NoteEntry] = {}
        for entry in self.notes:
            found.setdefault(entry.id, entry)
        return found

    @cached_property
    def decisions(self) -> Decisions:
        """What overlaps.yml decides."""
        return read_decisions(self.data.get("overlaps.yml", Value()))

    @cached_property
    def suggestions(self) -> Suggestions:
        """What references that lead nowhere may have meant."""
        return Suggestions(self.corpus.targets)

    @cached_property
    def planned(self) -> tuple[Plan, list[Problem]]:
        """Where each section of a note is shown, and the gathering lines that cannot be obeyed."""
        return make_plan(self.corpus, self.decisions)

    @cached_property
    def guide(self) -> tuple[str, ...]:
        """The pages of the guide that nav.yml names, as they are read."""
        entries, _ = nav.read(self.data.get("nav.yml", Value()), "nav.yml")
        pages = (page.text for entry in entries if entry.path == GUIDE for page in entry.pages)
        return tuple(GUIDE + page.removesuffix(".md") for page in pages)

    def _anchors(self, page: Page) -> frozenset[str]:
        entries = frozenset(self.corpus.targets.terms) if page.name == GLOSSARY else frozenset()
        return page.anchors | entries

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """What a `#fragment` may name on each page, by the page's path."""
        return {path: self._anchors(page) for path, page in self.corpus.pages.items()}


def read_book(
    corpus: Corpus,
    raws: Mapping[str, bytes] | None = None,
    site: str = "",
    files: Collection[str] = DATA_FILES,
) -> Book:
    """A book from its corpus and those of its data files that are asked for.

    A data file that cannot be read counts as empty, and its faults are kept.
    """
    read = {name: read_data(name, text) for name, text in corpus.data.items() if name in files}
    faults = tuple(problem for _, problems in read.values() for problem in problems)
    return Book(corpus, {name: value for name, (value, _) in read.items()}, faults, raws, site)
