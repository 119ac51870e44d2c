"""What an index is made from: pages with their passages and names, and the definitions of terms."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from moa.searching.passages import Passage


@dataclass(frozen=True)
class Entry:
    """A page as an index takes it: its address within the site, the titles above it in the navigation, its passages.

    `names` are other names of its sections by anchor (the page's own under the empty one): terms that it explains, its
    heading in the other language. `boost` multiplies what its words count.
    """

    url: str
    title: str
    passages: tuple[Passage, ...]
    trail: tuple[str, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    boost: float = 1.0


@dataclass(frozen=True)
class Definition:
    """A term's definition, and where it leads; `other` is its name in the other language, `names` finds it."""

    name: str
    other: str
    words: str
    url: str
    title: str
    trail: tuple[str, ...]
    names: tuple[str, ...]
