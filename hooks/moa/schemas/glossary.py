"""docs/glossary.yml: the terms."""

from moa.schemas.common import ADDRESS, ID, NAMES_BY_LANGUAGE, TRANSLATED
from moa.shapes import OrNothing, Record, Text

LINK = Text("auto or brackets", lambda text: text in ("auto", "brackets"))
ENTRY = Record(
    {"id": ID, "ko": Text(), "en": Text()},
    {
        "also": OrNothing(NAMES_BY_LANGUAGE),
        "everyday": OrNothing(NAMES_BY_LANGUAGE),
        "wrong": OrNothing(NAMES_BY_LANGUAGE),
        "reading": OrNothing(Text()),
        "definition": OrNothing(TRANSLATED),
        "home": OrNothing(ADDRESS),
        "official": OrNothing(Record({}, {"ko": OrNothing(Text()), "en": OrNothing(Text())})),
        "link": LINK,
    },
)
