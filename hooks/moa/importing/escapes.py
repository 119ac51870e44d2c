"""What would be markup here by accident is escaped, so that a reader sees it as it was written."""

import re
from collections.abc import Callable, Sequence

from moa.importing.draft import Draft
from moa.importing.edits import protected
from moa.importing.formulas import looks_like_formula
from moa.importing.traced import Traced
from moa.importing.tree import Block, with_children, with_lines

_PYTHON_MARKDOWN = "\\`*_{}[])>#+-.!$"  # what a backslash escapes there; CommonMark knows every sign of ASCII
_ENTITIES = {"(": "&#40;", "<": "&lt;", "&": "&amp;", "~": "&#126;", "^": "&#94;", "|": "&#124;"}
_FORMULA = re.compile(
    r"(?<![\\$A-Za-z0-9_])(?P<dollars>\${1,2})(?!\s)(?P<a>(?:\\.|[^\\$\n])+?)(?<!\s)(?P=dollars)(?![A-Za-z0-9_$])"
    r"|(?<!\\)(?P<slashes>\\{1,2})\((?P<b>[^\n]{1,400}?)(?P=slashes)\)"
)
_ACCIDENTS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<brace>\{)|(?P<tag><)(?=[A-Za-z/!?])|(?P<wiki>\[\[)|(?P<link>\])(?=\(|\[[^\]^])"
    r"|(?P<code>`)|(?P<dollar>\$)|(?P<snippet>--8<)(?=--)"
)
_WRITTEN = {
    "brace": "\\{", "tag": "&lt;", "wiki": "\\[\\[", "link": "\\]", "code": "\\`", "dollar": "\\$",
    "snippet": "\\-\\-8<",
}  # fmt: skip
_SIGNS = frozenset("\\{<[]`$-")
_FIRST_SIGNS = frozenset(":/?=!*[")
_KEPT_TAG = re.compile(
    r'</?(?:kbd|sub|sup|mark|u|span|strong|em|del|code)>|<br>|<span lang="[A-Za-z-]+">|<(?:https?|ftp)://[^\s<>"]+>'
    r"|<(?:mailto:)?[\w.+-]+@[\w.-]+>",
    re.I,
)
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

    def change(line: Traced, kind: str) -> Traced:
        if _SIGNS.isdisjoint(line.text) and line.text[:1] not in _FIRST_SIGNS:
            return line
        line = _escaped(line, [place for place in protected(line.text) if _stays(line.text[slice(*place)])])
        for pattern, escaped in _LINE_STARTS if kind != "heading" else ():
            line = line.sub(pattern, lambda _, new=escaped: new)  # type: ignore[misc]
        return line

    return draft.with_blocks([_changed(block, change) for block in draft.blocks])


def _changed(block: Block, change: Callable[[Traced, str], Traced]) -> Block:
    if block.children:
        return with_children(block, (_changed(child, change) for child in block.children))
    if block.kind not in ("paragraph", "heading", "table"):
        return block
    lines = [change(line, block.kind) for line in block.lines]
    if lines and lines[0].text.startswith("\\[") and lines[-1].text.rstrip().endswith("\\]"):
        lines[0] = lines[0][:2].rewritten("&#91;") + lines[0][2:]  # else all of it would be a formula
    return with_lines(block, lines)


def _stays(element: str) -> bool:
    """The last gate: whatever tag the passes before let through, no other than these reaches a page."""
    return not element.startswith("<") or _KEPT_TAG.fullmatch(element) is not None


def _escaped(line: Traced, places: Sequence[tuple[int, int]]) -> Traced:
    """The line with everything escaped but the given places, in one go, so that nothing new comes to be."""
    parts: list[Traced] = []
    at = 0
    for start, end in places:
        if start >= at:
            parts += [_escape(line[at:start]), line[start:end]]
            at = end
    return Traced.join([*parts, _escape(line[at:])])


def _escape(part: Traced) -> Traced:
    """Escape the words between code, tags and addresses; formulas are left alone."""
    if _SIGNS.isdisjoint(part.text):
        return part
    pieces: list[Traced] = []
    at = 0
    for found in _FORMULA.finditer(part.text) if "$" in part.text or "\\(" in part.text else ():
        if looks_like_formula(found["a"] or found["b"]):
            pieces += [_escape_words(part[at : found.start()]), _formula(part, found)]
            at = found.end()
    return Traced.join([*pieces, _escape_words(part[at:])])


def _formula(part: Traced, found: re.Match[str]) -> Traced:
    """A formula within a line between the marks that the site knows; a tag in it is none."""
    group, opening, closing = ("a", "$", "$") if found["a"] else ("b", "\\(", "\\)")
    inner = part[found.start(group) : found.end(group)].sub(re.compile(r"<(?=[A-Za-z/!?])"), lambda _: "< ").strip()
    before, after = part[found.start() : found.start(group)], part[found.end(group) : found.end()]
    return before.rewritten(opening) + inner + after.rewritten(closing)


def _escape_words(part: Traced) -> Traced:
    return part if _SIGNS.isdisjoint(part.text) else part.sub(_ACCIDENTS, _written)


def _written(found: re.Match[str]) -> str:
    """Python-Markdown shows the backslash of an escape that it does not know: such a character is written otherwise."""
    if character := found["escaped"]:
        return found[0] if character in _PYTHON_MARKDOWN else _ENTITIES.get(character, character)
    return _WRITTEN[found.lastgroup or ""]
