"""Read a Markdown page into its sections: a heading and what stands under it, up to the next heading."""

import html
import itertools
import re
from dataclasses import dataclass, field

from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown_it import MarkdownIt
from markdown_it.token import Token

from moa.code_lines import CODE_SPAN
from moa.markdown import block_parser


@dataclass(frozen=True)
class Section:
    """One section of a page; lines count from 1, `end` is its last line, blank lines at its end included.

    `height` is how many lines the heading takes: more than one where it is underlined.
    """

    id: str
    level: int
    title: str
    line: int
    end: int
    body: str
    attributes: dict[str, str] = field(default_factory=dict)
    height: int = 1


@dataclass(frozen=True)
class Page:
    """A page's text cut at its headings; `lead` is what stands before the first one."""

    lead: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The words of the first heading, as the site shows them in its navigation."""
        return self.sections[0].title if self.sections else ""


def read_page(text: str, markdown: MarkdownIt | None = None) -> Page:
    """Cut a page at its top-level headings (those outside code, lists and quotes), whatever their form."""
    lines = text.split("\n")
    tokens = (markdown or block_parser()).parse(text)
    heads = [(opening, inline) for opening, inline in itertools.pairwise(tokens) if _is_heading(opening)]
    starts = [opening.map[0] for opening, _ in heads if opening.map]
    ends = [*starts[1:], len(lines)] if starts else []
    sections = tuple(_section(lines, opening, inline, end) for (opening, inline), end in zip(heads, ends, strict=True))
    return Page("\n".join(lines[: starts[0]] if starts else lines), sections)


def _is_heading(token: Token) -> bool:
    return token.type == "heading_open" and token.level == 0 and token.map is not None


def _section(lines: list[str], opening: Token, inline: Token, end: int) -> Section:
    start, stop = opening.map or (0, 0)
    title, attributes = split_attributes(inline.content)
    return Section(
        id=attributes.pop("id", ""),
        level=int(opening.tag[1:]),
        title=title,
        line=start + 1,
        end=end,
        body="\n".join(lines[stop:end]).strip("\n"),
        attributes=attributes,
        height=stop - start,
    )


def split_attributes(heading: str) -> tuple[str, dict[str, str]]:
    """A heading's words and its attribute list, read by Python-Markdown's own reader as the site reads them."""
    # Braces in code are no attribute list; whatever else follows a closing brace spoils the whole list.
    found = AttrListTreeprocessor.HEADER_RE.search(CODE_SPAN.sub(lambda span: "`" * len(span[0]), heading))
    pairs, remainder = get_attrs_and_remainder(heading[slice(*found.span(1))]) if found else ([], "")
    if not found or remainder:
        return heading.strip(), {}
    words = heading[: found.start()].rstrip()
    return words, {key: html.unescape(value or "") for key, value in pairs}


# Six digits at most: a longer number is a slip of the hand, and would be spread out line by line.
LINES_FORM = r"[0-9]{1,6}(-[0-9]{1,6})?(,[0-9]{1,6}(-[0-9]{1,6})?)*"


def read_lines(value: str) -> frozenset[int] | None:
    """The line numbers that `data-raw="23-29,31"` names, or None where it is not written so."""
    if not re.fullmatch(LINES_FORM, value):
        return None
    ranges = [[int(end) for end in part.split("-")] for part in value.split(",")]
    if any(part[0] < 1 or part[-1] < part[0] for part in ranges):
        return None
    return frozenset(line for part in ranges for line in range(part[0], part[-1] + 1))


def write_lines(lines: frozenset[int] | set[int]) -> str:
    """Line numbers as `data-raw` writes them: sorted, neighbours joined with a hyphen."""
    runs: list[list[int]] = []
    for line in sorted(lines):
        if runs and line == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], line]
        else:
            runs.append([line])
    return ",".join("-".join(str(end) for end in run) for run in runs)
