"""The shapes that join several claims of a story, in one table.

They build on what the shapes for single claims have made of them, so every part has passed the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.joint import differ, first, match, order, scope
from quiz_bank.generate.shelf import Shelf


@dataclass(frozen=True, slots=True)
class JointShape:
    """One way to ask for several claims at once.

    Attributes:
        name: the template's name; part of the ids of its questions, so never changed.
        make: every attempt it makes, from the accepted candidates at single claims.
    """

    name: str
    make: Callable[[Shelf, Sequence[Candidate]], Iterator[Candidate]]


JOINT_SHAPES: tuple[JointShape, ...] = (
    JointShape(order.TEMPLATE, order.make),
    JointShape(first.TEMPLATE, first.make),
    JointShape(match.TEMPLATE, match.make),
    JointShape(scope.TEMPLATE, scope.make),
    JointShape(differ.TEMPLATE, differ.make),
)
