"""Scores on judged pairs: twenty units of three notes on bread, two in Korean and one in English."""

from dataclasses import replace
from math import exp, log

import pytest
from benchmarks.overlaps.judged import HERE, Pair, concepts_of, pair_of
from tests.unit.detecting import BREAD, best, bread, bread_units, data, scores, unit

from moa.detecting.detector import analysis, score
from moa.detecting.scoring import MODEL

JUDGED = {kind: [pair_of(*pair) for pair in pairs] for kind, pairs in data("pairs.yml", BREAD).items()}
SHARED = [pair for kind in ("retellings", "translations", "promises") for pair in JUDGED[kind]]
BOTH = (
    unit("a#rest", "반죽은 한 시간 동안 천으로 덮어 둔다.", "Cover the dough with a cloth for an hour."),
    unit("b#rest", "천을 덮은 반죽을 한 시간 그대로 둔다.", "Leave the dough under a cloth for an hour."),
    unit("c#rest", "천을 덮은 반죽을 한 시간 그대로 둔다."),
)


@pytest.fixture(scope="module")
def found() -> dict[Pair, float]:
    return scores(bread_units(), bread())


def logit(value: float) -> float:
    return log(value / (1 - value))


def test_the_corpus_is_what_it_says() -> None:
    units = bread_units()
    assert (len(units), len({each.note for each in units}), len(bread().reader.concepts.all)) == (20, 3, 6)
    assert {name for pairs in JUDGED.values() for pair in pairs for name in pair} <= {each.id for each in units}


@pytest.mark.parametrize("pair", SHARED, ids="/".join)
def test_what_shares_a_claim_scores_above_everything_unrelated(pair: Pair, found: dict[Pair, float]) -> None:
    assert found[pair] > max(found.get(other, 0) for other in JUDGED["unrelated"])
    assert found[pair] >= MODEL.threshold


@pytest.mark.parametrize("pair", JUDGED["unrelated"], ids="/".join)
def test_what_is_unrelated_is_not_proposed(pair: Pair, found: dict[Pair, float]) -> None:
    assert found.get(pair, 0) < MODEL.threshold


@pytest.mark.parametrize("pair", JUDGED["retellings"], ids="/".join)
def test_partners_are_each_others_best_in_their_language(pair: Pair) -> None:
    found = scores((each for each in bread_units() if each.note != "handbook"), bread())
    one, other = pair
    assert (best(found, one), best(found, other)) == (other, one)


def test_a_heading_alone_scores_best_with_the_unit_that_keeps_its_promise(found: dict[Pair, float]) -> None:
    for heading, kept in data("pairs.yml", BREAD)["promises"]:
        assert best(found, heading) == kept


def test_a_heading_that_says_something_else_promises_nothing() -> None:
    units = [replace(each, heading="장갑", text="") if each.id == "kitchen#crumb" else each for each in bread_units()]
    assert scores(units, bread()).get(pair_of("kitchen#crumb", "handbook#inside"), 0) < MODEL.threshold


def test_the_order_of_units_does_not_matter(found: dict[Pair, float]) -> None:
    backwards = scores(reversed(bread_units()), bread())
    assert backwards == pytest.approx(found, abs=1e-6)


def test_pairs_come_best_first_each_once_and_never_within_a_note() -> None:
    units = bread_units()
    pairs = score(units, bread())
    places = list(zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True))
    assert len(places) == len(set(places))
    assert all(one < other and units[one].note != units[other].note for one, other in places)
    assert sorted(pairs.scores.tolist(), reverse=True) == pairs.scores.tolist()


def test_without_a_glossary_retellings_in_one_language_are_found_still() -> None:
    found = scores(bread_units())
    least = min(sorted((found[pair] for pair in JUDGED["retellings"]), reverse=True)[:3])
    assert least > max(found.get(pair, 0) for pair in JUDGED["unrelated"])
    assert least >= MODEL.threshold


def test_a_glossary_of_another_subject_does_no_harm() -> None:
    plain, other = scores(bread_units()), scores(bread_units(), analysis(concepts_of(HERE / "git" / "glossary.yml")))
    for pair in JUDGED["retellings"]:
        assert (other.get(pair, 0) >= MODEL.threshold) == (plain.get(pair, 0) >= MODEL.threshold)


def test_units_that_say_the_same_score_highest_of_all(found: dict[Pair, float]) -> None:
    twin = replace(bread_units()[4], id="other#steam", note="other")
    again = scores([*bread_units(), twin], bread())
    assert again[pair_of("bakery#steam", "other#steam")] == max(again.values()) > 0.99


def test_two_units_with_english_get_the_mean_of_both_languages() -> None:
    korean = scores(replace(each, text_en="") for each in BOTH)
    english = scores(replace(each, text=each.text_en or "x", text_en="") for each in BOTH)
    both = scores(BOTH)
    pair = ("a#rest", "b#rest")
    mean = (logit(korean[pair]) + logit(english[pair])) / 2
    assert both[pair] == pytest.approx(1 / (1 + exp(-mean)), abs=1e-6)
    assert korean[pair] != pytest.approx(english[pair], abs=1e-3)


def test_a_unit_without_english_is_compared_in_its_own_language_alone() -> None:
    korean = scores(replace(each, text_en="") for each in BOTH)
    both = scores(BOTH)
    for pair in (("a#rest", "c#rest"), ("b#rest", "c#rest")):
        assert both[pair] == pytest.approx(korean[pair], abs=1e-6)


def test_two_units_that_meet_in_english_alone_are_scored_too() -> None:
    english = "Score the loaf with a sharp blade before it goes into the oven."
    found = scores([unit("a#x", "칼집", english), unit("b#x", "윗면을 그어 둔다", english), unit("c#x", "칼집")])
    assert pair_of("a#x", "b#x") in found


@pytest.mark.parametrize("texts", [[], ["효모는 균이다."], ["", ""], ["...", "!!!"]])
def test_where_there_is_nothing_to_compare_there_is_no_score(texts: list[str]) -> None:
    assert scores(unit(f"{number}#x", text) for number, text in enumerate(texts)) == {}


def test_equal_units_all_score_the_same() -> None:
    found = scores(unit(f"{number}#x", "물을 끓이고 소금을 넣는다.") for number in range(5))
    assert len(found) == 10
    assert len(set(found.values())) == 1
