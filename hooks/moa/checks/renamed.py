"""docs/renamed.yml: old names that are gone, new ones that exist."""

from collections.abc import Iterator

from moa.book import Book
from moa.data import Value
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.renamed import FILE, read_renamed
from moa.schemas.common import IS_TARGET


def check(book: Book) -> Iterator[Problem]:
    """Old names that still exist, new ones that do not, and names that lead in a circle."""
    value = book.data.get(FILE, Value())
    last = read_renamed(value)
    known = book.corpus.targets.addresses
    for key in value.keys:
        old, new = key.text, value.fields[key.text]
        if not IS_TARGET.fullmatch(old):
            yield key.problem(FILE, f"'{old}' is no address", "write a page path without language and .md, # and an id")
        elif old in known:
            yield key.problem(FILE, f"'{old}' still exists", "remove the line, or the page or section of that name")
        elif "#" in old and (page := old.partition("#")[0]) not in known and page not in last:
            yield key.problem(FILE, f"there is no page '{page}' any more", f"say what became of it too: {page}: …")
        elif new.words and IS_TARGET.fullmatch(new.text) and old not in last:
            yield new.problem(FILE, f"'{old}' leads in a circle", "name what it is called now")
        elif new.words and IS_TARGET.fullmatch(new.text) and last[old] not in known:
            way_out = did_you_mean(last[old], known, "name a page or a section by its whole address")
            yield new.problem(FILE, f"there is no '{last[old]}'", way_out)
