"""Which concepts a unit defines: the subjects of its sentences, names that they give, and a heading of its own."""

import re
from collections.abc import Iterator, Mapping

from moa.detecting.claims import Claims
from moa.detecting.concepts import Concepts
from moa.hangul import OPEN

_LEAD = re.compile(
    r"(?:\W{0,9}(?:그래서|따라서|그러므로|즉|또한|그리고|하지만|반면|우선|여기서|이때|먼저|참고로|정리하자면|결국|이|그|이런|이러한|"
    r"and|so|finally|but|also|first|then|here|in short)\b[,\s]*){0,2}",
    re.I,
)
_CLAUSE = re.compile(r"(?<=[가-힣a-z]),\s+|;\s+|(?<=[고며]) (?=[이그] )")
# `노드: 쿠버네티스가 …`, `kubelet is the agent …`
_LABEL = re.compile(r"\W{0,9}(?P<subject>[^.:!?\n]{1,40}?)\s*(?:[:=]|\s-\s|\b(?:is|are|means)\b)")
_TOPIC = re.compile(r"\s*(?:은|는|란|이란|이?라는 것은|의 경우(?:에는|는)?)(?=[\s,])")
_SUBJECT = 48  # letters within which the topic of a clause ends
_VERBS = "하되크르쁘리기치지우추주두누보오가나사서자내개켜펴여려이아으싸희세시짜차파까빠따끄뜨"  # syllables before 다
_DEFINES = re.compile(
    r"(?:역할|기능|일|책임)(?:을|를)? ?(?:한다|합니다|해요|맡|담당|수행)|담당|(?:단위|것|곳|개념|도구)[가이] 된다"
    r"|\bresponsible\b"
    r"|[가-힣A-Za-z)]\s?(?:이다|입니다|이에요|예요|이며|이고|이자|이란|임|인데|으로서|것이다|것입니다|거예요|뜻한다|뜻합니다|"
    r"의미합니다|의미한다|말한다|말합니다|일컫는다|부른다|부릅니다)(?=[\s.,!)]|$)"
    # 단위다, but not 크다 or 나누다: what ends like a verb or an adjective is taken for one.
    rf"|(?![{_VERBS}])[{OPEN}]다(?=[\s.,!)]|$)"
    r"|\b(?:is|are) (?:an?|the)\b"
)
_DENIES = re.compile(
    r"(?:않|아니|아닌|아닙|아님|없|못)(?!라|이 )[가-힣]*[.!)\s]*$|\bnot\b|n't\b|\bnever\b", re.I
)  # at its end
_IS_NOT = re.compile(r"\s*(?:not|never|no)\b|.*(?:아니다|아닙니다|아니에요|아님)[.!]?$", re.I)  # after a label
# What stands after a name that a sentence gives, and what stands before one.
_CALLED = re.compile(
    r"\s?이?라고?\s?(?:도\s?)?(?:부른|부르|불린|불리|불렀|한다|합니다|해요|칭한|칭하|말한|말합|일컫|지칭)"
    r"|(?<=[^,.;!?\s])(?:이다|다|예요|이에요|입니다|이며|이고)(?=[\s.!,]|$)"
)
_EQUALS = re.compile(r".*(?:바로|곧)\s(?=\S)")
_CALLS = re.compile(r"\b(?:called|known as|named)\s(?P<name>[^,.;!?]{1,30})", re.I)
_PAUSE = re.compile(r"[,.;!?]")
_LONGEST = 30  # letters of a name with what describes it
_ASKS = re.compile(r"이?란(?: 무엇.*)?|무엇.*|뭘까.*|뭐.*|정의|개념|소개|what is|what are|definition of|overview", re.I)
_JOINS = re.compile(r"\W|은|는|이|의|과|와|및|and|the")
_SPARE = 3  # letters beside the names in a heading that is nothing but names
_LATER = 0.7  # what a definition weighs that does not come first


def defined(claims: Claims, concepts: Concepts, has_heading: bool) -> Mapping[str, float]:
    """The concepts that a unit defines and how clearly, up to 1; `has_heading` where the heading is its own."""
    found: dict[str, float] = {}
    if has_heading or not claims.sentences:
        found |= dict.fromkeys(_of_heading(claims.heading, concepts), 1.0)
    for number, sentence in enumerate(claims.sentences):
        for term, place in _of_sentence(sentence, concepts):
            found[term] = max(found.get(term, 0), _LATER if number + place else 1.0)
        for term in _named(sentence, concepts):
            found[term] = 1.0
    return found


def _of_heading(heading: str, concepts: Concepts) -> Iterator[str]:
    rest, at, terms = list[str](), 0, list[str]()
    for named in concepts.find(heading):
        rest.append(heading[at : named.start])
        at = named.end
        terms += named.terms
    left = _JOINS.sub("", _ASKS.sub("", " ".join([*rest, heading[at:]])))
    if len(left) <= _SPARE:
        yield from terms


def _of_sentence(sentence: str, concepts: Concepts) -> Iterator[tuple[str, int]]:
    """The subjects that clauses define, and the number of the clause."""
    clauses = _CLAUSE.split(_without_lead(sentence))
    labelled = _LABEL.match(clauses[0])
    first = _first_terms(labelled["subject"], concepts) if labelled else ()
    if labelled and not _IS_NOT.match(clauses[0], labelled.end()):
        yield from ((term, 0) for term in first)
    for number, clause in enumerate(clauses):
        if first and not number:
            continue
        terms, said = _topic(_without_lead(clause), concepts)
        defines = _DEFINES.search(said) or (not number and _DEFINES.search(sentence))
        if defines and not _DENIES.search(said):
            yield from ((term, number) for term in terms)


def _topic(clause: str, concepts: Concepts) -> tuple[tuple[str, ...], str]:
    """The terms that a clause is about, marked as its topic right after their name, and what it says of them."""
    for topic in _TOPIC.finditer(clause, 0, _SUBJECT):
        last = next(reversed(list(concepts.find(clause[: topic.start()]))), None)
        if last and last.end >= topic.start() - _SPARE:
            return last.terms, clause[topic.end() :]
    return (), ""


def _without_lead(words: str) -> str:
    lead = _LEAD.match(words)
    return words[lead.end() :] if lead else words


def _first_terms(words: str, concepts: Concepts) -> tuple[str, ...]:
    return next((named.terms for named in concepts.find(words)), ())


def _named(sentence: str, concepts: Concepts) -> Iterator[str]:
    for found in _CALLS.finditer(sentence):
        yield from _first_terms(found["name"], concepts)
    for found in _CALLED.finditer(sentence):
        words = _PAUSE.split(sentence[max(0, found.start() - _LONGEST) : found.start()])[-1]
        if "라" not in found[0]:
            equal = _EQUALS.match(words)
            words = words[equal.end() :] if equal else ""
        words = words.rstrip(" '\"’”)")
        last = next(reversed(list(concepts.find(words))), None)
        is_denied = _DENIES.search(sentence, found.end(), found.end() + _SPARE)
        if last and last.end >= len(words) - _SPARE and not is_denied:
            yield from last.terms
