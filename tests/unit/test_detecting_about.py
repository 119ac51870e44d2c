"""What a unit defines, labelled by people in `tests/cases/overlaps/defined.yml`."""

import time
from typing import Any

import pytest
from tests.unit.detecting import bread, data, params

from moa.detecting.about import defined
from moa.detecting.claims import claims


@pytest.mark.parametrize("case", params(data("defined.yml")))
def test_a_unit_defines_what_its_case_lists(case: Any) -> None:
    found = defined(claims(case.get("heading", ""), case["text"]), bread().reader.concepts, "is_shared" not in case)
    assert found == {f"@{term}": float(weight) for term, weight in case["defines"].items()}


@pytest.mark.parametrize("piece", ["a", "은 ", "가는 ", "is ", "called ", "이라고 ", ", 그 ", "효모", "-", "바로 "])
def test_a_hundred_thousand_signs_are_read_at_once(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    defined(claims(text, f"{text} 효모다."), bread().reader.concepts, True)
    assert time.process_time() - started < 2
