"""What the schemas of Kubernetes miss in a set of manifests that belong together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Object = Mapping[str, Any]


@dataclass(frozen=True)
class Manifest:
    """One object of a manifest, by the name of its file."""

    file: str
    object: Object

    @property
    def kind(self) -> str:
        """The kind of the object."""
        return str(self.object["kind"])

    @property
    def name(self) -> str:
        """The name of the object."""
        return str(self.object["metadata"]["name"])

    @property
    def spec(self) -> Object:
        """What is wanted of the object; empty where its kind has no spec."""
        found: Object = self.object.get("spec", {})
        return found

    @property
    def template(self) -> Object:
        """The Pod that the object is or makes: metadata and spec; empty where it makes none."""
        if self.kind == "Pod":
            return self.object
        spec = self.spec["jobTemplate"]["spec"] if self.kind == "CronJob" else self.spec
        found: Object = spec.get("template", {})
        return found

    @property
    def labels(self) -> Object:
        """The labels of its Pods."""
        found: Object = self.template.get("metadata", {}).get("labels", {})
        return found

    @property
    def containers(self) -> Sequence[Object]:
        """The containers of its Pods, those that start first included."""
        spec = self.template.get("spec", {})
        return [*spec.get("initContainers", []), *spec.get("containers", [])]

    @property
    def ports(self) -> set[str]:
        """The names of its containers' ports."""
        return {port["name"] for container in self.containers for port in container.get("ports", []) if "name" in port}


Finding = Callable[[Manifest, Sequence[Manifest]], Iterator[str]]


def findings(manifests: Sequence[Manifest]) -> Iterator[str]:
    """What is wrong, a line each, with the name of the file."""
    for manifest in manifests:
        for find in _FINDINGS:
            yield from (f"{manifest.file}: {found}" for found in find(manifest, manifests))


def _selector(manifest: Manifest, _: Sequence[Manifest]) -> Iterator[str]:
    selector = manifest.spec.get("selector", {})
    wanted = selector.get("matchLabels") if isinstance(selector, Mapping) else None
    if manifest.labels and wanted is not None and wanted != manifest.labels:
        yield f"{manifest.kind} selects {_pairs(wanted)}, its template is labelled {_pairs(manifest.labels)}"


def _images(manifest: Manifest, _: Sequence[Manifest]) -> Iterator[str]:
    for container in manifest.containers:
        image = str(container["image"])
        tag = image.rpartition("/")[2].partition(":")[2]
        if "@" not in image and tag in ("", "latest"):
            yield f"the image {image} has no tag that says its version"


def _requests(manifest: Manifest, _: Sequence[Manifest]) -> Iterator[str]:
    for container in manifest.containers:
        missing = {"cpu", "memory"} - set(container.get("resources", {}).get("requests", {}))
        if missing:
            yield f"the container {container['name']} requests no {' and no '.join(sorted(missing))}"


def _ports(manifest: Manifest, _: Sequence[Manifest]) -> Iterator[str]:
    for container in manifest.containers:
        own = {port.get("name") for port in container.get("ports", [])}
        if None in own:
            yield f"a port of the container {container['name']} has no name"
        for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
            for way in ("httpGet", "tcpSocket"):
                port = container.get(probe, {}).get(way, {}).get("port")
                if port is not None and port not in own:
                    yield f"the {probe} asks the port {port}, which the container does not name"


def _service(manifest: Manifest, manifests: Sequence[Manifest]) -> Iterator[str]:
    if manifest.kind != "Service" or "selector" not in manifest.spec:
        return
    selected = [each for each in manifests if manifest.spec["selector"].items() <= each.labels.items()]
    if not selected:
        yield f"no Pod is labelled {_pairs(manifest.spec['selector'])}"
    for port in manifest.spec.get("ports", []):
        target = port.get("targetPort", port["port"])
        if "name" not in port:
            yield f"the port {port['port']} has no name"
        if selected and not any(target in each.ports for each in selected):
            yield f"it leads to the port {target}, which no Pod that it selects names"


def _ingress(manifest: Manifest, manifests: Sequence[Manifest]) -> Iterator[str]:
    if manifest.kind != "Ingress":
        return
    rules = [path["backend"] for rule in manifest.spec.get("rules", []) for path in rule["http"]["paths"]]
    for backend in rules:
        service, port = backend["service"]["name"], backend["service"]["port"].get("name")
        found = _named(manifests, "Service", service)
        if not found:
            yield f"there is no Service {service}"
        elif not any(port == each.get("name") for each in found.spec["ports"]):
            yield f"the Service {service} has no port named {port}"


def _scaler(manifest: Manifest, manifests: Sequence[Manifest]) -> Iterator[str]:
    if manifest.kind == "HorizontalPodAutoscaler":
        target = manifest.spec["scaleTargetRef"]
        if not _named(manifests, target["kind"], target["name"]):
            yield f"there is no {target['kind']} {target['name']} to scale"


def _binding(manifest: Manifest, manifests: Sequence[Manifest]) -> Iterator[str]:
    if "roleRef" in manifest.object:
        role = manifest.object["roleRef"]
        if role["name"] not in _BUILT_IN_ROLES and not _named(manifests, role["kind"], role["name"]):
            yield f"there is no {role['kind']} {role['name']} to give"


def _given(manifest: Manifest, manifests: Sequence[Manifest]) -> Iterator[str]:
    """What Pods take from ConfigMaps, Secrets and claims."""
    for kind, name in _references(manifest):
        if not _named(manifests, kind, name):
            yield f"there is no {kind} {name}"
    mounted = {mount["name"] for each in manifest.containers for mount in each.get("volumeMounts", [])}
    volumes = {volume["name"] for volume in manifest.template.get("spec", {}).get("volumes", [])}
    claims = {claim["metadata"]["name"] for claim in manifest.spec.get("volumeClaimTemplates", [])}
    for name in sorted(mounted ^ (volumes | claims)):
        yield f"the volume {name} is {'mounted and not there' if name in mounted else 'there and not mounted'}"


def _references(manifest: Manifest) -> Iterator[tuple[str, str]]:
    for volume in manifest.template.get("spec", {}).get("volumes", []):
        for key, kind, name in (
            ("configMap", "ConfigMap", "name"),
            ("secret", "Secret", "secretName"),
            ("persistentVolumeClaim", "PersistentVolumeClaim", "claimName"),
        ):
            if key in volume:
                yield kind, volume[key][name]
    for container in manifest.containers:
        sources = [*container.get("envFrom", []), *(each.get("valueFrom", {}) for each in container.get("env", []))]
        for source in sources:
            for key, kind in (("configMap", "ConfigMap"), ("secret", "Secret")):
                yield from ((kind, found["name"]) for end in ("Ref", "KeyRef") if (found := source.get(key + end)))


def _named(manifests: Sequence[Manifest], kind: str, name: str) -> Manifest | None:
    return next((each for each in manifests if (each.kind, each.name) == (kind, name)), None)


def _pairs(labels: Object) -> str:
    return ", ".join(f"{key}={value}" for key, value in labels.items())


_BUILT_IN_ROLES = frozenset({"admin", "cluster-admin", "edit", "view"})
_FINDINGS: tuple[Finding, ...] = (
    _selector,
    _images,
    _requests,
    _ports,
    _service,
    _ingress,
    _scaler,
    _binding,
    _given,
)
