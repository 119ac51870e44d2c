"""Tables of HTML: rows and cells become a Markdown table, unless the table only lays out a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from moa.importing.draft import Line
from moa.importing.html.names import CODE_ELEMENTS
from moa.importing.html.tree import Element, walk
from moa.importing.traced import NOTHING, Traced

# Content that no cell of a Markdown table can hold; lists can where cells are plainly data.
_BLOCK_CONTENT = CODE_ELEMENTS | frozenset("table h1 h2 h3 h4 h5 h6 hr blockquote details".split())
_LISTS = frozenset(["ul", "ol", "dl"])
_MOST_SPANNED = 20
_SPARSE = 30  # places in the grid for each cell: beyond this it is no table of data


@dataclass(frozen=True)
class Grid:
    """The rows of a table, each a list of cells; None is the place of a cell that spans it."""

    rows: tuple[tuple[Element | None, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)


def own(table: Element, names: frozenset[str]) -> Iterator[Element]:
    """The parts of a table with some names, not those of tables inside it."""
    waiting = list(reversed(table.elements))
    while waiting:
        element = waiting.pop()
        if element.name in names:
            yield element
        elif element.name not in ("table", "td", "th"):
            waiting.extend(reversed(element.elements))


def grid(table: Element) -> Grid:
    """The cells of a table at their places."""
    rows: list[tuple[Element | None, ...]] = []
    below: dict[int, int] = {}  # column -> rows still covered by a cell above
    for row in own(table, frozenset(["tr"])):
        places: list[Element | None] = []
        for cell in own(row, frozenset(["td", "th"])):
            _fill_covered(places, below)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(places), len(places) + across):
                below[column] = down - 1
            places += [cell, *[None] * (across - 1)]
        _fill_covered(places, below)
        if any(places):
            rows.append(tuple(places))
    return Grid(tuple(rows))


def _fill_covered(places: list[Element | None], below: dict[int, int]) -> None:
    while below.get(len(places), 0) > 0:
        below[len(places)] -= 1
        places.append(None)


def _span(cell: Element, name: str) -> int:
    value = cell.get(name).strip()
    return min(max(int(value), 1), _MOST_SPANNED) if value.isdecimal() and len(value) < 5 else 1


def is_layout(table: Element, cells: Grid) -> bool:
    """Whether a table only places what it holds: one cell, or blocks that no cell of Markdown can hold."""
    held = sum(1 for row in cells.rows for cell in row if cell)
    if held <= 1 or len(cells.rows) * cells.width > _SPARSE * held or table.get("role") in ("presentation", "none"):
        return True
    names = {element.name for row in cells.rows for cell in row if cell for element in walk(cell)}
    if names & _BLOCK_CONTENT or (len(cells.rows) == 1 and "th" not in names):
        return True
    return bool(names & _LISTS) and "th" not in names


def pipe_table(cells: Grid, write: Callable[[Element], Traced]) -> list[Line]:
    """The lines of a Markdown table; its first row is the header, which Markdown always has."""
    header, *body = cells.rows
    rule = Traced.made("|" + "---|" * cells.width)
    return [
        Line(line)
        for line in (_row(header, cells.width, write), rule, *(_row(row, cells.width, write) for row in body))
    ]


def _row(row: Sequence[Element | None], width: int, write: Callable[[Element], Traced]) -> Traced:
    written = [write(cell) if cell else NOTHING for cell in [*row, *[None] * (width - len(row))]]
    padded = [Traced.made(" ") + cell + Traced.made(" ") for cell in written]
    return Traced.made("|") + Traced.join(padded, "|") + Traced.made("|")
