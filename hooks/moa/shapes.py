"""What a data file may hold: shapes are values, and say of another value what is wrong with it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from moa.data import Kind, Value
from moa.nearest import did_you_mean
from moa.problems import Problem

_NAMES: dict[Kind, str] = {
    "nothing": "nothing",
    "text": "text",
    "number": "a number",
    "yes or no": "yes or no",
    "date": "a date",
    "list": "a list",
    "mapping": "a mapping",
}


class Shape(Protocol):
    """Anything that tells what is wrong with a value; `name` says where it stands (`raw.lines`)."""

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """The problems of the value, in its file `path`."""


@dataclass(frozen=True)
class Text:
    """A text that is not blank; `form` says what is expected.

    As a whole it has the `pattern`, is one of the `choices`, and `accepts` approves of it, where these are given.
    """

    form: str = "text"
    accepts: Callable[[str], bool] = lambda text: bool(text.strip())
    pattern: str = ""
    choices: tuple[str, ...] = ()

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """Another kind, or a text of another form."""
        if value.kind in ("number", "date", "yes or no"):
            yield value.problem(path, f"'{name}' is read as {_NAMES[value.kind]}: {value.text}", "quote it")
        elif value.kind != "text":
            yield _wrong_kind(value, path, name, self.form)
        elif not self._is_accepted(value.text):
            fact = f"'{name}' is '{value.text}'" if value.text.strip() else f"'{name}' is empty"
            yield value.problem(path, fact, f"write {self.form}")

    def _is_accepted(self, text: str) -> bool:
        has_form = not self.pattern or re.fullmatch(self.pattern, text) is not None
        return has_form and (not self.choices or text in self.choices) and self.accepts(text)


@dataclass(frozen=True)
class Scalar:
    """A text, a number, a date, yes or no."""

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """A list, a mapping or nothing."""
        if value.kind in ("list", "mapping", "nothing"):
            yield _wrong_kind(value, path, name, "text")


@dataclass(frozen=True)
class Anything:
    """Any value at all."""

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """None."""
        yield from ()


@dataclass(frozen=True)
class OrNothing:
    """A value of another shape, or null."""

    shape: Shape

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """Those of the other shape."""
        if value.kind != "nothing":
            yield from self.shape.faults(value, path, name)


@dataclass(frozen=True)
class ListOf:
    """A list whose items have one shape."""

    shape: Shape

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """Another kind, or the faults of the items."""
        if value.kind != "list":
            yield _wrong_kind(value, path, name, "a list")
        for item in value.items:
            yield from self.shape.faults(item, path, name)


@dataclass(frozen=True)
class MappingOf:
    """A mapping with keys of any name, whose values have one shape."""

    shape: Shape

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """Another kind, or the faults of the values."""
        if value.kind != "mapping":
            yield _wrong_kind(value, path, name, "a mapping")
        for key, each in value.fields.items():
            yield from self.shape.faults(each, path, f"{name}.{key}")


@dataclass(frozen=True)
class Record:
    """A mapping with known fields; `about` says of some what they are for, in editors."""

    required: Mapping[str, Shape] = field(default_factory=dict)
    optional: Mapping[str, Shape] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """Another kind, unknown and missing fields, the faults of the known ones."""
        if value.kind != "mapping":
            yield _wrong_kind(value, path, name, f"a mapping with {_listed(self.required)}")
            return
        known = {**self.required, **self.optional}
        for key in value.keys:
            if key.text not in known:
                way_out = did_you_mean(key.text, known.keys() - value.fields.keys(), f"the fields are {_listed(known)}")
                yield key.problem(path, f"unknown field '{_inside(name, key.text)}'", way_out)
        for key_name in self.required.keys() - value.fields.keys():
            yield value.problem(path, f"the field '{_inside(name, key_name)}' is missing", "add it")
        for key_name, shape in known.items():
            if key_name in value.fields:
                yield from shape.faults(value.fields[key_name], path, _inside(name, key_name))


@dataclass(frozen=True)
class TextOr:
    """A text, or a value of another shape where it is a list or a mapping."""

    shape: Shape

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """Those of the shape that the value's kind calls for."""
        shape = self.shape if value.kind in ("list", "mapping") else Text()
        yield from shape.faults(value, path, name)


@dataclass(frozen=True)
class Choice:
    """A record that has the field `key`, or one that has not."""

    key: str
    having: Record
    otherwise: Record

    def faults(self, value: Value, path: str, name: str) -> Iterator[Problem]:
        """Those of the record that the presence of the field calls for."""
        shape = self.having if self.key in value.fields else self.otherwise
        yield from shape.faults(value, path, name)


def _wrong_kind(value: Value, path: str, name: str, wanted: str) -> Problem:
    where = f"'{name}'" if name else "this"
    return value.problem(path, f"{where} is {_NAMES[value.kind]}", f"write {wanted}")


def _listed(fields: Mapping[str, Shape]) -> str:
    return ", ".join(fields)


def _inside(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key
