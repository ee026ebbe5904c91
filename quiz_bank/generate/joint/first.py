"""Which came first, of three events of a story.

Needs three events of distinct dates that no question puts in order. Refused: more than 45 words in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.joint.assemble import assembled, shuffled
from quiz_bank.generate.joint.events import FEWEST, events, groups, in_time
from quiz_bank.generate.shelf import Shelf
from quiz_bank.keys import Key

TEMPLATE = "first"


def make(shelf: Shelf, accepted: Sequence[Candidate]) -> Iterator[Candidate]:
    """One question for each group of events that the order shape leaves over."""
    for group in groups(events(accepted), FEWEST)[1::2]:
        earliest = in_time(group)[0].told
        shown = shuffled([event.told for event in group], group[0].part.claim)
        key = Key("choice", value=earliest, text=earliest, options=shown)
        yield assembled(
            TEMPLATE, "Which of these came first?", key, [event.part for event in group], shown, earliest
        )
