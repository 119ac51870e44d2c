"""Tags of site generators (Jekyll, Hugo, Hexo, kramdown, GitBook) become what they stand for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from moa.importing.draft import Draft, Line
from moa.importing.traced import Traced

_CODE = re.compile(
    r"^\s*(?:\{%-?\s*(?P<tag>highlight|codeblock)\b(?P<liquid>[^%]*)%\}|\{\{[<%]\s*highlight\b(?P<hugo>[^>%]*)[>%]\}\})\s*$"
)
_CODE_END = re.compile(r"^\s*(?:\{%-?\s*end(?:highlight|codeblock)\s*-?%\}|\{\{[<%]\s*/\s*highlight\s*[>%]\}\})\s*$")
_LANGUAGE = re.compile(r"(?:lang:)?([A-Za-z0-9+#._-]+)")
_QUOTE = re.compile(r"^\s*\{%-?\s*blockquote\b[^%]*%\}\s*$")
_QUOTE_END = re.compile(r"^\s*\{%-?\s*endblockquote\s*-?%\}\s*$")
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_FIGURE = re.compile(r"\{\{[<%]\s*(?:figure|image|img)\b([^>%]*)[>%]\}\}")
_ARGUMENT = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_CONTENTS = re.compile(
    r"^\s*(?:\[toc\]|\[\[_?toc_?\]\]|<!--\s*toc\s*-->|\{\{[<%]\s*toc\s*/?[>%]\}\}|\{%-?\s*include\s+toc\S*.*%\}|@\[toc\].*|\$\{toc\})\s*$",
    re.I,
)
_KRAMDOWN_CONTENTS = re.compile(r"^\s*(?:[*+-]|\d+\.)\s+\S.*$")
_ATTRIBUTE_LINE = re.compile(r"^\s*\{:[^}]*\}\s*$")
_INLINE_ATTRIBUTES = re.compile(r"(?<=[)\]*_`>])\{:[^}\n]*\}")
_VANISHING = re.compile(
    r"^\s*\{%-?\s*(?:include|include_relative|assign|capture|endcapture|comment|endcomment)\b.*%\}\s*$"
)


def read_template_tags(draft: Draft) -> Draft:
    """Code and quote tags become fences and quotes, images links; contents lists and class tags go."""
    if not any("{" in line.text or "toc" in line.text.lower() for line in draft.lines):
        return draft
    draft = _blocks(draft, _CODE, _CODE_END, _as_fence)
    draft = _blocks(draft, _QUOTE, _QUOTE_END, _as_quote)
    draft = _drop_contents(draft)
    lines, gone = [], []
    for line in draft.lines:
        if line.kind == "text" and "{" in line.text:
            content, dropped = _read_inline(line.content)
            gone += dropped
            line = replace(line, content=content)
        lines.append(line)
    return draft.with_lines(lines).drop(gone, "markup")


def _blocks(
    draft: Draft, opening: re.Pattern[str], closing: re.Pattern[str], read: Callable[[Sequence[Line]], list[Line]]
) -> Draft:
    """Replace each run of lines from an opening tag to its closing tag; one that is never closed stays."""
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        line = draft.lines[at]
        end = at
        if line.kind == "text" and "{" in line.text and opening.match(line.text):
            rest = range(at + 1, len(draft.lines))
            end = next((index for index in rest if closing.match(draft.lines[index].text)), at)
        if end > at:
            lines += read(draft.lines[at : end + 1])
            at = end
        else:
            lines.append(line)
        at += 1
    return draft.with_lines(lines)


def _as_fence(lines: Sequence[Line]) -> list[Line]:
    first, last = lines[0].content, lines[-1].content
    found = _CODE.match(first.text)
    arguments = (found["liquid"] or found["hugo"] or "") if found else ""
    named = _LANGUAGE.search(arguments)
    if found and found["tag"] == "codeblock" and "lang:" not in arguments:
        named = None
    fence = "`" * max([3, *(len(run) + 1 for line in lines for run in re.findall(r"^\s*(`{3,})", line.text))])
    body = [replace(line, kind="code") for line in lines[1:-1]]
    opening = Line(first.rewritten(fence + (named[1] if named else "")), "code")
    return [opening, *body, Line(last.rewritten(fence), "code")]


def _as_quote(lines: Sequence[Line]) -> list[Line]:
    inner = [Line(Traced.made("> ") + line.content, line.kind) for line in lines[1:-1]]
    return [Line(lines[0].content.rewritten("")), *inner, Line(lines[-1].content.rewritten(""))]


def _drop_contents(draft: Draft) -> Draft:
    """Drop places where a generator would put a contents list, and lines that only set classes."""
    lines: list[Line] = []
    contents: list[Traced] = []
    classes: list[Traced] = []
    for line in draft.lines:
        if line.kind == "text" and _CONTENTS.match(line.text):
            contents.append(line.content)
        elif line.kind == "text" and (_VANISHING.match(line.text) or _ATTRIBUTE_LINE.match(line.text)):
            if "toc}" in line.text and "no_toc" not in line.text and lines and _KRAMDOWN_CONTENTS.match(lines[-1].text):
                contents.append(lines.pop().content)
            classes.append(line.content)
        else:
            lines.append(line)
    return draft.with_lines(lines).drop(contents, "boilerplate").drop(classes, "markup")


def _read_inline(content: Traced) -> tuple[Traced, list[Traced]]:
    gone = [content[found.start() : found.end()] for found in _INLINE_ATTRIBUTES.finditer(content.text)]
    content = content.sub(_INLINE_ATTRIBUTES, lambda _: Traced())
    gone += [content[found.start() : found.end()] for found in _RAW.finditer(content.text)]
    content = content.sub(_RAW, lambda _: Traced())
    return content.sub(_FIGURE, _figure), gone


def _figure(found: re.Match[str]) -> str:
    given = {name: a or b or c for name, a, b, c in _ARGUMENT.findall(found[1])}
    words = given.get("alt") or given.get("caption") or given.get("title") or ""
    return f"![{words}]({given['src']})" if given.get("src") else found[0]
