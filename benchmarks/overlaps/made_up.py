"""Made-up notes in natural proportions: sentences of the corpora beside this file with other words put into them.

Words come as they do in texts: the oftener one was used the likelier it comes again, and now and then a new one comes
(the urn of Pitman and Yor), so that the vocabulary grows with a power of the text. A note repeats words of its own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count, islice
from random import Random
from typing import NamedTuple

from benchmarks.overlaps.judged import OTHER_SUBJECTS, Pair, other_subject, pair_of

from moa.detecting.claims import of_unit
from moa.detecting.concepts import Concept, Concepts
from moa.detecting.lexicon import Lexicon, read_lexicon
from moa.detecting.stems import marked_verb, noun
from moa.detecting.units import Unit, placed
from moa.particles import Pair as Particles
from moa.particles import chosen, following

NOTE, RETOLD = 40, 50  # units of a note; one unit in so many retells one of another note
_LETTERS, _EVENNESS = 215, 4  # letters from which on a unit ends, on average, and how little that varies (a gamma law)
_SIBLINGS = 2  # units under one heading, on average
_EAGERNESS, _DISCOUNT = 120, 0.5  # of the urn: how many new words come early, and the power with which they go on
_OWN = 0.3  # the share of a note's words that it takes from those it has used
_SUBJECT = 12  # concepts that a note speaks of
_KEPT = 0.5  # the share of its other words that a retelling keeps
_FULL = 0.5  # what a word weighs at least that says something
_PIECE = re.compile(r"[A-Za-z][A-Za-z0-9+#]*|[가-힣]+")
_FOLLOWING = re.compile(following())
_OF_NOUNS = re.compile("[은는이가을를의에도만로과와들하한할합해했되된될]")  # how an ending starts that no verb has
_SYLLABLES = "가나다라마바사아자차하거너더러머버서어저허고노도로모보소오조호구누두루무부수우주후기니디리미비시이지히"
_SOUNDS = "ba be do fa ga hi ka ko la lo ma mi na no pa ra ri sa so ta to va ve wi xa yo za zu".split()
# What follows a consonant and what follows a vowel, the longer ones first.
_FORMS = [
    Particles(*each.split("/")) for each in "이라/라 이나/나 이며/며 이고/고 이다/다 으로/로 은/는 을/를 과/와".split()
]
_ALONE = Particles("이", "가")  # only where nothing follows: 이다 and 가지 begin with these too


class Word(NamedTuple):
    """A word with what ends it, by its kind: concept, noun, latin or verb; what is of no kind stays as it is."""

    kind: str
    text: str
    ending: str = ""


@dataclass(frozen=True)
class Note:
    """A note in the making: what it is about, and the words of each kind that it has used."""

    id: str
    subject: Sequence[Concept]
    used: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """A unit, the words of its sentences, and the id of the unit that it retells."""

    unit: Unit
    sentences: Sequence[Sequence[Word]]
    of: str = ""


@dataclass(frozen=True)
class MadeUp:
    """Units, and the pairs of which one retells the other."""

    units: Sequence[Unit]
    retold: Sequence[Pair]


def made_up(units: int, seed: int = 1) -> MadeUp:
    """So many units of notes; fewer are the beginning of more."""
    told = [(each.unit, each.of) for each in islice(Author(seed).tell(), units)]
    return MadeUp(placed(unit for unit, _ in told), [pair_of(unit.id, of) for unit, of in told if of])


def concepts() -> tuple[Concept, ...]:
    """The concepts of the corpora, which made-up notes speak of too."""
    found = {each.id: each for name in OTHER_SUBJECTS for each in other_subject(name).concepts}
    return tuple(found.values())


class Urn:
    """Words, drawn as texts use them; it begins with those of a text, as often as they are there."""

    def __init__(self, chance: Random, words: Sequence[str], coined: Callable[[], str]) -> None:
        """Mark where each word is for the first time."""
        first = {word: place for place, word in reversed(list(enumerate(words)))}
        self._chance, self._coined, self._drawn = chance, coined, list(words)
        self._is_first = [first[word] == place for place, word in enumerate(words)]
        self._words = len(first)

    def draw(self) -> str:
        """The next word."""
        is_new = self._chance.random() < (_EAGERNESS + _DISCOUNT * self._words) / (_EAGERNESS + len(self._drawn))
        word = self._coined() if is_new else self._known()
        self._drawn.append(word)
        self._is_first.append(is_new)
        self._words += is_new
        return word

    def _known(self) -> str:
        """A word drawn before, the likelier the oftener, its first time counting less."""
        while True:
            place = int(self._chance.random() * len(self._drawn))
            if not self._is_first[place] or self._chance.random() >= _DISCOUNT:
                return self._drawn[place]


class Author:
    """Writes notes, and retells in them what others wrote."""

    def __init__(self, seed: int) -> None:
        """Take sentences, words and concepts from the corpora."""
        self._chance, self._concepts = Random(seed), concepts()
        self._skeletons = list(_skeletons(self._concepts))
        self._names = {name: each.names for each in self._concepts for name in each.names}
        self._weights = [1 / (3 + self._chance.randrange(len(self._concepts))) for _ in self._concepts]
        words = [word for skeleton in self._skeletons for word in skeleton]
        self._urns = {
            kind: Urn(self._chance, of_kind, partial(coined, self._chance, of_kind))
            for kind, coined in (("noun", _korean), ("latin", _english))
            if (of_kind := [word.text for word in words if word.kind == kind])
        }
        self._verbs: dict[str, list[str]] = {}
        for verb in (word.text for word in words if word.kind == "verb"):
            self._verbs.setdefault(verb[-1], []).append(verb)

    def tell(self) -> Iterator[Told]:
        """Units without end, note after note."""
        aside: list[Told] = []  # to be retold
        note, heading = self._note(0), ""
        for number in count():
            if number % NOTE == 0:
                note, heading = self._note(number // NOTE), ""
            others = [place for place, each in enumerate(aside) if each.unit.note != note.id]
            source = aside.pop(self._chance.choice(others)) if others and (number + 1) % RETOLD == 0 else None
            sentences = self._retelling(source, note) if source else self._sentences(note)
            unit = self._unit(note, number, heading, sentences)
            told, heading = Told(unit, sentences, source.unit.id if source else ""), unit.heading
            if number % (RETOLD // 2) == 0:
                aside.append(told)
            yield told

    def _note(self, number: int) -> Note:
        return Note(f"n{number}", self._chance.choices(self._concepts, self._weights, k=_SUBJECT))

    def _unit(self, note: Note, number: int, heading: str, sentences: Sequence[Sequence[Word]]) -> Unit:
        """A unit under the heading of the one before it, or under its own."""
        text = "".join(_written(word) for sentence in sentences for word in sentence).strip()
        if heading and self._chance.random() > 1 / _SIBLINGS:
            return Unit(f"{note.id}#u{number}", note.id, heading, text)
        heading = f"{self._named(note)} {self._drawn('noun', note)}"
        return Unit(f"{note.id}#u{number}", note.id, heading, f"## {heading}\n\n{text}")

    def _sentences(self, note: Note) -> Sequence[Sequence[Word]]:
        letters, found = self._chance.gammavariate(_EVENNESS, _LETTERS / _EVENNESS), list[Sequence[Word]]()
        while letters > 0:
            found.append([self._other(word, note) for word in self._chance.choice(self._skeletons)])
            letters -= sum(len(word.text) + len(word.ending) for word in found[-1])
        return found

    def _retelling(self, told: Told, note: Note) -> Sequence[Sequence[Word]]:
        """The same in other words and another order: concepts by other names, half of the other words replaced."""
        sentences = [[self._retold(word, note) for word in sentence] for sentence in told.sentences]
        self._chance.shuffle(sentences)
        return sentences

    def _retold(self, word: Word, note: Note) -> Word:
        if word.kind == "concept":
            names = self._names[word.text]
            foreign = [name for name in names if name.isascii() != word.text.isascii()]
            return word._replace(text=self._chance.choice(foreign or names))
        return word if self._chance.random() < _KEPT else self._other(word, note)

    def _other(self, word: Word, note: Note) -> Word:
        """Another word of the same kind."""
        if word.kind == "concept":
            return word._replace(text=self._named(note))
        if word.kind == "verb":
            return word._replace(text=self._chance.choice(self._verbs[word.text[-1]]))
        return word._replace(text=self._drawn(word.kind, note)) if word.kind else word

    def _named(self, note: Note) -> str:
        """Any name of a concept that the note speaks of, of the first ones oftener."""
        return self._chance.choice(note.subject[int(_SUBJECT * self._chance.random() ** 2)].names)

    def _drawn(self, kind: str, note: Note) -> str:
        used = note.used.setdefault(kind, [])
        used.append(self._chance.choice(used) if used and self._chance.random() < _OWN else self._urns[kind].draw())
        return used[-1]


def _korean(chance: Random, words: Sequence[str]) -> str:
    """A new noun: two nouns as one, a name, or a name with a number."""
    kind, name = chance.random(), "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))
    if kind < 0.6:
        return "".join(chance.choices(words, k=2))
    return name if kind < 0.9 else f"{name}{chance.randrange(1, 1_000)}"


def _english(chance: Random, words: Sequence[str]) -> str:
    """A new English word: two words as one, or a name."""
    if chance.random() < 0.4:
        one, other = chance.choices(words, k=2)
        return f"{one}{other.title()}"
    return "".join(chance.choices(_SOUNDS, k=chance.randint(2, 4)))


def _skeletons(known: Sequence[Concept]) -> Iterator[Sequence[Word]]:
    """The sentences of the corpora, each word with its kind."""
    lexicon = read_lexicon()
    finder = Concepts(known, lexicon)
    for unit in (unit for name in OTHER_SUBJECTS for unit in other_subject(name).units):
        for sentence in of_unit(unit).sentences:
            yield list(_words(f"{sentence} " if sentence[-1] in ".!?" else f"{sentence}\n\n", finder, lexicon))


def _words(sentence: str, finder: Concepts, lexicon: Lexicon) -> Iterator[Word]:
    at = 0
    for named in [*finder.find(sentence), None]:
        end = named.start if named else len(sentence)
        for piece in _PIECE.finditer(sentence, at, end):
            yield Word("", sentence[at : piece.start()])
            yield _word(piece[0], lexicon)
            at = piece.end()
        yield Word("", sentence[at:end])
        if named:
            particles = _FOLLOWING.match(sentence, named.end)
            at = particles.end() if particles else named.end
            yield Word("concept", sentence[named.start : named.end].lower(), sentence[named.end : at])


def _word(word: str, lexicon: Lexicon) -> Word:
    if all(weight < _FULL for _, weight in lexicon.word(word)):
        return Word("", word)
    stem = noun(word)
    if marked_verb(word) and not _OF_NOUNS.match(word, len(stem)):
        return Word("verb", word)
    return Word("latin" if word.isascii() else "noun", stem, word.removeprefix(stem))


def _written(word: Word) -> str:
    """The word with its particle as it follows this word."""
    if word.ending in _ALONE:
        return word.text + chosen(_ALONE, word.text)
    for pair in _FORMS:
        for form in pair if word.ending else ():
            if word.ending.startswith(form):
                return word.text + chosen(pair, word.text) + word.ending.removeprefix(form)
    return word.text + word.ending
