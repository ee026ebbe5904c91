"""How a trainee stands, worked out from her answers and cards alone; no store in it."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from statistics import median
from typing import Any

from quiz_bank.learning import cards as memory
from quiz_bank.learning.attempts import Answer
from quiz_bank.learning.cards import Card
from quiz_bank.learning.confusions import Confusion, confusions
from quiz_bank.learning.schedule import DueList, ForecastDay
from quiz_bank.learning.shelved import Kept
from quiz_bank.session import CONFIDENCES, REPORTED, SKIPPED

#: what each word is taken to promise: the middles of the bands in which Moodle's certainty-based marking makes it the
#: best choice (below 67 %, to 80 %, above)
PROMISED = {"guess": 0.33, "think": 0.73, "sure": 0.9}
FEWEST_TO_CALIBRATE = 20
DAY_BEGINS = time(4)  # for the streak alone: who works past midnight has not begun the next day
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_Z = 1.96  # two-sided 95 %
_Outcomes = tuple[list[str], list[int]]  # verdicts, and times in milliseconds


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95 % interval after Wilson; 0 of 0 lies between 0 and 1."""

    right: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share itself, None of nothing."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Tally:
    """First answers of a day under one heading: verdicts, and the median time in milliseconds."""

    name: str
    answered: int
    correct: int
    close: int
    wrong: int
    median_ms: int | None


@dataclass(frozen=True, slots=True)
class Band:
    """The answers given with one degree of confidence, beside what it promises (0 to 1)."""

    confidence: str
    promised: float
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A question that goes wrong: its answer, the sentence that states it, and how often it failed."""

    question: str
    ask: str
    answer: str
    sentence: str
    outlet: str
    times: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How one trainee stands, in one story or in all.

    Attributes:
        due: cards due now. new: claims never reviewed. reviews_left, new_left: what the day's limits still allow.
        forecast: cards coming due, today and the days after.
        known: how many claims she is expected to know today, of ``cards`` reviewed.
        retention: reviews of known claims that were right, against ``target``.
        answered: answers in all, returns included.
        kinds, stories, outlets: tallies, most answered first.
        bands: guess, think, sure. brier: mean squared error of the promises, None under 20 answers; 0 is perfect,
            0.25 what always saying one half would get.
        sure_but_wrong, confused, leeches: what to look at again, worst first.
        streak: days in a row with an answer, up to today or yesterday.
        minutes, minutes_week: time spent answering, in all and in the last seven days.
    """

    due: int
    new: int
    reviews_left: int
    new_left: int
    forecast: tuple[ForecastDay, ...]
    cards: int
    known: float
    retention: Share
    target: float
    answered: int
    kinds: tuple[Tally, ...]
    stories: tuple[Tally, ...]
    outlets: tuple[Tally, ...]
    bands: tuple[Band, ...]
    brier: float | None
    sure_but_wrong: tuple[Trouble, ...]
    confused: tuple[Confusion, ...]
    leeches: tuple[Trouble, ...]
    streak: int
    minutes: float
    minutes_week: float

    def as_json(self) -> dict[str, Any]:
        """The whole as ``briefing progress --json`` prints it."""
        found = asdict(self)
        found["retention"]["value"] = self.retention.value
        for day in found["forecast"]:
            day["day"] = day["day"].isoformat()
        return found


def progress(
    answers: Sequence[Answer],
    cards: Sequence[Card],
    due: DueList,
    questions: Mapping[str, Kept],
    now: datetime,
    zone: tzinfo | None = None,
    target: float = memory.RETENTION,
) -> Progress:
    """Adds up a trainee's answers.

    Args:
        answers: as they count, in order of time.
        cards: those of claims still asked for.
        due: what is due.
        questions: by id, those asked or living in the same stories.
        now: this moment, in UTC.
        zone: where the trainee's days begin, for the streak; None for that of the machine.
        target: the share that should be recalled when due.
    """
    counted = [each for each in answers if each.rule != REPORTED]
    reviews, again = _reviews(counted)
    outcomes = _outcomes(reviews)
    about = {each.question: each for each in reviews}
    bands = _bands(counted)
    times = [each.at for each in counted]
    return Progress(
        due=len(due.due),
        new=due.new,
        reviews_left=due.reviews_left,
        new_left=due.new_left,
        forecast=due.forecast,
        cards=len(cards),
        known=round(sum(memory.recall(card, now) for card in cards), 1),
        retention=wilson(sum(each.verdict == "correct" for each in again), len(again)),
        target=target,
        answered=len(counted),
        kinds=_tallies({name: each.kind for name, each in about.items()}, outcomes),
        stories=_tallies({name: each.story for name, each in about.items()}, outcomes),
        outlets=_tallies({name: questions[name].outlet for name in about if name in questions}, outcomes),
        bands=bands,
        brier=_brier(bands),
        sure_but_wrong=_sure_but_wrong(counted, questions),
        confused=confusions(counted, questions),
        leeches=_leeches(cards, questions),
        streak=streak(times, now, zone),
        minutes=_minutes(counted),
        minutes_week=_minutes(counted[bisect_right(times, now - _WEEK) :]),
    )


def wilson(right: int, of: int) -> Share:
    """A share with the interval that holds the true one 95 times of 100 (Wilson 1927)."""
    if not of:
        return Share(0, 0, 0.0, 1.0)
    share, square = right / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    reach = _Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return Share(right, of, max(0.0, middle - reach), min(1.0, middle + reach))


def streak(times: Sequence[datetime], now: datetime, zone: tzinfo | None = None) -> int:
    """Days in a row with an answer, up to today, or up to yesterday while today is still open.

    Args:
        times: of the answers, in order.
        now: this moment.
        zone: where the days begin, at four in the morning; None for that of the machine.
    """

    def has_answer(day: date) -> bool:
        first = bisect_left(times, _begins(day, zone))
        return first < len(times) and times[first] < _begins(day + _DAY, zone)

    day = (now.astimezone(zone) - timedelta(hours=DAY_BEGINS.hour)).date()
    if not has_answer(day):
        day -= _DAY
    length = 0
    while has_answer(day):
        length += 1
        day -= _DAY
    return length


def _begins(day: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, DAY_BEGINS, zone).astimezone(UTC)


def _reviews(answers: Iterable[Answer]) -> tuple[list[Answer], list[Answer]]:
    """The answers that count as reviews, and those among them that were not the claim's first."""
    last: dict[str, datetime] = {}
    reviews, again = [], []
    for each in answers:
        claim, at = each.claim, each.at
        before = last.get(claim)
        if before is None:
            last[claim] = at
        elif (since := at - before) < memory.SAME_DAY:
            continue
        else:
            last[claim] = at if since >= _DAY else before + _DAY
            again.append(each)
        reviews.append(each)
    return reviews, again


def _outcomes(reviews: Iterable[Answer]) -> dict[str, _Outcomes]:
    """By question; without the times that tell nothing."""
    found: dict[str, _Outcomes] = defaultdict(lambda: ([], []))
    for each in reviews:
        verdicts, times = found[each.question]
        verdicts.append(each.verdict)
        if each.ms <= memory.IDLE_MS and each.rule != SKIPPED:
            times.append(each.ms)
    return found


def _tallies(names: Mapping[str, str], outcomes: Mapping[str, _Outcomes]) -> tuple[Tally, ...]:
    """The outcomes of questions under the name of each."""
    groups: dict[str, _Outcomes] = defaultdict(lambda: ([], []))
    for question, name in names.items():
        verdicts, times = groups[name]
        verdicts += outcomes[question][0]
        times += outcomes[question][1]
    tallies = [_tally(name, *group) for name, group in groups.items() if name]
    return tuple(sorted(tallies, key=lambda each: (-each.answered, each.name)))


def _tally(name: str, verdicts: Sequence[str], times: Sequence[int]) -> Tally:
    counts = Counter(verdicts)
    return Tally(
        name,
        len(verdicts),
        counts["correct"],
        counts["close"],
        counts["wrong"],
        round(median(times)) if times else None,
    )


def _bands(answers: Iterable[Answer]) -> tuple[Band, ...]:
    said = Counter([(each.confidence, each.verdict == "correct") for each in answers if each.confidence])
    return tuple(
        Band(word, PROMISED[word], said[word, True], said[word, True] + said[word, False])
        for word in CONFIDENCES
    )


def _brier(bands: Iterable[Band]) -> float | None:
    told = [(band.right, band.of - band.right, band.promised) for band in bands]
    of = sum(right + wrong for right, wrong, _ in told)
    missed = sum(right * (1 - promised) ** 2 + wrong * promised**2 for right, wrong, promised in told)
    return round(missed / of, 3) if of >= FEWEST_TO_CALIBRATE else None


def _sure_but_wrong(answers: Sequence[Answer], questions: Mapping[str, Kept]) -> tuple[Trouble, ...]:
    """Those whose latest answer was not yet a sure and right one."""
    times = Counter(
        [each.question for each in answers if each.confidence == "sure" and each.verdict == "wrong"]
    )
    latest = _latest(answers, times)
    open_still = {
        name: count
        for name, count in times.items()
        if not (latest[name].confidence == "sure" and latest[name].verdict == "correct")
    }
    return _troubles(open_still, questions)


def _latest(answers: Sequence[Answer], questions: Collection[str]) -> dict[str, Answer]:
    """The last answer to each of these questions."""
    found: dict[str, Answer] = {}
    for each in reversed(answers):
        if len(found) == len(questions):
            break
        if each.question in questions:
            found.setdefault(each.question, each)
    return found


def _leeches(cards: Iterable[Card], questions: Mapping[str, Kept]) -> tuple[Trouble, ...]:
    lapses = {card.claim: card.lapses for card in cards if card.lapses >= memory.LEECH_LAPSES}
    return _troubles(
        {name: lapses[each.claim] for name, each in questions.items() if each.claim in lapses}, questions
    )


def _troubles(times: Mapping[str, int], questions: Mapping[str, Kept]) -> tuple[Trouble, ...]:
    found = [_trouble(questions[name], count) for name, count in times.items() if name in questions]
    return tuple(sorted(found, key=lambda each: (-each.times, each.ask)))


def _trouble(question: Kept, times: int) -> Trouble:
    return Trouble(question.id, question.ask, question.answer, question.sentence, question.outlet, times)


def _minutes(answers: Iterable[Answer]) -> float:
    spent = sum([each.ms for each in answers if each.rule != SKIPPED and each.ms <= memory.IDLE_MS])
    return round(spent / 60_000, 1)
