"""What each data file holds: a shape per file, and typed entries where more than one place reads them."""

from moa.schemas import corrections, glossary, notes, overlaps, renamed
from moa.shapes import ListOf, Shape

# nav.yml has a reader of its own, which says what is wrong with it.
SHAPES: dict[str, Shape] = {
    "corrections.yml": ListOf(corrections.ENTRY),
    "glossary.yml": ListOf(glossary.ENTRY),
    "notes.yml": ListOf(notes.ENTRY),
    "overlaps.yml": ListOf(overlaps.ENTRY),
    "renamed.yml": renamed.FILE,
}
