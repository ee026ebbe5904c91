"""Dated events of a story as the joint shapes tell them: a short clause and a date that can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.joint.assemble import parts

MOST_WORDS_EACH = 14
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Event:
    """One event: ``told`` is its clause without a date, ``date`` an ISO date of any precision."""

    told: str
    date: str
    part: Candidate


def events(accepted: Iterable[Candidate]) -> list[Event]:
    """The events whose dates are asked for and that nobody need be credited with, best first."""
    found = []
    for part in parts(accepted, "when"):
        draft = part.draft
        if draft is None or draft.speaker or "did this happen?" not in draft.ask:
            continue
        if len(draft.body.split()) <= MOST_WORDS_EACH and ";" not in draft.body:
            found.append(Event(f"{draft.body[:1].upper()}{draft.body[1:]}", str(draft.key.value), part))
    return found


def in_time(chosen: Sequence[Event]) -> list[Event]:
    """The events by their dates."""
    return sorted(chosen, key=lambda event: event.date)


def apart(event: Event, others: Iterable[Event]) -> bool:
    """Whether the event's date can be told from all the others: no month beside a day of it."""
    return not any(
        event.date.startswith(other.date) or other.date.startswith(event.date) or event.told == other.told
        for other in others
    )


def groups(found: Sequence[Event], size: int) -> list[list[Event]]:
    """Disjoint groups of events of distinct dates, the best first; none smaller than ``FEWEST``."""
    waiting, made = list(found), []
    while len(waiting) >= FEWEST:
        group: list[Event] = []
        for event in waiting:
            if len(group) < size and apart(event, group):
                group.append(event)
        if len(group) < FEWEST:
            break
        made.append(group)
        waiting = [event for event in waiting if event not in group]
    return made
