from moa.corpus import read_corpus
from moa.fingerprint import fingerprint
from moa.sections import read_page
from moa.translations import as_data, statuses, translations

KOREAN = "# 파드 {#pods}\n\n가장 작은 단위다.\n\n## 수명 {#life}\n\n짧다.\n\n## 이름 {#name}\n\n다르다.\n"
MARKS = {section.id: fingerprint(section) for section in read_page(KOREAN).sections}
ENGLISH = f"""# Pods {{#pods data-of="{MARKS["pods"]}"}}

The smallest unit.

## Lifetime {{#life data-of="00000000"}}

Short.

## Extra {{#extra}}
"""


def test_every_section_has_one_status_in_korean_order_then_orphans() -> None:
    found = statuses(read_page(KOREAN), read_page(ENGLISH))
    assert [(each.id, each.status) for each in found] == [
        ("pods", "current"),
        ("life", "behind"),
        ("name", "missing"),
        ("extra", "orphan"),
    ]


def test_a_page_without_translation_is_missing_throughout() -> None:
    assert {each.status for each in statuses(read_page(KOREAN), None)} == {"missing"}


def test_an_english_page_without_a_korean_one_is_orphaned_throughout() -> None:
    assert {each.status for each in statuses(None, read_page(ENGLISH))} == {"orphan"}


def test_a_section_whose_data_of_is_absent_is_missing() -> None:
    [found] = statuses(read_page("# 파드 {#pods}\n"), read_page("# Pods {#pods}\n"))
    assert found.status == "missing"


def test_headings_without_an_id_never_match_each_other() -> None:
    found = statuses(read_page("# 파드\n"), read_page("# Pods\n"))
    assert [each.status for each in found] == ["missing", "orphan"]


def test_only_the_words_of_the_korean_section_make_a_translation_fall_behind() -> None:
    moved = KOREAN.replace("{#pods}", '{#pods data-raw="1-2"}').replace("가장 작은", "가장\n작은")
    reworded = KOREAN.replace("가장 작은", "제일 작은")
    assert statuses(read_page(moved), read_page(ENGLISH))[0].status == "current"
    assert statuses(read_page(reworded), read_page(ENGLISH))[0].status == "behind"


def test_totals_are_the_sum_of_the_pages() -> None:
    corpus = read_corpus({"ko/a.md": KOREAN, "en/a.md": ENGLISH, "ko/b.md": "# 나 {#b}\n"})
    data = as_data(translations(corpus))
    assert data["totals"] == {"current": 1, "behind": 1, "missing": 2, "orphan": 1}
    assert [(page["path"], page["missing"]) for page in data["pages"]] == [("a", 1), ("b", 1)]
    assert data["pages"][1]["sections"] == [{"address": "b#b", "status": "missing"}]
