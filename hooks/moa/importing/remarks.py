"""What an author says of the writing rather than of the subject: courses, quizzes, omissions, promises."""

import re

from moa.importing.draft import Draft
from moa.importing.traced import Traced
from moa.importing.tree import Block, map_containers

# Each names the writing itself (summary, section, quiz, lecture, post) and what its author does with it.
_REMARKS = [
    re.compile(pattern)
    for pattern in (
        r"(?:요약|정리|글|포스팅|포스트)에서(?:는)?\s*(?:제외|생략)",
        r"생략한 부분|\(?[^.]{0,40}(?:은|는)?\s*(?:강의\s?소개|기본적)이라\s*[^.]{0,12}(?:생략|제외)",
        r"퀴즈[가는를]?\s*.{0,30}(?:주어|풀|맞|틀)|문제를\s*맞[췄혔]|틀린 문제",
        r"(?i)(?:강의|강좌|코스|인강|유데미|인프런|udemy|inflearn|course).{0,80}(?:요약|정리|수강|들었|듣고|마치|마쳤)",
        r"(?:수업|섹션|챕터|강의)[은는이가]?\s*.{0,20}(?:여기까지|끝났|끝날|마무리)",
        r"(?:오늘은|이번\s*(?:에는|글|포스팅|시간|장)[은에는서]*)\s*.{0,60}(?:주제|알아보|살펴보|정리|다뤄|다루|공부|이다|포스팅|예정)",
        r"(?:다음|나중에?|추후)\s*(?:글|포스팅|시간|편|번|에)?.{0,40}"
        r"(?:(?:설명|정리|포스팅|작성|소개|추가)하겠|다루겠|알아보겠|올리겠)(?:습니다|다|어요)",
        r"(?:다음|나중에?|추후)\s*.{0,40}(?:설명|정리|포스팅|작성|소개|다룰)(?:할)?\s*예정",
        r"(?:공부|복습)(?:는|은|를|을)?\s*.{0,20}(?:해야\s*(?:내|제)\s*것|내\s*것이\s*되|열심히|하자|해야겠)",
        r"(?:포스팅|글|블로그)[을를]?\s*.{0,10}(?:마치|마무리|끝내)",
        r"(?:읽어\s*주셔서|봐\s*주셔서|방문해\s*주셔서).{0,20}감사|도움이\s*되(?:셨|었)(?:으면|다면)|(?:공감|구독|좋아요).{0,20}(?:눌러|부탁)",
    )
]
_LONGEST = 160
_DEFINITION = re.compile(r"(?:이란|란|은|는)\s.+(?:이다|한다|된다)\.")


def take_remarks(draft: Draft) -> Draft:
    """Drop paragraphs that are personal remarks from first to last; a remark inside a paragraph of facts stays."""
    gone: list[Traced] = []

    def keep(siblings: tuple[Block, ...]) -> list[Block]:
        kept = []
        for block in siblings:
            if block.kind == "paragraph" and is_remark(block.text):
                gone.extend(block.lines)
            else:
                kept.append(block)
        return kept

    blocks = map_containers(draft.blocks, keep)
    return draft.with_blocks(blocks).drop(gone, "personal-remark") if gone else draft


def is_remark(text: str) -> bool:
    """Whether a short paragraph speaks of the writing; most of its sentences must."""
    if len(text) > _LONGEST:
        return False
    sentences = [sentence for sentence in re.split(r"(?<=[.!?])\s+(?=\S)", text.strip()) if sentence.strip("() ")]
    return bool(sentences) and any(_speaks_of_writing(sentence) for sentence in sentences[:1])


def _speaks_of_writing(sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in _REMARKS)
