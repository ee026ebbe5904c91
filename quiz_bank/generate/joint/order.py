"""Put in order: three events of a story, the earliest first.

Needs three events of distinct dates whose clauses are short. Refused: more than 45 words in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.joint.assemble import assembled, shuffled
from quiz_bank.generate.joint.events import FEWEST, events, groups, in_time
from quiz_bank.generate.shelf import Shelf
from quiz_bank.keys import Key

TEMPLATE = "order"


def make(shelf: Shelf, accepted: Sequence[Candidate]) -> Iterator[Candidate]:
    """One question for every other group of events; the groups between are asked which came first."""
    for group in groups(events(accepted), FEWEST)[::2]:
        sequence = [event.told for event in in_time(group)]
        shown = shuffled(sequence, group[0].part.claim)
        key = Key("order", value=sequence, text="; ".join(sequence), options=shown)
        ask = f"Put in order, the earliest first: {'; '.join(shown)}."
        yield assembled(TEMPLATE, ask, key, [event.part for event in group])
