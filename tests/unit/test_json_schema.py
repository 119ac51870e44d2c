"""The published schemas accept what the checks accept, and nothing else."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from moa.cli import main
from moa.commands.schemas import FOLDER, written
from moa.data import Value, read_data
from moa.json_schema import schemas
from moa.schemas import SHAPES

ROOT = Path(__file__).parent.parent.parent
NAMES = sorted(schemas())
_TEXTS = st.sampled_from(
    ["파드", "pod", "guide/pods#pod", "auto", "a b", " ", "", "/docs/", "https://x.example/", "0badcafe"]
)
_SMALL = st.one_of(
    st.none(), _TEXTS, st.lists(_TEXTS, max_size=2), st.dictionaries(st.sampled_from(["ko", "en"]), _TEXTS)
)
_NESTED = st.one_of(
    _SMALL, st.dictionaries(st.sampled_from(["ko", "en", "file", "sha256"]), st.lists(_TEXTS, max_size=2))
)


def is_accepted(name: str, value: Any) -> bool:
    return jsonschema.Draft7Validator(schemas()[name]).is_valid(value)


def is_sound(name: str, value: Any) -> bool:
    """Whether the check of the file finds nothing wrong with the form of a value."""
    found, problems = read_data(f"{name}.yml", json.dumps(value, ensure_ascii=False))
    return not problems and not list(SHAPES[f"{name}.yml"].faults(found, "", ""))


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_that_is_published_is_the_one_of_the_checks(name: str) -> None:
    published = (ROOT / FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert published == written(schemas()[name]), "run: moa schemas"


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schemas()[name])


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.yml")), ids=lambda path: path.stem)
def test_the_data_files_of_the_book_fit_their_schemas(path: Path) -> None:
    if path.stem in NAMES:
        value = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
        assert list(jsonschema.Draft7Validator(schemas()[path.stem]).iter_errors(value)) == []


@given(st.data())
def test_an_entry_of_the_glossary_is_sound_where_the_schema_accepts_it(data: st.DataObject) -> None:
    base = {"id": "pod", "ko": "파드", "en": "Pod"}
    fields = [
        "id",
        "ko",
        "en",
        "also",
        "everyday",
        "wrong",
        "reading",
        "definition",
        "home",
        "official",
        "link",
        "more",
    ]
    entry = base | data.draw(st.dictionaries(st.sampled_from(fields), _NESTED, max_size=3))
    assert is_accepted("glossary", [entry]) == is_sound("glossary", [entry])


@given(st.sampled_from(["overlaps", "corrections", "renamed"]), st.data())
def test_other_data_is_sound_where_its_schema_accepts_it(name: str, data: st.DataObject) -> None:
    fields = [
        "id",
        "keep",
        "same",
        "distinct",
        "why",
        "checked",
        "topic",
        "note",
        "had",
        "right",
        "category",
        "severity",
    ]
    entry = data.draw(st.dictionaries(st.sampled_from(fields), _NESTED, max_size=5))
    value = entry if name == "renamed" else [entry]
    assert is_accepted(name, value) == is_sound(name, value)


def test_the_command_writes_every_schema(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schemas", "--out", str(tmp_path / "new")])
    assert result.exit_code == 0
    assert sorted(path.stem for path in (tmp_path / "new").iterdir()) == NAMES


def test_a_bad_entry_is_a_problem_with_its_line() -> None:
    value, _ = read_data("glossary.yml", "- id: pod\n  ko: 파드\n  en: Pod\n  link: always\n")
    assert isinstance(value, Value)
    [problem] = SHAPES["glossary.yml"].faults(value, "glossary.yml", "")
    assert (problem.line, problem.column) == (4, 9)
