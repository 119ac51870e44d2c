"""One language's pages as links need to know them: what stands where, in which language, at which address."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markdown_it import MarkdownIt

from moa.languages import GLOSSARY, LANGUAGES, SOURCE
from moa.linking.mentions import Finder
from moa.markdown import block_parser
from moa.plain_text import plain
from moa.plain_words import plain_words
from moa.plan import Plan
from moa.sections import Section, read_page
from moa.spans import Span, folded_spans, is_within, korean_spans
from moa.targets import Target, Targets


@dataclass(frozen=True)
class Leaf:
    """A page as it is about to be rendered; `language` is that of its words, Korean for want of a translation."""

    name: str
    text: str
    language: str
    parser: MarkdownIt = field(default_factory=block_parser, repr=False, compare=False)
    cut: tuple[Section, ...] | None = field(default=None, repr=False, compare=False)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The page cut at its headings, unless somebody has done that already."""
        return self.cut if self.cut is not None else read_page(plain(self.text), self.parser).sections

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each section's heading."""
        lines = [0]
        for line in self.text.split("\n"):
            lines.append(lines[-1] + len(line) + 1)
        return [lines[section.line - 1] for section in self.sections]

    @cached_property
    def korean(self) -> tuple[Span, ...]:
        """Where an English page stands in Korean."""
        return korean_spans(self.text) if self.language != SOURCE else ()

    @cached_property
    def folded(self) -> tuple[Span, ...]:
        """Where words stand closed that another page tells."""
        return folded_spans(self.text)

    def section_at(self, offset: int) -> Section | None:
        """The section that an offset lies in, None before the first heading."""
        place = bisect_right(self._starts, offset)
        return self.sections[place - 1] if place else None

    def language_at(self, offset: int) -> str:
        """The language of the words at an offset."""
        return SOURCE if is_within(offset, self.korean) else self.language

    @cached_property
    def _languages(self) -> Mapping[str, str]:
        """The language of each section that has an id."""
        named = [(each, start) for each, start in zip(self.sections, self._starts, strict=True) if each.id]
        return {each.id: self.language_at(start) for each, start in reversed(named)}

    def language_of(self, id_: str) -> str:
        """The language of the section of that id, or of the page."""
        return self._languages.get(id_, self.language) if self.korean else self.language

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What to call each section by its id, within the book: the page's title and its own; the page by no id."""
        titles = [plain_words(section.title) for section in self.sections]
        page = titles[0] if titles else self.name
        named = zip(self.sections[1:], titles[1:], strict=True) if titles else ()
        return {"": page, **{each.id: f"{page} › {title}" for each, title in named if each.id}}


@dataclass(frozen=True)
class Site:
    """The pages of one language by name, what references may name, and where the notes' sections are told.

    `order` has the pages of the guide as they are read.
    """

    language: str
    targets: Targets
    plan: Plan
    leaves: Mapping[str, Leaf]
    order: tuple[str, ...] = ()

    @cached_property
    def finders(self) -> Mapping[str, Finder]:
        """What finds the terms that plain words name, by the languages that the pages have."""
        languages = {leaf.language for leaf in self.leaves.values()} | {SOURCE}
        return {language: Finder(self.targets.terms.values(), language) for language in languages}

    def place(self, target: Target) -> Target:
        """Where readers find a target: a section that is folded away where the guide tells it, a term at its home.

        A term without a home is found in the glossary; without that page its page is empty.
        """
        if not target.page:
            return Target(GLOSSARY if GLOSSARY in self.leaves else "", target.term, target.term)
        told = self.plan.told.get(target.address)
        return Target(told.place.page, told.place.heading, target.term) if told and told.place else target

    def language_of(self, place: Target) -> str:
        """The language of the words that a target leads to: this build's where it has them."""
        leaf = self.leaves.get(place.page)
        if leaf:
            return leaf.language_of(place.id)
        return next((code for code in LANGUAGES if (code, place.page) in self.targets.headings), self.language)

    @cached_property
    def homes(self) -> Mapping[str, Target]:
        """Where readers find each term."""
        terms = self.targets.terms
        return {name: self.place(self.targets.of_term(term)) for name, term in terms.items()}

    def address(self, place: Target, page: str) -> str:
        """A target's address as seen from a page of this build; the other language's page where this one has none."""
        fragment = f"#{place.id}" if place.id else ""
        if place.page == page and fragment:
            return fragment
        if place.page in self.leaves:
            here, there = self._urls.get(page) or page_url(page), self._urls[place.page]
        else:
            here, there = page_url(page, self.language), page_url(place.page, self.language_of(place))
        up = "../" * (here.count("/") + bool(here))
        return f"{up}{there}/{fragment}" if there else f"{up or './'}{fragment}"

    @cached_property
    def _urls(self) -> Mapping[str, str]:
        """The address of each page of this build, from the root of its language."""
        return {name: page_url(name) for name in self.leaves}

    @property
    def reading_order(self) -> tuple[str, ...]:
        """All pages: those of the guide as they are read, then the others by name."""
        return tuple(dict.fromkeys((*(name for name in self.order if name in self.leaves), *sorted(self.leaves))))


def page_url(page: str, language: str = SOURCE) -> str:
    """The address of a page on the site, from its root and without a slash at its end; empty for the home page.

    Without a language, from the root of any.
    """
    folder = "" if page == "index" else page.removesuffix("/index")
    return "/".join(part for part in ("" if language == SOURCE else language, folder) if part)
