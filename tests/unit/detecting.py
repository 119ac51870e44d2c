"""What the tests of the detector share: cases from YAML files, the bread corpus, units and pairs in few words."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from benchmarks.overlaps.judged import Pair, by_ids, concepts_of
from tests.unit.cases import CASES

from moa.data import plain, read_data
from moa.detecting.concepts import Concept
from moa.detecting.detector import Analysis, analysis, score
from moa.detecting.units import Unit, placed, read_units

OVERLAPS = CASES / "overlaps"
BREAD = OVERLAPS / "bread"
DOCS = Path(__file__).parent.parent.parent / "docs"


def data(name: str, folder: Path = OVERLAPS) -> Any:
    """What a YAML file of cases holds; numbers are as they are written."""
    value, problems = read_data(name, (folder / name).read_text(encoding="utf-8"))
    assert not problems, problems
    return plain(value)


def params(cases: Iterable[Mapping[str, Any]]) -> list[Any]:
    """The cases under what each shows."""
    return [pytest.param(case, id=case["shows"]) for case in cases]


@cache
def bread_concepts() -> tuple[Concept, ...]:
    """The six terms of the bread corpus."""
    return concepts_of(BREAD / "glossary.yml")


@cache
def bread() -> Analysis:
    """What reads texts on bread."""
    return analysis(bread_concepts())


@cache
def without_glossary() -> Analysis:
    """What reads texts on anything, and knows no terms."""
    return analysis(())


@cache
def bread_units() -> tuple[Unit, ...]:
    """Twenty units of three notes on bread, two Korean and one English."""
    units, problems = read_units((BREAD / "units.jsonl").read_text(encoding="utf-8"), "units.jsonl")
    assert not problems, problems
    return tuple(units)


def unit(address: str, text: str, english: str = "", heading: str = "") -> Unit:
    """A unit of the note that its address (`note#id`) names."""
    return Unit(address, address.partition("#")[0], heading, text, english)


def scores(units: Iterable[Unit], own: Analysis | None = None) -> dict[Pair, float]:
    """The scores of units by the ids of each pair."""
    there = placed(units)
    return by_ids(there, score(there, own or without_glossary()))


def best(found: Mapping[Pair, float], one: str) -> str:
    """The partner with which a unit scores best."""
    pair = max((pair for pair in found if one in pair), key=lambda pair: found[pair])
    return next(each for each in pair if each != one)
