"""What a note says of the rights in it goes to notes.yml; a sentence about rights is text."""

import re

from moa.importing.draft import Draft, Line
from moa.importing.sentences import SENTENCE_END

_NAMES = r"(?:CC[ -]?(?:BY|0)|MIT|Apache|BSD|L?GPL|GNU|크리에이티브|퍼블릭|저작자\s?표시|무단)"
_POST = r"(?:본|이|해당)\s*(?:글|게시물|포스트|포스팅|콘텐츠|컨텐츠|문서|저작물|블로그)"
_LICENCE = re.compile(
    rf"""^(?:
      (?:copyright\s*)?(?:©|\(c\)|ⓒ|&copy;)\s*(?:copyright\s*)?.{{0,120}}
    | copyright\b.{{0,20}}\d{{4}}.{{0,100}}
    | .{{0,60}}all\ rights\ reserved\.?
    | 크리에이티브\ 커먼즈.{{0,80}}라이[선센]스.{{0,60}}
    | (?:licen[sc]e|라이[선센]스)\s*[:：]\s*{_NAMES}.{{0,60}}
    | {_POST}.{{0,60}}(?:{_NAMES}.{{0,60}}라이[선센]스|저작권은?.{{0,40}}(?:있|귀속)|무단\s*(?:전재|복제|배포)).{{0,60}}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGN = re.compile(r"^(?:copyright\s*)?(?:©|\(c\)|ⓒ|&copy;)", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|all rights|rights? reserved", re.IGNORECASE)
_MARKS = " \t*_>#-=~|·•[]`"
_LONGEST = 200


def drop_licences(draft: Draft) -> Draft:
    """Copyright and licence lines, paragraphs of their own, go to the metadata."""
    matches = [index for index, line in enumerate(draft.lines) if _is_licence(line)]
    if not matches:
        return draft
    taken = frozenset(matches)
    lines = [Line(line.content[:0]) if index in taken else line for index, line in enumerate(draft.lines)]
    words = "; ".join(draft.lines[index].text.strip(_MARKS) for index in matches)
    gone = [draft.lines[index].content for index in matches]
    return draft.with_lines(lines).drop(gone, "licence").learn(licence=words)


def _is_licence(line: Line) -> bool:
    if line.kind != "text" or not 3 < len(line.text) < _LONGEST or line.text.startswith(("#", "    ", "\t")):
        return False
    bare = line.text.strip(_MARKS)
    if not _LICENCE.match(bare):
        return False
    # the sign may open a sentence about itself
    return not _SIGN.match(bare) or _YEAR.search(bare) is not None or not SENTENCE_END.search(bare)
