"""Boxes of other tools become ours: `/// note | title`; containers that only lay out or switch go."""

import re
from collections.abc import Sequence

from moa.importing.box_forms import box_at, colons_end
from moa.importing.draft import Draft, Line
from moa.importing.traced import NOTHING, Traced

_TAB = re.compile(r"^===\+?\s+\"(?P<title>[^\"]+)\"\s*$")
_LAYOUT = re.compile(r"^\s{0,3}:{3,}\s*[A-Za-z-]+\s*$")
DEEPEST = 16  # boxes in boxes


def read_boxes(draft: Draft) -> Draft:
    """Replace each box by box lines around its body; what only looks like a box is left for the escapes."""
    if not any(_may_open(line.text) for line in draft.lines):
        return draft
    return draft.with_lines(_read(draft.lines))


def _may_open(text: str) -> bool:
    return text.lstrip()[:2] in {">", "> ", ">[", ">*", "::", "!!", "??", "!>", "?>", "==", "{%", "{{"}


def _read(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    done: list[Line] = []
    at = 0
    while at < len(lines):
        end, new = _opened(lines, at, depth) if lines[at].kind == "text" and _may_open(lines[at].text) else (at, [])
        done += new if end > at else [lines[at]]
        at = max(end, at + 1)
    return done


def _opened(lines: Sequence[Line], at: int, depth: int) -> tuple[int, list[Line]]:
    """The end of what opens at a line and the lines that stand for it; the line itself where nothing opens."""
    if depth > DEEPEST:
        return at, []
    if box := box_at(lines, at):
        return box.end, _box_lines(box.type, box.head, box.title, box.tail, _read(box.body, depth + 1))
    return _tab(lines, at, depth) or _layout(lines, at, depth) or (at, [])


def _box_lines(type_: str, head: Traced, title: Traced, tail: Traced, body: Sequence[Line]) -> list[Line]:
    opening = head.rewritten(f"/// {type_}") + (Traced.made(" | ") + title if title else NOTHING)
    closing = tail.rewritten("///")
    blank = Line(NOTHING)
    return [blank, Line(opening, "box"), blank, *body, blank, Line(closing, "box"), blank]


def _tab(lines: Sequence[Line], at: int, depth: int) -> tuple[int, list[Line]] | None:
    """A tab, `=== "title"` and an indented body, as a box."""
    found = _TAB.match(lines[at].text)
    if not found:
        return None
    end = at + 1
    while end < len(lines) and (not lines[end].text.strip() or lines[end].text.startswith("    ")):
        end += 1
    body = [Line(line.content[4:]) for line in lines[at + 1 : end]]
    if not any(line.text.strip() for line in body):
        return None
    content = lines[at].content
    title = content[found.start("title") : found.end("title")]
    return end, _box_lines("example", content[: found.start("title")], title, NOTHING, _read(body, depth + 1))


def _layout(lines: Sequence[Line], at: int, depth: int) -> tuple[int, list[Line]] | None:
    """A container that only lays out its words, as these words."""
    end = colons_end(lines, at) if _LAYOUT.match(lines[at].text) else 0
    if not end:
        return None
    first, last = (Line(lines[index].content.rewritten("")) for index in (at, end))
    return end + 1, [first, *_read(lines[at + 1 : end], depth + 1), last]


def reset_code(draft: Draft) -> Draft:
    """Forget which lines are code, since boxes moved the margin; they are to be marked anew."""
    return draft.with_lines(Line(line.content) if line.kind == "code" else line for line in draft.lines)
