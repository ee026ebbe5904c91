"""What a trainee remembers of each claim: a pure fold of her answers through FSRS 6.

The rules, all free of time zones, so that neither a journey nor a change of clocks matters:

- One answer a claim and waking day is a review: one less than ``SAME_DAY`` after the last review is not. What comes
  back in a round therefore never reaches the scheduler.
- A review less than a day after the last one counts as a day later, since FSRS reckons in whole days; a moment before
  the last review (a clock set back) cannot come up, as answers are folded in order of time.
- A card is due ``AHEAD`` early: whoever practises at nine today finds it at eight tomorrow. ``SAME_DAY`` and ``AHEAD``
  make a day together, so that an answer to a card that is due always counts.
- Intervals are spread a little, by the claim and its count of reviews instead of by chance: what was learned together
  does not stay together, and a replay gives the same dates.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, Any

from briefings.stories import content_key
from quiz_bank.learning.attempts import Answer
from quiz_bank.session import REPORTED, SKIPPED

if TYPE_CHECKING:
    from fsrs import Card as Memory
    from fsrs import Scheduler

RETENTION = 0.9
LONGEST_INTERVAL = 365  # days
SAME_DAY = timedelta(hours=16)
AHEAD = timedelta(hours=8)
LEECH_LAPSES = 4

#: the ratings of FSRS
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4

SAMPLES = 20  # answers of one kind and mode before their median tells slow from quick
IDLE_MS = 3 * 60 * 1000  # longer than that the trainee was elsewhere
_SLOW, _QUICK = 2.0, 0.5  # times her own median
_LISTS = frozenset(("order", "match"))  # close does not tell how much of these was right

# Days from -> to and the share of that stretch an interval may move by, as Anki spreads them.
_SPREAD = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float(LONGEST_INTERVAL), 0.05))


@dataclass(frozen=True, slots=True)
class Card:
    """A trainee's memory of one claim.

    Attributes:
        claim, story: what it is of.
        memory: FSRS's own card, as its JSON.
        first: when it was reviewed first. last: the latest review, as FSRS counts it. due: when it is asked next.
        reviews: how many answers counted. lapses: how many of them failed after the first.
    """

    claim: str
    story: str
    memory: Mapping[str, Any]
    first: datetime
    last: datetime
    due: datetime
    reviews: int = 1
    lapses: int = 0

    def state(self) -> dict[str, Any]:
        """What a row keeps beside due date and counts."""
        return {"fsrs": dict(self.memory), "first": self.first.isoformat(), "last": self.last.isoformat()}


class Paces:
    """A trainee's recent answering times by kind and mode, fed in order of time."""

    def __init__(self) -> None:
        self._recent: dict[tuple[str, str], deque[int]] = {}

    def usual(self, kind: str, mode: str) -> float | None:
        """The median in milliseconds of the latest ``SAMPLES``, None before there are as many."""
        recent = self._recent.get((kind, mode), ())
        return median(recent) if len(recent) == SAMPLES else None

    def note(self, answer: Answer) -> None:
        """Takes up an answer's time, unless it is none or the trainee was elsewhere."""
        if is_timed(answer):
            self._recent.setdefault((answer.kind, answer.mode), deque(maxlen=SAMPLES)).append(answer.ms)


def is_timed(answer: Answer) -> bool:
    """Whether the time of an answer tells anything."""
    return answer.rule not in (SKIPPED, REPORTED) and answer.ms <= IDLE_MS


def fold(answers: Iterable[Answer], retention: float = RETENTION) -> dict[str, Card]:
    """The cards that answers in order of time leave, by claim."""
    cards: dict[str, Card] = {}
    paces = Paces()
    for answer in answers:
        card = step(cards.get(answer.claim), answer, paces.usual(answer.kind, answer.mode), retention)
        if card is not None:
            cards[answer.claim] = card
        paces.note(answer)
    return cards


def step(card: Card | None, answer: Answer, usual: float | None, retention: float = RETENTION) -> Card | None:
    """The card after one more answer, the same where that is no review; None where there is none yet.

    Args:
        card: the claim's card before it.
        answer: as it counts, not before the card's last review.
        usual: the trainee's median time for such answers in milliseconds, None before it is known.
        retention: the share to be recalled when due.
    """
    if not is_review(card, answer):
        return card
    from fsrs import Card as Memory
    from fsrs import Rating

    number = int(content_key(answer.claim)[:12], 16)
    memory = Memory.from_dict(card.memory) if card else Memory(card_id=number)  # type: ignore[arg-type]
    rated = rating(answer, usual, is_known=card is not None)
    moment = max(answer.at, card.last + timedelta(days=1)) if card else answer.at
    after, _ = _scheduler(retention).review_card(memory, Rating(rated), moment)
    reviews = card.reviews + 1 if card else 1
    interval = spread((after.due - moment).days, f"{answer.claim} {reviews}")
    return Card(
        answer.claim,
        answer.story,
        _as_json(after),
        card.first if card else answer.at,
        moment,
        moment + timedelta(days=interval),
        reviews,
        (card.lapses if card else 0) + (card is not None and rated == AGAIN),
    )


def is_review(card: Card | None, answer: Answer) -> bool:
    """Whether an answer counts: it is no report, and the first of its claim in a waking day."""
    return answer.rule != REPORTED and (card is None or answer.at >= card.last + SAME_DAY)


def rating(answer: Answer, usual: float | None, is_known: bool) -> int:
    """How FSRS is told of an answer.

    Until the trainee's own pace is known, right without help is Good and everything else Again: Hard is a pass, and
    one nobody can place yet. After that close, helped, guessed and slow answers are Hard, and a quick, sure, typed
    one to a known claim Easy; recognising an option is never more than Good.
    """
    if answer.verdict == "wrong" or (answer.kind in _LISTS and answer.verdict == "close"):
        return AGAIN
    if answer.kind == "true-false" and answer.confidence == "guess":
        return AGAIN
    unaided = answer.verdict == "correct" and not answer.hints
    if usual is None:
        return GOOD if unaided else AGAIN
    guessed = answer.mode == "choice" and answer.confidence == "guess"
    if not unaided or guessed or _SLOW * usual < answer.ms <= IDLE_MS:
        return HARD
    quick = answer.ms < _QUICK * usual and answer.confidence == "sure"
    return EASY if quick and answer.mode == "type" and is_known else GOOD


def spread(days: int, seed: str) -> int:
    """An interval moved by up to a few days, always the same way for the same seed."""
    if days < _SPREAD[0][0]:
        return days
    reach = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _SPREAD)
    low, high = max(2, round(days - reach)), min(round(days + reach), LONGEST_INTERVAL)
    drawn = int(content_key("spread", seed)[:8], 16)
    return min(low, high) + drawn % (high - min(low, high) + 1)


def is_due(card: Card, now: datetime) -> bool:
    """Whether a card is to be asked now."""
    return card.due <= now + AHEAD


def recall(card: Card, now: datetime) -> float:
    """How likely it is that the trainee still knows it, by FSRS."""
    from fsrs import Card as Memory

    memory = Memory.from_dict(card.memory)  # type: ignore[arg-type]
    return float(_scheduler(RETENTION).get_card_retrievability(memory, now))


def _as_json(memory: Memory) -> dict[str, Any]:
    return dict(memory.to_dict())


@cache
def _scheduler(retention: float) -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_INTERVAL,
        enable_fuzzing=False,
    )
