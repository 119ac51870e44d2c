"""Find code, so that no later pass touches it; mend fences that Markdown would not read as their author meant."""

import re
from collections.abc import Sequence
from dataclasses import replace

from moa.importing.draft import Draft, Line
from moa.importing.indented import mark_indented
from moa.importing.traced import Traced

_FENCE = re.compile(r"^(?P<before>[ \t>]*)(?P<bullet>(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_ONE_LINE = re.compile(r"^(?P<before>[ \t>]*)(?P<open>`{3,})(?P<code>[^`]+?)(?P<close>`{3,})[ \t]*$")
_TILDE_RULER = re.compile(r"^ {0,3}~{8,}[ \t]*$")
_VERBATIM_HTML = re.compile(r"^ {0,3}<(pre|script|style|textarea)\b", re.I)
_OPEN_ENDED = re.compile(
    r"^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*<(?P<name>pre\b|script\b|style\b|textarea\b|!--|\?|!\[CDATA\[)", re.I
)
_ENDS = re.compile(r"</(?P<name>pre|script|style|textarea)\s*>|-->|\?>|\]\]>", re.I)
_END_OF = {"!--": "-->", "?": "?>", "![cdata[": "]]>"}
_ITEM = re.compile(r"^[ \t\u00a0]*(?:[-*+•▶■·]|\d{1,9}[.)])[ \t\u00a0]+")
_BRACKET = re.compile(r"(?<![^ \t>])<(?=[!?a-z])", re.I)
_LINE_SPACE = " \t\u00a0\ufeff"


def mark_code(draft: Draft) -> Draft:
    """Set the kind of every line of code: fenced, indented, and raw HTML whose text is kept as it is."""
    lines: list[Line] = []
    at = 0
    margins: tuple[int, ...] = ()
    last = _last_ends(draft.lines)
    while at < len(draft.lines):
        line = draft.lines[at]
        margins = _margins(line, margins)
        if _never_ends(line, at, last):
            fact = "this tag or comment never ends, so it was read as words"
            draft = draft.remark(line.content.start, fact, "close it, or write it as code")
            lines.append(replace(line, content=line.content.sub(_BRACKET, lambda _: "&lt;")))
            at += 1
        elif (taken := _verbatim_html(draft.lines, at)) or (taken := _fenced(draft.lines, at, margins)):
            count, block, fact = taken
            lines.extend(block)
            if fact:
                draft = draft.remark(line.content.start, fact, "check where the code ends")
            at += count
        else:
            lines.append(_ruler(line))
            at += 1
    return mark_indented(draft.with_lines(lines))


def _last_ends(lines: Sequence[Line]) -> dict[str, int]:
    """The last line that holds each kind of end that HTML whose text is not Markdown can have."""
    last: dict[str, int] = {}
    for index, line in enumerate(lines):
        for found in _ENDS.finditer(line.text) if ">" in line.text else ():
            last[(found["name"] or found[0]).lower()] = index
    return last


def _never_ends(line: Line, at: int, last: dict[str, int]) -> bool:
    """Whether a line opens HTML that Markdown would read up to the end of the note."""
    found = _OPEN_ENDED.match(line.text) if "<" in line.text and line.kind == "text" else None
    if not found:
        return False
    name = found["name"].lower()
    return last.get(_END_OF.get(name, name), -1) < at


def _ruler(line: Line) -> Line:
    return replace(line, content=line.content.rewritten("---")) if _TILDE_RULER.match(line.text) else line


def _verbatim_html(lines: Sequence[Line], at: int) -> tuple[int, list[Line], str] | None:
    found = _VERBATIM_HTML.match(lines[at].text) if "<" in lines[at].text else None
    if not found:
        return None
    closing = re.compile(rf"</{found[1]}\s*>", re.I)
    end = next((index for index in range(at, len(lines)) if closing.search(lines[index].text)), len(lines) - 1)
    return end - at + 1, [Line(line.content, "code") for line in lines[at : end + 1]], ""


def _margins(line: Line, before: tuple[int, ...]) -> tuple[int, ...]:
    """Where the words of each open item begin, the outer ones first."""
    if not line.text.strip():
        return before
    if item := _ITEM.match(line.text):
        width = _indent(line.text)
        return (*(margin for margin in before if margin <= width), len(item[0].expandtabs(4)))
    return before if line.text[0] in _LINE_SPACE else ()


def _indent(text: str) -> int:
    return len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip(_LINE_SPACE))


def _fenced(lines: Sequence[Line], at: int, margins: tuple[int, ...]) -> tuple[int, list[Line], str] | None:
    line = lines[at]
    if one := _ONE_LINE.match(line.text):
        return 1, _three_lines(line, one), ""
    found = _FENCE.match(line.text.replace("\u00a0", " "))
    if not found or _TILDE_RULER.match(line.text) or ("`" in found["info"] and found["fence"][0] == "`"):
        return None
    width = _indent(line.text)
    margin = 0 if ">" in found["before"] else max((each for each in margins if each <= width), default=0)
    if ">" not in found["before"] and width >= margin + 4:
        return None  # four columns further on than the words around it, a fence is indented code
    return _read(lines, at, found, margin)


def _read(lines: Sequence[Line], at: int, found: re.Match[str], margin: int) -> tuple[int, list[Line], str]:
    """The fence, mended, in an item whose words begin at the margin; with the number of lines and what is in doubt."""
    end = _closing(lines, at, found)
    closed = end < len(lines) and _closes(lines[end].text, found)
    fact = _doubt(lines[at + 1 : end], found) if closed else "this code fence is never closed"
    margin = margin or len(found["bullet"] or "")
    out = next((i for i in range(at + 1, end) if lines[i].text.strip() and _indent(lines[i].text) < margin), end)
    if out < end and fact:
        end, closed = out, False  # with its item the code ends, too
    while not closed and end > at + 1 and not lines[end - 1].text.strip():
        end -= 1  # blank lines at the end are no code
    opening = Line(lines[at].content.sub(re.compile("\u00a0"), lambda _: " "), "code")
    body = [Line(inner.content, "code") for inner in lines[at + 1 : end]]
    if found["bullet"]:
        opening, body = _without_bullet(opening, body, found)
    elif out < end:
        body = [replace(inner, content=Traced.made(found["before"]) + inner.content) for inner in body]
    closing = Line(Traced.made(found["before"] + found["fence"]), "code")
    if closed:
        moved = found["bullet"] or out < end
        last = Traced.made(found["before"]) + lines[end].content.strip() if moved else lines[end].content
        closing = Line(last, "code")
    return end - at + closed, [opening, *body, closing], fact


def _doubt(body: Sequence[Line], opening: re.Match[str]) -> str:
    """What is odd about closed code: a fence like its own opens inside, so that an end may be missing."""
    again = re.compile(rf"^[ \t>]*{re.escape(opening['fence'])}[^`~\s]")
    return "another code fence opens inside this one" if any(again.match(line.text) for line in body) else ""


def _closing(lines: Sequence[Line], at: int, opening: re.Match[str]) -> int:
    """The index of the closing fence, or of the line at which the code ends without one."""
    quoted = ">" in opening["before"]
    for index in range(at + 1, len(lines)):
        if quoted and not lines[index].text.lstrip().startswith(">"):
            return index
        if _closes(lines[index].text, opening):
            return index
    return len(lines)


def _closes(text: str, opening: re.Match[str]) -> bool:
    bare = text.strip(_LINE_SPACE + (">" if ">" in opening["before"] else ""))
    return len(bare) >= len(opening["fence"]) and set(bare) == {opening["fence"][0]}


def _without_bullet(opening: Line, body: list[Line], found: re.Match[str]) -> tuple[Line, list[Line]]:
    """A bullet before a fence goes; code that was indented to the bullet's text moves back with it."""
    offset = len(found["bullet"])
    start, stop = found.span("bullet")
    shift = " " * (len(found["before"]) + offset)
    indented = all(line.text.startswith(shift) for line in body if line.text.strip())
    moved = [replace(line, content=line.content[:start] + line.content[stop:]) for line in body] if indented else body
    bullet = opening.content[start:stop].rewritten("")
    return replace(opening, content=opening.content[:start] + bullet + opening.content[stop:]), moved


def _three_lines(line: Line, found: re.Match[str]) -> list[Line]:
    before = Traced.made(found["before"])
    fence = Traced.made("`" * max(3, len(found["open"])))
    code = line.content[found.start("code") : found.end("code")].strip()
    return [Line(before + fence, "code"), Line(before + code, "code"), Line(before + fence, "code")]
