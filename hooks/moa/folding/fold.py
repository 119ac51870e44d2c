"""Every page of one language, said once: the guide gathers, the notes fold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from moa.folding.guide_pages import guide_page
from moa.folding.note_pages import note_page
from moa.folding.overview import PAGE as OVERVIEW
from moa.folding.overview import overview
from moa.folding.page import Emission, Made
from moa.folding.setting import Setting
from moa.folding.sources import PAGE as SOURCES
from moa.folding.sources import sources
from moa.gathers import GUIDE
from moa.languages import note_of

Maker = Callable[[str, Setting], Made]

MAKERS: Mapping[str, Maker] = {OVERVIEW: overview, SOURCES: sources}  # pages that the build writes but for their lead


@dataclass(frozen=True)
class Folded:
    """New texts of the pages that change, by name, and all sections of notes that the pages hold."""

    texts: Mapping[str, str]
    emissions: tuple[Emission, ...]


def fold(setting: Setting) -> Folded:
    """The fold of one language."""
    made = {name: make(name, setting) for name in setting.sources if (make := _maker(name))}
    texts = {name: each.text for name, each in made.items() if each.text != setting.sources[name].text}
    return Folded(texts, tuple(emission for each in made.values() for emission in each.emissions))


def _maker(name: str) -> Maker | None:
    """Who makes the page of that name; None leaves it as it is."""
    if name in MAKERS:
        return MAKERS[name]
    if name.startswith(GUIDE):
        return guide_page
    return note_page if note_of(name) else None
