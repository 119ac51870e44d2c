"""Tags of site generators (Jekyll, Hugo, Hexo, kramdown, GitBook) become what they stand for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from moa.importing.draft import Draft, Line
from moa.importing.template_lines import read_line
from moa.importing.traced import NOTHING, Traced

_CODE = re.compile(
    r"^\s*(?:\{%-?\s*(?P<tag>highlight|codeblock|code)\b(?P<liquid>.*?)-?%\}"
    r"|\{\{[<%]\s*(?:highlight|code)\b(?P<hugo>.*?)[>%]\}\})\s*$"
)
_CODE_END = re.compile(
    r"^\s*(?:\{%-?\s*end(?:highlight|codeblock|code)\s*-?%\}|\{\{[<%]\s*/\s*(?:highlight|code)\s*[>%]\}\})\s*$"
)
_LANGUAGE = re.compile(r"\blang(?:uage)?\s*[:=]\s*[\"']?(?P<name>[A-Za-z0-9+#._-]+)")
_FIRST = re.compile(r"^\s*[\"']?(?P<name>[A-Za-z0-9+#._-]+)[\"']?(?=\s|$)")
_OPTION = re.compile(r"\b\w+\s*[:=]\s*(?:\"[^\"]*\"|'[^']*'|\S+)|https?://\S+|\blinenos\b")
_QUOTE = re.compile(r"^\s*\{%-?\s*(?:blockquote|quote|cq)\b(?P<source>.*?)-?%\}\s*$")
_QUOTE_END = re.compile(r"^\s*\{%-?\s*end(?:blockquote|quote|cq)\s*-?%\}\s*$")
_COMMENT = re.compile(r"^\s*(?:\{%-?\s*comment\s*-?%\}|\{::comment\}|\{/\*).*$")
_COMMENT_END = re.compile(r"^.*(?:\{%-?\s*endcomment\s*-?%\}|\{:/(?:comment)?\}|\*/\})\s*$")
_CONTENTS = re.compile(
    r"^\s*(?:\[toc\]|\[\[_?toc_?\]\]|<!--\s*toc\s*-->|\{\{[<%]\s*toc\s*/?[>%]\}\}|\{%-?\s*include\s+toc\S*.*%\}"
    r"|@\[toc\].*|\$\{toc\}|\{%-?\s*toc\s*-?%\})\s*$",
    re.I,
)
_KRAMDOWN_CONTENTS = re.compile(r"^\s*(?:[*+-]|\d+\.)\s+\S.*$")
_ATTRIBUTE_LINE = re.compile(r"^\s*\{:[^}]*\}\s*$")
LONGEST = 400  # lines that a tag may hold before its end is taken for another's

Reader = Callable[[Sequence[Line]], tuple[list[Line], list[Traced]]]


def read_template_tags(draft: Draft) -> Draft:
    """Code and quote tags become fences and quotes, images links; contents lists and class tags go."""
    if not any("{" in line.text or "[" in line.text or "toc" in line.text.lower() for line in draft.lines):
        return draft
    draft = _blocks(draft, _CODE, _CODE_END, _as_fence, "markup")
    draft = _blocks(draft, _COMMENT, _COMMENT_END, lambda lines: ([], [line.content for line in lines]), "boilerplate")
    draft = _blocks(draft, _QUOTE, _QUOTE_END, _as_quote, "markup")
    draft = _drop_contents(draft)
    lines: list[Line] = []
    gone: list[Traced] = []
    for line in draft.lines:
        if line.kind == "text" and ("{" in line.text or "@[" in line.text):
            content, dropped, fact = read_line(line.content)
            gone += dropped
            line = replace(line, content=content)
            draft = draft.remark(content.start, fact, "say in words what it stood for") if fact else draft
        lines.append(line)
    return draft.with_lines(lines).drop(gone, "markup")


def _blocks(draft: Draft, opening: re.Pattern[str], closing: re.Pattern[str], read: Reader, class_: str) -> Draft:
    """Replace each run of lines from an opening tag to its closing tag; one that is never closed stays."""
    lines: list[Line] = []
    gone: list[Traced] = []
    at = 0
    while at < len(draft.lines):
        line = draft.lines[at]
        end = (
            _end(draft.lines, at, closing)
            if "{" in line.text and line.kind == "text" and opening.match(line.text)
            else None
        )
        if end is None:
            lines.append(line)
            at += 1
            continue
        new, dropped = read(draft.lines[at : end + 1])
        lines += new
        gone += dropped
        at = end + 1
    return draft.with_lines(lines).drop(gone, class_)


def _end(lines: Sequence[Line], at: int, closing: re.Pattern[str]) -> int | None:
    first = at if closing is _COMMENT_END else at + 1
    return next((i for i in range(first, min(at + LONGEST, len(lines))) if closing.match(lines[i].text)), None)


def _as_fence(lines: Sequence[Line]) -> tuple[list[Line], list[Traced]]:
    first, last = lines[0].content, lines[-1].content
    if any(line.kind == "code" and line.text.lstrip().startswith(("```", "~~~")) for line in lines):
        return list(lines[1:-1]), [first, last]  # a fence stands within already
    found = _CODE.match(first.text)
    group = "liquid" if found and found["liquid"] is not None else "hugo"
    start, stop = found.span(group) if found else (0, 0)
    arguments = first.text[start:stop]
    named = _LANGUAGE.search(arguments)
    titled = found is not None and found["tag"] == "codeblock"
    named = named or (None if titled else _FIRST.match(arguments))
    fence = "`" * max([3, *(len(run) + 1 for line in lines for run in re.findall(r"^\s*(`{3,})", line.text))])
    title = _title(first[start:stop]) if titled else NOTHING
    info = (named["name"] if named else "") + (' title="' if title else "")
    opening = Traced.made(fence + info) + title + Traced.made('"' if title else "")
    body = [replace(line, kind="code") for line in lines[1:-1]]
    gone = [first, last] if not title else [*_around(first, title), last]
    return [Line(opening, "code"), *body, Line(Traced.made(fence), "code")], gone


def _title(arguments: Traced) -> Traced:
    """The words of a tag that are neither an option nor an address."""
    spans = [found.span() for found in _OPTION.finditer(arguments.text)]
    first = min((start for start, _ in spans if start > 0 and arguments.text[:start].strip()), default=len(arguments))
    start = max((stop for start, stop in spans if stop <= first and not arguments.text[:start].strip()), default=0)
    return arguments[start:first].strip().strip("\"'")


def _around(whole: Traced, part: Traced) -> Iterator[Traced]:
    """What of a line stands before and after a part of it."""
    at = whole.text.find(part.text)
    yield whole[:at]
    yield whole[at + len(part) :]


def _as_quote(lines: Sequence[Line]) -> tuple[list[Line], list[Traced]]:
    mark = Traced.made("> ")
    inner = [Line(mark + line.content, line.kind) for line in lines[1:-1]]
    first = lines[0].content
    found = _QUOTE.match(first.text)
    source = first[found.start("source") : found.end("source")].strip() if found else NOTHING
    if not source:
        return [Line(NOTHING), *inner, Line(NOTHING)], [first, lines[-1].content]
    told = [Line(Traced.made(">")), Line(Traced.made("> — ") + source)]
    return [Line(NOTHING), *inner, *told, Line(NOTHING)], [*_around(first, source), lines[-1].content]


def _drop_contents(draft: Draft) -> Draft:
    """Drop places where a generator would put a contents list, and lines that only set classes."""
    lines: list[Line] = []
    contents: list[Traced] = []
    classes: list[Traced] = []
    for line in draft.lines:
        if line.kind == "text" and _CONTENTS.match(line.text):
            contents.append(line.content)
        elif line.kind == "text" and _ATTRIBUTE_LINE.match(line.text):
            if "toc}" in line.text and "no_toc" not in line.text and lines and _KRAMDOWN_CONTENTS.match(lines[-1].text):
                contents.append(lines.pop().content)
            classes.append(line.content)
        else:
            lines.append(line)
    return draft.with_lines(lines).drop(contents, "boilerplate").drop(classes, "markup")
