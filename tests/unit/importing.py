"""What must hold of every import, whatever was imported: the guarantees as one function that names what is broken."""

import re
import unicodedata
from collections.abc import Iterator

from moa.importing.ledger import Span
from moa.importing.note import Imported, import_note
from moa.problems import Problem
from moa.rendering import Element, render, renderer
from moa.sections import read_page

_LETTERS = re.compile(r"[^\W_]+")
_ACTING = frozenset("script style iframe object embed form svg meta link base button textarea select".split())
_ALIGNED = re.compile(r"text-align: (?:left|center|right);")  # of a table's cells
_SCHEME = re.compile(r"^(?:javascript|vbscript|data):", re.I)


def imported(raw: str | bytes, name: str = "note.md", glossary: dict[str, str] | None = None) -> Imported:
    """The import of a raw text that must be possible."""
    note = import_note(raw.encode() if isinstance(raw, str) else raw, name, glossary or {})
    assert isinstance(note, Imported), note
    return note


def broken_guarantees(data: bytes, name: str = "note.md") -> list[str]:
    """What the import of some bytes breaks of its guarantees, in words; a refusal in clear words breaks none."""
    note = import_note(data, name, {})
    if not isinstance(note, Imported):
        return [f"a refusal without words: {problem}" for problem in note if not _is_clear(problem)]
    raw = data.decode(note.encoding)
    return [
        *_account(raw, note.spans),
        *_addresses(note),
        *_nothing_lost(raw, note),
        *_stable(note),
        *_harmless(note),
        *_same_again(data, name, note),
    ]


def _is_clear(problem: Problem) -> bool:
    return bool(problem.path and problem.fact and problem.way_out)


def _account(raw: str, spans: tuple[Span, ...]) -> Iterator[str]:
    """Every non-blank character in exactly one span, the spans sorted and apart."""
    at = 0
    for span in spans:
        if not (at <= span.start < span.end <= len(raw)):
            yield f"span out of order: {span} after {at}"
        if raw[at : span.start].strip():
            yield f"not accounted for: {raw[at : span.start].strip()[:60]!r}"
        if span.class_ == "markup" and span.to and re.search(r"[가-힣]", raw[span.start : span.end]):
            yield f"words taken for markup: {raw[span.start : span.end]!r}"
        at = max(at, span.end)
    if raw[at:].strip():
        yield f"not accounted for: {raw[at:].strip()[:60]!r}"


def _sections(note: Imported) -> dict[str, str]:
    return {
        f"{name.removesuffix('.md')}#{section.id}": f"{section.title}\n{section.body}"
        for name, text in note.pages.items()
        for section in read_page(text).sections
    }


def _addresses(note: Imported) -> Iterator[str]:
    sections = _sections(note)
    for span in note.spans:
        if span.to is not None and span.to not in sections:
            yield f"a span leads to {span.to}, which no page holds"
    for address, section in sections.items():
        if not address.isascii() or address.endswith("#"):
            yield f"no ASCII id: {address} {section[:40]!r}"


def _nothing_lost(raw: str, note: Imported) -> Iterator[str]:
    """The words of every shown span stand in its section."""
    sections = {address: _squeezed(text) for address, text in _sections(note).items()}
    for span in note.spans:
        if span.to and span.class_ in ("text", "heading", "heading-only", "code"):
            section = sections.get(span.to, "")
            for word in re.findall(r"[가-힣]+", unicodedata.normalize("NFC", raw[span.start : span.end])):
                if word not in section:
                    yield f"lost: {word!r} of {span} is not in its section"


def _squeezed(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub(r"&[a-z]+;|</?[a-z]+>|[\s*`~\\<>]", "", text))


def _stable(note: Imported) -> Iterator[str]:
    """Importing a page that was written gives that page."""
    for name, text in note.pages.items():
        again = import_note(text.encode(), name, {})
        if not isinstance(again, Imported):
            yield f"{name} cannot be imported again: {again}"
        elif dict(again.pages) != {name: text}:
            yield f"{name} changes when imported again"


def _harmless(note: Imported) -> Iterator[str]:
    """What readers get has the page's headings and nothing that can act."""
    for name, text in note.pages.items():
        rendered = render(text, renderer())
        if rendered is None:
            yield f"{name} cannot be rendered"
            continue
        ids = [id_ for _, id_, nested in rendered.headings if not nested]
        if ids != [section.id for section in read_page(text).sections]:
            yield f"{name} has other headings for its readers: {ids}"
        yield from (f"{name} can act: {element}" for element in rendered.elements if _acts(element))


def _acts(element: Element) -> bool:
    if element.tag in _ACTING or (element.tag == "input" and element.get("type") != "checkbox"):
        return True
    return any(
        key.startswith("on")
        or key == "srcdoc"
        or (key == "style" and not _ALIGNED.fullmatch(value))
        or _SCHEME.match(re.sub(r"[\x00-\x20]", "", value))
        for key, value in element.attributes
    )


def _same_again(data: bytes, name: str, note: Imported) -> Iterator[str]:
    again = import_note(data, name, {})
    if again != note:
        yield "a second import of the same bytes differs"
