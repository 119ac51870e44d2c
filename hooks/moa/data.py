"""Read a YAML data file into values that know their line and column; faults of the file are problems."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from moa.fast_yaml import compose_fast
from moa.problems import Problem

Kind = Literal["nothing", "text", "number", "yes or no", "date", "list", "mapping"]
_SCALARS: dict[str, Kind] = {
    "null": "nothing",
    "str": "text",
    "int": "number",
    "float": "number",
    "bool": "yes or no",
    "timestamp": "date",
}
_TAG = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Value:
    """A value with its place, from 1; `text` is a scalar as written, `keys` holds the places of a mapping's keys."""

    line: int = 0
    column: int = 0
    kind: Kind = "nothing"
    text: str = ""
    items: tuple["Value", ...] = ()
    fields: Mapping[str, "Value"] = field(default_factory=lambda: MappingProxyType({}))
    keys: tuple["Value", ...] = ()

    def get(self, key: str) -> "Value":
        """The field's value; nothing, at this value's place, where there is none."""
        return self.fields.get(key) or Value(self.line, self.column)

    @property
    def words(self) -> str | None:
        """The text of a text value, None for every other kind."""
        return self.text if self.kind == "text" else None

    @property
    def texts(self) -> tuple["Value", ...]:
        """The items of a list that are texts."""
        return tuple(item for item in self.items if item.kind == "text")

    def problem(self, path: str, fact: str, way_out: str = "") -> Problem:
        """An error at this value's place in the file `path`."""
        return Problem(path, self.line, self.column, fact, way_out)

    def notice(self, path: str, fact: str, way_out: str = "") -> Problem:
        """A notice at this value's place in the file `path`."""
        return Problem(path, self.line, self.column, fact, way_out, "notice")


def read_data(path: str, text: str) -> tuple[Value, list[Problem]]:
    """The value that a YAML text holds, and what is wrong with the text; an unreadable text holds nothing."""
    try:
        node = compose_fast(text) or YAML(typ="safe", pure=True).compose(text)
    except RecursionError:
        return Value(), [Problem(path, 0, 0, "lists or mappings are nested too deep to read", "flatten them")]
    except MarkedYAMLError as error:
        return Value(), [_syntax_problem(path, error)]
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        fact = f"the character U+{ord(text[error.position]):04X} cannot stand in YAML"
        return Value(), [Problem(path, line, 0, fact, "remove it")]
    except Exception as error:  # on hostile texts ruamel raises more than its own errors (%YAML 9.9, "\UFFFFFFFF")
        return Value(), [Problem(path, 0, 0, f"this is not YAML: {_first_line(error)}", "mend its syntax")]
    if node is None:
        return Value(1, 1), []
    problems: list[Problem] = []
    return _value(path, node, set(), problems), problems


def plain(value: Value) -> Any:
    """The value as Python's own lists, dictionaries, texts and None; numbers and dates as they are written."""
    if value.kind == "list":
        return [plain(item) for item in value.items]
    if value.kind == "mapping":
        return {key: plain(each) for key, each in value.fields.items()}
    return None if value.kind == "nothing" else value.text


def _value(path: str, node: Any, seen: set[int], problems: list[Problem]) -> Value:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if id(node) in seen:
        problems.append(Problem(path, line, column, "an anchor is used again by an alias", "write the value out"))
        return Value(line, column)
    seen.add(id(node))
    if node.id == "sequence":  # PyYAML's nodes and ruamel.yaml's have nothing else in common
        return Value(line, column, "list", items=tuple(_value(path, item, seen, problems) for item in node.value))
    if node.id == "mapping":
        fields, keys = _fields(path, node, seen, problems)
        return Value(line, column, "mapping", fields=MappingProxyType(fields), keys=keys)
    kind = _SCALARS.get(str(node.tag).removeprefix(_TAG))
    if kind is None:
        problems.append(Problem(path, line, column, f"the tag {node.tag} is not read", "remove it"))
    return Value(line, column, kind or "nothing", str(node.value))


def _fields(
    path: str, node: Any, seen: set[int], problems: list[Problem]
) -> tuple[dict[str, Value], tuple[Value, ...]]:
    fields: dict[str, Value] = {}
    keys = []
    for key, value in _pairs(path, node, problems):
        if key.text in fields:
            problems.append(key.problem(path, f"the field '{key.text}' is given twice", "keep one of them"))
            continue
        found = _value(path, value, seen, problems)
        # An empty value is marked where the parser noticed, often a line below its key.
        fields[key.text] = Value(key.line, key.column) if found.kind == "nothing" else found
        keys.append(key)
    return fields, tuple(keys)


def _pairs(path: str, node: Any, problems: list[Problem]) -> Iterator[tuple[Value, Any]]:
    for key, value in node.value:
        place = Value(key.start_mark.line + 1, key.start_mark.column + 1, "text", str(key.value))
        if key.id == "scalar":
            yield place, value
        else:
            problems.append(place.problem(path, "a list or a mapping stands where a field's name belongs"))


def _syntax_problem(path: str, error: MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    if "\\t" in str(error.problem):
        return Problem(path, line, column, "a tab indents this line", "indent with spaces")
    return Problem(path, line, column, f"this is not YAML: {error.problem or error.context}", "mend its syntax")


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).partition("\n")[0]
