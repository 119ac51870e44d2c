"""What the browser must know of Korean and English words, from the same tables that the index is made with."""

from moa.detecting.lexicon import LIGHT, read_lexicon
from moa.detecting.stems import CONTRACTED, ENGLISH, SHORTEST, SPELLED
from moa.particles import following
from moa.searching.sounds import HANGUL, LATIN


def rules() -> dict[str, object]:
    """The rules as plain values; patterns are understood by Python and JavaScript alike."""
    return {
        "following": following(),
        "verbs": sorted(SPELLED),
        "contracted": CONTRACTED,
        "english": ENGLISH,
        "shortest": SHORTEST,
        "light": LIGHT.pattern,
        "empty": sorted(read_lexicon().empty),
        "sounds": {"hangul": HANGUL, "latin": LATIN},
    }
