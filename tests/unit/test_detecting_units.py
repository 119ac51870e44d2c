"""What is compared: the sections of notes that have an address, with their English where it is current."""

from moa.corpus import read_corpus
from moa.detecting.units import Unit, placed, read_units, units_of

PAGES = {
    "ko/index.md": "# 홈 {#home}\n",
    "ko/guide/x.md": "# 안내 {#guide}\n\n안내다.\n",
    "ko/notes/a/x.md": (
        '# 효모 {#yeast data-raw="1"}\n\n**효모**는 [균](y.md)이다.\n\n'
        '## 반죽 {#dough data-raw="2"}\n\n치댄다.\n\n/// correction | 사실\n고침이다.\n///\n\n## 주소 없는 절\n\n글.\n'
    ),
    "ko/notes/b/y.md": '# 오븐 {#oven data-raw="1"}\n',
}
ENGLISH = (
    '# Yeast {#yeast data-of="FINGERPRINT"}\n\n*Yeast* is a fungus.\n\n## Dough {#dough data-of="00000000"}\n\nOld.\n'
)


def units() -> list[Unit]:
    fingerprint = read_corpus(PAGES).by_address["notes/a/x#yeast"].fingerprint
    return units_of(read_corpus({**PAGES, "en/notes/a/x.md": ENGLISH.replace("FINGERPRINT", fingerprint)}))


def test_units_are_the_sections_of_notes_as_readers_see_them() -> None:
    assert [(unit.id, unit.note, unit.heading, unit.text) for unit in units()] == [
        ("notes/a/x#yeast", "a", "효모", "효모\n효모는 균이다."),
        ("notes/a/x#dough", "a", "반죽", "반죽\n치댄다."),
        ("notes/b/y#oven", "b", "오븐", "오븐"),
    ]


def test_only_a_current_translation_is_their_english() -> None:
    assert [unit.text_en for unit in units()] == ["# Yeast\nYeast is a fungus.", "", ""]


def test_units_know_how_many_share_their_heading_and_which_is_the_first() -> None:
    given = [Unit("1", "a", "h", ""), Unit("2", "a", "h", ""), Unit("3", "b", "h", ""), Unit("4", "a", "other", "")]
    assert [(unit.siblings, unit.is_first) for unit in placed(given)] == [(2, True), (2, False), (1, True), (1, True)]


def test_lines_of_json_are_units_too() -> None:
    line = '{"id": "1", "note": "n", "heading": "h", "text": "t", "text_en": "e", "more": [1]}'
    assert read_units(f"\n{line}\n  \n", "units.jsonl") == ([Unit("1", "n", "h", "t", "e")], [])


def test_faulty_lines_are_left_out_and_the_others_are_read() -> None:
    units, problems = read_units('{"id": "1", "note": "n", "heading": "h", "text": "t"}\n{"id"\n[]', "units.jsonl")
    assert [unit.id for unit in units] == ["1"]
    assert [(problem.path, problem.line) for problem in problems] == [("units.jsonl", 2), ("units.jsonl", 3)]
