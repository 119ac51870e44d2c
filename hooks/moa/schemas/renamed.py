"""docs/renamed.yml: old address or page → what it is called now."""

from moa.schemas.common import TARGET
from moa.shapes import MappingOf, OrNothing

FILE = OrNothing(MappingOf(TARGET))
