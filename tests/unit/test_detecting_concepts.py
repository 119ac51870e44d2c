"""Names of terms in texts, labelled by people in `tests/cases/overlaps/names.yml`."""

import re

import pytest
from tests.unit.detecting import OVERLAPS, data

from moa.data import Value, read_data
from moa.detecting.concepts import Concept, Concepts, is_concept, read_concepts
from moa.detecting.lexicon import read_lexicon

TEXTS = data("names.yml")["texts"]
Mention = tuple[int, int, tuple[str, ...], bool]
_LABEL = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<terms>[a-z,]+)(?P<plain>\??)\)")


@pytest.fixture(scope="module")
def concepts() -> Concepts:
    value, _ = read_data("names.yml", (OVERLAPS / "names.yml").read_text(encoding="utf-8"))
    return Concepts(read_concepts(value.get("glossary")), read_lexicon())


def read(labelled: str) -> tuple[str, list[Mention]]:
    """A text without its labels, and what they say."""
    text, mentions, at = "", list[Mention](), 0
    for found in _LABEL.finditer(labelled):
        text += labelled[at : found.start()]
        terms = tuple(f"@{term}" for term in found["terms"].split(","))
        mentions.append((len(text), len(text) + len(found["words"]), terms, bool(found["plain"])))
        text += found["words"]
        at = found.end()
    return text + labelled[at:], mentions


def of(concepts: Concepts, term: str) -> Concept:
    return next(each for each in concepts.all if each.id == term)


@pytest.mark.parametrize("labelled", TEXTS.values(), ids=TEXTS)
def test_exactly_the_labelled_names_are_found(labelled: str, concepts: Concepts) -> None:
    text, mentions = read(labelled)
    assert [tuple(named) for named in concepts.find(text)] == mentions


def test_a_name_is_found_over_the_end_of_a_line(concepts: Concepts) -> None:
    assert [named.terms for named in concepts.find("오래된 사워도우\n스타터와 sourdough\nstarter")] == [
        ("@starter",)
    ] * 2


def test_a_draft_is_read_like_a_glossary(concepts: Concepts) -> None:
    crumb = of(concepts, "crumb")
    assert crumb.names == ("속살", "빵속", "crumb")
    assert crumb.definition == "빵의 부드러운 안쪽 The soft inside of bread."


def test_a_concept_has_all_its_names_in_lower_case_and_knows_which_are_everyday(concepts: Concepts) -> None:
    starter, proofing = of(concepts, "starter"), of(concepts, "proofing")
    assert starter.names == (
        "사워도우 스타터",
        "sourdough starter",
        *"르방|발효종 스타터|starter|levain|싸워도우|sourdoh".split("|"),
    )
    assert starter.unlike == ("르방 키트", "이스트 소프트", "starter kit")
    assert proofing.everyday == {"부풀리기", "proof"}


def test_the_words_of_names_stand_for_their_concept_in_part(concepts: Concepts) -> None:
    parts = concepts.parts["@starter"]
    assert {"사워도우", "스타터", "르방", "levain"} <= parts.keys()
    assert all(0 < weight < 1 for weight in parts.values())


@pytest.mark.parametrize(
    "written", ["", "[]", "a text", "{id: yeast, ko: 효모}", "- 효모", "- {ko: 효모}", "- {id: [x]}"]
)
def test_what_is_no_term_is_no_concept(written: str) -> None:
    assert read_concepts(read_data("glossary.yml", written)[0]) == ()


@pytest.mark.parametrize("written", ["- {id: x}", "- {id: x, ko: 가}", "- {id: x, ko: ' ', also: {ko: }, except: 5}"])
def test_a_term_without_a_usable_name_is_never_found(written: str) -> None:
    [concept] = read_concepts(read_data("glossary.yml", written)[0])
    assert concept.names == ()
    assert list(Concepts([concept], read_lexicon()).find("x 가 5")) == []


def test_without_a_glossary_nothing_is_found() -> None:
    assert read_concepts(Value()) == ()
    assert list(Concepts((), read_lexicon()).find("효모 yeast")) == []


def test_concepts_are_told_from_words(concepts: Concepts) -> None:
    assert all(is_concept(concept.token) for concept in concepts.all)
    assert not any(is_concept(token) for token, _ in read_lexicon().words("효모 yeast user@example.org"))
