"""How texts become words, keys, sounds and stems; the cases are files, and the browser is held to the same ones."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.cases import CASES

from moa.searching.cutting import learn
from moa.searching.keystrokes import initials, keystrokes
from moa.searching.sounds import sound
from moa.searching.words import chunks

AREA = CASES / "searching"


def table(name: str) -> list[Any]:
    """The rows of a case file."""
    rows: list[Any] = yaml.safe_load((AREA / f"{name}.yml").read_text(encoding="utf-8"))
    return rows


@pytest.mark.parametrize("case", table("words"), ids=lambda case: case["text"])
def test_a_text_is_cut_into_the_runs_of_its_words(case: dict[str, Any]) -> None:
    assert [" ".join(runs) for runs in chunks(case["text"])] == case["runs"]


@pytest.mark.parametrize("case", table("typed"), ids=lambda case: case["word"])
def test_hangul_is_taken_apart_as_it_is_typed(case: dict[str, str]) -> None:
    assert (keystrokes(case["word"]), initials(case["word"])) == (case["keys"], case["initials"])


@pytest.mark.parametrize("case", table("stems"), ids=lambda case: case["why"])
def test_words_prove_the_stems_of_their_case(case: dict[str, Any]) -> None:
    cutter = learn([*case["seen"], *case.get("names", ())], set(case.get("names", ())))
    assert {word: cutter.stem(word) for word in case["stems"]} == case["stems"]


@pytest.mark.parametrize(("hangul", "latin"), table("sounds"))
def test_a_word_sounds_alike_in_both_scripts(hangul: str, latin: str) -> None:
    assert sound(hangul) == sound(latin) != ""


@given(st.lists(st.text(st.sampled_from("가나다를이파드하a1 "), max_size=12)))
def test_the_order_in_which_words_are_seen_proves_nothing_else(words: list[str]) -> None:
    assert learn(words, set()) == learn(reversed(words), set())


@given(st.text())
def test_every_letter_of_a_text_is_in_a_run(text: str) -> None:
    letters = "".join(letter for letter in text if letter.isascii() and letter.isalnum())
    found = "".join("".join(runs) for runs in chunks(text))
    assert letters.lower() == "".join(letter for letter in found if letter.isascii())
