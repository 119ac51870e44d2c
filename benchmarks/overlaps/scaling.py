"""What the detector costs as units grow: time, memory, and what it finds again. Takes some minutes.

The notes are made up in natural proportions, and speak of the concepts of the two corpora beside this file, however
many they are. Seconds are by the clock / of all processors together. Each figure is from a process of its own.
"""

import math
import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.overlaps.costs import (
    Scored,
    edited,
    of_book,
    of_made_up,
    overlaps_of_book,
    paired,
    partitioned,
    remembered,
    scored,
    searched,
    weighed,
    write_notes,
)
from benchmarks.overlaps.spending import Memory, Seconds, fresh

from moa.table import table

DOCS = Path("docs")
SIZES = (1_000, 4_000, 16_000, 50_000, 100_000)
_FROM, _MOST = SIZES[1], SIZES[-1]  # fewer than 2,000 units are compared each with each
_TERMS = (1, 10)  # times the glossary, to see what a larger one costs
_STAGES = ("reading", "weighing", "looking for candidates", "scoring")


def main() -> None:
    """Print the tables."""
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; seconds are by the clock / of all processors")
    with TemporaryDirectory() as name:
        folder = Path(name)
        fresh(write_notes, folder, _MOST)
        _print_proportions(folder)
        _print_sizes(folder)
        _print_search(folder)
        _print_edits(folder)
        _print_partitions(folder)


def _print_proportions(folder: Path) -> None:
    book = fresh(of_book, DOCS)
    found = ((f"{DOCS}/", book), ("made up", fresh(of_made_up, folder, book.units)))
    _print(
        ("notes", "units", "letters a unit", "tokens a unit", "different tokens"),
        ((name, each.units, f"{each.letters:.0f}", f"{each.tokens:.1f}", each.vocabulary) for name, each in found),
    )


def _print_sizes(folder: Path) -> None:
    rows = [fresh(scored, folder, size) for size in SIZES]
    grown = (f"{_growth(one, other):.2f}" for one, other in pairwise(rows))
    _print(
        ("units", "all seconds", "growth", *_STAGES, "MB", "pairs"),
        (
            (row.units, row.seconds, growth, *(row.stages[stage] for stage in _STAGES), row.memory, row.pairs)
            for row, growth in zip(rows, ("", *grown), strict=True)
        ),
    )
    first, last = (next(row for row in rows if row.units == size) for size in (_FROM, _MOST))
    by_stage = ", ".join(f"{stage} {_growth(first, last, stage):.2f}" for stage in _STAGES)
    print(f"growth exponent of processor seconds from {_FROM:,} to {_MOST:,} units: {_growth(first, last):.2f}")
    print(f"by stage: {by_stage}")
    print("MB: the process at its peak + all workers as if each were the largest, pages that they share counted twice")


def _growth(one: Scored, other: Scored, stage: str = "") -> float:
    """The exponent with which processor seconds grow; 1 is linear."""
    spent = [(row.stages[stage] if stage else row.seconds).cpu for row in (one, other)]
    return math.log(spent[1] / spent[0]) / math.log(other.units / one.units)


def _print_search(folder: Path) -> None:
    of_unit = ("keys a unit", "meetings a unit", "candidates a unit")
    _print(
        ("units", "different tokens", *of_unit, "retold", "of them found", "proposed"),
        (
            (
                each.units,
                each.vocabulary,
                *(f"{number / each.units:.1f}" for number in (each.keys, each.meetings, each.candidates)),
                each.retold,
                f"{each.found:.1%}",
                f"{each.proposed:.1%}",
            )
            for each in (fresh(searched, folder, size) for size in SIZES)
        ),
    )


def _print_edits(folder: Path) -> None:
    size = fresh(remembered, folder, _MOST)
    stages, memory = fresh(edited, folder, _MOST)
    print(f"\n{_MOST:,} units remembered in a file of {size / 1e6:.0f} MB, one of them edited:")
    _print_stages(stages, memory)
    print(f"\nmoa overlaps, the whole process, with {DOCS}/:")
    _print_stages(fresh(overlaps_of_book, DOCS))


def _print_stages(stages: Mapping[str, Seconds], memory: Memory | None = None) -> None:
    for stage, seconds in stages.items():
        print(f"  {stage:22}  {seconds} s")
    if memory:
        print(f"  {'memory':22}  {memory} MB")


def _print_partitions(folder: Path) -> None:
    sizes = fresh(partitioned, folder, _MOST)
    print(
        f"\n{_MOST:,} units read into two partitions: {sizes.seconds} s; {sizes.unit:.0f} bytes a unit, "
        f"statistics {sizes.statistics / 1e6:.1f} MB, definitions {sizes.definitions / 1e3:.0f} KB"
    )
    found = fresh(paired, folder, _MOST)
    print(
        f"the two compared with each other: {found.pairs:,} pairs, {found.likely:,} likely enough to be proposed\n"
        f"of {found.retold} retold from one to the other {found.found:.1%} found, {found.found_both_ways:.1%} both ways"
    )
    _print_stages(found.stages, found.memory)
    for times in _TERMS:
        terms, seconds, memory = fresh(weighed, folder, times)
        print(f"  one of them weighed with a glossary of {terms:,} terms: {seconds} s, {memory} MB")


def _print(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    written = ([f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in rows)
    print(f"\n{table([headings, *written])}", end="")


if __name__ == "__main__":
    main()
