"""Links between notes, `[[name]]`, become words or links within the note; embedded pictures become images."""

import re
from collections.abc import Callable

from moa.importing.edits import outside
from moa.importing.findings import Findings
from moa.importing.traced import Traced

_WIKI_IMAGE = re.compile(
    r"!\[\[([^\[\]|\n<>]+\.(?:png|jpe?g|gif|svg|webp|bmp|avif|heic|tiff?|mp[34]|mov|webm|wav|m4a|pdf))"
    r"(?:#[^\[\]|\n]*)?(?:\|([^\[\]\n]*))?\]\]",
    re.I,
)
_SIZE = re.compile(r"[\d\sx|]*")
_WIKI_LINK = re.compile(r"(?<!\\)!?\[\[(?![\s$!=<>-])([^\[\]|\n]*[^\[\]|\s])(?:\|([^\[\]\n]+))?\]\]")


def read_wiki_links(line: Traced, findings: Findings) -> Traced:
    """The line with its links between notes written as Markdown, or as words where they lead out of the note."""
    if "[[" not in line.text:
        return line
    line = outside(line, lambda part: part.sub(_WIKI_IMAGE, _image))
    return outside(line, lambda part: part.sub(_WIKI_LINK, _reader(part, findings)))


def _image(found: re.Match[str]) -> str:
    words = "" if _SIZE.fullmatch(found[2] or "") else found[2]
    return f"![{words}](<{found[1]}>)"


def _reader(part: Traced, findings: Findings) -> Callable[[re.Match[str]], Traced]:
    def words(found: re.Match[str]) -> Traced:
        if found[1].startswith("#") and not found[0].startswith("!"):
            return _within(part, found)
        group = 2 if found[2] else 1
        shown = part[found.start(group) : found.end(group)]
        findings.remark(shown.start, f"a link to another note, [[{found[1]}]], leads nowhere here")
        if found[2]:  # the name of the other note stands on no page
            findings.labels.append(part[found.start(1) : found.end(1)])
            return shown
        before, after = part[found.start() : found.start(1)], part[found.end(1) : found.end()]
        return before.rewritten("") + shown + after.rewritten("")

    return words


def _within(part: Traced, found: re.Match[str]) -> Traced:
    """A link to a heading of the same note, by the anchor that tools make of its words."""
    start, end = found.span(2) if found[2] else (found.start(1) + 1, found.end(1))
    anchor = re.sub(r"[\s()]+", "-", found[1].strip("# "))
    before, after = part[found.start() : start], part[end : found.end()]
    return before.rewritten("[") + part[start:end] + after.rewritten(f"](#{anchor})")
