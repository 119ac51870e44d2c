"""`::: diagram NAME` and `::: manifest FILE`: the files under docs/assets/ that pages show."""

import re
from collections.abc import Iterable

from moa.directives import Directive

DIAGRAM, MANIFEST = "diagram", "manifest"
_FILES = {DIAGRAM: "assets/diagrams/{}.svg", MANIFEST: "assets/manifests/{}"}
_PATHS = re.compile(r"assets/(?:diagrams/[\w-]+\.svg|manifests/[\w.-]+\.ya?ml)")


def is_exhibit(path: str) -> bool:
    """Whether a file, by its path relative to docs/, is one that pages can show."""
    return _PATHS.fullmatch(path) is not None


def exhibit_path(directive: Directive) -> str:
    """The file that a directive names, relative to docs/."""
    return _FILES[directive.name].format(directive.target)


def exhibit_name(path: str) -> str:
    """What a directive calls the file at a path."""
    return path.rpartition("/")[2].removesuffix(".svg")


def exhibits_of(directives: Iterable[Directive]) -> tuple[Directive, ...]:
    """Those of the directives that show a file."""
    return tuple(each for each in directives if each.name in _FILES)
