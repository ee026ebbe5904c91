"""Whose turn it is in a quiz: a pure function of what it asks and of what was answered so far.

What was missed comes back after 3 to 8 other items until it was right once (later where nearly all is missed, so that
new questions get their turn); what was answered wrongly by someone who was sure of it closes the round as well, since
such errors are mended best and forgotten last (Butterfield and Metcalfe 2001). Two questions on one claim are never
asked in a row while there is another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefings.stories import content_key
from quiz_bank.questions import Question

#: other items before a miss comes back; up to two more when several are due at once
NEAREST, FARTHEST = 3, 6
MOST_RETURNS = 5  # in a row while something is left to ask: who misses all still gets to everything
_LOOK_AHEAD = 6  # of the questions waiting, how far one may be brought forward for the sake of variety


@dataclass(frozen=True, slots=True)
class Try:
    """What the order needs to know of one answer; ``sure`` that the trainee said so before it was judged."""

    question: str
    right: bool
    sure: bool = False


@dataclass(slots=True)
class _Standing:
    """What the answers so far leave to ask: returns by the item they are due at, and the closing ones.

    ``in_a_row`` tells how many of the last answers were to what had come back.
    """

    asked: set[str] = field(default_factory=set)
    returns: dict[str, int] = field(default_factory=dict)
    in_a_row: int = 0
    closing: dict[str, None] = field(default_factory=dict)


def next_turn(
    questions: Sequence[Question], tries: Sequence[Try], seed: int = 0, returning: bool = True
) -> Question | None:
    """The question to ask now; None at the end.

    Args:
        questions: what the round asks, in its order.
        tries: the answers so far, oldest first; answers to questions that are no longer asked are passed over.
        seed: decides after how many items a miss comes back; the same seed, the same order.
        returning: whether misses come back at all.
    """
    by_id = {question.id: question for question in questions}
    known = [each for each in tries if each.question in by_id]
    standing = _stand(known, seed)
    waiting = [question for question in questions if question.id not in standing.asked]
    if not returning:
        return waiting[0] if waiting else None
    due = [by_id[each] for each in sorted(standing.returns, key=lambda each: standing.returns[each])]
    now_due = [each for each in due if standing.returns[each.id] <= len(known)]
    closing = [by_id[each] for each in standing.closing]
    last = by_id[known[-1].question].claim if known else ""
    first = (waiting, now_due) if standing.in_a_row >= MOST_RETURNS else (now_due, waiting)
    for each in (*first[0], *first[1], *due, *closing):
        if each.claim != last:
            return each
    return next(iter((*waiting, *due)), None)


def mixed(questions: Iterable[Question]) -> list[Question]:
    """The questions in nearly their order, varied: no claim twice in a row, kinds and articles alternating."""
    waiting = list(questions)
    order: list[Question] = []
    while waiting:
        order.append(_unlike(waiting, order[-1] if order else None) or waiting[0])
        waiting.remove(order[-1])
    return order


def _stand(tries: Sequence[Try], seed: int) -> _Standing:
    standing = _Standing()
    for place, each in enumerate(tries, 1):
        name = each.question
        if not each.right:
            standing.returns[name] = place + _gap(seed, name, place)
            if each.sure and name not in standing.asked:
                standing.closing[name] = None
        elif standing.returns.pop(name, None) is None:
            standing.closing.pop(name, None)
        standing.in_a_row = standing.in_a_row + 1 if name in standing.asked else 0
        standing.asked.add(name)
    return standing


def _gap(seed: int, question: str, place: int) -> int:
    drawn = int(content_key("gap", str(seed), question, str(place))[:8], 16)
    return NEAREST + drawn % (FARTHEST - NEAREST + 1)


def _unlike(waiting: Sequence[Question], last: Question | None) -> Question | None:
    """The first of those waiting that has least in common with the last one; the first where all have."""
    near = waiting[:_LOOK_AHEAD]
    if last is None or not near:
        return near[0] if near else None
    return min(near, key=lambda each: _likeness(each, last))


def _likeness(one: Question, other: Question) -> int:
    """0 for two questions of different kinds and articles; 4 and more for two on one claim."""
    return 4 * (one.claim == other.claim) + 2 * (_article(one) == _article(other)) + (one.kind == other.kind)


def _article(question: Question) -> str:
    return question.sources[0].article if question.sources else ""
