"""How good the scores are: the weights are those fitted to two corpora on other subjects, and hold on raw notes."""

from pathlib import Path

import pytest
from benchmarks.overlaps.fit import fit, table
from benchmarks.overlaps.judged import OTHER_SUBJECTS, Corpus, Quality, by_ids, other_subject, quality, raw_notes
from tests.unit.detecting import DOCS

from moa.detecting.detector import analysis, score
from moa.detecting.scoring import FEATURES, MODEL

SHARED = Path(__file__).parents[3] / "shared"


def measured(corpus: Corpus) -> Quality:
    return quality(corpus, by_ids(corpus.units, score(corpus.units, analysis(corpus.concepts))))


def test_the_weights_are_those_that_fit_the_corpora_on_other_subjects() -> None:
    assert fit([table(other_subject(name)) for name in OTHER_SUBJECTS]) == MODEL


def test_every_feature_speaks_for_a_shared_claim() -> None:
    assert len(MODEL.weights) == len(FEATURES)
    assert min(MODEL.weights) > 0 > MODEL.bias
    assert 0 < MODEL.threshold < MODEL.sure < 1


@pytest.mark.parametrize(("name", "least"), [("git", 0.58), ("databases", 0.75)])
def test_the_corpora_it_was_fitted_to_are_scored_well(name: str, least: float) -> None:
    found = measured(other_subject(name))
    assert min(found.f1, found.average_precision) >= least
    assert found.hit >= 0.9


@pytest.mark.skipif(not (SHARED / "overlap").is_dir(), reason="../shared/overlap is not here: the judged raw notes")
def test_raw_notes_that_two_people_judged_are_scored_well() -> None:
    found = measured(raw_notes(SHARED, DOCS / "glossary.yml"))
    assert found.f1 >= 0.58
    assert found.average_precision >= 0.55
    assert found.hit >= 0.90
