"""Headings that are not written as headings: underlined lines, bold lines, `##` without its space."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from moa.importing.draft import Draft, Line
from moa.importing.sentences import SENTENCE_END
from moa.importing.traced import Traced

_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+|$)")
_GLUED_ATX = re.compile(r"^(#{2,6}(?=[가-힣A-Z0-9\[`*(])|#(?=[가-힣A-Z\[`*(]))")
_OTHER_BLOCK = re.compile(r"^\s*(?:#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s|\||<|```|~~~|!\[)|^(?: {4}|\t)")
_BOLD = re.compile(r"^ {0,3}(\*\*|__)(?P<words>(?:(?!\1).)+)\1[ \t]*:?[ \t]*$")
LONGEST_HEADING = 60


def display_width(text: str) -> int:
    """Columns that a text takes where Korean characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def read_underlines(draft: Draft) -> Draft:
    """A short line underlined to its own width is a heading, another line of dashes a rule; doubts are reported."""
    lines: list[Line] = []
    for line in draft.lines:
        found = _UNDERLINE.match(line.text) if line.kind == "text" else None
        above = lines[-1] if lines and lines[-1].kind == "text" and lines[-1].text.strip() else None
        above = None if above and _UNDERLINE.match(above.text) else above  # two rules
        if not found or (len(found[1]) < 3 and above is None):
            lines.append(line)
            continue
        alone = len(lines) < 2 or not lines[-2].text.strip() or lines[-2].kind != "text"
        verdict = _verdict(above.text, found[1]) if above and alone and len(found[1]) > 1 else "rule"
        if above and not alone and found[1][0] == "=":  # to Markdown all the lines above were a heading
            verdict = "rule in doubt"
        if "doubt" in verdict:
            as_what = "a heading" if "heading" in verdict else "a rule"
            draft = draft.remark(
                line.content.start,
                f"this line of {found[1][0]} was read as {as_what}",
                "write `## …` for a heading, or leave a blank line before a rule",
            )
        if above and "heading" in verdict:
            level = "# " if found[1][0] == "=" else "## "
            lines[-1] = replace(above, content=Traced.made(level) + above.content.strip())
            lines.append(replace(line, content=line.content.rewritten("")))
        elif len(found[1]) < 3:  # too short for a rule, and no heading of the words above
            lines += [Line(Traced()), line] if above else [line]
        else:
            rule = replace(line, content=line.content.strip().rewritten("---"))
            lines += [Line(Traced()), rule] if above else [rule]
    return draft.with_lines(lines)


def _verdict(above: str, underline: str) -> str:
    words = above.strip()
    if _OTHER_BLOCK.match(above) or SENTENCE_END.search(words) or len(words) > LONGEST_HEADING:
        return "rule"
    widths = (len(words), display_width(words))
    fits = any(abs(len(underline) - width) <= 2 for width in widths)
    if underline[0] == "=":
        return "heading" if fits or (len(underline) >= 2 and len(words) <= 40) else "rule in doubt"
    if len(underline) == 3:
        return "heading in doubt" if fits else "rule"
    return "heading" if fits else "heading in doubt"


def space_headings(draft: Draft) -> Draft:
    """`##제목` without its space is a heading where such lines are no hashtags."""
    lines: list[Line] = []
    for line in draft.lines:
        found = _GLUED_ATX.match(line.text) if line.kind == "text" and line.text.startswith("#") else None
        opens = not lines or not lines[-1].text.strip()  # a single sign within a paragraph is a hashtag
        likely = found and (len(found[1]) > 1 or (" " in line.text.strip() and opens))
        if found and likely and line.text.count("#") == len(found[1]):
            line = replace(line, content=line.content[: found.end()] + Traced.made(" ") + line.content[found.end() :])
        lines.append(line)
    return draft.with_lines(lines)


def read_bold_headings(draft: Draft) -> Draft:
    """In a note whose headings are bold lines these become headings; a bold line among real headings stays bold."""
    levels = [len(found[1]) for line in draft.lines if line.kind == "text" and (found := ATX.match(line.text))]
    if len(levels) > 1 or any(level > 1 for level in levels):
        return draft
    shown = [index for index, line in enumerate(draft.lines) if line.text.strip()]
    bold = [index for place, index in enumerate(shown) if _is_bold_heading(draft.lines, shown, place)]
    if len(bold) < 2:
        return draft
    lines = list(draft.lines)
    for index in bold:
        match = _BOLD.match(lines[index].text)
        if match:
            words = lines[index].content[match.start("words") : match.end("words")]
            lines[index] = replace(lines[index], content=Traced.made("## ") + words)
    fact, way_out = "bold lines like this one were read as headings", "write `## …` for headings to settle it"
    return draft.with_lines(lines).remark(lines[bold[0]].content.start, fact, way_out)


def _is_bold_heading(lines: Sequence[Line], shown: Sequence[int], place: int) -> bool:
    index = shown[place]
    line = lines[index]
    match = _BOLD.match(line.text) if line.kind == "text" else None
    if not match or len(match["words"]) > LONGEST_HEADING or SENTENCE_END.search(match["words"]):
        return False
    after = lines[shown[place + 1]] if place + 1 < len(shown) else None
    starts_block = index == 0 or not lines[index - 1].text.strip()
    return starts_block and after is not None and not _BOLD.match(after.text)
