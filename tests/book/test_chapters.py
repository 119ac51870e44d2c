"""Every page of the guide is a whole chapter: sources, what to remember, questions, and what to read next."""

import re
from urllib.parse import urlsplit

import pytest
from tests.conftest import ROOT

from moa.book import read_book
from moa.corpus import Corpus
from moa.directives import find_directives
from moa.gathers import gathers_of
from moa.languages import LANGUAGES
from moa.pages import Page, Section
from moa.tree import load

ENDS = ["remember", "questions", "next"]
SOURCES = {"ko": "근거: ", "en": "Sources: "}
# Kubernetes, and the projects and standards that chapters name, each in its own documentation.
OFFICIAL = frozenset(
    """kubernetes.io www.kubernetes.dev cluster-api.sigs.k8s.io github.com glossary.cncf.io csrc.nist.gov man7.org
    docs.docker.com docs.fluentbit.io etcd.io gvisor.dev helm.sh katacontainers.io knative.dev kubevirt.io
    metallb.universe.tf opencontainers.org prometheus.io rook.io tekton.dev www.kubeflow.org""".split()
)
OWN_WORDS = 120  # letters of an editor's section that only introduces what it gathers
_ANSWER = re.compile(r"^/// details \| ([^\n]+\?)\n    type: question\n\n(.+?)\n///$", re.M | re.S)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(ROOT / "docs")[0]


def chapters(corpus: Corpus, language: str) -> list[Page]:
    """The pages of the guide but its first, which says how to read."""
    names = read_book(corpus, files=("nav.yml",)).guide
    pages = (corpus.page(language, name) for name in names if name != "guide/index")
    return [page for page in pages if page]


def own_words(section: Section) -> int:
    """How many letters an editor wrote here, code and what is gathered left aside."""
    text = re.sub(r"^```.*?^```|^:::.*?$|\]\([^)]*\)|\{[^}]*\}", "", section.cut.body, flags=re.M | re.S)
    return len(re.findall(r"\w", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_ends_with_what_to_remember_questions_and_what_is_next(corpus: Corpus, language: str) -> None:
    assert chapters(corpus, language)
    for page in chapters(corpus, language):
        *_, remember, questions, following = page.sections
        assert [remember.id, questions.id, following.id] == ENDS, page.path
        assert 3 <= len(re.findall(r"^- ", remember.cut.body, re.M)) <= 5, page.path
        assert "](" in following.cut.body, page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_asks_two_or_three_questions_and_answers_them(corpus: Corpus, language: str) -> None:
    for page in chapters(corpus, language):
        section = next(each for each in page.sections if each.id == "questions")
        answered = _ANSWER.findall(section.cut.body)
        assert 2 <= len(answered) <= 3, page.path
        assert not _ANSWER.sub("", section.cut.body).strip(), page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_editors_section_names_its_source(corpus: Corpus, language: str) -> None:
    unnamed = [
        f"{page.path}#{section.id}"
        for page in chapters(corpus, language)
        for section in page.sections[1:]
        if section.id not in ENDS
        and (own_words(section) > OWN_WORDS or not gathers_of(find_directives(section.cut.body)))
        and not re.search(rf"^{SOURCES[language]}\[.+\]\(https://.+\)$", section.cut.body, re.M)
    ]
    assert unnamed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_are_official(corpus: Corpus, language: str) -> None:
    lines = [
        (page.path, line)
        for page in chapters(corpus, language)
        for section in page.sections
        for line in re.findall(rf"^{SOURCES[language]}.*$", section.cut.body, re.M)
    ]
    hosts = {(path, urlsplit(address).netloc) for path, line in lines for address in re.findall(r"\]\(([^)]+)\)", line)}
    assert len(lines) > 100
    assert {each for each in hosts if each[1] not in OFFICIAL} == set()
