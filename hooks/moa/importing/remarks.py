"""What an author says of the writing rather than of the subject: courses, quizzes, omissions, promises."""

import re

from moa.importing.draft import Draft
from moa.importing.traced import Traced
from moa.importing.tree import Block, map_containers

_POST = r"(?:글|포스팅|포스트|게시글|게시물|블로그)"
_COURSE = r"(?:강의|강좌|인강|수업|과정|유데미|인프런|udemy|inflearn|course)"
_INTEND = r"(?:보겠(?:다|습니다|어요|음)|보자|보려|보도록|보고자|볼\s*(?:것|예정|거)|봅시다|보아요|볼게요|보기로)"
_WILL = (
    r"(?:(?:하|다루|쓰|적|올리)겠(?:다|습니다|어요|음)|할게요|하도록\s*하겠"
    r"|할\s*예정|다룰\s*예정|하려고?\s*(?:한다|합니다))"
)
# Each names the writing itself (summary, section, quiz, lecture, post) and what its author does with it.
_REMARKS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:요약|정리|{_POST})에서(?:는)?\s*(?:제외|생략)",
        r"생략한\s*부분|(?:강의\s?소개|기본적이?|중복이?)(?:이)?라서?\s*[^.]{0,12}(?:생략|제외)",
        r"\d+\s*(?:개|문제|문항)\s*중.{0,12}(?:맞[췄혔았]|틀렸)|퀴즈[가는를에]?\s*.{0,30}(?:주어지는데|맞[췄혔]|틀렸|풀었|풀어\s?봤)",
        r"틀린\s*문제[를는가]?\s*.{0,12}(?:보니|다시\s*보)",
        rf"{_COURSE}.{{0,80}}(?:요약|정리)(?:한다|했다|합니다|했습니다|하였|한\s*(?:글|내용|것)|해\s?[본보]|하는\s*글|중)",
        rf"{_COURSE}[를을]?\s*(?:듣고|들으며|들으면서|수강하[고며는]|수강한|수강\s*중|들었습니다|들었다|마치고)"
        rf"(?!.{{0,20}}(?:시험|학생|돌아|집)).{{0,60}}(?:{_POST}|정리|요약|적|쓴|공부|$)",
        r"(?:섹션|챕터|강의|수업|포스팅|오늘)[은는이가]?\s*여기까지|(?:섹션|챕터|강의)[이가]?\s*끝날\s*때마다",
        r"오늘은\s*.{0,60}(?:번째\s*주제|주제로)",
        rf"(?:오늘은?|(?:이번|지난|이)\s*{_POST}에서는?|이번\s*(?:시간|편|에는)[에는서]*)\s*.{{0,60}}"
        rf"(?:(?:알아|살펴|정리해|다뤄|공부해|배워|만들어|써|적어|소개해)\s?{_INTEND}|{_WILL})",
        rf"^(?:이번|이)\s*{_POST}[은는]?\s*.{{0,60}}(?:정리|요약)(?:한|하는)\s*(?:글|것)(?:이다|입니다)\s*[.!]?$",
        rf"(?:다음|나중에?|추후|뒤)\s*(?:{_POST}|시간|편|번|에)?.{{0,40}}"
        r"(?:(?:(?:설명|정리|포스팅|작성|소개|추가)하|다루|알아보|올리|살펴보|이어가)겠(?:다|습니다|어요|음)|(?:다룰|올릴|쓸|이어질|할)\s*예정)",
        rf"(?:다음|2)\s*(?:{_POST}|편|시간)에서?\s*.{{0,20}}(?:계속|이어|만나|뵙)",
        r"공부(?:는|은|를|을)?\s*.{0,20}(?:해야\s*(?:내|제)\s*것|내\s*것이\s*되|열심히\s*(?:하자|해야))",
        rf"(?:이번|오늘|이상|이)?\s*{_POST}[을를]?\s*.{{0,10}}(?:마치(?:겠|도록|려)|마칩|마친다|마무리(?:하겠|하려|합니다|한다|했다)|끝내(?:겠|려)|끝냅)",
        r"(?:읽어|봐|방문해|찾아)\s*주셔서.{0,20}감사|(?:읽어|봐)\s?주신.{0,20}감사|도움이\s*되(?:셨|었)(?:으면|다면|길|기를)",
        r"(?:공감|구독|좋아요|댓글).{0,20}(?:눌러\s*주|부탁)|댓글(?:로|을|에)?\s*.{0,20}(?:알려\s*주|남겨\s*주|달아\s*주)",
    )
]
# Words without which none of these can match: most paragraphs are let through by this one search.
_SIGNAL = re.compile(
    r"요약|정리|글|포스트|포스팅|블로그|게시|생략|제외|퀴즈|문제|문항|강의|강좌|인강|수업|과정|유데미|인프런|udemy|inflearn|course"
    r"|섹션|챕터|오늘|이번|다음|나중|추후|뒤|공부|감사|도움|공감|구독|좋아요|댓글",
    re.IGNORECASE,
)
_LONGEST = 200
_EXCLAMATION = re.compile(r"^.{1,14}(?<![다요])[!~ㅎㅋㅠ:)^]+$")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=\S)|(?<=다)\s+(?=\()")


def take_remarks(draft: Draft) -> Draft:
    """Drop paragraphs that are personal remarks from first to last; a remark inside a paragraph of facts stays."""
    gone: list[Traced] = []
    mixed: list[Traced] = []

    def keep(siblings: tuple[Block, ...]) -> list[Block]:
        kept = []
        for block in siblings:
            verdict = _verdict(block.text) if block.kind == "paragraph" and len(block.text) <= _LONGEST else "text"
            if verdict == "remark":
                gone.extend(block.lines)
            else:
                kept.append(block)
                mixed.extend(block.lines[:1] if verdict == "mixed" else ())
        return kept

    blocks = map_containers(draft.blocks, keep)
    for line in mixed:
        fact, way_out = "this paragraph holds a personal remark among facts", "cut the remark out if no reader needs it"
        draft = draft.remark(line.start, fact, way_out)
    return draft.with_blocks(blocks).drop(gone, "personal-remark") if gone else draft


def _verdict(text: str) -> str:
    """Whether every sentence speaks of the writing (`remark`), one does among others (`mixed`), or none (`text`)."""
    if not _SIGNAL.search(text):
        return "text"
    sentences = [sentence for sentence in _SENTENCES.split(text.strip()) if sentence.strip("() ")]
    speaking = [_speaks_of_writing(sentence) for sentence in sentences]
    if not any(speaking):
        return "text"
    others = [s for s, speaks in zip(sentences, speaking, strict=True) if not speaks and not _EXCLAMATION.match(s)]
    return "mixed" if others else "remark"


def _speaks_of_writing(sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in _REMARKS)
