"""Why two units are alike: their claims side by side, and which of them says more."""

import time

import pytest
from tests.unit.detecting import bread, bread_units, unit

from moa.detecting.explaining import Explainer
from moa.detecting.statistics import count
from moa.detecting.units import Unit


@pytest.fixture(scope="module")
def explainer() -> Explainer:
    return Explainer(bread(), count(bread().partition(bread_units())).tokens)


def named(name: str) -> Unit:
    return next(each for each in bread_units() if each.id == name)


def sides(explainer: Explainer, one: Unit, other: Unit) -> list[tuple[str, str]]:
    return [(match.one, match.other) for match in explainer.matches(one, other)]


def test_claims_are_matched_over_languages_best_first(explainer: Explainer) -> None:
    found = explainer.matches(named("bakery#salt"), named("handbook#salt"))
    assert found[0].one.startswith("소금은 맛을 내고")
    assert found[0].other.startswith("Salt brings out the taste")
    assert [match.likeness for match in found] == sorted((match.likeness for match in found), reverse=True)


def test_no_claim_stands_twice_and_three_pairs_are_enough(explainer: Explainer) -> None:
    texts = [
        "효모는 균이다.",
        "글루텐은 그물이다.",
        "속살은 안쪽이다.",
        "오토리즈는 쉬는 일이다.",
        "발효는 기다리는 일이다.",
    ]
    one, other = unit("a#x", "\n".join(texts)), unit("b#x", "\n".join(reversed(texts)))
    found = sides(explainer, one, other)
    assert len(found) == 3
    assert all(mine == theirs for mine, theirs in found)


def test_a_claim_stands_beside_one_other_though_it_is_like_two(explainer: Explainer) -> None:
    one, other = unit("a#x", "효모는 균이다. 오븐은 뜨겁다."), unit("b#x", "효모는 작은 균이다. 이스트는 균이다.")
    mine, theirs = zip(*sides(explainer, one, other), strict=True)
    assert len(mine) == len(set(mine))
    assert len(theirs) == len(set(theirs))


def test_at_least_one_pair_is_shown_however_little_it_shares(explainer: Explainer) -> None:
    assert sides(explainer, unit("a#x", "효모는 균이다."), unit("b#x", "The oven is hot.")) == [
        ("효모는 균이다.", "The oven is hot.")
    ]


def test_a_heading_alone_is_its_own_claim(explainer: Explainer) -> None:
    assert sides(explainer, named("kitchen#crumb"), unit("b#x", "속살은 빵의 안쪽이다.")) == [
        ("속살", "속살은 빵의 안쪽이다.")
    ]


def test_a_unit_with_more_claims_says_more(explainer: Explainer) -> None:
    less, more = unit("a#x", "효모는 균이다."), unit("b#x", "효모는 균이다. 반죽은 천으로 덮는다.")
    assert 0 < explainer.said(less) < explainer.said(more)


def test_light_words_add_little(explainer: Explainer) -> None:
    plain, wordy = unit("a#x", "반죽을 천으로 덮는다."), unit("b#x", "그리고 반죽을 천으로 덮는다. 그런 것이다.")
    long = unit("c#x", "반죽을 천으로 덮는다. 오븐을 데운다.")
    assert explainer.said(wordy) - explainer.said(plain) < explainer.said(long) - explainer.said(plain)


def test_nothing_says_nothing(explainer: Explainer) -> None:
    assert explainer.said(unit("a#x", "")) == 0
    assert explainer.matches(unit("a#x", ""), unit("b#x", ""))[0].likeness == 0


def test_a_hundred_and_twenty_claims_on_either_side_are_compared_at_once(explainer: Explainer) -> None:
    one, other = (
        unit(f"{note}#x", " ".join(f"{note} {number}번 효모는 균이다." for number in range(120))) for note in "ab"
    )
    started = time.process_time()
    assert len(explainer.matches(one, other)) == 3
    assert time.process_time() - started < 0.6
