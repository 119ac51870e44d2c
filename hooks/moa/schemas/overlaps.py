"""docs/overlaps.yml: which sections make the same claim, and which only look alike."""

from moa.schemas.common import ADDRESS, FINGERPRINT, ID, TRANSLATED
from moa.shapes import Choice, ListOf, OrNothing, Record, Text

ADDRESSES = OrNothing(ListOf(ADDRESS))
# `checked` comes last: a person writes an entry without it, and `moa overlaps accept` adds it.
CHECKED = {"checked": FINGERPRINT}
GROUP = Record({"id": ID, "keep": ADDRESS}, {"topic": TRANSLATED, "same": ADDRESSES, "adds": ADDRESSES, **CHECKED})
DISTINCT = Record({"distinct": ListOf(ADDRESS), "why": Text()}, CHECKED)
ENTRY = Choice("distinct", DISTINCT, GROUP)
