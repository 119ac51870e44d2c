"""A page's text as MkDocs reads it: no byte order mark, line feeds alone, front matter aside."""

import re

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.S)


def front_matter(text: str) -> int:
    """The offset at which a page's front matter ends, 0 where it has none."""
    found = _FRONT_MATTER.match(text)
    return found.end() if found else 0


def plain(text: str) -> str:
    """A text as MkDocs reads it, front matter blanked so that lines keep their numbers."""
    fed = line_fed(text)
    end = front_matter(fed)
    return "\n" * fed.count("\n", 0, end) + fed[end:]


def line_fed(text: str) -> str:
    """A text without a byte order mark whose lines end in line feeds alone."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
