"""The files of an index: what stands in them, and that they say the same however often they are made."""

import json
import re
from pathlib import Path

import pytest
import yaml
from tests.unit.cases import CASES
from tests.unit.trees import write_tree

from moa.searching.entries import Definition, Entry
from moa.searching.index import SECTIONS, index
from moa.searching.keystrokes import keystrokes
from moa.searching.names import names_of
from moa.searching.passages import Passage
from moa.searching.postings import SHARES
from moa.searching.shown import Shown, definitions, entries
from moa.searching.tables import table, units
from moa.tree import load

PODS = Entry(
    "pods/",
    "파드",
    (
        Passage("", "파드", "파드는 컨테이너를 담는다. 파드가 늘어난다."),
        Passage("restart", "다시 시작하기", "컨테이너가 멈추면 다시 시작한다."),
    ),
    ("길잡이",),
    {"": ("Pod",), "restart": ("Restarting",)},
)
NODES = Entry("nodes/", "노드", (Passage("", "노드", "노드에서 컨테이너를 돌린다."),))
DEFINITION = Definition("파드", "Pod", "묶음이다.", "pods/#pod", "파드", ("길잡이",), ("파드", "Pod"))


class Index:
    """The files of an index, read as a browser reads them."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files
        self.root = json.loads(files["root.json"])

    def rows(self, name: str) -> list[str]:
        """The lines of a table."""
        count = len(self.root["tables"][name]["first"])
        blocks = [self.files[f"{self.root['version']}/{name}/{number}.txt"] for number in range(count)]
        return [line for block in blocks for line in block.split("\n") if line]

    def postings(self, word: str) -> list[tuple[int, int, int, int]]:
        """Page, section, impact and share of each posting of a word."""
        row = [line.split(" ")[0] for line in self.rows("words")].index(word)
        count = len(self.root["postings"])
        files = [json.loads(self.files[f"{self.root['version']}/postings/{number}.json"]) for number in range(count)]
        assert list(map(len, files)) == self.root["postings"]
        packed, page, found = [each for lists in files for each in lists][row], 0, []
        for at in range(0, len(packed), 3):
            page += packed[at]
            found.append((page, packed[at + 1], *divmod(packed[at + 2], SHARES + 1)))
        return found


@pytest.fixture(scope="module")
def made() -> Index:
    return Index(index([PODS, NODES], [DEFINITION], "ko"))


def test_a_word_is_found_where_it_stands_and_most_where_it_is_the_title(made: Index) -> None:
    (page, section, title, share), *rest = made.postings("파드")
    assert (page, section, share, rest) == (0, 0, SHARES, [])
    assert [(page, section) for page, section, _, _ in made.postings("컨테이너")] == [(0, 0), (0, 1), (1, 0)]
    assert title > max(impact for _, _, impact, _ in made.postings("컨테이너"))


def test_names_of_the_other_language_lead_to_the_section(made: Index) -> None:
    assert [posting[:2] for posting in made.postings("pod")] == [(0, 0)]
    assert [posting[:2] for posting in made.postings("restart")] == [(0, 1)]
    assert made.postings("pod")[0][3] == SHARES


def test_a_name_in_parentheses_leads_to_the_section_that_is_called_so() -> None:
    said = Passage(
        "", "개요", "수직 파드 오토스케일러(VerticalPodAutoscaler, VPA)와 큰 컨트롤 플레인 (control plane)이 있다."
    )
    called = (
        Passage("", "구조", "글."),
        Passage("plane", "컨트롤 플레인", "말."),
        Passage("vpa", "오토스케일러", "말."),
    )
    made = Index(index([Entry("a/", "개요", (said,)), Entry("b/", "구조", called)], [], "ko"))
    assert (1, 1) in {posting[:2] for posting in made.postings("controlplane")}
    assert (1, 2) in {posting[:2] for posting in made.postings("verticalpodautoscaler")}
    assert "컨트롤플레인 controlplane" in made.rows("ideas")


def test_a_heading_is_found_written_as_one_word(made: Index) -> None:
    assert [posting[:2] for posting in made.postings("다시시작")] == [(0, 1)]


def test_consonants_lead_to_the_name_written_as_one_word(made: Index) -> None:
    rows = made.rows("initials")
    assert {"ㅍㄷ 파드", "ㄷㅅㅅㅈㅎㄱ 다시시작"} <= set(rows)
    assert rows == sorted(rows, key=units)


def test_words_are_numbered_in_the_order_of_their_keys(made: Index) -> None:
    words = [line.split(" ")[0] for line in made.rows("words")]
    assert words == sorted(words, key=lambda word: units(keystrokes(word)))
    assert made.rows("endings") == sorted(words, key=lambda word: units(keystrokes(word)[::-1]))


def test_a_definition_is_found_by_every_name(made: Index) -> None:
    rows = [json.loads(row) for row in made.rows("terms")]
    assert [row[0] for row in rows] == sorted((keystrokes("파드"), "pod"), key=units)
    assert [row[1:] for row in rows] == [["파드", "Pod", "묶음이다.", "pods/#pod", "파드", ["길잡이"]]] * 2


def test_texts_are_kept_a_few_sections_a_file() -> None:
    passages = tuple(Passage(f"s{number}" if number else "", "제목", "글이다.") for number in range(SECTIONS + 1))
    made = Index(index([Entry("long/", "긴 페이지", passages)], [], "ko"))
    parts = [json.loads(text) for path, text in sorted(made.files.items()) if "/pages/" in path]
    assert [len(sections) for _, _, _, sections in parts] == [SECTIONS, 1]
    assert [part[:3] for part in parts] == [["long/", "긴 페이지", []]] * 2


def test_the_folder_is_named_by_what_is_in_it(made: Index) -> None:
    assert index([PODS, NODES], [DEFINITION], "ko") == made.files
    assert Index(index([PODS], [DEFINITION], "ko")).root["version"] != made.root["version"]
    assert {path.split("/")[0] for path in made.files} == {"root.json", made.root["version"]}


def test_a_tree_without_pages_has_an_index_too() -> None:
    made = Index(index([], [], "en"))
    assert (made.root["sections"], made.rows("words"), made.rows("terms")) == (0, [], [])


def test_a_table_says_which_key_parts_a_block_from_the_one_before() -> None:
    rows = [(key, key) for key in ("가", "가나", "가나다", "나라", "나라마", "바", "바", "사아자")]
    made = table(reversed(rows), size=4)
    assert [block.split("\n") for block in made.blocks] == [
        ["가", "가나"],
        ["가나다"],
        ["나라", "나라마"],
        ["바", "바"],
        ["사아자"],
    ]
    assert made.root() == {"first": ("가", "가나다", "나", "바", "사"), "rows": (2, 1, 2, 2, 1)}


@pytest.mark.parametrize(
    "case", yaml.safe_load((CASES / "searching/names.yml").read_text("utf-8")), ids=lambda case: case["why"]
)
def test_sections_have_the_other_names_of_their_case(tmp_path: Path, case: dict[str, object]) -> None:
    files, passages = case["files"], case["passages"]
    assert isinstance(files, dict) and isinstance(passages, dict)
    corpus, _ = load(write_tree(tmp_path, files))
    shown = tuple(Passage(anchor, heading, "") for anchor, heading in passages.items())
    assert names_of(corpus, "page", "ko", shown) == {
        anchor: tuple(names)
        for anchor, names in case["names"].items()  # type: ignore[attr-defined]
    }


def test_definitions_lead_to_the_term_s_home_else_to_the_glossary(tmp_path: Path) -> None:
    names = "definition: {ko: 뜻이다., en: A meaning.}"
    terms = (
        f"- {{id: pod, ko: 파드, en: Pod, {names}, home: guide/pods#pod}}\n"
        f"- {{id: node, ko: 노드, en: Node, {names}, home: guide/gone#node}}\n"
        "- {id: mute, ko: 말없음, en: Mute}\n"
    )
    corpus, _ = load(write_tree(tmp_path, {"ko/guide/pods.md": "# 파드 {#pod}\n", "glossary.yml": terms}))
    pages = [
        Shown("guide/pods", "guide/pods/", "파드", '<h1 id="pod">파드</h1>', ("길잡이",)),
        Shown("glossary", "glossary/", "용어집", "<h1>용어집</h1>"),
    ]
    found = [(each.name, each.other, each.url, each.trail) for each in definitions(pages, corpus, "ko")]
    assert found == [("파드", "Pod", "guide/pods/#pod", ("길잡이",)), ("노드", "Node", "glossary/#node", ())]
    assert entries(pages, corpus, "ko")[0].names == {"": ("파드", "Pod")}


def test_the_worker_fetches_all_modules_at_once() -> None:
    folder = Path(__file__).parent.parent.parent / "overrides/assets/javascripts/search"
    named = re.search(r"const MODULES = \((.*?)\)", (folder / "worker.js").read_text(encoding="utf-8"), re.S)
    assert named and sorted(re.findall(r"[a-z]+", named[1])) == sorted(
        path.stem for path in folder.glob("*.js") if path.stem != "worker"
    )
