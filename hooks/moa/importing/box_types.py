"""The types of boxes that a page may have, and what other tools call them."""

from dataclasses import dataclass

from moa.importing.draft import Line
from moa.importing.traced import NOTHING, Traced

# Our types of box (see moa.markdown.EXTENSIONS) and the names that other tools have for them.
TYPES = {
    "note": "note memo message box callout notice default primary aside seealso abstract summary todo",
    "info": "info information",
    "tip": "tip hint important",
    "warning": "warning warn caution attention alert",
    "danger": "danger error bug critical",
    "success": "success check done",
    "failure": "failure fail missing",
    "question": "question help faq",
    "example": "example tab step",
    "quote": "quote cite",
    "details": "details spoiler toggle collapse expand folding accordion",
}
OURS = {name: ours for ours, names in TYPES.items() for name in names.split()}
LONGEST = 600  # lines of a box; beyond them its end is another's


@dataclass(frozen=True)
class Box:
    """A box that was found: its lines [start, end), its head, its title and its body."""

    end: int
    type: str
    head: Traced
    title: Traced
    body: tuple[Line, ...]
    tail: Traced = NOTHING
