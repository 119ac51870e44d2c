"""The correction blocks of a section: they stay with the note, while its words travel."""

import re

from moa.code_lines import code_lines

_START = re.compile(r"^ {0,3}(/{3,})[ \t]*correction\b")


def split_corrections(body: str) -> tuple[str, tuple[str, ...]]:
    """A section's body without its correction blocks, and these blocks; code that shows one is no block."""
    if "correction" not in body:
        return body, ()
    lines = body.split("\n")
    code = code_lines(body)
    kept: list[str] = []
    blocks: list[str] = []
    at = 0
    while at < len(lines):
        found = _START.match(lines[at])
        end = _end(lines, at, found[1], code) if found and at not in code else at
        if end > at:
            blocks.append("\n".join(lines[at:end]))
        else:
            kept.append(lines[at])
            end = at + 1
        at = end
    return "\n".join(kept).strip("\n"), tuple(blocks)


def _end(lines: list[str], start: int, fence: str, code: set[int]) -> int:
    """The line after the block, or its start where it is never closed."""
    closing = (at for at in range(start + 1, len(lines)) if lines[at].strip() == fence and at not in code)
    return next(closing, start - 1) + 1
