"""Chooses the lines of a briefing: what tells most for its words, until the words are spent."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy

from briefings.compose.briefing import SECTIONS, Line, Section
from briefings.compose.drafts import Draft
from briefings.compose.labels import standing_words
from briefings.compose.layout import GROUPED, count_words, heading, marks, ordered, suffix
from briefings.compose.wording import alike, content
from briefings.facts import NUMERIC_KINDS, Value
from briefings.reconcile.standing import KIND_WEIGHT
from briefings.reconcile.values import figure
from briefings.stories import Claim, Story

OVERHEADS = (
    1,
    3,
    6,
    10,
    16,
)  # words a line is taken to cost beside its own, tried in turn: with more, fewer lines
LONG_LEAD = 0.6  # of its score: what a bottom line of more words than wanted counts
LEAD_OVERHEAD = 8  # of a line of the bottom line
OTHER_EVENT = 0.1  # weight of an event below the bottom line: its date and figures are claims of their own
DISPUTED = 0.5  # of its weight is left to a disputed figure in a line; both sides have a line of their own
LOOSE_DATE = 0.15  # of the weight of a date is left where only the week, or "this year", is known
# of the weight of "on Friday" is left where one origin alone tells of that day: of a hundred such days of the
# labelled stories thirty were worth asking, of a hundred other facts eighty
PASSING_DAY = 0.5
# weight of a figure of two digits and more, of a count of a few things, and of one
TELLING, SMALL, LONE = 1.3, 0.6, 0.3
COMMENTS = 0.4  # of the weight of an office is left to one who only comments on the events
_COMMENTS = re.compile(
    r"\b(?:professor|analyst|expert|researcher|scholar|lecturer|author|historian|commentator|columnist|fellow)\b",
    re.I,
)
YEAR, DAY = len("2031"), len("2031-04-08")
REPLACEABLE = ("key facts", "timeline")  # sections whose lines make way for one that tells more
NEWS_DAY = 0.05  # of the weight of a date is left where it is the very day the heading tells
PRICE = 0.03  # of a word: what tells less for its words is better left out
SAME_VALUE = 0.7  # of a claim's weight is left where its value was told by another claim
AGAIN = 0.6  # what is left of a line's worth when it tells a date that was told before


class Choice:
    """The lines taken so far, within a budget of printed words."""

    def __init__(self, story: Story, labels: Mapping[str, str], words: int) -> None:
        self._labels, self._words, self.overhead = labels, words, LEAD_OVERHEAD
        self._lines: dict[str, list[tuple[Line, str]]] = {name: [] for name in SECTIONS}
        self._told: set[str] = set()
        self._worth: dict[str, float] = {}
        self._value = {claim.key: (claim.kind, claim.value) for claim in story.claims}
        self._values: set[tuple[str, Value]] = set()
        self._contents: list[tuple[str, frozenset[str]]] = []
        self._spent = 0
        self._drawn: dict[int, tuple[Draft, Line, int]] = {}
        total = max(len(story.claims), 1)
        self._events = frozenset(claim.key for claim in story.claims if claim.kind == "event")
        today = str(story.as_of)
        self._weight = {
            claim.key: _weight(claim, place / total) * (NEWS_DAY if claim.value == today else 1.0)
            for place, claim in enumerate(story.claims)
        }

    def with_overhead(self, words: int) -> Choice:
        """A copy that goes on from here, and takes a line to cost so many words beside its own."""
        other = copy(self)
        other.overhead = words
        other._lines = {name: list(lines) for name, lines in self._lines.items()}
        other._told, other._contents = set(self._told), list(self._contents)
        other._values, other._worth = set(self._values), dict(self._worth)
        return other

    @property
    def told(self) -> float:
        """``weight`` less the price of the words."""
        return self.weight - PRICE * self._spent

    @property
    def told_keys(self) -> frozenset[str]:
        """The claims its lines tell."""
        return frozenset(self._told)

    @property
    def weight(self) -> float:
        """The weight of all claims its lines tell, each by the worth of its line."""
        return sum(self._weight.get(key, 0.0) * self._worth.get(key, 1.0) for key in self._told)

    def sections(self) -> tuple[Section, ...]:
        """The lines in printing order, by section; sections without lines are left out."""
        return tuple(Section(name, ordered(name, lines)) for name, lines in self._lines.items() if lines)

    def take_first(self, drafts: Sequence[Draft], section: str, wanted: float, most: float) -> bool:
        """Takes the best draft of at most so many words, a longer one than wanted where it tells much more.

        False where none fits. The first of the bottom lines may hold a disputed figure, which it says; no other may.
        """
        first = section == "bottom line" and not self._lines[section]
        costs = {draft: self._cost(_line(draft), section) for draft in drafts}
        short = [d for d in drafts if costs[d] <= most and self._fits(d, section, disputed=first)]
        if not short:
            return False
        worth = {d: self._score(d, section) * (1.0 if costs[d] <= wanted else LONG_LEAD) for d in short}
        self._take(max(short, key=lambda d: (worth[d], d.text)), section)
        return True

    def take_lines(self, section: str, lines: Iterable[Line], most_words: float) -> float:
        """Takes lines about the sources in order while they fit; gives the words left of ``most_words``."""
        for line in lines:
            cost = self._cost(line, section)
            if cost <= most_words and self._spent + cost <= self._words:
                most_words -= cost
                self._add(section, line, "")
        return most_words

    @property
    def texts(self) -> list[str]:
        """The lines that drafts made, as they read."""
        return [text for text, _ in self._contents]

    def best(self, drafts: Iterable[Draft], most: int) -> list[Draft]:
        """So many of the drafts at most: those that tell most for their words, by themselves."""
        ranked = [(-self._score(draft, draft.section), place, draft) for place, draft in enumerate(drafts)]
        return [draft for score, _, draft in heapq.nsmallest(most, ranked) if score < 0]

    def take_rest(self, drafts: Iterable[Draft], disputed: bool = False) -> None:
        """What tells most for its words, again and again, until no line fits.

        A draft's score only falls as others are taken, so a draft that keeps the highest score when it is
        looked at again is the best of all. Lines that hold a disputed figure are taken on request only; they
        say that they do.
        """
        heap = [(-self._score(draft, draft.section), place, draft) for place, draft in enumerate(drafts)]
        heapq.heapify(heap)
        while heap:
            _, place, draft = heapq.heappop(heap)
            score = self._score(draft, draft.section)
            if score <= 0 or not self._fits(draft, draft.section, disputed):
                continue
            if heap and score < -heap[0][0]:
                heapq.heappush(heap, (-score, place, draft))
            else:
                self._take(draft, draft.section)

    def _fits(self, draft: Draft, section: str, disputed: bool = False) -> bool:
        if not disputed and any(c.rivals for c in draft.tells):
            return False
        replaced = self._replaced(draft)
        if self._spent + self._net(draft, section, replaced) > self._words:
            return False
        kept = self._told - {key for _, line in replaced for key in line.claims}
        return draft.claim.key not in kept and not self._repeats(
            draft, kept, [line.text for _, line in replaced]
        )

    def _repeats(self, draft: Draft, told: set[str], replaced: Sequence[str]) -> bool:
        """A figure that was told, or the wording of another line."""
        if any(c.key in told and c.kind not in ("date", "event") for c in draft.tells):
            return True
        words = content(draft.text)
        return any(text not in replaced and alike(words, other) for text, other in self._contents)

    def _score(self, draft: Draft, section: str) -> float:
        gain = sum(self._gain(c) for c in draft.tells if c.key not in self._told)
        replaced = self._replaced(draft)
        if not replaced and any(c.key in self._told for c in draft.tells):
            gain *= AGAIN
        return gain * draft.worth / (self.overhead + max(self._net(draft, section, replaced), 1))

    def _gain(self, claim: Claim) -> float:
        """The claim's weight, less where another line has its very value: one fact apart, it may be."""
        again = SAME_VALUE if (claim.kind, claim.value) in self._values else 1.0
        return self._weight.get(claim.key, 0.0) * again

    def _replaced(self, draft: Draft) -> list[tuple[str, Line]]:
        """The lines that would tell nothing beside the draft, with their sections."""
        telling = frozenset(c.key for c in draft.tells) - self._events
        if not telling & self._told:
            return []
        return [
            (name, line)
            for name in REPLACEABLE
            for line, _ in self._lines[name]
            if (told := self._telling(line)) and told <= telling
        ]

    def _net(self, draft: Draft, section: str, replaced: Sequence[tuple[str, Line]]) -> int:
        """The words the draft adds, less those of the lines it replaces."""
        return self._cost_of(draft, section) - sum(
            len(line.text.split()) + len(marks(Section(name, (line,)), line, self._labels).split())
            for name, line in replaced
        )

    def _cost_of(self, draft: Draft, section: str) -> int:
        """``_cost`` of the draft's line; the words it has by itself are counted once for its own section."""
        if section != draft.section:
            return self._cost(_line(draft), section)
        known = self._drawn.get(id(draft))
        if known is None:
            line = _line(draft)
            known = self._drawn[id(draft)] = (draft, line, self._alone(line, section))
        return known[2] + self._around(known[1], section)

    def _cost(self, line: Line, section: str) -> int:
        """The words the line adds to the printed briefing."""
        return self._alone(line, section) + self._around(line, section)

    def _alone(self, line: Line, section: str) -> int:
        """The words of the line with its standing and marks."""
        alone = Section(section, (line,))
        told = len(line.text.split()) + len(suffix(alone, line).split())
        return told + len(marks(alone, line, self._labels).split())

    def _around(self, line: Line, section: str) -> int:
        """The words of the headings that the line is the first to need."""
        words = 0 if self._lines[section] else len(section.split())
        opened = {heading(other) for other, _ in self._lines[section]}
        return words + (
            len(heading(line).split()) if section in GROUPED and heading(line) not in opened else 0
        )

    def _take(self, draft: Draft, section: str) -> None:
        """Takes the draft; a line that tells nothing the new one does not makes way for it."""
        for name, line in self._replaced(draft):
            self._lines[name] = [item for item in self._lines[name] if item[0] is not line]
            self._contents = [item for item in self._contents if item[0] != line.text]
        self._contents.append((draft.text, content(draft.text)))
        for claim in draft.tells:
            self._worth[claim.key] = max(draft.worth, self._worth.get(claim.key, 0.0))
        self._add(section, _line(draft), draft.when)

    def _telling(self, line: Line) -> frozenset[str]:
        return frozenset(key for key in line.claims if key not in self._events)

    def _add(self, section: str, line: Line, when: str) -> None:
        self._lines[section].append((line, when))
        self._told.update(line.claims)
        self._values.update(self._value[key] for key in line.claims if key in self._value)
        self._spent = count_words(self.sections(), self._labels)


def _line(draft: Draft) -> Line:
    """The draft as a line; it stands on the weakest of what it tells."""
    told = [draft.claim, *(claim for claim in draft.tells if claim.kind != "event")]
    weakest = min(told, key=lambda claim: (not claim.rivals, len(claim.origins)))
    return Line(
        draft.text,
        tuple(claim.key for claim in draft.tells),
        standing_words(weakest),
        len(weakest.origins),
        draft.marks,
    )


def _weight(claim: Claim, place: float) -> float:
    """By independent origins and kind, falling by a third along the story's order of importance."""
    fact = claim.best.fact
    if fact.vague:
        return 0.0
    kind = OTHER_EVENT if claim.kind == "event" else KIND_WEIGHT[claim.kind]
    if claim.kind == "date" and (
        "W" in str(claim.value) or (fact.relative and len(str(claim.value)) == YEAR)
    ):
        kind *= LOOSE_DATE
    if claim.kind == "date" and fact.relative and len(str(claim.value)) == DAY and len(claim.origins) == 1:
        kind *= PASSING_DAY
    if claim.kind in NUMERIC_KINDS:
        size = figure(fact)
        small = LONE if claim.value == 1 else SMALL
        kind *= TELLING if size and size.telling else small if claim.kind == "count" else 1.0
    if claim.kind == "role" and _COMMENTS.search(str(claim.value)):
        kind *= COMMENTS
    disputed = DISPUTED if claim.rivals else 1.0
    return len(claim.origins) * kind * disputed * (1 - 0.33 * place)
