"""Blocks of `///`: of a known kind, closed, and nothing closed that is not open."""

import re
from collections.abc import Iterator

from moa.book import Book
from moa.markdown import EXTENSIONS
from moa.nearest import did_you_mean
from moa.problems import Problem
from moa.reading import Reading

KINDS = frozenset({"details", *EXTENSIONS["pymdownx.blocks.admonition"]["types"]})
_FENCE = re.compile(r"^(/{3,})[ \t]*([\w-]*)(?:[ \t]*\|[^\n]*)?[ \t]*$", re.M)


def check(reading: Reading, _book: Book) -> Iterator[Problem]:
    """Kinds that the site does not know, blocks left open, ends without a start."""
    opened: list[re.Match[str]] = []
    for fence in _FENCE.finditer(reading.masked):
        if fence[2]:
            opened.append(fence)
            if fence[2] not in KINDS:
                way_out = did_you_mean(fence[2], KINDS, f"known are {', '.join(sorted(KINDS))}")
                yield reading.problem(fence.start(), f"there is no block '{fence[2]}'", way_out)
        elif opened and opened[-1][1] == fence[1]:
            opened.pop()
        else:
            yield reading.problem(fence.start(), f"'{fence[1]}' closes no block", "remove it, or start the block")
    for fence in opened:
        yield reading.problem(fence.start(), f"the block '{fence[2]}' is never closed", f"end it with '{fence[1]}'")
