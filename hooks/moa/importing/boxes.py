"""Boxes of other tools (Obsidian, Docusaurus, GitBook, Hugo, MkDocs, Hexo) become ours: `/// note | title`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from moa.importing.draft import Draft, Line
from moa.importing.traced import NOTHING, Traced

# Our types of box (see moa.markdown.EXTENSIONS) and the names that other tools have for them.
TYPES = {
    "note": "note memo message box callout notice default primary aside seealso abstract summary todo",
    "info": "info information",
    "tip": "tip hint important",
    "warning": "warning warn caution attention alert",
    "danger": "danger error bug critical",
    "success": "success check done",
    "failure": "failure fail missing",
    "question": "question help faq",
    "example": "example",
    "quote": "quote cite",
    "details": "details spoiler toggle collapse expand",
}
_OURS = {name: ours for ours, names in TYPES.items() for name in names.split()}

_CALLOUT = re.compile(r"^\s{0,3}>\s*\[!(?P<type>[A-Za-z-]+)(?:\|[^\]]*)?\](?P<fold>[-+]?)\s*(?P<title>.*?)\s*$")
_COLONS = re.compile(
    r"^\s{0,3}(?P<mark>:{3,})\s*(?P<type>[A-Za-z]+)\s*(?:\[(?P<bracketed>[^\]]*)\])?(?:\{[^}]*\})?\s*(?P<title>.*?)\s*$"
)
_COLONS_END = re.compile(r"^\s{0,3}:{3,}\s*$")
_INDENTED = re.compile(r"^(?P<mark>!!!|\?\?\?\+?|===)\s+(?P<type>[A-Za-z]+)\s*(?:\"(?P<title>[^\"]*)\")?\s*$")
_TAG = re.compile(
    r"^\s*(?:\{%-?\s*(?P<name>hint|note|alert|callout|notice|tip|warning|info|danger|admonition)\b(?P<args>[^%]*)%\}"
    r"|\{\{[<%]\s*(?P<short>box|hint|note|alert|callout|notice|tip|warning|info|danger|admonition|details)\b(?P<rest>[^>%]*)[>%]\}\})\s*$"
)
_TAG_END = re.compile(
    r"^\s*(?:\{%-?\s*end(?:hint|note|alert|callout|notice|tip|warning|info|danger|admonition)\s*-?%\}"
    r"|\{\{[<%]\s*/\s*(?:box|hint|note|alert|callout|notice|tip|warning|info|danger|admonition|details)\s*[>%]\}\})\s*$"
)
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")


@dataclass(frozen=True)
class _Box:
    """A box that was found: its lines [start, end), its head, its title and its body."""

    end: int
    type: str
    head: Traced
    title: Traced
    body: tuple[Line, ...]
    tail: Traced = NOTHING


def read_boxes(draft: Draft) -> Draft:
    """Replace each box by box lines around its body; what only looks like a box is left for the escapes."""
    if not any(_may_open(line.text) for line in draft.lines):
        return draft
    return draft.with_lines(_read(draft.lines))


def _may_open(text: str) -> bool:
    return text.lstrip()[:2] in {">", "> ", ">[", "::", "!!", "??", "{%", "{{"}


def _read(lines: Sequence[Line]) -> list[Line]:
    done: list[Line] = []
    at = 0
    while at < len(lines):
        box = _box_at(lines, at) if lines[at].kind == "text" and _may_open(lines[at].text) else None
        if box:
            title = Traced.made(" | ") + box.title if box.title else NOTHING
            done += [Line(NOTHING), Line(box.head.rewritten(f"/// {box.type}") + title, "box"), Line(NOTHING)]
            done += _read(box.body)
            done += [Line(NOTHING), Line(box.tail.rewritten("///"), "box"), Line(NOTHING)]
        else:
            done.append(lines[at])
        at = box.end if box else at + 1
    return done


def _box_at(lines: Sequence[Line], at: int) -> _Box | None:
    return _callout(lines, at) or _colons(lines, at) or _indented(lines, at) or _tag(lines, at)


def _callout(lines: Sequence[Line], at: int) -> _Box | None:
    found = _CALLOUT.match(lines[at].text)
    if not found:
        return None
    end = at + 1
    while end < len(lines) and (lines[end].text.lstrip().startswith(">") or _is_lazy(lines[end], lines[end - 1])):
        end += 1
    content = lines[at].content
    type_ = "details" if found["fold"] == "-" else _OURS.get(found["type"].lower(), "note")
    title = content[found.start("title") : found.end("title")]
    body = tuple(_unquoted(line) for line in lines[at + 1 : end])
    return _Box(end, type_, content[: found.start("title")], title, body)


def _is_lazy(line: Line, before: Line) -> bool:
    """A line right under the box without `>`: Markdown reads it as part of the paragraph above."""
    return line.text.strip() != "" and before.text.strip() != "" and not re.match(r"\s{0,3}(#|```|~~~)", line.text)


def _unquoted(line: Line) -> Line:
    found = re.match(r"^\s{0,3}> ?", line.text)
    return Line(line.content[found.end() :]) if found else Line(line.content)


def _colons(lines: Sequence[Line], at: int) -> _Box | None:
    found = _COLONS.match(lines[at].text)
    if not found or found["type"].lower() not in _OURS:
        return None
    depth = 0
    for index in range(at + 1, len(lines)):
        if lines[index].kind != "text":
            continue
        if _COLONS_END.match(lines[index].text):
            if depth == 0:
                return _colon_box(lines, at, index, found)
            depth -= 1
        elif _COLONS.match(lines[index].text):
            depth += 1
    return None


def _colon_box(lines: Sequence[Line], at: int, end: int, found: re.Match[str]) -> _Box:
    content = lines[at].content
    group = "bracketed" if found["bracketed"] else "title"
    title = content[found.start(group) : found.end(group)]
    head = content[: found.start(group)]
    return _Box(end + 1, _OURS[found["type"].lower()], head, title, tuple(lines[at + 1 : end]), lines[end].content)


def _indented(lines: Sequence[Line], at: int) -> _Box | None:
    found = _INDENTED.match(lines[at].text)
    if not found or found["type"].lower() not in _OURS:
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
    type_ = "details" if found["mark"].startswith("???") else _OURS[found["type"].lower()]
    return _Box(end, type_, head, title, body)


def _tag(lines: Sequence[Line], at: int) -> _Box | None:
    found = _TAG.match(lines[at].text)
    if not found:
        return None
    end = next((index for index in range(at + 1, len(lines)) if _TAG_END.match(lines[index].text)), None)
    if end is None:
        return None
    name = found["name"] or found["short"]
    arguments = found["args"] or found["rest"] or ""
    kinds = [word for word in re.findall(r"[a-z]+", arguments.lower()) if word in _OURS]
    content = lines[at].content
    title, head = _tag_title(content, found)
    type_ = _OURS[kinds[0]] if kinds else _OURS.get(name, "note")
    return _Box(end + 1, type_, head, title, tuple(lines[at + 1 : end]), lines[end].content)


def _tag_title(content: Traced, found: re.Match[str]) -> tuple[Traced, Traced]:
    """The quoted words of a tag that are no type, and the tag up to them."""
    for quoted in _QUOTED.finditer(content.text):
        words = quoted[1] or quoted[2] or ""
        if words.lower() not in _OURS and words:
            group = 1 if quoted[1] else 2
            return content[quoted.start(group) : quoted.end(group)], content[: quoted.start(group)]
    return NOTHING, content


def reset_code(draft: Draft) -> Draft:
    """Forget which lines are code, since boxes moved the margin; they are to be marked anew."""
    return draft.with_lines(replace(line, kind="text") if line.kind == "code" else line for line in draft.lines)
