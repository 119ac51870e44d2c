"""What is remembered: an edit costs its own comparison, and what it says is what a run from the start would say."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from benchmarks.overlaps.judged import Pair, by_ids, pair_of
from tests.unit.detecting import bread, bread_units, unit, without_glossary

from moa.data import read_data
from moa.detecting.candidates import FEW
from moa.detecting.concepts import read_concepts
from moa.detecting.detector import UNLIKELY, Analysis, read
from moa.detecting.partitions import Partition
from moa.detecting.remembering import Remembered, identity, refresh
from moa.detecting.units import Unit, placed

Units = Sequence[Unit]
MANY = FEW + 600
SYLLABLES = "가나다라마바사아자차카타파하고노도로모보"
EDITED, NEW = "n7#143", "new#x"
CLAIM = "등대지기는 밤마다 안개 나팔을 두 번 울려 뱃머리를 돌리게 했다."
RETOLD = "안개 나팔을 밤마다 두 번 울리는 등대지기가 뱃머리를 돌리게 했다."
ENGLISH = "Every night the keeper sounded the fog horn twice, and ships turned away."
TWIN = "n40#800"


def changed(units: Units, place: int, **fields: Any) -> Units:
    return [replace(each, **fields) if number == place else each for number, each in enumerate(units)]


FEW_CHANGES: list[tuple[str, Callable[[Units], Units]]] = [
    ("nothing", lambda units: units),
    ("an edit", lambda units: changed(units, 3, text="반죽을 차가운 곳에서 하룻밤 재운다.")),
    ("a new heading", lambda units: changed(units, 3, heading="재우기")),
    ("another note", lambda units: changed(units, 3, note="elsewhere")),
    ("a removal", lambda units: [*units[:5], *units[6:]]),
    ("an addition", lambda units: [*units, unit("new#x", "글루텐은 질긴 그물이다.")]),
    ("an addition in front", lambda units: [unit("new#x", "글루텐은 질긴 그물이다."), *units]),
    ("another order", lambda units: units[::-1]),
    ("English", lambda units: changed(units, 1, text_en="Gluten is a tough net.")),
    ("all of it", lambda units: [unit("new#x", "글루텐은 그물이다."), unit("other#x", "글루텐은 질긴 그물이다.")]),
    ("no units left", lambda units: []),
]  # fmt: skip


def scores(units: Units, remembered: Remembered) -> dict[Pair, float]:
    return by_ids(units, remembered.pairs)


@pytest.mark.parametrize("change", [change for _, change in FEW_CHANGES], ids=[name for name, _ in FEW_CHANGES])
def test_of_few_units_a_change_gives_what_a_fresh_run_gives(change: Callable[[Units], Units]) -> None:
    units = placed(change(bread_units()))
    before = refresh(bread_units(), bread())
    assert scores(units, refresh(units, bread(), before)) == scores(units, refresh(units, bread()))


def test_of_few_units_only_changed_ones_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before, units = refresh(bread_units(), bread()), changed(bread_units(), 3, text="반죽을 재운다.")
    seen: list[str] = []

    def watched(some: Units, *others: Any, **named: Any) -> Partition:
        seen.extend(each.id for each in some)
        return read(some, *others, **named)

    monkeypatch.setattr("moa.detecting.remembering.read", watched)
    refresh(units, bread(), before)
    assert seen == [units[3].id]


def word(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(3))


def many_units() -> list[Unit]:
    """Short units of made-up words, twenty to a note, some with English; one among them makes the claim."""
    random = Random(7)
    words = [word(random) for _ in range(3_000)]
    texts = [" ".join(random.sample(words, 12)) for _ in range(MANY)]
    found = [unit(f"n{place // 20}#{place}", text, heading=f"절 {place}") for place, text in enumerate(texts)]
    found = [replace(each, text_en=texts[place - 1]) if place % 9 == 0 else each for place, each in enumerate(found)]
    return placed(replace(each, text=CLAIM, text_en=ENGLISH) if each.id == TWIN else each for each in found)


def place_of(units: Units, name: str) -> int:
    return next(place for place, each in enumerate(units) if each.id == name)


@pytest.fixture(scope="module")
def own() -> Analysis:
    return without_glossary()


@pytest.fixture(scope="module")
def units() -> list[Unit]:
    return many_units()


@pytest.fixture(scope="module")
def before(units: list[Unit], own: Analysis) -> Remembered:
    return refresh(units, own)


@pytest.fixture(scope="module")
def edited(units: list[Unit]) -> Units:
    """One unit edited, one removed, one added: the first and the last retell the claim."""
    later = [
        each for each in changed(units, place_of(units, EDITED), text=RETOLD, text_en=ENGLISH) if each.id != "n3#60"
    ]
    return placed([*later[:500], unit(NEW, RETOLD), *later[500:]])


@pytest.fixture(scope="module")
def after(edited: Units, before: Remembered, own: Analysis) -> Remembered:
    return refresh(edited, own, before)


def test_of_many_units_an_edited_and_a_new_one_find_their_partners(edited: Units, after: Remembered) -> None:
    found = scores(edited, after)
    for pair in (pair_of(EDITED, TWIN), pair_of(NEW, TWIN), pair_of(EDITED, NEW)):
        assert found[pair] > 0.9


def test_of_many_units_those_removed_are_gone(
    units: Units, before: Remembered, edited: Units, after: Remembered
) -> None:
    assert any("n3#60" in pair for pair in scores(units, before))
    assert not any("n3#60" in pair for pair in scores(edited, after))
    assert max(after.pairs.rows.max(), after.pairs.columns.max()) < len(edited)


def test_of_many_units_untouched_pairs_keep_their_scores(
    units: Units, before: Remembered, edited: Units, after: Remembered
) -> None:
    earlier, later = scores(units, before), scores(edited, after)
    touched = {EDITED, NEW, "n3#60"}
    assert {pair: score for pair, score in later.items() if not touched & {*pair}} == {
        pair: score for pair, score in earlier.items() if not touched & {*pair}
    }


def test_of_many_units_the_edited_ones_score_as_in_a_fresh_run(edited: Units, after: Remembered, own: Analysis) -> None:
    later, fresh = scores(edited, after), scores(edited, refresh(edited, own))
    likely = {pair: score for pair, score in fresh.items() if {EDITED, NEW} & {*pair} and score > 0.3}
    assert likely
    assert {pair: later.get(pair, 0) for pair in likely} == pytest.approx(likely, abs=0.02)


def test_pairs_come_best_first_each_once_and_none_is_unlikely(edited: Units, after: Remembered) -> None:
    pairs = after.pairs
    assert np.all(np.diff(pairs.scores) <= 0)
    assert pairs.scores.min() >= UNLIKELY
    assert np.all(pairs.rows < pairs.columns)
    assert len(scores(edited, after)) == len(pairs.scores)


def test_what_has_drifted_is_remembered(after: Remembered, before: Remembered) -> None:
    assert (before.drift, after.drift) == (0, 4)  # an edit is a unit less and a unit more


def test_another_order_is_nothing_new(units: Units, before: Remembered, own: Analysis) -> None:
    for later in (units, units[::-1], [*units[100:], *units[:100]]):
        again = refresh(later, own, before)
        assert (again.drift, scores(later, again)) == (0, scores(units, before))


def test_edit_after_edit_is_as_good_as_one(units: Units, before: Remembered, own: Analysis) -> None:
    remembered, later = before, units
    for place in (3, 900, 3):
        later = changed(later, place, text=f"{later[place].text} {CLAIM}")
        remembered = refresh(later, own, remembered)
    found, fresh = scores(later, remembered), scores(later, refresh(later, own))
    likely = {pair: score for pair, score in fresh.items() if score > 0.3}
    assert {pair: found.get(pair, 0) for pair in likely} == pytest.approx(
        likely, abs=0.1
    )  # rarity stays that of the first run
    assert remembered.drift == 6


@pytest.mark.parametrize(("edits", "additions"), [(27, 0), (0, 51)])
def test_with_many_changes_everything_is_compared_anew(
    edits: int, additions: int, units: Units, before: Remembered, own: Analysis
) -> None:
    later = [replace(each, text=f"{each.text} 덧붙임") if place < edits else each for place, each in enumerate(units)]
    later += [unit(f"new#{number}", f"{units[number].text} 덧붙임") for number in range(additions)]
    found = refresh(later, own, before)
    assert (found.drift, found.statistics[0].tokens.rows) == (0, len(later))


def test_a_thing_that_scores_rest_on_gives_another_identity() -> None:
    def of(glossary: str, program: bytes = b"x") -> int:
        return identity(read_concepts(read_data("glossary.yml", glossary)[0]), program)

    term = "- {id: yeast, ko: 효모, definition: {ko: 균}}"
    others = [
        of(""),
        of(term, b"y"),
        of(term.replace("효모", "이스트")),
        of(term.replace("균", "작은 균")),
        of(term.replace("yeast", "leaven")),
        of(term.replace("ko: 효모", "ko: 효모, everyday: {ko: [효모]}")),
        of(term.replace("ko: 효모", "ko: 효모, except: {ko: [효모 가게]}")),
    ]
    assert of(term) == of(f"# a comment\n{term}")
    assert len({of(term), *others}) == 1 + len(others)
    assert 0 <= of(term) < 2**64
