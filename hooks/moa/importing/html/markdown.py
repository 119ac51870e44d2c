"""HTML, a saved page or a part of a Markdown note, as Markdown whose characters know where they came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from moa.importing.draft import Dropped, Line, Remark
from moa.importing.html.article import article
from moa.importing.html.elements import write
from moa.importing.html.flow import Flow, joined
from moa.importing.html.footnotes import footnotes
from moa.importing.html.metadata import metadata
from moa.importing.html.places import Places
from moa.importing.html.record import CLASSES, Record
from moa.importing.html.tokens import Token, tokens
from moa.importing.html.tree import Element, build, walk
from moa.importing.traced import Traced

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG_LINE = re.compile(r"\s*</?[a-zA-Z!][^>]*>")
_MARKDOWN_LINE = re.compile(r"#{1,6}\s|[-*+]\s|\d+\.\s|```|~~~|>\s|!?\[[^\]]*\]\(|\*\*")
_NEAR = 4000
_MOSTLY = 0.6


@dataclass(frozen=True)
class Converted:
    """Markdown lines, what they leave out, what a person should look at, and what a page tells of itself."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...]
    remarks: tuple[Remark, ...]
    metadata: Mapping[str, Any] = field(default_factory=dict)


def convert(source: Traced, *, page: bool) -> Converted:
    """Markdown of HTML: of a whole page its article, of a part of a Markdown note all that cannot act.

    In a part of a note text between tags is Markdown already and stays so; offsets are those of the source.
    """
    text = source.text
    found = tokens(text, markdown=not page)
    root = build(found, text)
    record = Record(text, page)
    _note_tokens(record, found, root)
    chosen, learnt = _article(record, root) if page else (root, {})
    notes = footnotes(chosen, text) if page else {}
    flow = Flow(replace(record, notes=notes, address=str(learnt.get("address", ""))), write)
    flow.visit([chosen])
    flow.flush()
    lines = joined(flow.parts)
    places = Places(source)
    return Converted(
        tuple(replace(line, content=places.moved(line.content)) for line in lines),
        tuple(places.dropped(_left_out(record, lines))),
        tuple(replace(remark, offset=places.offset(remark.offset)) for remark in record.remarks),
        learnt,
    )


def _article(record: Record, root: Element) -> tuple[Element, Mapping[str, Any]]:
    """The article of a page and what the page tells of itself; all around is noted as left out."""
    chosen = article(root, record.text)
    record.leave(0, chosen.start, "boilerplate")
    record.leave(chosen.outer, len(record.text), "boilerplate")
    return chosen, metadata(record, root, chosen)


def looks_like_page(text: str) -> bool:
    """Whether a file is a saved HTML page rather than Markdown with some HTML in it."""
    if _PAGE.match(text.removeprefix("\ufeff")[:_NEAR]):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or not _TAG_LINE.match(lines[0]) or any(_MARKDOWN_LINE.match(line) for line in lines):
        return False
    return sum(1 for line in lines if _TAG_LINE.match(line)) > _MOSTLY * len(lines)


def _note_tokens(record: Record, found: list[Token], root: Element) -> None:
    """Note what is never shown wherever it stands: comments, scripts, attributes that act, metadata tags."""
    for token in found:
        if token.kind in ("text", "pseudo"):
            record.leave(token.start, token.end, "spacing")
        elif token.kind == "comment":
            is_doctype = record.text[token.start : token.start + 3].lower() == "<!d"
            record.leave(token.start, token.end, "markup" if is_doctype else "boilerplate")
            if token.name:
                record.remark(token.start, "a comment is never closed", "everything after it is left out: close it")
        elif token.kind == "raw":
            record.leave(token.start, token.end, "unsafe")
    for element in walk(root):
        if element.name in ("meta", "link", "base", "basefont", "param", "source", "track"):
            acts = element.name == "base" or element.get("http-equiv").lower() == "refresh"
            record.leave(element.start, element.inner, "unsafe" if acts else "boilerplate")
        elif element.name in ("script", "/script", "style", "/style"):
            record.leave(element.start, element.outer, "unsafe")
        for name, attribute in element.attributes.items():
            if (name.startswith("on") and len(name) > 3) or name == "srcdoc":
                record.leave(attribute.whole, attribute.outer, "unsafe")


def _left_out(record: Record, lines: list[Line]) -> Iterator[tuple[int, int, str]]:
    """The runs of characters that no line shows, with their classes: the complement of the lines' pieces."""
    kept = len(CLASSES)
    codes = bytearray(len(record.text))
    for start, end, class_ in sorted(record.marks, key=lambda mark: CLASSES.index(mark[2])):
        codes[start:end] = bytes([CLASSES.index(class_)]) * (end - start)
    for line in lines:
        for start, end in line.content.ranges():
            codes[start:end] = bytes([kept]) * (end - start)
    for run in re.finditer(rb"(.)\1*", bytes(codes), re.DOTALL):
        if run[0][0] != kept:
            yield run.start(), run.end(), CLASSES[run[0][0]]
