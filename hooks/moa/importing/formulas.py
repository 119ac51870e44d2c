"""Formulas: displayed ones are kept line by line, and what only looks like a formula is told from one."""

import re
from collections.abc import Iterable, Sequence

from moa.importing.draft import Draft, Line
from moa.importing.traced import Traced
from moa.importing.tree import Block, with_children

_OPENING = re.compile(
    r"^(?P<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)"
    r"(?P<mark>\$\$|\\{1,2}\[|\\begin\{(?P<name>[a-z]+\*?)\})(?P<rest>.*)$"
)
_CLOSINGS = {"$$": r"\$\$", "\\[": r"\\\]", "\\\\[": r"\\\\\]"}
_ALONE = re.compile(r"\\begin\{(?:equation|align|alignat|gather|multline|eqnarray|flalign)\*?\}")  # need no marks
LONGEST = 200
_INFO = "math"
_SPOKEN = re.compile(r"\\(?:text|mathrm|mbox|textbf|operatorname|tag|label)\s*\{[^{}]*\}")
_SIGNS = re.compile(r"[\\^_=+*/<>{}()|-]")
_BLOCK_LIKE = re.compile(r"#|[=-]+\s*$|>|```|~~~|[-+*]\s|\d+[.)]\s|\|")
_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")


def looks_like_formula(text: str) -> bool:
    """Whether a text between marks of a formula is one: it says nothing in Korean, and is a letter or holds a sign."""
    bare = text.strip()
    if not bare or re.search(r"[가-힣`]", _SPOKEN.sub("", bare)):
        return False
    return _SIGNS.search(bare) is not None or re.fullmatch(r"[A-Za-z]{1,3}|\d+|\w", bare) is not None


def read_formulas(draft: Draft) -> Draft:
    """Make each displayed formula a fence for the time of the import, so that nothing in it is read as Markdown."""
    if not any("$$" in line.text or "\\[" in line.text or "\\begin{" in line.text for line in draft.lines):
        return draft
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        count, new = _formula(draft.lines, at) if draft.lines[at].kind == "text" else (0, [])
        lines += new if count else [draft.lines[at]]
        at += max(count, 1)
    return draft.with_lines(lines)


def _formula(lines: Sequence[Line], at: int) -> tuple[int, list[Line]]:
    """How many lines the formula at a line has, 0 where there is none, and the fence that stands for it."""
    content = lines[at].content
    found = _OPENING.match(content.text)
    if not found:
        return 0, []
    closing = re.compile(_CLOSINGS.get(found["mark"], rf"\\end\{{{re.escape(found['name'] or '')}\}}") + r"\s*$")
    same = closing.search(content.text, found.end("mark"))
    limit = min(at + LONGEST, len(lines))
    end = at if same else next((i for i in range(at + 1, limit) if closing.search(lines[i].text)), limit)
    if end == limit or any(line.kind != "text" for line in lines[at : end + 1]):
        return 0, []
    body = _body([line.content for line in lines[at : end + 1]], found, closing)
    if not looks_like_formula("\n".join(line.text for line in body)):
        return 0, []
    indent = Traced.made(re.sub(r"(?<=\S)[ \t]+$|[-*+]|\d+[.)]", lambda m: " " * len(m[0]), found["before"]))
    mark = content[found.start("mark") : found.end("mark")].rewritten("```" + _INFO) if not found["name"] else None
    opening = Line(content[: found.end("before")] + (mark or Traced.made("```" + _INFO)), "code")
    shown = [Line(indent + line, "code") for line in body if line.text.strip()]
    return end - at + 1, [opening, *shown, Line(indent + Traced.made("```"), "code")]


def _body(contents: Sequence[Traced], found: re.Match[str], closing: re.Pattern[str]) -> list[Traced]:
    """The lines between the marks; those of an environment hold the marks, as LaTeX reads them."""
    first, *rest = contents
    margin = re.compile(r"^[ \t>]*")
    lines = [first[found.start("mark") if found["name"] else found.end("mark") :]]
    lines += [line[margin.match(line.text).end() :] for line in rest]  # type: ignore[union-attr]
    if not found["name"] and (end := closing.search(lines[-1].text)):
        lines[-1] = lines[-1][: end.start()] + lines[-1][end.start() :].rewritten("")
    return [line.strip() for line in lines]


def write_formulas(draft: Draft) -> Draft:
    """Fences that hold a formula become the formula, between the marks that the site knows."""
    return draft.with_blocks([_written(block) for block in draft.blocks])


def _written(block: Block) -> Block:
    if block.children:
        return with_children(block, (_written(child) for child in block.children))
    if block.kind != "fence" or block.marker.text != _INFO:
        return block
    lines = _settled(line.sub(_TAG_LIKE, lambda _: "< ") for line in block.lines if line.text.strip())
    if not lines or not looks_like_formula("\n".join(line.text for line in lines)):
        return block
    if not _ALONE.match(lines[0].text):
        mark = Traced.made("$$")
        lines = (block.marker.rewritten("") + mark, *lines, mark)
    return Block("html", lines)


def _settled(lines: Iterable[Traced]) -> tuple[Traced, ...]:
    """The lines, those that Markdown would take for a heading or another block behind the line before them."""
    settled: list[Traced] = []
    for line in lines:
        if not _BLOCK_LIKE.match(line.text):
            settled.append(line)
        elif settled:
            settled[-1] = settled[-1] + Traced.made(" ") + line
        else:
            settled.append(Traced.made("{}") + line)
    return tuple(settled)
