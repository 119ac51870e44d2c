"""Set `checked` after a person looked: that value, and nothing else, is changed in overlaps.yml."""

import re
from collections.abc import Iterable, Mapping

from moa.corpus import Corpus
from moa.data import Value, plain, read_data
from moa.nearest import did_you_mean
from moa.overlaps import Decision, Decisions, mark, read_decisions
from moa.problems import Problem

FILE = "overlaps.yml"
_CHECKED = re.compile(r"""checked[ \t]*:(?:[ \t]*(?:"[^"]*"|'[^']*'|[^\s#,}]+))?""")


def find(decisions: Decisions, names: Iterable[str]) -> tuple[list[Decision], list[Problem]]:
    """The decisions of these names, and the names that none has.

    A group is named by its id; look-alikes, which have none, are all those that hold the address.
    """
    by_name: dict[str, list[Decision]] = {}
    for decision in decisions.all:
        for name in [decision.id] if decision.id else decision.addresses:
            by_name.setdefault(name, []).append(decision)
    names = list(dict.fromkeys(names))
    found = [decision for name in names for decision in by_name.get(name, ())]
    return found, [_unknown(name, by_name) for name in names if name not in by_name]


def _unknown(name: str, known: Iterable[str]) -> Problem:
    return Problem(name, 0, 0, f"there is no such decision in {FILE}", did_you_mean(name, known, "name a group's id"))


def accept(corpus: Corpus, text: str, names: Iterable[str]) -> tuple[str, list[Problem]]:
    """The new text of overlaps.yml and what stands in the way; with any problem the text is as it was."""
    value, problems = read_data(FILE, text)
    found, unknown = find(read_decisions(value), names)
    problems += unknown
    fingerprints = {address: section.fingerprint for address, section in corpus.by_address.items()}
    marks = {}
    for decision in found:
        missing = [member for member in decision.members if member.address not in fingerprints]
        problems += [member.value.problem(FILE, f"there is no section '{member.address}'") for member in missing]
        if not missing:
            marks[value.items.index(decision.value)] = mark(decision, fingerprints)
    written = _written(text, value, marks)
    if not problems and not _differs_only_in(marks, value, read_data(FILE, written)[0]):
        fact = "'checked' cannot be set without changing more"
        problems.append(Problem(FILE, 0, 0, fact, f"write by hand: {', '.join(marks.values())}"))
    return (text if problems else written), problems


def _written(text: str, value: Value, marks: Mapping[int, str]) -> str:
    """The text with the marks; from the last to the first, so that lines keep their numbers meanwhile."""
    lines = text.split("\n")
    for place in sorted(marks, reverse=True):
        entry = value.items[place]
        written = f'checked: "{marks[place]}"'
        if "checked" in entry.fields:
            key = next(key for key in entry.keys if key.text == "checked")
            line = lines[key.line - 1]
            lines[key.line - 1] = line[: key.column - 1] + _CHECKED.sub(written, line[key.column - 1 :], count=1)
        else:
            last = max(_lines_of(entry))
            ending = "\r" * lines[last - 1].endswith("\r")
            lines.insert(last, f"{' ' * (entry.column - 1)}{written}{ending}")
    return "\n".join(lines)


def _lines_of(value: Value) -> Iterable[int]:
    yield value.line
    for each in (*value.items, *value.fields.values()):
        yield from _lines_of(each)


def _differs_only_in(marks: Mapping[int, str], before: Value, after: Value) -> bool:
    wanted = plain(before) or []
    for place, written in marks.items():
        wanted[place]["checked"] = written
    return bool(plain(after) == wanted)
