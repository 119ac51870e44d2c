"""Problems: what is wrong with a tree, as values that are collected, sorted and printed once."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "notice"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: place, fact and way out; line and column count from 1, 0 stands for the whole."""

    path: str
    line: int
    column: int
    fact: str
    way_out: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Read as `path:line:column: fact; way out`, a form that editors jump to."""
        place = ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])
        return f"{place}: {self.message}"

    @property
    def message(self) -> str:
        """The fact and the way out, without the place."""
        return f"{self.fact}; {self.way_out}" if self.way_out else self.fact


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that make the exit status 1."""
    return [problem for problem in problems if problem.severity == "error"]


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, in the order of their places."""
    return "".join(f"{_marked(problem)}\n" for problem in sorted(set(problems)))


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows as annotations on the lines of a pull request."""
    return "".join(f"{_workflow_command(problem)}\n" for problem in sorted(set(problems)))


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON array of objects with the fields of `Problem`."""
    return json.dumps([asdict(problem) for problem in sorted(set(problems))], ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def _marked(problem: Problem) -> str:
    return f"{problem} (notice)" if problem.severity == "notice" else str(problem)


def _workflow_command(problem: Problem) -> str:
    numbers = {"line": problem.line, "col": problem.column}
    place = [f"file={_escaped_value(problem.path)}", *(f"{key}={number}" for key, number in numbers.items() if number)]
    return f"::{problem.severity} {','.join(place)}::{_escaped(problem.message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
