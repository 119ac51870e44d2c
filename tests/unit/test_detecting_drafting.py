"""Proposals as comments in overlaps.yml: nothing that people wrote changes, and drafts are always the latest."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.detecting import data, params

from moa.data import Value, plain, read_data
from moa.detecting.drafting import drafted
from moa.detecting.proposals import Alike, Proposal
from moa.overlaps import Decisions, read_decisions

CASES = data("drafts.yml")
RISE = Proposal(("bread/a#rise", "kitchen/b#rise"), "", 0.93, (Alike("bread/a#rise", "kitchen/b#rise", 0.93),))
REST = Proposal(("kitchen/b#rest",), "resting", 0.52, (Alike("bread/a#rest", "kitchen/b#rest", 0.52),))
SAID = {"bread/a#rise": 3.0, "kitchen/b#rise": 7.0, "kitchen/b#rest": 1.0}
PIECES = st.sampled_from(
    [
        *[
            "- id: x\n  keep: a/x#a\n",
            "- distinct: [a/x#a, b/x#b]\n",
            "  why: |\n    one\n    two\n",
            "  why: one\n",
            "\n",
        ],
        *[
            "# a comment\n",
            "# proposed 0.5\n# - id: y\n#   keep: c/x#c\n",
            "# proposed",
            "  # indented\n",
            "- id: z",
            "\r\n",
        ],
    ]
)


def value_of(text: str) -> Value:
    value, problems = read_data("overlaps.yml", text)
    assert not problems, problems
    return value


def draft(text: str, *proposals: Proposal) -> str:
    return drafted(text, proposals or (RISE, REST), SAID, read_decisions(read_data("overlaps.yml", text)[0]))


def uncommented(text: str, first: str, number: int) -> str:
    """The text with so many lines, from the one that starts like this, without their mark, as people take it away."""
    lines = text.split("\n")
    start = next(place for place, line in enumerate(lines) if line.startswith(first))
    taken = [line.removeprefix("# ") for line in lines[start : start + number]]
    return "\n".join([*lines[:start], *taken, *lines[start + number :]])


@pytest.mark.parametrize("case", params(CASES["cases"]))
def test_drafts_stand_at_the_end_and_all_else_stays(case: Any) -> None:
    after = draft(case["before"])
    kept = case["kept"]
    assert after == kept + ("" if not kept or kept.endswith("\n\n") else "\n") + CASES["drafts"]
    assert plain(value_of(after)) == plain(value_of(case["before"]))
    assert draft(after) == after


@pytest.mark.parametrize("case", params(CASES["cases"]))
def test_without_proposals_earlier_drafts_go(case: Any) -> None:
    assert drafted(case["before"], (), {}, Decisions()) == case["kept"]


@given(st.lists(PIECES, max_size=8).map("".join))
def test_what_a_file_says_never_changes(text: str) -> None:
    value, problems = read_data("overlaps.yml", text)
    after = draft(text)
    assert draft(after) == after
    if not problems:
        assert plain(value_of(after)) == plain(value)


def test_a_group_that_a_person_takes_over_is_a_decision_and_stays() -> None:
    taken = uncommented(draft("", RISE), "# - id:", 3)
    assert plain(value_of(taken)) == [{"id": "rise", "keep": "kitchen/b#rise", "same": ["bread/a#rise"]}]
    assert plain(value_of(draft(taken, REST))) == plain(value_of(taken))


def test_look_alikes_that_a_person_takes_over_are_a_decision_and_stay() -> None:
    taken = uncommented(draft("", RISE), "# - distinct:", 2)
    assert plain(value_of(taken)) == [{"distinct": ["bread/a#rise", "kitchen/b#rise"], "why": None}]
    assert plain(value_of(draft(taken, REST))) == plain(value_of(taken))


def test_of_equals_the_first_by_address_is_kept() -> None:
    said = dict.fromkeys(SAID, 1.0)
    assert "#   keep: bread/a#rise\n#   same: [kitchen/b#rise]\n" in drafted("", (RISE,), said, Decisions())


def test_new_ids_are_not_those_of_groups_or_of_one_another() -> None:
    taken = "".join(f"- {{id: {name}, keep: x/y#{name}}}\n" for name in ("rise", "b-rise", "b-rise-2"))
    again = Proposal(("a/b#rise", "c/d#rise"), "", 0.4, (Alike("a/b#rise", "c/d#rise", 0.4),))
    said = {**SAID, "a/b#rise": 2.0, "c/d#rise": 1.0}
    text = drafted(taken, (RISE, again, RISE), said, read_decisions(value_of(taken)))
    ids = [line.removeprefix("# - id: ") for line in text.split("\n") if line.startswith("# - id: ")]
    assert ids == ["b-rise-3", "b-rise-4", "b-rise-5"]


@pytest.mark.parametrize("name", ["rise", "2nd-rise", "e-300k", "a.b_c"])
def test_new_ids_are_read_as_they_are_written(name: str) -> None:
    assert taken_over(name) == [name]


@pytest.mark.parametrize("name", ["2014", "null", "1e3", "true", "1.0", "0x1f"])
def test_new_ids_are_texts(name: str) -> None:
    assert taken_over(name) == [name]


def taken_over(name: str) -> list[str]:
    """The ids of the groups after a person took over the draft for two sections of that name."""
    addresses = (f"a/x#{name}", f"b/x#{name}")
    proposal = Proposal(addresses, "", 0.9, (Alike(*addresses, 0.9),))
    text = drafted("", (proposal,), dict.fromkeys(addresses, 1.0), Decisions())
    return [group.id for group in read_decisions(value_of(uncommented(text, "# - id:", 3))).groups]
