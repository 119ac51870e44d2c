"""Line numbers beside code, which are no part of it."""

import re

from moa.importing.html.names import CODE_ELEMENTS
from moa.importing.html.tree import Element, walk, words

_GUTTER = re.compile(
    r"(?:rouge-|crayon-|code-|hljs-ln-)?(?:gutter|line-?no|line-?nos|line-?numbers?|nums|lnt|blob-num|linenodiv|numbers)"
    r"(?:-rows)?(?:-content)?"
)
_CODE_CLASS = re.compile(
    r"(?:rouge-|crayon-|hljs-ln-|blob-|syntaxhighlighter-)?code(?:-inner)?|crayon-pre|__se_code_view|highlighttable"
)


def is_gutter(element: Element, text: str) -> bool:
    """Whether an element holds line numbers: its class says so, or it is a cell with nothing else."""
    names = [name.lower() for name in element.classes]
    numbered = element.get("data-line-number") and not any(_CODE_CLASS.fullmatch(name) for name in names)
    if not numbered and not any(_GUTTER.fullmatch(name) for name in names):
        return False
    return not words(element, text).strip("0123456789 \u00a0|.:")


def code_cell(table: Element, text: str) -> Element | None:
    """The code cell of a table that sets line numbers beside code in one row, else None."""
    rows = [[cell for cell in row.elements if cell.name in ("td", "th")] for row in walk(table) if row.name == "tr"]
    if len(rows) != 1 or len(rows[0]) != 2:
        return None
    numbers, code = rows[0]
    shown = words(numbers, text).split()
    if not shown or not all(number.isdigit() for number in shown):
        return None
    holds = any(element.name in CODE_ELEMENTS or element.name == "code" for element in walk(code))
    return code if holds or any(_CODE_CLASS.fullmatch(name.lower()) for name in code.classes) else None


def is_numbered(table: Element, text: str) -> bool:
    """Whether each row of a table is a number and a line of code."""
    rows = [[cell for cell in row.elements if cell.name in ("td", "th")] for row in walk(table) if row.name == "tr"]
    return len(rows) > 0 and all(
        len(row) == 2
        and is_gutter(row[0], text)
        and any(_CODE_CLASS.fullmatch(name.lower()) for name in row[1].classes)
        for row in rows
    )
