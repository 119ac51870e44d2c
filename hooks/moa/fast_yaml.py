"""YAML read by libyaml, many times faster than in Python, with the meaning that YAML 1.2 gives to plain words."""

import re
from typing import Any

import yaml
from ruamel.yaml import Node, ScalarNode
from ruamel.yaml.resolver import VersionedResolver

# Directives, marks of documents, tabs and the line ends of YAML 1.1 are where the two differ.
_OTHERWISE = re.compile(r"^(?:%|---|\.\.\.)|[\t\x85\u2028\u2029]|(?<!\A)\ufeff", re.M)


def compose_fast(text: str) -> Node | None:
    """The node of a YAML text, None where libyaml is not there, finds nothing, or finds fault.

    A fault is then for ruamel.yaml to find again and to explain. The nodes are PyYAML's, which have the same fields.
    """
    if not yaml.__with_libyaml__ or _OTHERWISE.search(text):
        return None
    loader = _loader(text)
    try:
        return loader.get_single_node()  # type: ignore[no-any-return]
    except (yaml.YAMLError, ValueError):  # a lone surrogate is no text to libyaml
        return None


def _loader(text: str) -> Any:
    class Loader(yaml.cyaml.CParser):  # type: ignore[misc]
        """libyaml's parser with ruamel.yaml's idea of what a plain word is."""

        resolver = VersionedResolver()

        def resolve(self, kind: type, value: str | None, implicit: Any) -> Any:
            """The tag of a node; `implicit` says whether it is plain."""
            if kind is yaml.ScalarNode:
                return self.resolver.resolve(ScalarNode, value, implicit)
            return f"tag:yaml.org,2002:{'seq' if kind is yaml.SequenceNode else 'map'}"

        def descend_resolver(self, *_: object) -> None:
            """Paths do not change what words mean."""

        ascend_resolver = descend_resolver

    return Loader(text)
