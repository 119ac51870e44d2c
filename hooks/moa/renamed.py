"""docs/renamed.yml: addresses and pages that had other names, and what they are called now."""

from collections.abc import Collection, Mapping

from moa.data import Value
from moa.schemas.common import IS_TARGET

FILE = "renamed.yml"


def read_renamed(value: Value, existing: Collection[str] = ()) -> Mapping[str, str]:
    """What everything that was renamed is called at last, by each of its old names.

    Circles are left out, and so are names that are no addresses, or that are `existing` still.
    """
    pairs = ((old, new.text) for old, new in value.fields.items() if IS_TARGET.fullmatch(old) and new.words)
    direct = {old: new for old, new in pairs if old not in existing}
    last = {old: _last(new, direct) for old, new in direct.items()}
    return {old: new for old, new in last.items() if new}


def _last(name: str, direct: Mapping[str, str]) -> str:
    seen = set()
    while name in direct:
        if name in seen:
            return ""
        seen.add(name)
        name = direct[name]
    return name


def now(address: str, renamed: Mapping[str, str]) -> str:
    """What an address is called now: renamed itself, or with the page that holds it."""
    if address in renamed:
        return renamed[address]
    page, mark, anchor = address.partition("#")
    return f"{renamed[page]}{mark}{anchor}" if page in renamed else address
