"""What the search of a built site may find."""

import json
from pathlib import Path


def searched(site: Path, language: str) -> dict[str, str]:
    """Heading and text of every section in the index of a language, by its address within the site."""
    folder = site / "search" / language
    version = json.loads((folder / "root.json").read_text(encoding="utf-8"))["version"]
    found = {}
    for path in sorted((folder / version / "pages").glob("*.json")):
        url, title, _, sections = json.loads(path.read_text(encoding="utf-8"))
        for anchor, heading, text in sections:
            found[f"{url}#{anchor}" if anchor else url] = f"{heading or title}\n{text}"
    return found
