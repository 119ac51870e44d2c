"""Bold and struck-out words that end in a sign before a particle, `**파드(Pod)**는`, which Markdown leaves unread."""

import re
import unicodedata

from moa.importing.draft import Draft
from moa.importing.edits import protected
from moa.importing.traced import Traced
from moa.importing.tree import map_lines

_MARKED = re.compile(
    r"(?<![*\\])\*\*(?P<star>(?![\s*])[^*]+?(?<![\s*\\]))\*\*(?!\*)"
    r"|(?<![_\\\w])__(?P<line>(?=[^_]*[가-힣])(?![\s_])[^_]+?(?<![\s_\\]))__(?=[가-힣])"
    r"|(?<![=\\A-Za-z0-9])==(?P<equals>(?=[^=;(){}]*[가-힣])(?![\s=])[^=;(){}]+?(?<![\s=]))==(?![=])"
    r"|(?<![~\\])~~(?P<wave>(?![\s~])[^~]+?(?<![\s~\\]))~~(?!~)"
)
_TAGS = {"star": "strong", "line": "strong", "equals": "mark", "wave": "del"}
_MASK = "\ue000"


def read_strong_words(draft: Draft) -> Draft:
    """Write such words with tags, the one form that every reader of Markdown shows as their author meant."""
    return draft.with_blocks(map_lines(draft.blocks, _read))


def _read(line: Traced) -> Traced:
    if "**" not in line.text and not any(mark in line.text for mark in ("__", "~~", "==")):
        return line
    text = _masked(line.text)
    parts: list[Traced] = []
    at = 0
    for found in _MARKED.finditer(text):
        kind = next(name for name, words in found.groupdict().items() if words is not None)
        if kind in ("line", "equals") or _is_unread(text, *found.span(kind)):
            tag = _TAGS[kind]
            start, stop = found.span(kind)
            before, after = line[found.start() : start], line[stop : found.end()]
            parts += [line[at : found.start()], before.rewritten(f"<{tag}>"), line[start:stop]]
            parts.append(after.rewritten(f"</{tag}>"))
            at = found.end()
    return Traced.join([*parts, line[at:]]) if parts else line


def _masked(text: str) -> str:
    """The text with code, tags and addresses as runs of one sign, so that marks in them are none."""
    parts: list[str] = []
    at = 0
    for start, end in protected(text):
        if start >= at and end - start > 1:
            parts += [text[at:start], "`" + _MASK * (end - start - 2) + "`"]
            at = end
    return "".join([*parts, text[at:]])


def _is_unread(text: str, start: int, stop: int) -> bool:
    """Whether marks of two characters around [start, stop) neither open nor close by CommonMark's rule of signs."""
    closes = not (is_sign(text[stop - 1]) and "가" <= text[stop + 2 : stop + 3] <= "힣")
    opens = not (is_sign(text[start]) and start > 2 and "가" <= text[start - 3] <= "힣")
    return not (opens and closes)


def is_sign(character: str) -> bool:
    """Whether a character is punctuation or a symbol, beside which marks read otherwise than beside letters."""
    return bool(character) and unicodedata.category(character)[0] in "PS"
