"""What a search may find of a rendered page; each case is a file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.cases import case_files, read_case

from moa.searching.passages import Passage, read_passages


def written(passages: tuple[Passage, ...]) -> str:
    """Passages as their cases show them."""
    lines = (
        line for each in passages for line in (f"#{each.anchor} {each.heading}", *_indented(each.text.split("\n")))
    )
    return "".join(f"{line}\n" for line in lines)


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines if line]


@pytest.mark.parametrize("path", case_files("searching/passages"), ids=lambda path: path.stem)
def test_a_page_is_read_into_the_passages_of_its_case(path: Path) -> None:
    case = read_case(path)
    assert written(read_passages(case.files["page.html"])) == case.expected


@given(st.text(st.sampled_from("<>/hp1d&#;\"'= 가a!-[]"), max_size=60))
def test_no_text_breaks_the_reading(html: str) -> None:
    first, *_ = read_passages(html)
    assert first.anchor == ""
