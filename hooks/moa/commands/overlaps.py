"""`moa overlaps`: propose what to decide, see tellings side by side, and record that a person looked."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from moa.commands.detecting import require_packages
from moa.commands.score import score_
from moa.commands.trees import DOCS, open_tree
from moa.comparing import compare
from moa.corpus import Corpus
from moa.data import read_data
from moa.deciding import FILE, accept, find
from moa.overlaps import Decision, read_decisions
from moa.problems import Problem, as_text
from moa.tree import from_here
from moa.writing import write_whole


@click.group("overlaps", invoke_without_command=True)
@DOCS
@click.option("--write", "writes", is_flag=True, help="Append the proposals to overlaps.yml, as comments to decide on.")
@click.option(
    "--from", "threshold", type=click.FloatRange(0, 1), metavar="SCORE", help="Propose from this likelihood on."
)
@click.option("--note", "notes", multiple=True, metavar="ID", help="Only what this note, a new one say, shares.")
@click.option("--most", type=click.IntRange(min=0), default=20, show_default=True, help="Show so many; 0 shows all.")
@click.option("--fresh", is_flag=True, help="Compare everything anew; by default only what was edited since.")
@click.pass_context
def overlaps_(
    context: click.Context,
    docs: Path,
    notes: Sequence[str],
    writes: bool,
    threshold: float | None,
    most: int,
    fresh: bool,
) -> None:
    """Propose which sections of different notes tell the same, best first; people decide in overlaps.yml.

    Pairs that are in a group or in a `distinct` together are decided, and so are those of which both are in groups.
    """
    if context.invoked_subcommand:
        context.default_map = {name: {"docs": docs} for name in ("show", "accept")}
        return
    require_packages()
    from moa.commands import propose
    from moa.detecting.scoring import MODEL

    corpus, problems = open_tree(docs)
    problems += propose.unknown(corpus, notes)
    since = MODEL.threshold if threshold is None else threshold
    found, faults = propose.find(corpus, notes, since, docs / propose.CACHE, fresh)
    problems += faults
    for line in propose.show(found, corpus, docs, most):
        click.echo(line)
    click.echo(f"{len(found.proposals)} proposals; {len(found.units)} sections of notes")
    if writes and not problems:
        problems = propose.write(found, corpus, docs)
        if found.proposals and not problems:
            click.echo(f"they stand as comments at the end of {docs / FILE}")
    _end(context, problems, docs)


@overlaps_.command("show")
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@DOCS
@click.pass_context
def show_(context: click.Context, names: Sequence[str], docs: Path) -> None:
    """Print the tellings of a group one under another, and the words that only one of them has.

    ID is a group's id in overlaps.yml; look-alikes (distinct) are named by one of their addresses.
    """
    corpus, unread = open_tree(docs)
    value, problems = read_data(FILE, corpus.data.get(FILE, ""))
    found, unknown = find(read_decisions(value), names)
    problems = [*unread, *problems, *unknown]
    for decision in found:
        click.echo("\n".join(_shown(decision, corpus, docs)))
        gone = [member for member in decision.members if member.address not in corpus.by_address]
        problems += [member.value.problem(FILE, f"there is no section '{member.address}'") for member in gone]
    _end(context, problems, docs)


@overlaps_.command("accept")
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@DOCS
@click.pass_context
def accept_(context: click.Context, names: Sequence[str], docs: Path) -> None:
    """Record that a person has looked at these decisions as they stand today.

    Nothing is written when any of them is in doubt.
    """
    corpus, unread = open_tree(docs)
    before = corpus.data.get(FILE, "")
    text, problems = accept(corpus, before, names)
    if not problems and text != before:
        try:
            write_whole(docs / FILE, text)
        except OSError as error:
            problems = [Problem(FILE, 0, 0, f"cannot be written: {error.strerror}", "check its permissions")]
    if not problems:
        click.echo(f"accepted in {docs / FILE}" if text != before else "accepted already, nothing to change")
    _end(context, [*unread, *problems], docs)


overlaps_.add_command(score_)


def _shown(decision: Decision, corpus: Corpus, docs: Path) -> Iterator[str]:
    yield click.style(decision.name, bold=True)
    known = [member for member in decision.members if member.address in corpus.by_address]
    compared = compare(corpus.by_address[member.address] for member in known)
    for member, each in zip(known, compared, strict=True):
        place = from_here([Problem(each.section.path, 0, 0, "")], docs)[0].path
        yield ""
        yield click.style(f"[{member.role}] {member.address}  ({place}:{each.section.line})", bold=True)
        yield each.text
        yield click.style(f"only here: {' '.join(each.own) or 'nothing'}", fg="yellow")
    if why := decision.value.get("why").text:
        yield f"\nwhy: {why}"
    yield ""


def _end(context: click.Context, problems: Sequence[Problem], docs: Path) -> None:
    click.echo(as_text(_placed(problems, docs)), nl=False, err=True)
    context.exit(1 if problems else 0)


def _placed(problems: Sequence[Problem], docs: Path) -> Iterator[Problem]:
    """Problems of files as seen from here; what was asked for stays as it was written."""
    for problem in problems:
        yield from from_here([problem], docs) if (docs / problem.path).exists() else [problem]
