"""The shapes of data files as JSON Schema, by which editors complete and check them too."""

from collections.abc import Mapping
from typing import Any

from moa.schemas import SHAPES
from moa.shapes import Anything, Choice, ListOf, MappingOf, OrNothing, Record, Scalar, Shape, Text, TextOr

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]
_SCALARS = ["string", "number", "boolean"]


def schemas() -> Mapping[str, Schema]:
    """The schema of every data file that has a shape, by the file's name without its ending."""
    return {name.removesuffix(".yml"): {"$schema": DRAFT, **json_schema(shape)} for name, shape in SHAPES.items()}


def json_schema(shape: Shape) -> Schema:
    """The schema that accepts what a shape accepts.

    What no pattern can say (that lines count upwards) is left to `moa check`.
    """
    match shape:
        case Text():
            return _text(shape)
        case Scalar():
            return {"type": _SCALARS}
        case Anything():
            return {}
        case OrNothing(inner):
            return {"anyOf": [json_schema(inner), {"type": "null"}]}
        case ListOf(item):
            return {"type": "array", "items": json_schema(item)}
        case MappingOf(value):
            return {"type": "object", "additionalProperties": json_schema(value)}
        case Record():
            return _record(shape)
        case TextOr(inner):
            return {"anyOf": [_text(Text()), json_schema(inner)]}
        case Choice(key, having, otherwise):
            found = {"required": [key]}
            return {"if": found, "then": json_schema(having), "else": json_schema(otherwise)}
    raise TypeError(f"no schema for {shape}")


def _text(shape: Text) -> Schema:
    if shape.choices:
        return {"enum": list(shape.choices)}
    pattern = f"^(?:{shape.pattern})$" if shape.pattern else r"\S"
    return {"type": "string", "pattern": pattern, **({"description": shape.form} if shape.form != "text" else {})}


def _record(shape: Record) -> Schema:
    known = {**shape.required, **shape.optional}
    fields = {name: json_schema(each) for name, each in known.items()}
    for name, words in shape.about.items():
        fields[name] = {**fields[name], "description": words}
    return {
        "type": "object",
        "properties": fields,
        "required": list(shape.required),
        "additionalProperties": False,
    }
