"""How questions fared, from what was answered: pure figures over attempts, those of a question, a kind, a trainee.

Only the first try of each trainee at each question counts towards what was right: later tries follow the feedback.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import NamedTuple

from quiz_bank.grading.clean import clean
from quiz_bank.session import OVERRULED, REPORTED, SKIPPED

#: fewer trainees than these tell nothing about how well a question parts them
ENOUGH = 10
#: how many different wrong answers of a question are told
MOST_WRONG = 5


class Given(NamedTuple):
    """One attempt as it counts: none that was taken back, overruled ones as correct; ``at`` in UTC."""

    trainee: str
    story: str
    question: str
    kind: str
    mode: str
    answer: str
    verdict: str
    rule: str
    ms: int
    at: datetime
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """One answer, how many gave it at first, and which part that is of the first tries that gave any in its mode."""

    answer: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted alike for a question, a kind and a trainee.

    Attributes:
        answers: all tries. first_tries: those that count below.
        right, close: of the first tries.
        median_ms: of the first tries that were not skipped; None where there are none.
        overrides: tries the trainee overruled. reports: tries at which she reported the question.
        latest: when the last of the answers was given.
    """

    answers: int
    first_tries: int
    right: int
    close: int
    median_ms: int | None
    overrides: int
    reports: int
    latest: datetime | None

    @property
    def facility(self) -> float | None:
        """The share of first tries that were right, 0 to 1; None where none counts."""
        return self.right / self.first_tries if self.first_tries else None


@dataclass(frozen=True, slots=True)
class Item:
    """How one question fared.

    Attributes:
        question, story, kind: which one.
        tally: its counts; each trainee has one first try.
        discrimination: how well it parts those who know much from those who know little, -1 to 1: the corrected
            point-biserial correlation (Henrysson, Psychometrika 28, 1963) of being right here with the share of right
            first tries at all the other questions. None below ``ENOUGH`` trainees, or where all did alike.
        options: what was chosen where there were options, the most frequent first.
        wrong: what was typed and is not right, spellings of one answer together, the most frequent first.
    """

    question: str
    story: str
    kind: str
    tally: Tally
    discrimination: float | None
    options: tuple[Share, ...]
    wrong: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Trainee:
    """How one trainee does: in all, by story and by kind of answer."""

    name: str
    tally: Tally
    stories: Mapping[str, Tally]
    kinds: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class ClassResults:
    """How a class does: its questions, the hardest first; its trainees by name; its kinds of answer by name."""

    items: tuple[Item, ...]
    trainees: tuple[Trainee, ...]
    kinds: Mapping[str, Tally]


def class_results(given: Iterable[Given]) -> ClassResults:
    """The figures of these attempts, which may come in any order."""
    tries = sorted(given, key=lambda each: each.at)
    firsts = _first_tries(tries)
    rest = _rests(firsts)
    by_question = _grouped(tries, lambda each: each.question)
    items = [_item(name, group, firsts, rest) for name, group in by_question.items()]
    items.sort(key=lambda item: (2.0 if item.tally.facility is None else item.tally.facility, item.question))
    people = _grouped(tries, lambda each: each.trainee)
    trainees = [_trainee(name, group, firsts) for name, group in people.items()]
    trainees.sort(key=lambda trainee: trainee.name.casefold())
    return ClassResults(tuple(items), tuple(trainees), _tallies(tries, firsts, lambda each: each.kind))


_Firsts = Mapping[tuple[str, str], Given]


def _first_tries(tries: Iterable[Given]) -> dict[tuple[str, str], Given]:
    """Trainee and question -> her first try at it; giving a question back as a bad one is no try."""
    firsts: dict[tuple[str, str], Given] = {}
    for each in tries:
        if each.rule != REPORTED:
            firsts.setdefault((each.trainee, each.question), each)
    return firsts


def _grouped(tries: Iterable[Given], key: Callable[[Given], str]) -> dict[str, list[Given]]:
    groups: dict[str, list[Given]] = defaultdict(list)
    for each in tries:
        groups[key(each)].append(each)
    return groups


def _tallies(tries: Iterable[Given], firsts: _Firsts, key: Callable[[Given], str]) -> dict[str, Tally]:
    groups = _grouped(tries, key)
    return {name: _tally(groups[name], firsts) for name in sorted(groups)}


def _tally(group: Sequence[Given], firsts: _Firsts) -> Tally:
    counted = [each for each in group if firsts.get((each.trainee, each.question)) is each]
    verdicts = Counter(each.verdict for each in counted)
    times = [each.ms for each in counted if each.rule != SKIPPED]
    return Tally(
        answers=sum(each.rule != REPORTED for each in group),
        first_tries=len(counted),
        right=verdicts["correct"],
        close=verdicts["close"],
        median_ms=round(median(times)) if times else None,
        overrides=sum(each.rule == OVERRULED for each in group),
        reports=sum(each.reported or each.rule == REPORTED for each in group),
        latest=max((each.at for each in group), default=None),
    )


def _trainee(name: str, group: Sequence[Given], firsts: _Firsts) -> Trainee:
    stories = _tallies(group, firsts, lambda each: each.story)
    return Trainee(name, _tally(group, firsts), stories, _tallies(group, firsts, lambda each: each.kind))


def _item(
    question: str, group: Sequence[Given], firsts: _Firsts, rest: Mapping[str, tuple[int, int]]
) -> Item:
    counted = [each for each in group if firsts.get((each.trainee, each.question)) is each]
    chosen = Counter(each.answer for each in counted if each.mode == "choice" and each.answer)
    typed = [each for each in counted if each.mode != "choice" and each.rule != SKIPPED]
    return Item(
        question,
        group[-1].story,
        group[-1].kind,
        _tally(group, firsts),
        _discrimination(counted, rest),
        _shares(chosen, sum(chosen.values())),
        _shares(_wrong_answers(typed), len(typed))[:MOST_WRONG],
    )


def _wrong_answers(typed: Iterable[Given]) -> Counter[str]:
    """The wrong and the close ones, each under the spelling it was first given in."""
    spelling: dict[str, str] = {}
    found: Counter[str] = Counter()
    for each in typed:
        if each.verdict != "correct":
            found[spelling.setdefault(clean(each.answer), each.answer)] += 1
    return found


def _shares(counts: Counter[str], total: int) -> tuple[Share, ...]:
    return tuple(Share(answer, count, count / total) for answer, count in counts.most_common())


def _rests(firsts: _Firsts) -> dict[str, tuple[int, int]]:
    """Trainee -> how many first tries she made, and how many of them were right."""
    made: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for each in firsts.values():
        made[each.trainee] += 1
        right[each.trainee] += each.verdict == "correct"
    return {trainee: (made[trainee], right[trainee]) for trainee in made}


def _discrimination(counted: Iterable[Given], rest: Mapping[str, tuple[int, int]]) -> float | None:
    """Being right here against the share right elsewhere, over those who answered something else too."""
    pairs = []
    for each in counted:
        made, right = rest[each.trainee]
        is_right = each.verdict == "correct"
        if made > 1:
            pairs.append((float(is_right), (right - is_right) / (made - 1)))
    return _correlation(pairs) if len(pairs) >= ENOUGH else None


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's; None where either side does not vary."""
    number = len(pairs)
    mean_x, mean_y = (sum(side) / number for side in zip(*pairs, strict=True))
    spread_x = math.fsum((x - mean_x) ** 2 for x, _ in pairs)
    spread_y = math.fsum((y - mean_y) ** 2 for _, y in pairs)
    if min(spread_x, spread_y) < 1e-12:
        return None
    together = math.fsum((x - mean_x) * (y - mean_y) for x, y in pairs)
    return together / math.sqrt(spread_x * spread_y)
