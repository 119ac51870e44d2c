"""Definition lists, a term and lines that begin with a colon, become lists: a bold term and what it means."""

import re
from collections.abc import Sequence

from moa.importing.draft import Draft, Line
from moa.importing.traced import NOTHING, Traced

_DEFINITION = re.compile(r"^ {0,3}:[ \t]+(?=[\w\"'“‘(\[`*<])")
_NO_TERM = re.compile(r"^(?:\s|[#>|:]|[-*+]\s|\d{1,9}[.)]\s|```|~~~|/{3}|<)|[.!?:]\s*$")
_MARGIN = re.compile(r"^(?: {2,4}|\t)(?=\S)")
LONGEST_TERM = 60


def read_definitions(draft: Draft) -> Draft:
    """Rewrite each term with its definitions; a colon under a longer text is none of one."""
    if not any(line.kind == "text" and _DEFINITION.match(line.text) for line in draft.lines):
        return draft
    lines: list[Line] = []
    at = 0
    while at < len(draft.lines):
        end = _end(draft.lines, at) if _is_term(draft.lines, at) else at
        lines += _item(draft.lines[at:end]) if end > at else [draft.lines[at]]
        at = max(end, at + 1)
    return draft.with_lines(lines)


def _is_term(lines: Sequence[Line], at: int) -> bool:
    """Whether a line stands alone, or under another definition, and right above a definition."""
    line = lines[at]
    if line.kind != "text" or not line.text.strip() or len(line.text) > LONGEST_TERM or _NO_TERM.search(line.text):
        return False
    alone = at == 0 or not lines[at - 1].text.strip() or _DEFINITION.match(lines[at - 1].text) is not None
    return alone and _is_definition(lines, at + 1)


def _is_definition(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and lines[at].kind == "text" and _DEFINITION.match(lines[at].text) is not None


def _is_blank(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and not lines[at].text.strip()


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the definitions of the term end."""
    end = at + 1
    while end < len(lines):
        follows = end + 1 if _is_blank(lines, end) else end
        if not _is_definition(lines, follows) and not (follows == end and _continues(lines, end)):
            break
        end = follows + 1
    return end


def _continues(lines: Sequence[Line], at: int) -> bool:
    return lines[at].kind == "text" and _MARGIN.match(lines[at].text) is not None and lines[at - 1].text.strip() != ""


def _item(lines: Sequence[Line]) -> list[Line]:
    term = lines[0].content.strip()
    bold = Traced.made("" if "**" in term.text or "`" in term.text else "**")
    written = [Line(NOTHING), Line(Traced.made("- ") + bold + term + bold)]
    for line in lines[1:]:
        if found := _DEFINITION.match(line.text):
            mark = line.content[: found.end()].rewritten("  ")
            written += [Line(NOTHING), Line(mark + line.content[found.end() :])]
        elif line.text.strip():
            written.append(Line(Traced.made("  ") + line.content.strip()))
    return [*written, Line(NOTHING)]
