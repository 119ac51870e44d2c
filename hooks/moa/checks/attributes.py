"""The `data-` attributes of headings: which ones, where, and how they are written."""

from collections.abc import Iterator

from moa.book import Book
from moa.languages import SOURCE
from moa.nearest import did_you_mean
from moa.pages import Section
from moa.problems import Problem
from moa.reading import Reading
from moa.schemas.common import FINGERPRINT, IS_FINGERPRINT
from moa.sections import read_lines

KNOWN = ("data-of", "data-origin", "data-raw", "data-search-exclude", "data-toc-label")


def check(reading: Reading, _book: Book) -> Iterator[Problem]:
    """Unknown attributes, and those that are missing, unreadable or on the wrong kind of page."""
    for section in reading.page.sections:
        for fact, way_out in _faults(section, bool(reading.page.note)):
            yield reading.at_line(section.line, fact, way_out)


def _faults(section: Section, in_note: bool) -> Iterator[tuple[str, str]]:
    for name in section.cut.attributes:
        if name.startswith("data-") and name not in KNOWN:
            yield f"unknown attribute '{name}'", did_you_mean(name, KNOWN, f"known are {', '.join(KNOWN)}")
    if section.origin not in (None, "editor"):
        yield f"data-origin is '{section.origin}'", 'write data-origin="editor", or take it away'
    yield from _source_faults(section, in_note) if section.language == SOURCE else _translation_faults(section)


def _source_faults(section: Section, in_note: bool) -> Iterator[tuple[str, str]]:
    written = section.cut.attributes.get("data-raw")
    if section.of is not None:
        yield "data-of is on a Korean heading", "it belongs on the English one"
    if written is not None and read_lines(written) is None:
        yield f"data-raw is '{written}'", 'write raw line numbers as in data-raw="23-29,31"'
    elif written is not None and not in_note:
        yield "data-raw is on a page outside notes/", "only sections of a note restate raw lines; take it away"
    elif written is None and in_note and section.origin != "editor":
        yield (
            f"'{section.cut.title}' has no data-raw",
            'name the raw lines that it restates (data-raw="3-5") or mark it data-origin="editor"',
        )


def _translation_faults(section: Section) -> Iterator[tuple[str, str]]:
    if "data-raw" in section.cut.attributes:
        yield "data-raw is on an English heading", "it belongs on the Korean one"
    if not section.id:
        return  # reported by the ids check; without an id there is nothing to accept
    accept = f"look at both languages, then run: moa translations accept {section.address}"
    if section.of is None:
        yield f"'{section.cut.title}' has no data-of", accept
    elif not IS_FINGERPRINT.fullmatch(section.of):
        yield f"data-of is '{section.of}', not {FINGERPRINT.form.partition(',')[0]}", accept
