"""The languages of a book, and what the name of a page says: its path without language and .md."""

SOURCE = "ko"
LANGUAGES = (SOURCE, "en")
GLOSSARY = "glossary"  # the page of the terms


def note_of(name: str) -> str:
    """The id of the note to which a page belongs by its name (`notes/a/x`), or an empty string."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "notes" else ""
