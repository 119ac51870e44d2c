"""How far the English follows the Korean, section by section."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from moa.corpus import Corpus
from moa.fingerprint import fingerprint
from moa.languages import SOURCE
from moa.markdown import parser
from moa.sections import Page, Section

Status = Literal["current", "behind", "missing", "orphan"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True)
class Translation:
    """One section's state: `korean` is None for an orphan, `english` is None where nothing is written."""

    id: str
    status: Status
    korean: Section | None
    english: Section | None


@dataclass(frozen=True)
class PageTranslation:
    """A page's sections in Korean order, orphans last; `name` is the path without language and .md."""

    name: str
    sections: tuple[Translation, ...]

    @property
    def counts(self) -> dict[Status, int]:
        """How many sections have each status."""
        return count(self.sections)


def statuses(korean: Page | None, english: Page | None, shown: Callable[[str], str] = str) -> tuple[Translation, ...]:
    """The state of every section of a page, matched by id, in Korean order, then the orphans.

    A heading without an id matches nothing. A section whose `data-of` is absent is missing: nobody has said
    which Korean words it translates. `shown` reads the page's references as the words they show.
    """
    markdown = parser()
    translated = _by_id(english)
    known = _by_id(korean)
    found = []
    for section in korean.sections if korean else ():
        other = translated.get(section.id) if known.get(section.id) is section else None
        mark = fingerprint(section, shown, markdown) if other and other.attributes.get("data-of") else ""
        found.append(Translation(section.id, _status(other, mark), section, other))
    orphans = [section for section in (english.sections if english else ()) if section.id not in known]
    return (*found, *(Translation(section.id, "orphan", None, section) for section in orphans))


def translations(corpus: Corpus) -> tuple[PageTranslation, ...]:
    """The state of every page of a tree, by name."""
    names = sorted({page.name for page in corpus.pages.values()})
    return tuple(PageTranslation(name, _page_statuses(corpus, name)) for name in names)


def count(found: Iterable[Translation]) -> dict[Status, int]:
    """How many of them have each status; every status is named."""
    counts = Counter(translation.status for translation in found)
    return {status: counts[status] for status in STATUSES}


def as_data(pages: Iterable[PageTranslation]) -> dict[str, Any]:
    """Totals and pages as `moa translations --json` prints them."""
    pages = tuple(pages)
    return {
        "totals": count(translation for page in pages for translation in page.sections),
        "pages": [
            {
                "path": page.name,
                **page.counts,
                "sections": [{"address": f"{page.name}#{each.id}", "status": each.status} for each in page.sections],
            }
            for page in pages
        ],
    }


def _page_statuses(corpus: Corpus, name: str) -> tuple[Translation, ...]:
    korean, english = corpus.page(SOURCE, name), corpus.page("en", name)
    return statuses(korean.cut if korean else None, english.cut if english else None, corpus.shown(name))


def _by_id(page: Page | None) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for section in page.sections if page else ():
        if section.id:
            found.setdefault(section.id, section)
    return found


def _status(english: Section | None, korean_fingerprint: str) -> Status:
    if english is None or not english.attributes.get("data-of"):
        return "missing"
    return "current" if english.attributes["data-of"] == korean_fingerprint else "behind"
