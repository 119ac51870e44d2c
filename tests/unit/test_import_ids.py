import re

import pytest

from moa.importing.ids import distinct, heading_id

TERMS = {"파드": "pod", "컨테이너 런타임": "container-runtime", "컨테이너": "container"}
FINALS = [chr(0xAC00 + final) for final in range(28)]
INITIALS = [chr(0xAC00 + initial * 588) for initial in range(19)]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("What is Kubernetes?", "what-is-kubernetes"),
        ("VM(Virtual Machine) vs Container", "vm-virtual-machine-vs-container"),
        ("Ingress 기능 제공", "ingress"),
        ("파드의 수명", "pod-sumyeong"),
        ("컨테이너를 고르는 법", "container-goreu-beop"),
        ("동작 방식", "dongjak-bangsik"),
        ("😀", ""),
    ],
)
def test_ids_come_from_english_words_the_glossary_or_romanized_korean(words: str, id_: str) -> None:
    assert heading_id(words, TERMS) == id_


def test_every_meeting_of_consonants_can_be_romanized() -> None:
    for final in FINALS:
        for initial in INITIALS:
            assert re.fullmatch(r"[a-z]+", heading_id(final + initial, {})), final + initial


def test_an_id_that_is_taken_gets_the_next_number() -> None:
    assert distinct("pod", {"pod", "pod-2"}) == "pod-3"
    assert distinct("", set()) == "section"
