"""The shapes that join several claims of a story, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.shelf import Shelf


@dataclass(frozen=True, slots=True)
class JointShape:
    """One way to ask for several claims at once.

    Attributes:
        name: the template's name; part of the ids of its questions, so never changed.
        make: every attempt it makes at a story.
    """

    name: str
    make: Callable[[Shelf], Iterator[Candidate]]


JOINT_SHAPES: tuple[JointShape, ...] = ()
