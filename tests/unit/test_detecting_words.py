"""Words: forms of one word leave one stem, words of one meaning one idea, and light words weigh little."""

import time
from typing import Any

import pytest
from tests.unit.detecting import data, params

from moa.detecting import stems
from moa.detecting.lexicon import Lexicon, read_lexicon

LONG = 100_000
LIGHT = data("light.yml")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon()


def tokens(lexicon: Lexicon, word: str) -> set[str]:
    return {token for token, _ in lexicon.word(word)}


@pytest.mark.parametrize("case", params(data("stems.yml")))
def test_the_forms_of_a_word_leave_one_stem(case: Any) -> None:
    cut = getattr(stems, case["by"])
    assert {form: cut(form) for form in case["forms"]} == dict.fromkeys(case["forms"], cut(case["forms"][0]))
    assert cut(case["forms"][0])


@pytest.mark.parametrize("word", ["나무", "가마", "파드", "은", ""])
def test_what_ends_like_no_verb_has_no_stem_of_one(word: str) -> None:
    assert stems.verb(word) == ""


@pytest.mark.parametrize("case", params(data("ideas.yml")))
def test_words_of_one_meaning_are_one_idea(case: Any, lexicon: Lexicon) -> None:
    for word in case["words"]:
        ideas = {token for token in tokens(lexicon, word) if token.startswith("#")}
        assert f"#{case['idea']}" in ideas if case["idea"] else not ideas


@pytest.mark.parametrize("word", LIGHT["light"])
def test_light_words_weigh_little(word: str, lexicon: Lexicon) -> None:
    assert all(weight <= 0.2 for _, weight in lexicon.word(word))


@pytest.mark.parametrize("word", LIGHT["heavy"])
def test_words_with_a_meaning_weigh_more(word: str, lexicon: Lexicon) -> None:
    assert any(weight > 0.2 for _, weight in lexicon.word(word))


def test_a_text_gives_the_tokens_of_its_words_in_order(lexicon: Lexicon) -> None:
    found = [token for token, _ in lexicon.words("반죽을 3번 split(나눈다), C++와 the")]
    assert found == ["반죽", "번", "#split", "#split", "c++", "와", "the"]


def test_words_that_start_under_a_name_are_left_out(lexicon: Lexicon) -> None:
    covered = b"\1\1\1\0\0\0\0\0\0"
    assert [token for token, _ in lexicon.words("반죽 오븐 화덕을", covered)] == ["오븐", "화덕"]


@pytest.mark.parametrize("piece", ["a", "가", "하", "하는", "는", "ㅋ", "aㅏ", "s", "_"])
def test_a_word_of_a_hundred_thousand_letters_is_read_at_once(piece: str, lexicon: Lexicon) -> None:
    word = (piece * LONG)[:LONG]
    started = time.process_time()
    assert len(list(lexicon.words(word))) <= LONG
    assert sum(weight for _, weight in lexicon.word(word)) <= 1
    assert time.process_time() - started < 1


def test_a_hundred_words_that_look_like_chains_of_particles_are_read_at_once() -> None:
    started = time.process_time()
    for number in range(100):
        stems.noun(f"{chr(ord('가') + number)}{'에서' * 13}갸")
    assert time.process_time() - started < 0.4
