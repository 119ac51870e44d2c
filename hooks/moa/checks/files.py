"""File names under docs/: pages in a language's folder, everything else outside them."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from moa.book import Book
from moa.corpus import DATA_FILES, is_page
from moa.languages import LANGUAGES, SOURCE
from moa.nearest import did_you_mean
from moa.problems import Problem

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_LANGUAGE_LIKE = re.compile(r"[A-Za-z]{2}([_-][A-Za-z]{2,4})?")
_DATA = (".yml", ".yaml")


def check(book: Book) -> Iterator[Problem]:
    """Misplaced files, broken names, pages with one address, folders taken for languages, a missing home page."""
    files = [file for file in sorted(book.corpus.files) if not _is_hidden(file)]
    for file in files:
        yield from _file_faults(file)
    for folder in sorted({file.partition("/")[0] for file in files if "/" in file} - set(LANGUAGES)):
        if _LANGUAGE_LIKE.fullmatch(folder):
            fact = f"the folder '{folder}' is taken for a language, and what it holds is not published"
            yield Problem(folder, 0, 0, fact, "give it a longer name")
    if f"{SOURCE}/index.md" not in book.corpus.pages:
        yield Problem(f"{SOURCE}/index.md", 0, 0, "the book has no home page", "write one")
    yield from _same_address(book)


def _is_hidden(file: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(file).parts)


def _file_faults(file: str) -> Iterator[Problem]:
    top, slash, rest = file.partition("/")
    if slash and top in LANGUAGES:
        if not is_page(file):
            yield Problem(file, 0, 0, f"only .md pages belong under {top}/", "move it to assets/")
        if not all(_NAME.fullmatch(part) for part in rest.split("/")):
            way_out = "use lower-case ASCII letters, digits, '.', '_' and '-'"
            yield Problem(file, 0, 0, "this name makes a poor address", way_out)
    elif file.endswith(".md"):
        yield Problem(file, 0, 0, "this page is in no language's folder", f"move it to {SOURCE}/")
    elif not slash and file.endswith(_DATA) and file not in DATA_FILES:
        way_out = did_you_mean(file, DATA_FILES, f"known are {', '.join(DATA_FILES)}")
        yield Problem(file, 0, 0, "no such data file is read", way_out)


def _same_address(book: Book) -> Iterator[Problem]:
    for path, page in book.corpus.pages.items():
        other = f"{path.removesuffix('.md')}/index.md"
        if page.name != "index" and other in book.corpus.pages:
            yield Problem(path, 0, 0, f"'{other}' has the same address on the site", "keep one of them")
