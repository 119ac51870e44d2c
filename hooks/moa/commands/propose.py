"""`moa overlaps` by itself: propose what people should decide."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from moa.commands.detecting import program, progress
from moa.corpus import Corpus
from moa.data import read_data
from moa.deciding import FILE
from moa.detecting.concepts import read_concepts
from moa.detecting.detector import analysis
from moa.detecting.drafting import drafted
from moa.detecting.explaining import Explainer
from moa.detecting.proposals import Alike, Proposal, alike, propose, undecided
from moa.detecting.remembering import identity, refresh
from moa.detecting.storing import dump, load
from moa.detecting.units import Unit, units_of
from moa.nearest import did_you_mean
from moa.overlaps import Decisions, read_decisions
from moa.problems import Problem
from moa.tree import from_here
from moa.writing import write_chunks, write_whole

CACHE = Path(".moa", "overlaps.npz")  # below the docs tree; a name with a dot is never published


@dataclass(frozen=True)
class Found:
    """The proposals for a docs tree, its sections by address, what explains likeness, and the decisions so far."""

    proposals: Sequence[Proposal]
    units: Mapping[str, Unit]
    explainer: Explainer
    decisions: Decisions


def find(
    corpus: Corpus, notes: Sequence[str], threshold: float, cache: Path, fresh: bool
) -> tuple[Found, list[Problem]]:
    """The proposals from a score on for some notes, or for all, and what is wrong with the files that they rest on."""
    terms, faults = read_data("glossary.yml", corpus.data.get("glossary.yml", ""))
    value, problems = read_data(FILE, corpus.data.get(FILE, ""))
    own, units, decisions = analysis(read_concepts(terms)), units_of(corpus), read_decisions(value)
    known = identity(own.reader.concepts.all, program())
    with progress(len(units)) as show:
        now = refresh(units, own, None if fresh else load(cache, known), show)
    with suppress(OSError):  # where nothing can be written, the next run takes longer
        cache.parent.mkdir(exist_ok=True)
        write_chunks(cache, [dump(now, known)])
    by_id = {unit.id: unit for unit in units}
    pairs = undecided(alike(units, now.pairs, threshold), decisions)
    asked = [pair for pair in pairs if not notes or {by_id[pair.one].note, by_id[pair.other].note} & {*notes}]
    explainer = Explainer(own, now.statistics[0].tokens)
    return Found(propose(asked, decisions), by_id, explainer, decisions), [*faults, *problems]


def unknown(corpus: Corpus, notes: Sequence[str]) -> list[Problem]:
    """The notes that are asked for and are not there."""
    known = [note.id for note in corpus.notes]
    missing = (name for name in notes if name not in known)
    return [Problem(name, 0, 0, "there is no such note", did_you_mean(name, known)) for name in missing]


def show(found: Found, corpus: Corpus, docs: Path, most: int) -> Iterator[str]:
    """The proposals in words, best first: their sections, which says more, and the claims that match."""
    for number, proposal in enumerate(found.proposals[: most or None], 1):
        yield click.style(f"{number}. {proposal.score:.2f}  {_asked(proposal)}", bold=True)
        for address in proposal.addresses:
            yield f"   {_placed(address, corpus, docs)}"
        for pair in proposal.alike[:1] if proposal.group else proposal.alike:
            yield from _matching(pair, found)
        yield ""
    left = len(found.proposals) - most if most else 0
    if left > 0:
        yield f"and {left} more: --most 0 shows all"


def write(found: Found, corpus: Corpus, docs: Path) -> list[Problem]:
    """Put the proposals as comments at the end of overlaps.yml."""
    proposed = {address for proposal in found.proposals for address in proposal.addresses}
    said = {address: found.explainer.said(found.units[address]) for address in proposed}
    before = corpus.data.get(FILE, "")
    after = drafted(before, found.proposals, said, found.decisions)
    if after != before:
        try:
            write_whole(docs / FILE, after)
        except OSError as error:
            return [Problem(FILE, 0, 0, f"cannot be written: {error.strerror}", "check its permissions")]
    return []


def _asked(proposal: Proposal) -> str:
    return f"does this belong to the group '{proposal.group}'?" if proposal.group else "do these tell the same?"


def _placed(address: str, corpus: Corpus, docs: Path) -> str:
    section = corpus.by_address[address]
    place = from_here([Problem(section.path, section.line, 0, "")], docs)[0]
    return f"{address}  ({place.path}:{place.line})"


def _matching(pair: Alike, found: Found) -> Iterator[str]:
    one, other = sorted((found.units[pair.one], found.units[pair.other]), key=found.explainer.said, reverse=True)
    yield click.style(f"   {pair.score:.2f}  {one.id} says more than {other.id}", fg="yellow")
    for match in found.explainer.matches(one, other):
        yield f"      - {match.one}"
        yield f"        {match.other}"
