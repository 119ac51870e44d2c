"""docs/overlaps.yml: which sections make the same claim, and which only look alike."""

from moa.schemas.common import ADDRESS, FINGERPRINT, ID
from moa.shapes import Choice, ListOf, OrNothing, Record, Text

ADDRESSES = OrNothing(ListOf(ADDRESS))
GROUP = Record({"id": ID, "keep": ADDRESS, "checked": FINGERPRINT}, {"same": ADDRESSES, "adds": ADDRESSES})
DISTINCT = Record({"distinct": ListOf(ADDRESS), "why": Text()})
ENTRY = Choice("distinct", DISTINCT, GROUP)
