"""The file of what was remembered: it comes back as it was, or, where anything is wrong with it, not at all."""

import io
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.unit.detecting import bread, bread_units

from moa.detecting.remembering import Remembered, refresh
from moa.detecting.storing import dump, load

IDENTITY = 2**64 - 5
METHOD = 10  # where an entry of a zip file's list says how its data are packed
ENTRY = b"PK\x01\x02"


@pytest.fixture(scope="module", params=["one language", "two languages", "no units"])
def remembered(request: pytest.FixtureRequest) -> Remembered:
    units = list(bread_units())
    if request.param == "two languages":
        units[0] = replace(units[0], text_en="Yeast eats sugar.")
    return replace(refresh(units if request.param != "no units" else [], bread()), drift=3)


@pytest.fixture(scope="module")
def content() -> bytes:
    return dump(refresh(bread_units(), bread()), IDENTITY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "overlaps.npz"


def flat(value: Any) -> list[Any]:
    """All that is remembered, with the types of arrays."""
    if is_dataclass(value):
        return [each for field in fields(value) for each in flat(getattr(value, field.name))]
    if isinstance(value, tuple):
        return [each for item in value for each in flat(item)]
    return [(value.dtype, value.tolist())] if isinstance(value, np.ndarray) else [value]


def with_byte(content: bytes, place: int, byte: int) -> bytes:
    return content[:place] + bytes([byte]) + content[place + 1 :]


def saved(array: Any) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def test_what_is_written_is_read(remembered: Remembered, path: Path) -> None:
    path.write_bytes(dump(remembered, IDENTITY))
    found = load(path, IDENTITY)
    assert found is not None
    assert flat(found) == flat(remembered)


def test_what_is_read_serves_as_well_as_what_was_written(path: Path) -> None:
    before = refresh(bread_units(), bread())
    path.write_bytes(dump(before, IDENTITY))
    assert flat(refresh(bread_units(), bread(), load(path, IDENTITY))) == flat(refresh(bread_units(), bread(), before))


@pytest.mark.parametrize("other", [0, 1, IDENTITY - 1, IDENTITY - 2**63])
def test_what_rests_on_other_things_counts_as_nothing(content: bytes, other: int, path: Path) -> None:
    path.write_bytes(content)
    assert load(path, other) is None


def test_no_file_and_a_folder_in_its_place_count_as_nothing(path: Path) -> None:
    assert load(path, IDENTITY) is None
    path.mkdir()
    assert load(path, IDENTITY) is None


@pytest.mark.parametrize(
    "content", [b"", b"no archive", b"PK\x03\x04", b"\x80\x04K\x01.", b"\x93NUMPY\x01\x00", ENTRY * 9]
)
def test_another_file_counts_as_nothing(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    assert load(path, IDENTITY) is None


def test_a_single_array_counts_as_nothing(path: Path) -> None:
    path.write_bytes(saved(np.arange(3)))
    assert load(path, IDENTITY) is None


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_half_a_file_counts_as_nothing(content: bytes, share: float, path: Path) -> None:
    path.write_bytes(content[: int(len(content) * share)])
    assert load(path, IDENTITY) is None


def test_a_file_with_another_byte_in_its_arrays_counts_as_nothing(content: bytes, path: Path) -> None:
    for place in range(200, content.index(ENTRY) - 200, 450):
        path.write_bytes(with_byte(content, place, content[place] ^ 255))
        found = load(path, IDENTITY)
        assert found is None or flat(found) == flat(refresh(bread_units(), bread()))  # a byte that nobody reads


def test_a_file_with_another_byte_in_its_list_counts_as_nothing(content: bytes, path: Path) -> None:
    path.write_bytes(with_byte(content, content.index(ENTRY) + METHOD, 77))
    assert load(path, IDENTITY) is None


def test_an_archive_that_lacks_an_array_counts_as_nothing(content: bytes, path: Path) -> None:
    with np.load(io.BytesIO(content)) as arrays:
        kept = {name: arrays[name] for name in arrays if name != ".pairs.scores"}
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **kept)
    assert load(path, IDENTITY) is None


def test_nothing_in_a_file_is_ever_run(path: Path) -> None:
    with path.open("wb") as file:
        np.savez(file, identity=np.array([object()], dtype=object))
    assert load(path, IDENTITY) is None
