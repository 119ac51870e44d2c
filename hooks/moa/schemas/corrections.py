"""docs/corrections.yml: what the notes had wrong, and what is right."""

from moa.schemas.common import ADDRESS, ID, LINES, TRANSLATED
from moa.shapes import ListOf, OrNothing, Record, Text, TextOr

ENTRY = Record(
    {
        "id": ID,
        "note": ID,
        "lines": LINES,
        "severity": Text(),
        "category": Text(),
        "had": TextOr(TRANSLATED),
        "right": TextOr(TRANSLATED),
    },
    {"section": OrNothing(ADDRESS), "references": OrNothing(ListOf(Text()))},
)
