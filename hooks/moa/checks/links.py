"""Relative links and images lead to pages, anchors and files that exist."""

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from moa.book import Book
from moa.languages import LANGUAGES, SOURCE
from moa.nearest import did_you_mean, nearest
from moa.problems import Problem
from moa.reading import Reading
from moa.renamed import now

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_RAW_HTML = re.compile(r"""<(?:a|img)\b[^<>]*?\s(?:href|src)\s*=\s*["']?([^"'\s<>]*)""", re.I)
_FOOTNOTE = re.compile(r"fn(ref)?\d*:")
_RELATIVE = "write it relative to this page, ending in .md"


def check(reading: Reading, book: Book) -> Iterator[Problem]:
    """Links that lead nowhere, out of the docs folder, to a folder, or to an anchor that is not there."""
    for link in reading.links:
        fault = _fault(reading.page.path, html.unescape(link.target), book)
        if fault:
            yield reading.problem(link.offset, *fault)
    for found in _RAW_HTML.finditer(reading.masked):
        target = html.unescape(found[1])
        if not _ELSEWHERE.match(target) and not target.startswith("#"):
            fact = f"the site does not resolve '{target}', since it stands in HTML"
            yield reading.problem(found.start(1), fact, "write it as Markdown: [words](target)")


def _fault(source: str, target: str, book: Book) -> tuple[str, str] | None:
    if book.site and target.startswith(book.site):
        return f"the link '{target}' leads to this very site by its full address", _RELATIVE
    if _ELSEWHERE.match(target):
        return None  # another host, or an address that the unsafe check judges
    if not target:
        return "the link has no target", "give it one, or make it plain words"
    if target.startswith("/"):
        return f"the link '{target}' starts at the root of a host", _RELATIVE
    path, _, fragment = target.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return _anchor_fault([source], "", unquote(fragment), book)
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if wanted.startswith(".."):
        return f"the link '{target}' leads out of the docs folder", "link to a page or a file inside"
    if (crossing := _crossing(source, wanted, book)) is not None:
        return f"'{target}' leads to the other language", crossing
    wanted, fragment = _renamed(wanted, fragment, book)
    found = [each for each in _candidates(wanted) if each in book.corpus.files]
    if not found:
        return f"there is no '{path}'", _way_out(source, wanted, book.corpus.files)
    return _anchor_fault(found, path, unquote(fragment), book)


def _crossing(source: str, wanted: str, book: Book) -> str | None:
    """The way out for a link from one language's tree into the other's, None for every other link."""
    (own, _, _), (other, _, rest) = source.partition("/"), wanted.partition("/")
    if other not in LANGUAGES or other == own:
        return None
    near = posixpath.relpath(f"{own}/{rest}", posixpath.dirname(source))
    exists = any(each in book.corpus.files for each in _candidates(f"{own}/{rest}"))
    return f"link to this language's page: '{near}'" if exists else "write the page in this language first"


def _renamed(wanted: str, fragment: str, book: Book) -> tuple[str, str]:
    """A page's path and a fragment as they are called now."""
    language, _, rest = wanted.partition("/")
    name = rest.removesuffix(".md")
    page, _, anchor = now(f"{name}#{fragment}" if fragment else name, book.corpus.targets.renamed).partition("#")
    return (f"{language}/{page}.md", anchor) if page != name or anchor != fragment else (wanted, fragment)


def _candidates(wanted: str) -> Iterator[str]:
    """The file itself; for one that is not translated, or not in full, the Korean one shown in its stead."""
    yield wanted
    language, _, rest = wanted.partition("/")
    if language in LANGUAGES and language != SOURCE:
        yield f"{SOURCE}/{rest}"


def _anchor_fault(paths: list[str], path: str, fragment: str, book: Book) -> tuple[str, str] | None:
    pages = [each for source in paths for each in _candidates(source) if each in book.anchors]
    if not fragment or not pages or _FOOTNOTE.match(fragment):
        return None
    anchors = frozenset().union(*(book.anchors[page] for page in pages))
    if fragment in anchors:
        return None
    name = nearest(fragment, anchors)
    way_out = f"did you mean '{path}#{name}'?" if name else "link to the id of a heading there"
    return f"there is no section '{path}#{fragment}'", way_out


def _way_out(source: str, wanted: str, files: Iterable[str]) -> str:
    pages = [file for file in files if file in (f"{wanted}.md", f"{wanted}/index.md")]
    folder = posixpath.dirname(source)
    if pages:
        return f"link to the page itself: '{posixpath.relpath(pages[0], folder)}'"
    known = {posixpath.relpath(file, folder) for file in files if not file.endswith(".yml")}
    return did_you_mean(posixpath.relpath(wanted, folder), known, "write it or remove the link")
