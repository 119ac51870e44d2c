"""What functions spend, each in a process of its own: wall and processor seconds by stage, and memory at its peak."""

import os
import resource
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")


@dataclass(frozen=True)
class Seconds:
    """Seconds by the clock, and of all processors together, those of workers that have ended included."""

    wall: float
    cpu: float

    def __add__(self, other: "Seconds") -> "Seconds":
        """Both together."""
        return Seconds(self.wall + other.wall, self.cpu + other.cpu)

    def __sub__(self, other: "Seconds") -> "Seconds":
        """What passed since another."""
        return Seconds(self.wall - other.wall, self.cpu - other.cpu)

    def __str__(self) -> str:
        """Both, as tables show them."""
        return f"{self.wall:.1f} / {self.cpu:.1f}"


@dataclass(frozen=True)
class Memory:
    """Megabytes at the peak: of the process, and of the largest of its workers (so many at a time).

    A worker's megabytes include pages that it shares with the process, so that the sum is more than was in use.
    """

    own: float
    workers: int
    worker: float

    @property
    def most(self) -> float:
        """All together, as if every peak came at once and nothing were shared."""
        return self.own + self.workers * self.worker

    def __str__(self) -> str:
        """What is added up, and the sum."""
        added = f" + {self.workers} x {self.worker:,.0f} = {self.most:,.0f}" if self.worker else ""
        return f"{self.own:,.0f}{added}"


class Clock:
    """Takes the times of stages; it is called as the detector tells its progress."""

    def __init__(self, first: str) -> None:
        """Begin the first stage."""
        self._begun = [(first, now())]

    def __call__(self, what: str, done: int = 0, total: int = 0) -> None:
        """Begin a stage if it is another."""
        if what != self._begun[-1][0]:
            self._begun.append((what, now()))

    def stages(self) -> Mapping[str, Seconds]:
        """The seconds of each stage; the last ends now."""
        ends = [begun for _, begun in self._begun[1:]] + [now()]
        return {stage: end - begun for (stage, begun), end in zip(self._begun, ends, strict=True)}


def fresh(function: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
    """What a function finds in a process of its own, which nothing that was measured before has filled."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(function, *given, **named).result()


def now() -> Seconds:
    """The clock, and what this process and its ended workers have spent."""
    spent = os.times()
    return Seconds(time.perf_counter(), spent.user + spent.system + spent.children_user + spent.children_system)


def peak() -> Memory:
    """The most memory that this process and its ended workers have had."""
    own, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Memory(own, os.cpu_count() or 1, worker)
