"""Chooses the lines of a briefing: what tells most for its words, until the words are spent."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from briefings.compose.briefing import SECTIONS, Line, Section
from briefings.compose.drafts import Draft
from briefings.compose.labels import standing_words
from briefings.compose.layout import GROUPED, count_words, heading, marks, ordered, suffix
from briefings.compose.wording import alike, content
from briefings.reconcile.standing import KIND_WEIGHT
from briefings.stories import Claim, Story

OVERHEAD = 12  # words a line costs beside its own: lines that tell several claims are worth their length
OTHER_EVENT = 0.2  # weight of an event below the bottom line: its date and figures are claims of their own
DISPUTED = 0.5  # of its weight is left to a disputed figure in a line; both sides have a line of their own
LOOSE_DATE = 0.5  # of the weight of a date is left where only the week is known
AGAIN = 0.6  # what is left of a line's worth when it tells a date that was told before


class Choice:
    """The lines taken so far, within a budget of printed words."""

    def __init__(self, story: Story, labels: Mapping[str, str], words: int) -> None:
        self._labels, self._words = labels, words
        self._lines: dict[str, list[tuple[Line, str]]] = {name: [] for name in SECTIONS}
        self._told: set[str] = set()
        self._contents: list[frozenset[str]] = []
        self._spent = 0
        total = max(len(story.claims), 1)
        self._events = frozenset(claim.key for claim in story.claims if claim.kind == "event")
        self._weight = {claim.key: _weight(claim, place / total) for place, claim in enumerate(story.claims)}

    def sections(self) -> tuple[Section, ...]:
        """The lines in printing order, by section; sections without lines are left out."""
        return tuple(Section(name, ordered(name, lines)) for name, lines in self._lines.items() if lines)

    def take_first(self, drafts: Sequence[Draft], section: str, most_words: float) -> bool:
        """Takes the best draft of at most so many words; False where none fits.

        The first line of a section may hold a disputed figure, which it says; no other may.
        """
        first = not self._lines[section]
        short = [d for d in drafts if self._cost(_line(d), section) <= most_words]
        fitting = [d for d in short if self._fits(d, section, disputed=first)]
        if not fitting:
            return False
        self._take(max(fitting, key=lambda d: (self._score(d, section), d.text)), section)
        return True

    def take_lines(self, section: str, lines: Iterable[Line], most_words: float) -> float:
        """Takes lines about the sources in order while they fit; gives the words left of ``most_words``."""
        for line in lines:
            cost = self._cost(line, section)
            if cost <= most_words and self._spent + cost <= self._words:
                most_words -= cost
                self._add(section, line, "")
        return most_words

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
        if draft.claim.key in self._told or (not disputed and any(c.rivals for c in draft.tells)):
            return False
        return self._spent + self._cost(_line(draft), section) <= self._words and not self._repeats(draft)

    def _repeats(self, draft: Draft) -> bool:
        """A figure that was told, or the wording of another line."""
        if any(c.key in self._told and c.kind not in ("date", "event") for c in draft.tells):
            return True
        return any(alike(content(draft.text), other) for other in self._contents)

    def _score(self, draft: Draft, section: str) -> float:
        gain = sum(self._weight.get(c.key, 0.0) for c in draft.tells if c.key not in self._told)
        if any(c.key in self._told for c in draft.tells):
            gain *= AGAIN
        return gain * draft.worth / (OVERHEAD + self._cost(_line(draft), section))

    def _cost(self, line: Line, section: str) -> int:
        """The words the line adds to the printed briefing."""
        alone = Section(section, (line,))
        words = len(line.text.split()) + len(marks(alone, line, self._labels).split())
        if not self._lines[section]:
            words += len(section.split())
        words += len(suffix(alone, line).split())
        opened = {heading(other) for other, _ in self._lines[section]}
        return words + (
            len(heading(line).split()) if section in GROUPED and heading(line) not in opened else 0
        )

    def _take(self, draft: Draft, section: str) -> None:
        """Takes the draft; a line that tells nothing the new one does not makes way for it."""
        line = _line(draft)
        for name in ("key facts", "timeline"):
            kept = [item for item in self._lines[name] if not self._telling(item[0]) <= self._telling(line)]
            self._lines[name] = kept
        self._contents.append(content(draft.text))
        self._add(section, line, draft.when)

    def _telling(self, line: Line) -> frozenset[str]:
        return frozenset(key for key in line.claims if key not in self._events)

    def _add(self, section: str, line: Line, when: str) -> None:
        self._lines[section].append((line, when))
        self._told.update(line.claims)
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
    if claim.best.fact.vague:
        return 0.0
    kind = OTHER_EVENT if claim.kind == "event" else KIND_WEIGHT[claim.kind]
    if claim.kind == "date" and "W" in str(claim.value):
        kind *= LOOSE_DATE
    disputed = DISPUTED if claim.rivals else 1.0
    return len(claim.origins) * kind * disputed * (1 - 0.33 * place)
