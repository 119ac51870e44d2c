"""What references cost: settling, linking and listing the mentions of many pages, and how that grows.

The largest size has 5,000 pages of 4 KB, 50,000 references, as many plain mentions, and 1,000 terms. Where the exponent
is 1, growth is linear.
"""

import math
import random
import time

from moa.book import read_book
from moa.building import setting, site
from moa.corpus import read_corpus
from moa.languages import SOURCE
from moa.linking.site_pages import link_pages

SIZES = (1_250, 2_500, 5_000)  # pages
TERMS, REFERENCES, BYTES = 1_000, 10, 4_096  # terms in all, references and bytes a page
_SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
_FILLER = "기록을 남기며 일을 이어 가고 끊긴 데가 있으면 앞선 것을 다시 읽어 맞춘다. 묶음마다 맡은 기계가 하나씩 있고 "


def book_of(pages: int, seed: int = 1) -> dict[str, str]:
    """A guide of so many pages whose words name terms and refer to terms, pages and sections."""
    chance = random.Random(seed)
    names = list(dict.fromkeys("".join(chance.choices(_SYLLABLES, k=5)) for _ in range(TERMS + 50)))[:TERMS]
    terms = [
        f"- id: t{number}\n  ko: {name}\n  en: term{number}x\n  also: {{ko: [{name} 틀]}}\n"
        f"  definition: {{ko: 뜻이다., en: It is that.}}\n  home: guide/p{number % pages}#s1\n"
        for number, name in enumerate(names)
    ]
    texts = {
        "ko/index.md": "# 홈 {#home}\n",
        "ko/glossary.md": "# 용어집 {#glossary}\n",
        "glossary.yml": "".join(terms),
    }
    for number in range(pages):
        texts[f"ko/guide/p{number}.md"] = _page(number, pages, names, chance)
    return texts


def _page(number: int, pages: int, names: list[str], chance: random.Random) -> str:
    forms = ("[[t{t}]]{{은/는}} ", "[[p{p}#s2|그 절]]에서 ", "[말](p{p}.md#s1)을 ", "[[p{p}]]의 ")
    sections = []
    for section in range(5):
        words = [f"## 절 {section} {{#s{section}}}\n\n"]
        for _ in range(REFERENCES // 5):
            form = chance.choice(forms)
            words += [chance.choice(names), "에서 ", form.format(t=chance.randrange(TERMS), p=chance.randrange(pages))]
            words.append(_FILLER)
        sections.append("".join(words))
    text = f"# 쪽 {number} {{#top}}\n\n" + "\n\n".join(sections)
    return text + _FILLER * max(0, (BYTES - len(text.encode())) // len(_FILLER.encode())) + "\n"


def measured(texts: dict[str, str]) -> tuple[float, float]:
    """Processor seconds to read the pages, and to settle, link and list all that they mention."""
    start = time.process_time()
    book = read_book(read_corpus(texts), files=("glossary.yml",))
    read = time.process_time()
    link_pages(site(book, SOURCE, setting(book, SOURCE).sources))
    return read - start, time.process_time() - read


def main() -> None:
    """Print the table."""
    spent = []
    for size in SIZES:
        texts = book_of(size)
        reading, linking = measured(texts)
        spent.append(linking)
        megabytes = sum(len(text.encode()) for text in texts.values()) / 1e6
        print(
            f"{size:>6,} pages, {megabytes:5.1f} MB, {size * REFERENCES:>6,} references, {TERMS:,} terms: "
            f"read {reading:5.1f} s, link {linking:5.1f} s"
        )
    print(f"growth exponent {math.log(spent[-1] / spent[0]) / math.log(SIZES[-1] / SIZES[0]):.2f}")


if __name__ == "__main__":
    main()
