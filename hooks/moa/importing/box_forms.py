"""The forms in which other tools (Obsidian, Docusaurus, GitBook, Hugo, MkDocs, Hexo, docsify) write boxes."""

import re
from collections.abc import Sequence

from moa.importing.box_tags import tag_box
from moa.importing.box_types import LONGEST, OURS, Box
from moa.importing.draft import Line
from moa.importing.traced import NOTHING

_LEGACY = re.compile(
    r"^\s{0,3}>\s*\*\*(?P<type>Note|Tip|Important|Warning|Caution|Danger|Info):?\*\*\s*:?\s*(?P<title>)$", re.I
)
_DOCSIFY = re.compile(r"^(?P<mark>[!?])>\s+(?P<words>\S.*)$")
_QUARTO = re.compile(
    r"^\s{0,3}:{3,}\s*\{\s*\.(?:callout-)?(?P<type>[A-Za-z]+)\b(?:(?=[^}]*?\btitle=\"(?P<title>[^\"]*)\"))?[^}]*\}\s*$"
)
_CALLOUT = re.compile(r"^\s{0,3}>\s*\[!(?P<type>[A-Za-z-]+)(?:\|[^\]]*)?\](?P<fold>[-+]?)\s*(?P<title>.*?)\s*$")
_COLONS = re.compile(
    r"^\s{0,3}(?P<mark>:{3,})\s*(?P<type>[A-Za-z]+)\s*(?:\[(?P<bracketed>[^\]]*)\](?=\s*(?:\{|$)))?(?:\{[^}]*\})?\s*(?P<title>.*?)\s*$"
)
_COLONS_END = re.compile(r"^\s{0,3}:{3,}\s*$")
_INDENTED = re.compile(r"^(?P<mark>!!!|\?\?\?\+?|===)\s+(?P<type>[A-Za-z]+)\s*(?:\"(?P<title>[^\"]*)\")?\s*$")
_STARTS_BLOCK = re.compile(r"\s{0,3}(#|```|~~~|[-*+]\s|\d{1,9}[.)]\s|\||<|(?:[-*_]\s?){3,}$)")


def box_at(lines: Sequence[Line], at: int) -> Box | None:
    """The box that opens at a line, or None."""
    return next((box for read in _READERS if (box := read(lines, at))), None)


def _callout(lines: Sequence[Line], at: int) -> Box | None:
    found = _CALLOUT.match(lines[at].text) or _LEGACY.match(lines[at].text)
    if not found:
        return None
    end = at + 1
    while end < len(lines) and (lines[end].text.lstrip().startswith(">") or _is_lazy(lines[end], lines[end - 1])):
        end += 1
    content = lines[at].content
    type_ = "details" if found.groupdict().get("fold") == "-" else OURS.get(found["type"].lower(), "note")
    title = content[found.start("title") : found.end("title")]
    body = tuple(_unquoted(line) for line in lines[at + 1 : end])
    return Box(end, type_, content[: found.start("title")], title, body)


def _is_lazy(line: Line, before: Line) -> bool:
    """A line right under the box without `>`: Markdown reads it as part of the paragraph above."""
    return line.text.strip() != "" and before.text.strip() != "" and not _STARTS_BLOCK.match(line.text)


def _unquoted(line: Line) -> Line:
    found = re.match(r"^\s{0,3}> ?", line.text)
    return Line(line.content[found.end() :]) if found else Line(line.content)


def _colons(lines: Sequence[Line], at: int) -> Box | None:
    found = _QUARTO.match(lines[at].text) or _COLONS.match(lines[at].text)
    named = found is not None and (
        found["type"].lower() in OURS or found["title"] or found.groupdict().get("bracketed")
    )
    end = colons_end(lines, at) if named else 0
    return _colon_box(lines, at, end, found) if found and end else None


def colons_end(lines: Sequence[Line], at: int) -> int:
    """The line that closes the container opened at a line, or 0."""
    depth = 0
    for index in range(at + 1, min(at + LONGEST, len(lines))):
        if lines[index].kind != "text" or not lines[index].text.lstrip().startswith(":::"):
            continue
        if not _COLONS_END.match(lines[index].text):
            depth += 1
        elif depth == 0:
            return index
        else:
            depth -= 1
    return 0


def _colon_box(lines: Sequence[Line], at: int, end: int, found: re.Match[str]) -> Box:
    content = lines[at].content
    group = "bracketed" if found.groupdict().get("bracketed") else "title"
    type_ = OURS.get(found["type"].lower(), "note")
    if found["type"] == "message" and found[group] == "alert":  # Zenn's name for a warning
        return Box(end + 1, "warning", content, NOTHING, tuple(lines[at + 1 : end]), lines[end].content)
    title, head = (
        (content[slice(*found.span(group))], content[: found.start(group)]) if found[group] else (NOTHING, content)
    )
    return Box(end + 1, type_, head, title, tuple(lines[at + 1 : end]), lines[end].content)


def _indented(lines: Sequence[Line], at: int) -> Box | None:
    found = _INDENTED.match(lines[at].text)
    if not found or found["type"].lower() not in OURS:
        return None
    end = at + 1
    while end < len(lines) and (not lines[end].text.strip() or lines[end].text.startswith(("    ", "\t"))):
        end += 1
    body = tuple(Line(line.content[1 if line.text.startswith("\t") else 4 :]) for line in lines[at + 1 : end])
    if not any(line.text.strip() for line in body):
        return None
    content = lines[at].content
    title = content[found.start("title") : found.end("title")] if found["title"] else NOTHING
    head = content[: found.start("title")] if found["title"] else content
    type_ = "details" if found["mark"].startswith("???") else OURS[found["type"].lower()]
    return Box(end, type_, head, title, body)


def _docsify(lines: Sequence[Line], at: int) -> Box | None:
    found = _DOCSIFY.match(lines[at].text)
    if not found:
        return None
    content = lines[at].content
    words = Line(content[found.start("words") :])
    return Box(at + 1, "warning" if found["mark"] == "!" else "tip", content[: found.start("words")], NOTHING, (words,))


_READERS = (_callout, _colons, _indented, _docsify, tag_box)
