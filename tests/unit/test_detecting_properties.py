"""Whatever units hold, they are scored: between 0 and 1, best first, and the same in any order of theirs."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from benchmarks.overlaps.judged import by_ids
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.detecting import bread, without_glossary

from moa.data import read_data
from moa.detecting.claims import claims
from moa.detecting.concepts import Concepts, read_concepts
from moa.detecting.detector import score
from moa.detecting.explaining import Explainer
from moa.detecting.remembering import refresh
from moa.detecting.statistics import count
from moa.detecting.units import Unit, placed

KOREAN = "효모 효모는 이스트란 균이다. 글루텐이라고 부른다. 가벼워 나눠서 은 는 이다 하는 것 없다 아니다 ㅋㅋ".split()
ENGLISH = "yeast Yeast is called levain starter kit crumb: proof, not isn't the a C++ v1.2 İ ǅ ﬁ 漢字 🍞 ́".split()
MARKS = [
    "\n",
    "\n\n",
    "## ",
    "- ",
    "1. ",
    "(2) ",
    "가. ",
    "IV. ",
    "`",
    "**",
    "<br/>",
    "<",
    "&lt;",
    "&#0;",
    "=>",
    ". ",
    "|",
]
PIECES = st.sampled_from([*KOREAN, *ENGLISH, *MARKS, "https://x.example/y ", "\u2028", "\x00", "\ufeff"])
MIXED = st.lists(PIECES, max_size=12)
TEXTS = st.one_of(st.text(max_size=40), MIXED.map("".join), MIXED.map(" ".join))
UNITS = st.lists(st.tuples(st.sampled_from(["a", "b", "한"]), TEXTS, TEXTS, TEXTS), max_size=6).map(
    lambda drawn: placed(Unit(str(place), *fields) for place, fields in enumerate(drawn))
)
TERMS = [
    "- id: yeast\n",
    "- id: 5\n",
    "  ko: 효모\n",
    "  en: '('\n",
    "  ko: [효모, 균]\n",
    "  en: İ\n",
    "  everyday: 5\n",
]
FIELDS = ["  also: {ko: [가, ' '], en: [a b]}\n", "  except: {ko: 효모 가게}\n", "  aliases_ko: [이스트(입말)]\n"]
GLOSSARIES = st.lists(st.sampled_from([*TERMS, *FIELDS]), max_size=8).map("".join)


@settings(max_examples=40)
@given(UNITS)
def test_any_units_are_scored_between_0_and_1_best_first(units: Sequence[Unit]) -> None:
    for own in (bread(), without_glossary()):
        pairs = score(units, own)
        assert np.all((pairs.scores >= 0) & (pairs.scores <= 1))
        assert np.all(np.diff(pairs.scores) <= 0)
        assert all(units[row].note != units[column].note for row, column in zip(pairs.rows, pairs.columns, strict=True))


@settings(max_examples=20)
@given(UNITS, st.randoms(use_true_random=False))
def test_their_order_does_not_matter(units: list[Unit], random: Random) -> None:
    shuffled = random.sample(units, len(units))
    wanted = by_ids(units, score(units, bread()))
    assert by_ids(shuffled, score(shuffled, bread())) == pytest.approx(wanted, abs=1e-5)


@settings(max_examples=20)
@given(UNITS, UNITS)
def test_any_change_gives_what_a_fresh_run_gives(before: list[Unit], after: list[Unit]) -> None:
    remembered, fresh = refresh(after, bread(), refresh(before, bread())), refresh(after, bread())
    assert by_ids(after, remembered.pairs) == by_ids(after, fresh.pairs)


@settings(max_examples=60)
@given(UNITS)
def test_any_two_units_can_be_explained(units: list[Unit]) -> None:
    explainer = Explainer(bread(), count(bread().partition(units)).tokens)
    for one in units[:2]:
        assert explainer.said(one) >= 0
        assert all(-1e-6 <= match.likeness <= 1 + 1e-6 for match in explainer.matches(one, units[-1]))


@given(TEXTS, TEXTS)
def test_claims_are_words_without_marks(heading: str, text: str) -> None:
    found = claims(heading, text)
    for words in (found.heading, *found.sentences):
        assert words == " ".join(words.split())
        assert not set("`*_#|~[]") & {*words}


@given(GLOSSARIES, TEXTS)
def test_the_names_of_any_glossary_are_found_in_order(glossary: str, text: str) -> None:
    concepts, end = read_concepts(read_data("glossary.yml", glossary)[0]), 0
    for named in Concepts(concepts, bread().reader.lexicon).find(text):
        assert end <= named.start < named.end <= len(text)
        assert {*named.terms} <= {concept.token for concept in concepts}
        end = named.end
