"""The glossary as the importer needs it: which id stands for which Korean words."""

from moa.data import Value


def ids_of_terms(glossary: Value) -> dict[str, str]:
    """Korean terms and their aliases, misspellings too, each with the term's id."""
    found: dict[str, str] = {}
    for term in glossary.items:
        id_ = term.get("id").words
        words = [term.get("ko"), *term.get("also").get("ko").texts, *term.get("wrong").get("ko").texts]
        for word in words:
            if id_ and word.words:
                found.setdefault(word.text, id_)
    return found
