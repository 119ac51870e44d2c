"""Remembered scores as a file of arrays; one that cannot be used counts as none."""

import io
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from moa.detecting.detector import Pairs
from moa.detecting.partitions import Bags, Partition
from moa.detecting.remembering import Remembered
from moa.detecting.statistics import Counts, Statistics

Arrays = Mapping[str, NDArray[Any]]
_IDENTITY = "identity"


def dump(remembered: Remembered, identity: int) -> bytes:
    """The bytes of a file; `identity` tells what the scores depend on beside the units."""
    arrays = dict(_flat("", remembered)) | {_IDENTITY: np.array(identity, np.uint64)}
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def load(path: Path, identity: int) -> Remembered | None:
    """What a file remembers, None where there is no such file, it is damaged, or it is of another identity."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return _remembered(dict(arrays)) if int(arrays[_IDENTITY]) == identity else None
    except Exception:  # a damaged archive fails in many ways, and nothing is lost without it
        return None


def _flat(name: str, value: Any) -> list[tuple[str, NDArray[Any]]]:
    if is_dataclass(value):
        return [each for field in fields(value) for each in _flat(f"{name}.{field.name}", getattr(value, field.name))]
    if isinstance(value, tuple):
        return [each for place, item in enumerate(value) for each in _flat(f"{name}.{place}", item)]
    return [(name, np.asarray(value))]


def _remembered(arrays: Arrays) -> Remembered:
    views = range(2 if ".views.1.notes" in arrays else 1)
    return Remembered(
        arrays[".keys"],
        tuple(_partition(arrays, f".views.{place}") for place in views),
        tuple(_statistics(arrays, f".statistics.{place}") for place in views),
        Pairs(*(arrays[f".pairs.{field.name}"] for field in fields(Pairs))),
        int(arrays[".drift"]),
    )


def _partition(arrays: Arrays, name: str) -> Partition:
    tokens, defines = (
        Bags(*(arrays[f"{name}.{of}.{field.name}"] for field in fields(Bags))) for of in ("tokens", "defines")
    )
    return Partition(arrays[f"{name}.notes"], tokens, defines, arrays[f"{name}.is_heading"])


def _statistics(arrays: Arrays, name: str) -> Statistics:
    return Statistics(*(_counts(arrays, f"{name}.{of}") for of in ("tokens", "defines")))


def _counts(arrays: Arrays, name: str) -> Counts:
    return Counts(int(arrays[f"{name}.rows"]), arrays[f"{name}.tokens"], arrays[f"{name}.frequencies"])
