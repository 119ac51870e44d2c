"""What saying everything once costs: the hook's own processor time for 1,000 sections, and how it grows.

Prints seconds for the build of each language, reading and checking included, and the growth exponent (1 = linear).
"""

import math
import time
from collections.abc import Iterator
from pathlib import Path

from moa.book import Book, read_book
from moa.building import setting
from moa.checks import decisions, gathers
from moa.corpus import Corpus, read_corpus
from moa.folding.fold import fold
from moa.languages import LANGUAGES, SOURCE
from moa.overlaps import mark
from moa.problems import errors
from moa.tree import load

SIZES = (1_000, 4_000)
_SECTIONS = 20  # a page
# Some 270 characters, as the sections of the book that ships have on average.
_WORDS = """저장소를 나누는 {n}번째 방법은 [앞의 절](p0.md#s0)을 따른다[^1]. 옮기는 동안에는 `mover`가 기록을
남기므로 끊겨도 이어서 할 수 있다. 여러 대가 한꺼번에 옮기면 같은 이름을 두 번 쓰는 일이 생기니, 묶음마다 맡은 기계를
하나로 정하고 기록의 마지막 줄을 먼저 확인한다.

/// correction | {n}번째는 언제 옮기는가
노트는 밤에 옮긴다고 했다. 언제든 옮길 수 있다. 근거: [문서](https://example.org/{n})
///"""


def book_of(sections: int) -> dict[str, str]:
    """Five notes with so many sections, three of five in groups as in the book that ships, and a guide for all."""
    texts = {"ko/index.md": "# 홈 {#home}\n"}
    groups, guide = [], []
    for page in range(sections // _SECTIONS):
        name = f"notes/n{page % 5}/p{page // 5}"
        heads = [f'## 절 {n} {{#s{n} data-raw="{n + 2}"}}\n\n{_WORDS.format(n=n)}' for n in range(_SECTIONS)]
        body = "\n\n".join([f'# 쪽 {page} {{#p data-raw="1"}}', *heads, "[^1]: 각주다."])
        texts[f"ko/{name}.md"] = body + "\n"
        gathered = []
        for n in range(0, _SECTIONS, 5):
            groups.append(
                f"- id: g{page}-{n}\n  keep: {name}#s{n}\n  same: [{name}#s{n + 1}]\n  adds: [{name}#s{n + 2}]"
            )
            gathered.append(
                f"## 주제 {n} {{#t{n}}}\n\n앞의 말.\n\n::: gather g{page}-{n}\n\n::: gather {name}#s{n + 3}"
            )
        guide.append("\n\n".join([f"# 길잡이 {page} {{#g}}", *gathered]))
    texts |= {f"ko/guide/g{page}.md": text + "\n" for page, text in enumerate(guide)}
    texts["overlaps.yml"] = "".join(f'{group}\n  checked: "00000000"\n' for group in groups)
    return texts


def accepted(texts: dict[str, str]) -> dict[str, str]:
    """The same with every decision confirmed."""
    book = read_book(read_corpus(texts))
    marks = iter(_marks(book))
    parts = texts["overlaps.yml"].split("00000000")
    return {**texts, "overlaps.yml": "".join(part + next(marks, "") for part in parts)}


def _marks(book: Book) -> Iterator[str]:
    fingerprints = {address: section.fingerprint for address, section in book.corpus.by_address.items()}
    return (mark(group, fingerprints) for group in book.decisions.groups)


def hook(texts: dict[str, str], language: str) -> float:
    """Processor seconds of what the hook does in the build of a language, reading the texts included.

    The Korean that fills gaps of English pages is there when the hook begins: another hook brings it.
    """
    sources = setting(_read(texts), language).sources
    start = time.process_time()
    book = _read(texts)
    problems = [*decisions.check(book), *gathers.check(book)] if language == SOURCE else []
    fold(setting(book, language, sources))
    spent = time.process_time() - start
    assert not errors(problems), problems[0]
    return spent


def _read(texts: dict[str, str]) -> Book:
    return read_book(read_corpus(texts), files=("notes.yml", "overlaps.yml", "nav.yml"))


def main() -> None:
    """Print the table: the book in docs/, then books made up."""
    _print("docs/", load(Path("docs"))[0])
    totals = [_print("made up", read_corpus(accepted(book_of(size)))) for size in SIZES]
    print(f"growth exponent {math.log(totals[1] / totals[0]) / math.log(SIZES[1] / SIZES[0]):.2f}")


def _print(name: str, corpus: Corpus) -> float:
    """One row; the seconds of both builds together."""
    texts = {path: page.text for path, page in corpus.pages.items()} | dict(corpus.data)
    sections = sum(len(page.sections) for page in corpus.in_language(SOURCE))
    seconds = [min(hook(texts, language) for _ in range(3)) for language in LANGUAGES]
    rates = zip(LANGUAGES, (spent / sections * 1000 for spent in seconds), strict=True)
    each = "  ".join(f"{language} {rate:.2f} s" for language, rate in rates)
    print(f"{name:8} {sections:>6,} sections {sum(seconds):6.2f} s;  for 1,000 sections:  {each}")
    return sum(seconds)


if __name__ == "__main__":
    main()
