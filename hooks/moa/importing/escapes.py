"""What would be markup here by accident is escaped, so that a reader sees it as it was written."""

import re
from collections.abc import Callable

from moa.importing.draft import Draft
from moa.importing.edits import outside
from moa.importing.inline import inline_parser
from moa.importing.traced import Traced
from moa.importing.tree import Block, with_children, with_lines

_PYTHON_MARKDOWN = "\\`*_{}[]()>#+-.!"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", "$": "&#36;", "^": "&#94;", "|": "&#124;"}
_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")
_WIKI = re.compile(r"(?<!\\)\[\[|\](?=\()")
_TEMPLATE = re.compile(r"(?<!\\)\{(?=[{%])|(?<=[{])\{")
_SNIPPET = re.compile(r"(?<!\\)--8<--")
_ATTRIBUTES = re.compile(r"(?<!\\)\{(?=[^{}\n]*\})")
_MATH = re.compile(r"(?<![\\$])\$(?!\s)[^$\n]+?(?<![\s\\])\$(?!\d)|\\\(.+?\\\)")
_SUSPICIOUS = re.compile(r"[\\<{]|\[\[|\]\(|--8<")  # nothing else calls for an escape within a line
_AFTER = frozenset(")]*_`>\"'")
_LINE_STARTS = [
    (re.compile(r"^:(?=::|\s)"), "&#58;"),
    (re.compile(r"^/(?=//)"), "&#47;"),
    (re.compile(r"^\?(?=\?\?)"), "&#63;"),
    (re.compile(r"^=(?===)"), "&#61;"),
    (re.compile(r"^!(?=!!)"), "\\!"),
    (re.compile(r"^\*(?=\[[^\]]*\]:)"), "\\*"),
    (re.compile(r"^\[(?=[^\]]*\]:)"), "\\["),
]


def escape_markup(draft: Draft) -> Draft:
    """Escape the markup of Moa, of Python-Markdown and of its extensions that the author cannot have meant."""
    markdown = inline_parser()

    def change(line: Traced, kind: str, first: bool) -> Traced:
        if _SUSPICIOUS.search(line.text):
            line = outside(markdown, line, lambda part: _escape(part, line, kind))
        for pattern, escaped in _LINE_STARTS if kind != "heading" else ():
            line = line.sub(pattern, lambda _, new=escaped: new)  # type: ignore[misc]
        return line

    return draft.with_blocks(_changed(block, change) for block in draft.blocks)


def _changed(block: Block, change: Callable[[Traced, str, bool], Traced]) -> Block:
    if block.children:
        return with_children(block, (_changed(child, change) for child in block.children))
    if block.kind not in ("paragraph", "heading", "table") or is_math(block):
        return block
    return with_lines(block, (change(line, block.kind, index == 0) for index, line in enumerate(block.lines)))


def is_math(block: Block) -> bool:
    """Whether a paragraph is a displayed formula, whose lines stay as they are."""
    text = block.text.strip()
    return (
        block.kind == "paragraph"
        and len(text) > 4
        and ((text.startswith("$$") and text.endswith("$$")) or (text.startswith("\\begin{") and text.endswith("}")))
    )


def _escape(part: Traced, line: Traced, kind: str) -> Traced:
    """Escape the words between code, tags and addresses; formulas are left alone."""
    if not part:
        return part
    pieces: list[Traced] = []
    at = 0
    for math in _MATH.finditer(part.text) if "$" in part.text or "\\(" in part.text else ():
        pieces += [_escape_words(part[at : math.start()], kind, line), part[math.start() : math.end()]]
        at = math.end()
    return Traced.join([*pieces, _escape_words(part[at:], kind, line)])


def _escape_words(part: Traced, kind: str, line: Traced) -> Traced:
    text = part.text
    if "\\" in text:
        part = part.sub(_ESCAPED, _unescaped)
    if "<" in text:
        part = part.sub(_TAG_LIKE, lambda _: "&lt;")
    if "[" in text or "]" in text:
        part = part.sub(_WIKI, lambda found: "\\[\\[" if found[0] == "[[" else "]\\" if found[0] == "]" else found[0])
    if "{" in text:
        part = part.sub(_TEMPLATE, lambda _: "\\{")
        part = part.sub(_ATTRIBUTES, lambda found: _brace(found, kind, line))
    return part.sub(_SNIPPET, lambda _: "\\-\\-8<--") if "--8<" in text else part


def _unescaped(found: re.Match[str]) -> str:
    """Python-Markdown shows the backslash of an escape that it does not know: write the character otherwise."""
    character = found[1]
    return found[0] if character in _PYTHON_MARKDOWN else _ENTITIES.get(character, character)


def _brace(found: re.Match[str], kind: str, line: Traced) -> str:
    """A brace that opens what could be an attribute list, after an element or at the end of a line."""
    before = found.string[found.start() - 1 : found.start()]
    closes = found.string.index("}", found.start()) + 1
    ends_line = line.text.rstrip().endswith(found.string[found.start() : closes].rstrip())
    return "\\{" if kind != "paragraph" or not before or before in _AFTER or ends_line else "{"
