"""Small docs trees, and how the tests build them."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.unit.trees import write_tree

from moa.accepting import set_data_of
from moa.corpus import read_corpus
from moa.deciding import accept
from moa.fingerprint import fingerprint
from moa.sections import read_page

ROOT = Path(__file__).parent.parent.parent
SITE = "https://book.example/moa/"
REPOSITORY = "https://github.com/owner/book"

_KOREAN = """# 파드 {#pod}

파드는 함께 놓이는 묶음이다.

## 수명 {#lifecycle data-raw="1-2"}

수명이다. ![그림](pod.svg) [노드][node]에서[^1] 돈다.

## 네트워크 {#network data-raw="3"}

네트워크다.

## 볼륨 {#volume data-raw="4"}

볼륨이다.

[node]: ../b/node.md#node
[^1]: 각주다.
"""


def _mark(section: str) -> str:
    return next(fingerprint(each) for each in read_page(_KOREAN).sections if each.id == section)


_ENGLISH = f"""# Pod {{#pod data-of="{_mark("pod")}"}}

A Pod is a group.

## Network {{#network data-of="{_mark("network")}"}}

The network.

## Volumes {{#volume data-of="00000000"}}

The volumes.
"""

# Two notes; the home page is translated whole, `a/pod` in part, `b/node` not at all.
BOOK = {
    "ko/index.md": "# 첫 페이지 {#home}\n\n[파드](notes/a/pod.md#lifecycle)부터 읽는다.\n",
    "en/index.md": "# First page {#home}\n\nStart with [Pods](notes/a/pod.md#lifecycle).\n",
    "ko/notes/a/pod.md": _KOREAN,
    "en/notes/a/pod.md": _ENGLISH,
    "ko/notes/a/pod.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
    "ko/notes/b/node.md": "# 노드 {#node}\n\n노드다. ![그림](../a/pod.svg)\n\n## 상태 {#status}\n\n"
    + "상태다.\n\n" * 40,
    "nav.yml": "- path: index.md\n  label: {ko: 홈, en: Home}\n- path: notes/\n  label: {ko: 노트, en: Notes}\n",
    "notes.yml": "- id: b\n  short: {ko: 나 노트}\n- id: a\n  short: {ko: 가 노트, en: Note A}\n",
}

# What `moa import` leaves in an empty folder: no nav.yml, no English, no assets.
IMPORTED = {
    "ko/index.md": BOOK["ko/index.md"],
    "ko/notes/a/pod.md": "# 파드 {#pod}\n\n## 수명 {#lifecycle}\n\n[노드](../b/node.md#node)\n",
    "ko/notes/b/node.md": "# 노드 {#node}\n\n노드다.\n",
    "notes.yml": BOOK["notes.yml"],
}

_FOLDED_NOTES = {
    "ko/notes/a/x.md": """# 가 {#a data-raw="1"}

이끎.

## 파드 {#pod data-raw="2-3"}

파드는 묶음이다.

/// correction | 무엇이 틀렸나
노트는 틀렸다.
///

## 남음 {#left data-raw="5"}

남는다.
""",
    "en/notes/a/x.md": """# A {#a data-of="00000000"}

Lead.

## Pod {#pod data-of="00000000"}

A Pod is a group.
""",
    "ko/notes/b/x.md": """# 나 {#b data-raw="1"}

## 파드가 {#pod data-raw="2"}

파드도 묶음이다.

## 더함 {#more data-raw="4"}

더한다.
""",
}


def _marked(files: dict[str, str]) -> dict[str, str]:
    """A tree whose translations are all current and whose one decision is confirmed."""
    corpus = read_corpus(files)
    for page in corpus.in_language("en"):
        for section in page.sections:
            mark_ = corpus.by_address[section.address].fingerprint
            files[page.path] = set_data_of(files[page.path], section.id, mark_) or ""
    overlaps, _ = accept(corpus, files["overlaps.yml"], ["pod"])
    return {**files, "overlaps.yml": overlaps}


# A guide of two pages that gathers from two notes; one of the notes is translated in part.
FOLDED = _marked(
    {
        "ko/index.md": "# 첫 페이지 {#home}\n",
        "en/index.md": '# First page {#home data-of="00000000"}\n',
        "ko/guide/pods.md": "# 파드 이야기 {#pods}\n\n이끎.\n\n## 묶음 {#pod}\n\n앞.\n\n::: gather pod\n\n뒤.\n",
        "en/guide/pods.md": '# About Pods {#pods data-of="00000000"}\n\nLead.\n\n'
        '## Groups {#pod data-of="00000000"}\n\nBefore.\n\n::: gather pod\n\nAfter.\n',
        "ko/guide/nodes.md": "# 노드 이야기 {#nodes}\n\n" + "노드다.\n\n" * 60,
        **_FOLDED_NOTES,
        "nav.yml": "- path: index.md\n- path: guide/\n  label: {ko: 길잡이, en: Guide}\n  pages: [pods.md, nodes.md]\n"
        "- path: notes/\n  label: {ko: 노트, en: Notes}\n",
        "notes.yml": "- id: a\n  short: {ko: 가 노트, en: Note A}\n- id: b\n  short: {ko: 나 노트, en: Note B}\n",
        "overlaps.yml": "- id: pod\n  keep: notes/a/x#pod\n  same: [notes/b/x#pod]\n  adds: [notes/b/x#more]\n"
        '  checked: "00000000"\n',
    }
)


# Terms, mentions and references, and two old addresses.
REFERRING = {
    "ko/index.md": "# 첫 페이지 {#home}\n",
    "en/index.md": '# First page {#home data-of="00000000"}\n',
    "ko/glossary.md": "# 용어집 {#glossary}\n",
    "ko/guide/pods.md": "# 파드 이야기 {#pods}\n\n## 파드란 {#pod}\n\n파드는 묶음이다.\n",
    "ko/guide/use.md": (
        "# 쓰임 {#use}\n\n**파드**를 띄운다. 서비스(Service)도 있다.\n\n"
        + "긴 이야기다.\n\n" * 40
        + "## 아래 {#below}\n\n화면 아래에 있는 문장에서 [[pods|파드 이야기]]{을/를} 읽고 컨테이너를 본다.\n"
    ),
    "glossary.yml": """- id: pod
  ko: 파드
  en: Pod
  definition: {ko: 함께 놓이는 묶음이다., en: A group placed together.}
  home: guide/pods#pod
- id: container
  ko: 컨테이너
  en: container
  definition: {ko: 격리된 프로세스다., en: An isolated process.}
- id: service
  ko: 서비스
  en: Service
  everyday: {ko: [서비스], en: [Service]}
  definition: {ko: 바뀌지 않는 주소다., en: An address that stays.}
""",
    "renamed.yml": "guide/old: guide/use\nguide/use#underneath: guide/use#below\nguide/use#gone: guide/pods#pod\n",
}


def build_book(
    files: Mapping[str, str], folder: Path, environment: Mapping[str, str] | None = None, *, strict: bool = True
) -> Path:
    """Build a tree of its own in `folder`/docs into `folder`/site, with no addresses but those that are given."""
    docs = write_tree(folder / "docs", files)
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith(("GITHUB_", "CI_")) or name in ("SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH"):
                patch.delenv(name)
        patch.setenv("GIT_CEILING_DIRECTORIES", str(folder))
        for name, value in {"MOA_DOCS": str(docs), "NO_MKDOCS_2_WARNING": "1", **(environment or {})}.items():
            patch.setenv(name, value)
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "site"), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    return folder / "site"


def served_book(files: Mapping[str, str], folder: Path, serve: Callable[[Path], str]) -> str:
    """The address of a book built in a folder; instant navigation needs a site that knows where it stands."""
    (folder / "site").mkdir()
    address = serve(folder / "site")
    build_book(files, folder, {"SITE_URL": address})
    return address
