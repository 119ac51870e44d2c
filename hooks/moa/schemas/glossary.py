"""docs/glossary.yml: the terms."""

from moa.schemas.common import ADDRESS, ID, NAMES_BY_LANGUAGE, TRANSLATED
from moa.shapes import OrNothing, Record, Text

LINK = Text("auto or brackets", choices=("auto", "brackets"))
DOCUMENT = Text("a path from the root of the official documentation, or an https address", pattern=r"(?:/|https://)\S*")
ENTRY = Record(
    {"id": ID, "ko": Text(), "en": Text()},
    {
        "also": OrNothing(NAMES_BY_LANGUAGE),
        "everyday": OrNothing(NAMES_BY_LANGUAGE),
        "except": OrNothing(NAMES_BY_LANGUAGE),
        "wrong": OrNothing(NAMES_BY_LANGUAGE),
        "reading": OrNothing(Text()),
        "definition": OrNothing(TRANSLATED),
        "home": OrNothing(ADDRESS),
        "official": OrNothing(Record({}, {"ko": OrNothing(DOCUMENT), "en": OrNothing(DOCUMENT)})),
        "link": LINK,
    },
    about={
        "id": "What references write: [[pod]]. Never changed once published.",
        "ko": "The official Korean name, as it stands within a sentence.",
        "en": "The official English name, as it stands within a sentence: Pod, container.",
        "also": "Other right names, found and linked in plain text.",
        "everyday": "Names, those above too, that may mean something else: linked in brackets or beside another name.",
        "except": "Words that hold a name and are something else: in them nothing is linked.",
        "wrong": "Mistaken names, for suggestions alone; never printed.",
        "reading": "How a name that does not end in Hangul is read: its last sound chooses the particle.",
        "definition": "What it is, in a sentence or two.",
        "home": "The section of the guide that explains it; left out while the book has none.",
        "official": "The official documentation in each language.",
        "link": "auto: the first plain mention on a page is linked. brackets: only [[references]] are.",
    },
)
