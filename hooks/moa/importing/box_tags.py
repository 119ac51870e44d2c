"""Boxes between tags of site generators: `{% hint %}`, `{{% notice %}}` and their like."""

import re
from collections.abc import Sequence

from moa.importing.box_types import LONGEST, OURS, Box
from moa.importing.draft import Line
from moa.importing.traced import NOTHING, Traced

_GENERIC = "hint|note|alert|callout|notice|admonition|box"  # their type stands among their arguments
_TAGGED = rf"{_GENERIC}|tip|warning|info|danger|tab|step|details|expand|folding|accordion|spoiler|collapse"
_TAG = re.compile(
    rf"^\s*(?:\{{%-?\s*(?P<name>{_TAGGED})\b(?P<args>[^%]*)%\}}|\{{\{{[<%]\s*(?P<short>{_TAGGED})\b(?P<rest>[^>%]*)[>%]\}}\}})\s*$"
)
_TAG_END = re.compile(rf"^\s*(?:\{{%-?\s*end(?:{_TAGGED})\s*-?%\}}|\{{\{{[<%]\s*/\s*(?:{_TAGGED})\s*[>%]\}}\}})\s*$")
_SPOKEN = re.compile(r"(?<=[\s,])[^\s=,{%]*[가-힣][^=%}]*(?=\s*-?[%>])")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")


def is_box_tag(text: str) -> bool:
    """Whether a line is the tag of a site generator that opens or closes a box."""
    return _TAG.match(text) is not None or _TAG_END.match(text) is not None


def tag_box(lines: Sequence[Line], at: int) -> Box | None:
    """The box whose opening tag fills a line, or None."""
    found = _TAG.match(lines[at].text)
    if not found:
        return None
    end = _tag_end(lines, at)
    if not end:
        return None
    name = found["name"] or found["short"]
    arguments = found["args"] or found["rest"] or ""
    generic = re.fullmatch(_GENERIC, name) is not None
    kinds = [word for word in re.findall(r"[a-z]+", arguments.lower()) if word in OURS] if generic else []
    content = lines[at].content
    title, head = _tag_title(content, found)
    type_ = OURS[kinds[0]] if kinds else OURS.get(name, "note")
    return Box(end + 1, type_, head, title, tuple(lines[at + 1 : end]), lines[end].content)


def _tag_end(lines: Sequence[Line], at: int) -> int:
    """The line with the tag that closes the one at a line, or 0."""
    depth = 0
    for index in range(at + 1, min(at + LONGEST, len(lines))):
        if "{" in lines[index].text and _TAG.match(lines[index].text):
            depth += 1
        elif "{" in lines[index].text and _TAG_END.match(lines[index].text):
            if depth == 0:
                return index
            depth -= 1
    return 0


def _tag_title(content: Traced, found: re.Match[str]) -> tuple[Traced, Traced]:
    """The quoted words of a tag that are no type, and the tag up to them."""
    for quoted in _QUOTED.finditer(content.text):
        words = quoted[1] or quoted[2] or ""
        if words.lower() not in OURS and words:
            group = 1 if quoted[1] else 2
            return content[quoted.start(group) : quoted.end(group)], content[: quoted.start(group)]
    if spoken := _SPOKEN.search(content.text):
        return content[spoken.start() : spoken.end()].strip(), content[: spoken.start()]
    return NOTHING, content
