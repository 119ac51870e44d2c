"""What is proposed to people, and what is not as they have decided: `tests/cases/overlaps/proposals.yml` lists it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.detecting import OVERLAPS, data, params, unit

from moa.data import read_data
from moa.detecting.detector import Pairs
from moa.detecting.proposals import Alike, Proposal, alike, propose, undecided
from moa.overlaps import Decisions, read_decisions

UNITS = [unit(f"{note}#{name}", "") for note in "abcd" for name in "xy"]
ALL = [(one.id, other.id) for one, other in combinations(UNITS, 2) if one.note != other.note]
GROUPS = st.lists(
    st.lists(st.sampled_from([each.id for each in UNITS]), min_size=2, max_size=4, unique=True), max_size=2
)


def decisions(shows: str) -> Decisions:
    value, _ = read_data("proposals.yml", (OVERLAPS / "proposals.yml").read_text(encoding="utf-8"))
    case = next(item for item in value.items if item.get("shows").text == shows)
    return read_decisions(case.get("decisions"))


def pairs_of(scored: Sequence[tuple[str, str, float]]) -> Pairs:
    places = {each.id: place for place, each in enumerate(UNITS)}
    found = [(places[one], places[other]) for one, other, _ in scored]
    rows, columns = np.array(found, np.int64).reshape(-1, 2).T
    return Pairs(rows, columns, np.array([score for *_, score in scored], np.float64))


def proposed(case: Mapping[str, Any]) -> list[Proposal]:
    scored = pairs_of([(one, other, float(score)) for one, other, score in case["pairs"]])
    decided = decisions(case["shows"])
    return propose(undecided(alike(UNITS, scored, 0.3), decided), decided)


@pytest.mark.parametrize("case", params(data("proposals.yml")))
def test_people_are_asked_what_the_case_lists(case: Any) -> None:
    wanted = [(group, addresses, float(score)) for group, addresses, score in case["proposed"]]
    assert [(each.group, [*each.addresses], each.score) for each in proposed(case)] == wanted


def test_pairs_below_the_threshold_are_left_out() -> None:
    scored = pairs_of([("a#x", "b#x", 0.9), ("a#y", "b#y", 0.31), ("a#x", "c#x", 0.3)])
    assert [each.score for each in alike(UNITS, scored, 0.31)] == [0.9, 0.31]


def test_a_proposal_shows_all_pairs_among_its_sections_and_with_its_group() -> None:
    case = next(
        case for case in data("proposals.yml") if case["shows"] == "two sections that may join one group together"
    )
    [found] = proposed(case)
    assert [(each.one, each.other) for each in found.alike] == [("a#x", "c#x"), ("c#x", "d#x"), ("a#x", "d#x")]


def written(groups: list[list[str]]) -> Iterator[str]:
    for number, (kept, *same) in enumerate(groups):
        yield f"- {{id: g{number}, keep: {kept}, same: [{', '.join(same)}]}}"


@given(st.lists(st.sampled_from(ALL), unique=True), GROUPS)
def test_a_section_is_in_one_proposal_at_most_and_in_no_group(
    pairs: list[tuple[str, str]], groups: list[list[str]]
) -> None:
    decided = read_decisions(read_data("overlaps.yml", "\n".join(written(groups)))[0])
    scored = [Alike(*pair, 0.9 - place / 100) for place, pair in enumerate(pairs)]
    found = propose(undecided(scored, decided), decided)
    sections = [address for each in found for address in each.addresses]
    assert len(sections) == len(set(sections))
    assert not {*sections} & {address for group in groups for address in group}
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(each.alike and (each.group or len(each.addresses) > 1) for each in found)
    assert all({pair.one, pair.other} & {*each.addresses} for each in found for pair in each.alike)
