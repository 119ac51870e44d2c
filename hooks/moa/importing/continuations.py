"""What continues an item of a list joins it, whatever margin a pasted page gave it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from moa.importing.draft import Draft, Line
from moa.importing.traced import NOTHING, Traced

SPACE = "[ \t\u00a0]"
ITEM = re.compile(rf"^({SPACE}*)([-*+]|\d{{1,9}}[.)])({SPACE}+)(?=\S)")
_MARGIN = re.compile(rf"^{SPACE}*")
_GOES_ON = re.compile(r"^(?:[=-]>|→|⇒|➜|↳|└)")


def join_continuations(draft: Draft) -> Draft:
    """Lines that belong to the item above them, though blank lines and a slack margin stand between, join it.

    A margin of no-break spaces, or one smaller than the item's own, is how pasted pages show a continuation.
    """
    return draft.with_lines(_joined(draft.lines))


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    offsets = [0]  # of the words of the items that are open
    blanks: list[Line] = []
    for line in lines:
        if line.kind == "text" and not line.text.strip():
            blanks.append(line)
            continue
        item = ITEM.match(line.text) if line.kind == "text" else None
        indent = _MARGIN.match(line.text)[0]  # type: ignore[index]
        if line.kind == "text" and not item and _is_slack(indent, line.text, offsets, bool(blanks)):
            blanks = []
            line = replace(line, content=Traced.made(" " * offsets[-1]) + line.content.lstrip(" \t\u00a0"))
        elif item:
            width = len(item[1].expandtabs(4))
            offsets = [*(offset for offset in offsets if offset <= width), len(item[0].expandtabs(4))]
        elif not indent:
            offsets = [0]
        yield from blanks
        blanks = []
        yield line
    yield from blanks


def _is_slack(indent: str, text: str, offsets: Sequence[int], apart: bool) -> bool:
    """Whether a line under an item has a margin that only shows that it continues the item."""
    width = len(indent.expandtabs(4))
    if not indent or not offsets[-1] or (width >= offsets[-1] and "\u00a0" not in indent):
        return False
    if apart and any(0 < offset <= width for offset in offsets) and "\u00a0" not in indent:
        return False  # it goes on with an item further out
    return not apart or "\u00a0" in indent or len(indent) > 1 or _GOES_ON.match(text.lstrip()) is not None


def blank_spaces(draft: Draft) -> Draft:
    """Lines that show nothing are blank lines."""
    return draft.with_lines(
        replace(line, content=NOTHING)
        if line.kind == "text" and line.text and not line.text.strip("\ufeff\u200b \t\u00a0\u3000\u3164\u2800")
        else line
        for line in draft.lines
    )
