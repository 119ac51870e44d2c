import pytest
from hypothesis import given
from tests.unit.test_check_properties import YAML, pieces

from moa.data import plain, read_data
from moa.shapes import Record, Text


def test_values_know_their_line_and_column() -> None:
    value, problems = read_data("x.yml", "- id: a\n  raw: {file: 한 글, lines: '1'}\n  none:\n")
    [entry] = value.items
    raw = entry.get("raw")
    assert problems == []
    assert [(each.line, each.column) for each in (entry.get("id"), raw, raw.get("lines"))] == [(1, 7), (2, 8), (2, 27)]
    assert (entry.get("none").line, entry.get("none").kind) == (3, "nothing")


def test_numbers_dates_and_nulls_are_told_from_texts() -> None:
    value, _ = read_data("x.yml", "[01234567, 12e45678, 2024-01-01, true, null, '12e45678', yes]")
    assert [item.kind for item in value.items] == ["number", "number", "date", "yes or no", "nothing", "text", "text"]
    assert plain(value) == ["01234567", "12e45678", "2024-01-01", "true", None, "12e45678", "yes"]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_an_empty_file_holds_nothing_and_is_no_problem(text: str) -> None:
    value, problems = read_data("x.yml", text)
    assert (value.kind, problems) == ("nothing", [])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1\n\tb: 2\n", "x.yml:2:1: a tab indents this line"),
        ("a: 1\na: 2\n", "x.yml:2:1: the field 'a' is given twice"),
        ("a: [1\nb: 2\n", "x.yml:2:2: this is not YAML"),
        ("a: \x01\n", "x.yml:1: the character U+0001 cannot stand in YAML"),
        ("[" * 5000, "x.yml: lists or mappings are nested too deep to read"),
        ("a: &b {}\nc: *b\n", "x.yml:1:4: an anchor is used again by an alias"),
        ("? [a]\n: b\n", "x.yml:1:3: a list or a mapping stands where a field's name belongs"),
        ("%YAML 1.9\n---\na: b\n", "x.yml: this is not YAML"),
        ("a: 1\n--- \nb: 2\n", "x.yml:2:1: this is not YAML: but found another document"),
    ],
)
def test_a_fault_of_the_file_has_its_place(text: str, says: str) -> None:
    _, [problem] = read_data("x.yml", text)
    assert str(problem).startswith(says)


def test_every_alias_is_refused_so_that_no_file_grows_without_end() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    _, problems = read_data("x.yml", bomb)
    assert len(problems) == 16


def test_fields_that_are_missing_unknown_and_wrong_are_all_named() -> None:
    value, _ = read_data("x.yml", "naem: x\nsize: 3\n")
    shape = Record({"name": Text(), "size": Text()})
    assert sorted(str(problem) for problem in shape.faults(value, "x.yml", "")) == [
        "x.yml:1:1: the field 'name' is missing; add it",
        "x.yml:1:1: unknown field 'naem'; did you mean 'name'?",
        "x.yml:2:7: 'size' is read as a number: 3; quote it",
    ]


@given(pieces(YAML))
def test_the_fast_reader_gives_what_the_slow_one_gives(text: str) -> None:
    """Each takes a few broken texts that the other refuses; what both take they must understand alike."""
    with pytest.MonkeyPatch.context() as patch:
        fast, faults = read_data("x.yml", text)
        patch.setattr("moa.data.compose_fast", lambda _: None)
        slow, slow_faults = read_data("x.yml", text)
    assert slow_faults or (fast, faults) == (slow, slow_faults)
