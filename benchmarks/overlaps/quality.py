"""How good the detector's scores are beside common ways to find similar texts, on corpora with judged pairs.

Brackets hold where 95 of 100 bootstrap samples of the judged pairs lie.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.overlaps.baselines import baselines, tokens
from benchmarks.overlaps.fit import fit, table
from benchmarks.overlaps.judged import OTHER_SUBJECTS, Corpus, Pair, by_ids, interval, other_subject, quality, raw_notes
from benchmarks.overlaps.regression import FEATURES, FOLDS, regression
from kiwipiepy import Kiwi

from moa.detecting.detector import analysis, compare
from moa.detecting.scoring import MODEL, Model
from moa.detecting.statistics import count

SHARED, GLOSSARY = Path("../shared"), Path("docs/glossary.yml")
_ROW = "{:<75}  {:<18}  {:<18}  {:<22}  {}"


def scored(corpus: Corpus, kiwi: Kiwi) -> Iterator[tuple[str, Mapping[Pair, float]]]:
    """The scores of a corpus's pairs by each method, under its name."""
    found = {name: baseline(corpus) for name, baseline in baselines(kiwi).items()}
    yield from found.items()
    fitted = f"+ heading, containment …: {len(FEATURES)} features fitted on this corpus itself, {FOLDS}-fold"
    yield fitted, regression(corpus, list(found.values()), tokens(corpus, kiwi))
    others = tuple(name for name in OTHER_SUBJECTS if name != corpus.name)
    yield f"moa overlaps, fitted on {' and '.join(others)}", detected(corpus, _model(others))


def detected(corpus: Corpus, model: Model) -> dict[Pair, float]:
    """The scores of the detector with a model's weights."""
    own = analysis(corpus.concepts)
    views = [own.partition(corpus.units)]
    pairs = compare(views, views, [count(view) for view in views], own.definitions, model=model)
    return by_ids(corpus.units, pairs)


def _model(subjects: tuple[str, ...]) -> Model:
    """The weights fitted on these subjects; those on all of them come with the detector."""
    return MODEL if subjects == OTHER_SUBJECTS else fit([table(other_subject(name)) for name in subjects])


def _print(corpus: Corpus, kiwi: Kiwi) -> None:
    notes, shared = len({unit.note for unit in corpus.units}), sum(corpus.judged.values())
    sizes = (
        f"{len(corpus.units)} units of {notes} notes; of {len(corpus.judged):,} judged pairs, {shared} share a claim"
    )
    print(f"\n{corpus.name}: {sizes}\n")
    print(_ROW.format("method", "best F1", "average precision", "recall at precision .9", "hit@5"))
    for name, scores in scored(corpus, kiwi):
        found, ranges = quality(corpus, scores), interval(corpus, scores)
        f1 = _ranged(found.f1, ranges["f1"])
        average = _ranged(found.average_precision, ranges["average_precision"])
        print(_ROW.format(name, f1, average, f"{found.recall:.2f}", f"{found.hit:.2f}"))


def _ranged(value: float, ends: tuple[float, float]) -> str:
    return f"{value:.2f} [{ends[0]:.2f}, {ends[1]:.2f}]"


def main() -> None:
    """Print a table for each corpus."""
    kiwi = Kiwi()
    if (SHARED / "overlap").is_dir():
        _print(raw_notes(SHARED, GLOSSARY), kiwi)
    else:
        print(f"raw notes: skipped, there is no {SHARED / 'overlap'}")
    for name in OTHER_SUBJECTS:
        _print(other_subject(name), kiwi)


if __name__ == "__main__":
    main()
