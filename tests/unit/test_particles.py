import re

import pytest

from moa.particles import Pair, chosen, following, last_sound, read_pair

TOPIC, SUBJECT, TOWARDS = Pair("은", "는"), Pair("이", "가"), Pair("으로", "로")


@pytest.mark.parametrize(
    ("words", "sound"),
    [
        *[
            ("파드", ""),
            ("볼륨", "ㅁ"),
            ("서울", "ㄹ"),
            ("값", "ㅄ"),
            ("파드(Pod)", ""),
            ("볼륨(파드)", "ㅁ"),
            ("`볼륨`", "ㅁ"),
        ],
        *[("API", ""), ("VM", "ㅁ"), ("URL", "ㄹ"), ("1.37", "ㄹ"), ("2", ""), ("100", "ㅇ"), ("10개", "")],
        *[("volume", "ㅁ"), ("kubectl", "ㄹ"), ("node", ""), ("service", ""), ("rollback", "ㄱ"), ("set", "ㅅ")],
        *[("client", ""), ("Job", "ㅂ"), ("", ""), ("…", "")],
    ],
)
def test_words_end_on_the_sound_that_koreans_hear(words: str, sound: str) -> None:
    assert last_sound(words) == sound


@pytest.mark.parametrize(
    ("pair", "words", "form"),
    [
        (TOPIC, "파드", "는"),
        (TOPIC, "볼륨", "은"),
        (SUBJECT, "kubelet", "이"),
        (TOWARDS, "서울", "로"),
        (TOWARDS, "값", "으로"),
    ],
)
def test_the_form_that_fits_is_chosen(pair: Pair, words: str, form: str) -> None:
    assert chosen(pair, words) == form


@pytest.mark.parametrize(
    "written", ["은/는", "는/은", "이/가", "과/와", "로/으로", "이라는/라는", "이었다/였다", "으로부터/로부터"]
)
def test_two_forms_of_a_particle_are_a_pair_in_either_order(written: str) -> None:
    assert read_pair(written)


@pytest.mark.parametrize("written", ["", "은", "은/", "/는", "은/을", "은/은", "파드/볼륨", "는/가"])
def test_anything_else_is_no_pair(written: str) -> None:
    assert read_pair(written) is None


@pytest.mark.parametrize(
    "after", ["", "를", "들에서는", "로부터의", "이다", "였다", "라고도", "별로", "끼리만", "마다"]
)
def test_particles_follow_a_word_that_ends_in_a_vowel(after: str) -> None:
    assert re.fullmatch(f"파드{following()}", f"파드{after}")


@pytest.mark.parametrize("after", ["은", "을", "으로", "맨", "형", "득", "이름"])
def test_other_syllables_do_not(after: str) -> None:
    assert not re.fullmatch(f"파드{following()}", f"파드{after}")
