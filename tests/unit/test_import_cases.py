"""Import cases: a raw note, the pages that it becomes, and what the ledger and the person are told.

A case has a sentence, then `=== raw`, `=== pages` (each page under its name), and, where they matter, `=== ledger`
(`class: words` for each span that no page shows or that is no plain text) and `=== problems` (`line: words`).
"""

import re
from pathlib import Path

import pytest
from tests.unit.cases import CASES
from tests.unit.importing import broken_guarantees, imported

from moa.importing.note import Imported

AREAS = ("import", "dialects")
FILES = [path for area in AREAS for path in sorted((CASES / area).glob("*.txt"))]
_PLAIN = ("text", "heading")


def parts_of(path: Path) -> dict[str, str]:
    """The parts of a case; `\\u00a0` and the like in its raw text stand for characters that an editor hides."""
    _, *parts = re.split(r"^=== (raw|pages|ledger|problems)\n", path.read_text(encoding="utf-8"), flags=re.M)
    named = dict(zip(parts[::2], parts[1::2], strict=True))
    named["raw"] = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), named["raw"])
    return named


def pages_of(note: Imported) -> str:
    """Every page under its name, without the attributes that the ledger tests already."""
    pages = (f"--- {name}\n{text}" if len(note.pages) > 1 else text for name, text in note.pages.items())
    return re.sub(r' data-raw="[^"]*"', "", "".join(pages))


def ledger_of(raw: str, note: Imported) -> str:
    """The spans that are not plain text, as `class: words` with line ends folded."""
    spans = (span for span in note.spans if span.class_ not in _PLAIN)
    return "".join(f"{span.class_}: {' / '.join(raw[span.start : span.end].split(chr(10)))}\n" for span in spans)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_raw_note_becomes_its_page(path: Path) -> None:
    case = parts_of(path)
    note = imported(case["raw"])
    assert pages_of(note) == case["pages"]
    if "ledger" in case:
        assert ledger_of(case["raw"], note) == case["ledger"]
    if "problems" in case:
        assert "".join(f"{p.line}: {p.message}\n" for p in note.problems) == case["problems"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_import_of_a_case_keeps_every_guarantee(path: Path) -> None:
    assert broken_guarantees(parts_of(path)["raw"].encode()) == []
