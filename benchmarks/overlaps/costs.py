"""What parts of the detector cost, each to be measured in a process of its own; notes are passed as files."""

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from benchmarks.overlaps.made_up import MadeUp, concepts, made_up
from benchmarks.overlaps.spending import Clock, Memory, Seconds, peak
from numpy.typing import NDArray

from moa.data import read_data
from moa.detecting import candidates as search
from moa.detecting.concepts import read_concepts
from moa.detecting.detector import Analysis, analysis, compare, read, score
from moa.detecting.partitions import chosen, joined
from moa.detecting.remembering import refresh
from moa.detecting.scoring import MODEL, features, logits, probabilities
from moa.detecting.statistics import count, total
from moa.detecting.storing import dump, load
from moa.detecting.units import Unit, read_units, units_of
from moa.detecting.vectors import vectors
from moa.tree import load as load_tree

_MOA = (sys.executable, "-c", "from moa.cli import main; main()")


@dataclass(frozen=True)
class Proportions:
    """So many units, their letters and tokens on average, and how many different tokens they have."""

    units: int
    letters: float
    tokens: float
    vocabulary: int


@dataclass(frozen=True)
class Scored:
    """What scoring so many units took, and its pairs."""

    units: int
    stages: Mapping[str, Seconds]
    memory: Memory
    pairs: int

    @property
    def seconds(self) -> Seconds:
        """All stages together."""
        return sum(self.stages.values(), Seconds(0, 0))


@dataclass(frozen=True)
class Searched:
    """What the search for candidates deals with, each counted over all units.

    Units that have a key in common meet under it. Of the retellings, the shares that are found among the candidates,
    and that score so high as to be proposed.
    """

    units: int
    vocabulary: int
    keys: int
    meetings: int
    candidates: int
    retold: int
    found: float
    proposed: float


@dataclass(frozen=True)
class Sizes:
    """What reading took, and the bytes of what is sent: a unit in a partition, the statistics, the definitions."""

    seconds: Seconds
    unit: float
    statistics: int
    definitions: int


@dataclass(frozen=True)
class Paired:
    """What comparing two partitions took, its pairs and how many are likely.

    Of the retellings from one to the other, the shares that are found so, and when both are compared the other way
    round too: each unit of the first chooses its partners.
    """

    stages: Mapping[str, Seconds]
    memory: Memory
    pairs: int
    likely: int
    retold: int
    found: float
    found_both_ways: float


def write_notes(folder: Path, units: int) -> None:
    """Made-up units and their retellings as files; fewer are read from the same."""
    made = made_up(units)
    lines = (json.dumps(asdict(unit), ensure_ascii=False) for unit in made.units)
    (folder / "units.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "retold.json").write_text(json.dumps(made.retold), encoding="utf-8")


def read_notes(folder: Path, units: int) -> MadeUp:
    """The first units, and the retellings among them."""
    with (folder / "units.jsonl").open(encoding="utf-8") as lines:
        found, problems = read_units("".join(islice(lines, units)), "units.jsonl")
    assert not problems, problems[0]
    ids = {unit.id for unit in found}
    return MadeUp(found, [pair for pair in json.loads((folder / "retold.json").read_text()) if ids.issuperset(pair)])


def proportions(units: Sequence[Unit], own: Analysis) -> Proportions:
    """What the units are like."""
    tokens = own.partition(units).tokens.tokens
    letters = sum(len(unit.text) for unit in units) / len(units)
    return Proportions(len(units), letters, len(tokens) / len(units), len(np.unique(tokens)))


def of_book(docs: Path) -> Proportions:
    """The sections of a book's notes, in their own language."""
    corpus, _ = load_tree(docs)
    glossary, _ = read_data("glossary.yml", corpus.data["glossary.yml"])
    return proportions(units_of(corpus), analysis(read_concepts(glossary)))


def of_made_up(folder: Path, units: int) -> Proportions:
    """The first made-up units."""
    return proportions(read_notes(folder, units).units, analysis(concepts()))


def scored(folder: Path, units: int) -> Scored:
    """All from units to pairs."""
    notes, own = read_notes(folder, units), analysis(concepts())
    clock = Clock("reading")
    pairs = score(notes.units, own, clock)
    return Scored(units, clock.stages(), peak(), len(pairs.scores))


def searched(folder: Path, units: int) -> Searched:
    """The search alone, for counting."""
    notes, own = read_notes(folder, units), analysis(concepts())
    view = read(notes.units, own)
    counts = count(view)
    weighed = vectors(view, counts, own.definitions)
    rows, columns = search.candidates(weighed, weighed)
    is_proposed = probabilities(logits(features(weighed, weighed, rows, columns))) >= MODEL.threshold
    keys = search._keys(weighed)  # the search's own affair, looked at for counting only
    meeting = np.bincount((keys if units <= search.FEW else search._discerning(keys, keys)[0]).indices)
    return Searched(
        units,
        len(counts.tokens.tokens),
        int(meeting.sum()),
        int((meeting * (meeting - 1) // 2).sum()),
        len(rows),
        len(notes.retold),
        _found(notes, rows, columns),
        _found(notes, rows[is_proposed], columns[is_proposed]),
    )


def _found(notes: MadeUp, rows: NDArray[Any], columns: NDArray[Any]) -> float:
    """The share of the retellings that are among pairs."""
    width = len(notes.units)
    wanted = _places(notes)
    return float(np.isin(wanted[:, 0] * width + wanted[:, 1], rows * width + columns).mean())


def _places(notes: MadeUp) -> NDArray[np.int64]:
    """The places of the units of each retelling, the first one first."""
    places = {unit.id: place for place, unit in enumerate(notes.units)}
    return np.array([sorted((places[one], places[other])) for one, other in notes.retold])


def remembered(folder: Path, units: int) -> int:
    """Units scored and remembered in a file; its bytes."""
    now = refresh(read_notes(folder, units).units, analysis(concepts()))
    return (folder / "remembered.npz").write_bytes(dump(now, 0))


def edited(folder: Path, units: int) -> tuple[Mapping[str, Seconds], Memory]:
    """What it takes to score them again after one was edited."""
    notes, own = list(read_notes(folder, units).units), analysis(concepts())
    middle = units // 2
    notes[middle] = replace(notes[middle], text=f"{notes[middle].text} {notes[0].text}")
    clock = Clock("loading")
    before = load(folder / "remembered.npz", 0)
    clock("scoring again")
    now = refresh(notes, own, before)
    assert now.drift, "all was scored anew"
    clock("storing")
    (folder / "again.npz").write_bytes(dump(now, 0))
    return clock.stages(), peak()


def overlaps_of_book(docs: Path) -> Mapping[str, Seconds]:
    """`moa overlaps` as a user runs it, in a copy of the book."""
    with TemporaryDirectory() as name:
        copy = Path(shutil.copytree(docs, Path(name) / "docs"))
        clock = Clock("everything anew")
        _overlaps(copy, "--fresh")
        clock("nothing edited")
        _overlaps(copy)
        page = min((copy / "ko" / "notes").rglob("*.md"))
        page.write_text(f"{page.read_text(encoding='utf-8')}\n한 문장을 더했다.\n", encoding="utf-8")
        clock("one section edited")
        _overlaps(copy)
        return clock.stages()


def _overlaps(docs: Path, *options: str) -> None:
    command = [*_MOA, "overlaps", "--docs", str(docs), *options]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def partitioned(folder: Path, units: int) -> Sizes:
    """Two partitions in files, with what both are compared by."""
    notes, own = read_notes(folder, units).units, analysis(concepts())
    clock = Clock("reading")
    both = read(notes, own)
    seconds = clock.stages()["reading"]
    halves = [chosen(both, np.arange(start, start + units // 2)) for start in (0, units // 2)]
    statistics = total([count(half) for half in halves])
    sent = {name: len(pickle.dumps(value)) for name, value in (("s", statistics), ("d", own.definitions))}
    (folder / "partitions.pickle").write_bytes(pickle.dumps((halves, statistics, own.definitions)))
    return Sizes(seconds, len(pickle.dumps(halves)) / units, sent["s"], sent["d"])


def paired(folder: Path, units: int) -> Paired:
    """One pair of partitions compared."""
    (one, other), statistics, definitions = pickle.loads((folder / "partitions.pickle").read_bytes())
    clock = Clock("weighing")
    pairs = compare([one], [other], [statistics], definitions, clock)
    stages, memory = clock.stages(), peak()
    notes, half = read_notes(folder, units), one.units
    across = [pair for pair, (first, last) in zip(notes.retold, _places(notes), strict=True) if first < half <= last]
    likely = int((pairs.scores >= MODEL.threshold).sum())
    back = compare([other], [one], [statistics], definitions)
    rows, columns = np.append(pairs.rows, back.columns), np.append(pairs.columns, back.rows) + half
    only = replace(notes, retold=across)
    shares = _found(only, pairs.rows, pairs.columns + half), _found(only, rows, columns)
    return Paired(stages, memory, len(pairs.scores), likely, len(across), *shares)


def weighed(folder: Path, times: int) -> tuple[int, Seconds, Memory]:
    """One partition weighed with a glossary so many times as large."""
    (one, _), statistics, definitions = pickle.loads((folder / "partitions.pickle").read_bytes())
    terms = joined([definitions] * times)
    clock = Clock("weighing")
    vectors(one, statistics, terms)
    return terms.units, clock.stages()["weighing"], peak()
