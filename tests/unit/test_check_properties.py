"""Whatever a tree holds, the check lists problems: it never fails, and says the same twice."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moa.accepting import set_data_of
from moa.book import read_book
from moa.checks import check
from moa.corpus import DATA_FILES, read_corpus
from moa.plain_text import plain
from moa.problems import FORMATS, Problem
from moa.sections import read_page
from moa.shared_words import raw_runs, shared_runs

PAGES = ["ko/index.md", "en/index.md", "ko/notes/a/x.md", "en/notes/a/x.md", "ko/notes/한 글/B.md", "ko/guide/x.md"]
MARKUP = [
    "# 제목 {#a}\n", "## 둘 {#a data-raw=\"1-3\"}\n", "## S {#b data-of=00000000}\n", "\n", "---\n", "===\n", "```\n",
    "    ", "> ", "- ", "1. ", "| a | b |\n|---|---|\n", "[^1]", "[^1]: x\n",
    "[a]: b\n", "[a][b]", "[x](", "](y.md#z)",
    "<div>", "</div>", "<!--", "-->", "<script>", "{", "}", "{#", "{: #x onclick=y }", "/// note | x\n", "///\n", "`",
    "**", "$$", "\\(", "&#x0;", "&#106;avascript:", "\ufeff", "\r", "\r\n", "\u2028", "\x00", "\x0c", "가", "가",
    "::: gather x\n", "[[x|y]]", "*[A]: b\n", ":   x\n", "<<<<<<< x\n", "~~~~", "^", "!!!", "==", "{{", "--8<--",
]  # fmt: skip
YAML = [
    "- id: a\n", "- id: ", "  raw: {file: a.txt, sha256: 'x', lines: '1-3'}\n", "  sections: [a, ", "]", "{", "}", ": ",
    "\n", "  ", "\t", "&a ", "*a", "!!int ", "'", '"', "\\uD800", "\\UFFFFFFFF", "|", ">", "- ", "? ", "<<: ",
    "%YAML 9.9\n",
    "---\n", "...\n", "12e45678", "1-999999999", "  left_out: [{lines: '1', class: x}]\n", "  short: {ko: 가}\n",
    "#", "~",
    "  keep: index#a\n", "distinct: [", "  note: a\n", "  lines: '1'\n", "path: index.md\n", "  imported: {x.md: y}\n",
]  # fmt: skip


def pieces(parts: list[str]) -> st.SearchStrategy[str]:
    words = st.one_of(st.sampled_from(parts), st.text(st.characters(exclude_categories=["Cs"]), max_size=6))
    return st.lists(words, max_size=25).map("".join)


TREES = st.builds(
    lambda pages, data: pages | data,
    st.dictionaries(st.sampled_from(PAGES), pieces(MARKUP)),
    st.dictionaries(st.sampled_from(DATA_FILES), pieces(YAML)),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TREES, st.binary(max_size=40))
def test_no_tree_makes_the_check_fail(texts: dict[str, str], raw: bytes) -> None:
    def run() -> list[Problem]:
        return check(read_book(read_corpus(texts, ["assets/x.png"]), {"a.txt": raw}))

    found = run()
    assert run() == found
    for written in FORMATS.values():
        written(found).encode()
    assert all("\n" not in problem.message for problem in found)


@settings(max_examples=150, deadline=None)
@given(pieces(MARKUP))
def test_setting_data_of_changes_one_attribute_or_refuses(text: str) -> None:
    sections = read_page(plain(text)).sections
    for name in {section.id for section in sections if section.id}:
        marked = set_data_of(text, name, "12345678")
        if marked is not None:
            place = next(index for index, section in enumerate(sections) if section.id == name)
            after = read_page(plain(marked)).sections
            assert after[place].attributes["data-of"] == "12345678"
            assert [each.body for each in after] == [each.body for each in sections]
            assert set_data_of(marked, name, "12345678") == marked


WORDS = st.text("가나다라마바사abc .*\n", min_size=30, max_size=60)


@given(WORDS, WORDS, st.booleans())
def test_a_run_is_found_exactly_where_a_window_of_its_length_is_shared(raw: str, other: str, copied: bool) -> None:
    page = f"{other}\n\n{raw if copied else other}"
    runs = raw_runs({"a.txt": raw})
    folded = "".join(each for each in page if each not in " .*\n")
    assert bool(shared_runs(page, runs)) == any(run in folded for run in runs)
