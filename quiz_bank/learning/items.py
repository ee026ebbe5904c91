"""How questions fared, from what was answered: pure figures over attempts, those of a question, a kind, a trainee.

Only the first try of each trainee at each question counts towards what was right: later tries follow the feedback.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter, itemgetter
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
    tries = _tries(given)
    rest = _rests(tries)
    items = [_item(name, group, rest) for name, group in _grouped(tries, _QUESTION).items()]
    items.sort(key=lambda item: (2.0 if item.tally.facility is None else item.tally.facility, item.question))
    trainees = [_trainee(name, group) for name, group in _grouped(tries, _TRAINEE).items()]
    trainees.sort(key=lambda trainee: trainee.name.casefold())
    return ClassResults(tuple(items), tuple(trainees), _tallies(tries, _KIND))


class _Try(NamedTuple):
    """An attempt, and whether it is the trainee's first try at the question."""

    given: Given
    is_first: bool


_TRAINEE, _STORY, _QUESTION, _KIND = (
    itemgetter(Given._fields.index(name)) for name in ("trainee", "story", "question", "kind")
)


def _tries(given: Iterable[Given]) -> list[_Try]:
    """The attempts in order of time; giving a question back as a bad one is no try."""
    seen: set[tuple[str, str]] = set()
    tries = []
    for each in sorted(given, key=attrgetter("at")):
        who = (each.trainee, each.question)
        is_first = each.rule != REPORTED and who not in seen
        if is_first:
            seen.add(who)
        tries.append(_Try(each, is_first))
    return tries


def _grouped(tries: Iterable[_Try], key: Callable[[Given], str]) -> dict[str, list[_Try]]:
    groups: dict[str, list[_Try]] = defaultdict(list)
    for each in tries:
        groups[key(each[0])].append(each)
    return groups


def _tallies(tries: Iterable[_Try], key: Callable[[Given], str]) -> dict[str, Tally]:
    groups = _grouped(tries, key)
    return {name: _tally(groups[name]) for name in sorted(groups)}


def _tally(tries: Sequence[_Try]) -> Tally:
    verdicts = [each.verdict for each, is_first in tries if is_first]
    rules = [each.rule for each, _ in tries]
    times = [each.ms for each, is_first in tries if is_first and each.rule != SKIPPED]
    said_bad = sum(each.reported and each.rule != REPORTED for each, _ in tries)
    return Tally(
        answers=len(rules) - rules.count(REPORTED),
        first_tries=len(verdicts),
        right=verdicts.count("correct"),
        close=verdicts.count("close"),
        median_ms=round(median(times)) if times else None,
        overrides=rules.count(OVERRULED),
        reports=said_bad + rules.count(REPORTED),
        latest=tries[-1].given.at if tries else None,
    )


def _trainee(name: str, tries: Sequence[_Try]) -> Trainee:
    return Trainee(name, _tally(tries), _tallies(tries, _STORY), _tallies(tries, _KIND))


def _item(question: str, tries: Sequence[_Try], rest: Mapping[str, tuple[int, int]]) -> Item:
    counted = [each for each, is_first in tries if is_first]
    chosen = Counter(each.answer for each in counted if each.mode == "choice" and each.answer)
    typed = [each for each in counted if each.mode != "choice" and each.rule != SKIPPED]
    latest = tries[-1].given
    return Item(
        question,
        latest.story,
        latest.kind,
        _tally(tries),
        _discrimination(counted, rest),
        _shares(chosen, chosen.total()),
        _shares(_wrong_answers(typed), len(typed))[:MOST_WRONG],
    )


def _wrong_answers(typed: Iterable[Given]) -> Counter[str]:
    """The wrong and the close ones, each under the spelling it was first given in."""
    spelling: dict[str, str] = {}
    found: Counter[str] = Counter()
    for answer, count in Counter(each.answer for each in typed if each.verdict != "correct").items():
        found[spelling.setdefault(clean(answer), answer)] += count
    return found


def _shares(counts: Counter[str], total: int) -> tuple[Share, ...]:
    return tuple(Share(answer, count, count / total) for answer, count in counts.most_common())


def _rests(tries: Sequence[_Try]) -> dict[str, tuple[int, int]]:
    """Trainee -> how many first tries she made, and how many of them were right."""
    made = Counter(each.trainee for each, is_first in tries if is_first)
    right = Counter(each.trainee for each, is_first in tries if is_first and each.verdict == "correct")
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
