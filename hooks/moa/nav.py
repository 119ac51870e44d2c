"""The order and the labels of the navigation, from docs/nav.yml and docs/notes.yml, by language-free paths."""

import html
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from moa.data import Value
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.schemas.common import TRANSLATED
from moa.shapes import ListOf, Record, Text

NavItem = str | dict[str, "str | list[NavItem]"]  # as MkDocs' own `nav` setting
NOTES = "notes/"
_INDEX = "index.md"


def _is_language_free(path: str) -> bool:
    parts = path.removesuffix("/").split("/")
    return path.endswith((".md", "/")) and not {"", ".", ".."} & set(parts) and parts[0] not in ("ko", "en")


def _is_child(path: str) -> bool:
    return _is_language_free(path) and "/" not in path.removesuffix("/")


PATH = Text("a page ('guide/pods.md') or a folder ('guide/'), without the language", _is_language_free)
CHILD = Text("a page ('pods.md') or a folder ('basics/') right inside the folder", _is_child)
SHAPE = ListOf(Record({"path": PATH}, {"label": TRANSLATED, "pages": ListOf(CHILD)}))


@dataclass(frozen=True)
class Entry:
    """A page or a folder (its path ends in `/`), its label per language, and what comes first inside the folder."""

    path: str
    label: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[Value, ...] = ()
    value: Value = field(default_factory=Value)

    def covers(self, page: str) -> bool:
        """Whether the page is the entry's own or lies in its folder."""
        return page.startswith(self.path) if self.path.endswith("/") else page == self.path


@dataclass(frozen=True)
class Note:
    """A note's folder name, its short name per language, and the names of its pages in their order."""

    id: str
    short: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[str, ...] = ()


# The order of a tree that has no nav.yml.
DEFAULT = (
    Entry(_INDEX, {"ko": "홈", "en": "Home"}),
    Entry("guide/", {"ko": "길잡이", "en": "Guide"}),
    Entry(NOTES, {"ko": "노트", "en": "Notes"}),
    Entry("glossary.md"),
    Entry("about/", {"ko": "이 책에 대하여", "en": "About"}),
)


def read(value: Value, path: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The entries of a nav.yml that can be used, and everything that is wrong with the file's form."""
    problems = list(SHAPE.faults(value, path, ""))
    entries: dict[str, Entry] = {}
    for item in value.items:
        name = item.get("path")
        if not PATH.accepts(name.words or ""):
            continue
        if name.text in entries:
            problems.append(name.problem(path, f"'{name.text}' is listed twice", "keep one of them"))
            continue
        pages = tuple(page for page in item.get("pages").texts if CHILD.accepts(page.text))
        entries[name.text] = Entry(name.text, _labels(item.get("label")), pages, name)
    return tuple(entries.values()), problems


def read_notes(value: Value) -> tuple[Note, ...]:
    """The notes of a notes.yml that have an id, in their order; its faults are for `moa check` to tell."""
    return tuple(
        Note(item.get("id").text, _labels(item.get("short")), tuple(item.get("imported").fields))
        for item in value.items
        if item.get("id").words
    )


def plan(
    entries: Sequence[Entry] | None,
    pages: Collection[str],
    notes: Sequence[Note],
    language: str,
    path: str = "docs/nav.yml",
) -> tuple[list[NavItem], list[Problem]]:
    """MkDocs' `nav` over language-free paths: every page once, what `entries` does not name at the end.

    Without entries (None: no nav.yml) the order is `DEFAULT`. What is named and absent is an error, what is
    there and not named a notice, both only where there is a nav.yml.
    """
    named = DEFAULT if entries is None else tuple(entries)
    rest = _rest(named, pages)
    problems = [] if entries is None else [*_absent(named, pages, path), *(_unnamed(entry, path) for entry in rest)]
    order = _Order(_orders(named, notes), _all_labels(named, notes), language)
    owned: dict[str, list[str]] = {}
    for page in pages:
        owner = max((entry.path for entry in (*named, *rest) if entry.covers(page)), key=len)
        owned.setdefault(owner, []).append(page)
    return [order.item(entry.path, owned[entry.path]) for entry in (*named, *rest) if entry.path in owned], problems


@dataclass(frozen=True)
class _Order:
    """What comes first in a folder and what is it called, by the folder's path."""

    first: Mapping[str, Sequence[str]]
    labels: Mapping[str, Mapping[str, str]]
    language: str

    def item(self, path: str, pages: Collection[str]) -> NavItem:
        """The navigation of a page, or of a folder with those of its pages that are given."""
        labels = self.labels.get(path, {})
        # themes write labels into their pages as HTML
        label = html.escape(labels.get(self.language) or labels.get("ko", ""), quote=False)
        if path.endswith("/"):
            return {label or _humanised(path): [self.item(*child) for child in self._children(path, pages)]}
        return {label: path} if label else path

    def _children(self, folder: str, pages: Collection[str]) -> Iterator[tuple[str, list[str]]]:
        inside: dict[str, list[str]] = {}
        for page in pages:
            name, slash, _ = page.removeprefix(folder).partition("/")
            inside.setdefault(name + slash, []).append(page)
        rank = {name: place for place, name in enumerate(dict.fromkeys((_INDEX, *self.first.get(folder, ()))))}
        for name in sorted(inside, key=lambda name: (rank.get(name, len(rank)), name.endswith("/"), name)):
            yield folder + name, inside[name]


def _orders(entries: Sequence[Entry], notes: Sequence[Note]) -> dict[str, Sequence[str]]:
    by_notes = {NOTES: [f"{note.id}/" for note in notes], **{f"{NOTES}{note.id}/": note.pages for note in notes}}
    return by_notes | {entry.path: [page.text for page in entry.pages] for entry in entries if entry.pages}


def _all_labels(entries: Sequence[Entry], notes: Sequence[Note]) -> dict[str, Mapping[str, str]]:
    short = {f"{NOTES}{note.id}/": note.short or {"ko": note.id} for note in notes}
    return short | {entry.path: entry.label for entry in entries if entry.label}


def _labels(value: Value) -> dict[str, str]:
    return {language: words for language in ("ko", "en") if (words := value.get(language).words)}


def _absent(entries: Sequence[Entry], pages: Collection[str], path: str) -> Iterator[Problem]:
    for entry in entries:
        inside = [page for page in pages if entry.covers(page)]
        if not inside:
            folders = (f"{folder}/" for page in pages for folder in PurePosixPath(page).parents if folder.name)
            known = {*pages, *folders}
            yield entry.value.problem(path, f"there is no '{entry.path}'", did_you_mean(entry.path, known, "remove it"))
            continue
        children = {page.removeprefix(entry.path) for page in inside}
        names = {name + slash for name, slash, _ in (child.partition("/") for child in children)}
        for page in entry.pages:
            if page.text not in names:
                fact = f"there is no '{entry.path}{page.text}'"
                yield page.problem(path, fact, did_you_mean(page.text, names, "remove it"))


def _unnamed(entry: Entry, path: str) -> Problem:
    return Problem(path, 0, 0, f"'{entry.path}' is not named, so it comes last", "give it a place", "notice")


def _rest(entries: Sequence[Entry], pages: Collection[str]) -> list[Entry]:
    left = [page for page in pages if not any(entry.covers(page) for entry in entries)]
    tops = {name + slash for name, slash, _ in (page.partition("/") for page in left)}
    return [Entry(top) for top in sorted(tops, key=lambda top: (top != _INDEX, top.endswith("/"), top))]


def _humanised(folder: str) -> str:
    words = folder.rstrip("/").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
