"""The one way into this room: a story becomes a briefing of so many words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefings.compose.briefing import SECTIONS, Briefing, Line, Section
from briefings.compose.differences import differing, one_story
from briefings.compose.drafts import Draft, Drafts
from briefings.compose.labels import source_labels, standing_words
from briefings.compose.layout import count_words, ordered
from briefings.reconcile.fold import fold
from briefings.reconcile.standing import KIND_WEIGHT
from briefings.reconcile.words import token
from briefings.stories import Claim, Story

BOTTOM_LINES = 2  # at most; fewer where the budget is small
BOTTOM_SHARE, SOURCES_SHARE = 0.25, 0.25  # of the words: for the bottom line, for lines about the sources
ALIKE = 0.75  # part of the shorter line's content words that makes two lines one


def compose(story: Story, words: int = 450) -> Briefing:
    """A briefing of at most ``words`` printed words, marks included, the list of sources not.

    Claims are told most important first, each once, as many as the words allow.
    """
    labels = source_labels(story)
    chosen = _Choice(story, labels, max(words, 0))
    drafts = Drafts(story)
    by_claim = {claim.key: drafts.of(claim) for claim in story.claims[: chosen.most_claims]}
    chosen.take_bottom_line(by_claim)
    chosen.take_about_sources()
    chosen.take_rest(draft for found in by_claim.values() for draft in found)
    sections = chosen.sections()
    return Briefing(story.slug, story.title, story.as_of, count_words(sections, labels), sections, labels)


class _Choice:
    """The lines taken so far and what they cost."""

    def __init__(self, story: Story, labels: Mapping[str, str], words: int) -> None:
        self._story, self._labels, self._words = story, labels, words
        self._lines: dict[str, list[tuple[Line, str]]] = {name: [] for name in SECTIONS}
        self._told: set[str] = set()
        self._contents: list[frozenset[str]] = []
        total = len(story.claims)
        self._weight = {claim.key: _weight(claim, place, total) for place, claim in enumerate(story.claims)}
        self.most_claims = max(60, words)

    def sections(self) -> tuple[Section, ...]:
        """The lines in order, by section; sections without lines are left out."""
        return tuple(Section(name, ordered(name, lines)) for name, lines in self._lines.items() if lines)

    def take_bottom_line(self, by_claim: Mapping[str, Sequence[Draft]]) -> None:
        """The first events of the story, else its first claims."""
        events = [c for c in self._story.claims if c.kind == "event" and not c.rivals and by_claim.get(c.key)]
        leads = events or [c for c in self._story.claims if not c.rivals and by_claim.get(c.key)][:1]
        most = BOTTOM_LINES if self._words > 200 else 1
        for claim in leads[: 2 * most]:
            if len(self._lines["bottom line"]) >= most:
                return
            drafts = [
                d for d in by_claim[claim.key] if self._cost(d, "bottom line") <= self._words * BOTTOM_SHARE
            ]
            if drafts:
                self._take(
                    max(drafts, key=lambda d: (self._gain(d) / (6 + len(d.text.split())), d.text)),
                    "bottom line",
                )

    def take_about_sources(self) -> None:
        """Contradictions first, then texts that several outlets carry."""
        room = self._words * SOURCES_SHARE
        for name, lines in (
            ("where sources differ", differing(self._story, self._labels)),
            ("one story, several outlets", one_story(self._story, self._labels)),
        ):
            for line in lines:
                cost = len(line.text.split()) + 3
                if cost <= room:
                    room -= cost
                    self._add(name, line, "")
                    self._told.update(line.claims)

    def take_rest(self, drafts: Iterable[Draft]) -> None:
        """What tells most for its words, again and again, until no line fits."""
        waiting = list(drafts)
        while True:
            scored = [
                (self._gain(draft) / self._cost(draft, draft.section), -place)
                for place, draft in enumerate(waiting)
                if self._fits(draft)
            ]
            if not scored or max(scored)[0] <= 0:
                return
            draft = waiting.pop(-max(scored)[1])
            self._take(draft, "key facts" if draft.section == "bottom line" else draft.section)
            waiting = [d for d in waiting if d.claim.key not in self._told]

    def _fits(self, draft: Draft) -> bool:
        return (
            draft.claim.key not in self._told
            and not draft.claim.rivals
            and self._spent() + self._cost(draft, draft.section) <= self._words
            and not self._repeats(draft)
        )

    def _repeats(self, draft: Draft) -> bool:
        """A figure told already, or the wording of another line."""
        if any(c.key in self._told and c.kind not in ("date", "event") for c in draft.tells):
            return True
        content = _content(draft.text)
        return any(
            len(content & other) >= ALIKE * max(1, min(len(content), len(other))) for other in self._contents
        )

    def _gain(self, draft: Draft) -> float:
        return sum(self._weight.get(c.key, 0.0) for c in draft.tells if c.key not in self._told)

    def _cost(self, draft: Draft, section: str) -> int:
        labels = {self._labels[mark.article_key] for mark in draft.marks}
        opened = 0 if self._lines[section] else len(section.split())
        return len(draft.text.split()) + sum(len(label.split()) for label in labels) + 1 + opened

    def _spent(self) -> int:
        return count_words(self.sections(), self._labels)

    def _take(self, draft: Draft, section: str) -> None:
        told = [draft.claim, *(c for c in draft.tells if c.kind != "event")]
        claim = min(told, key=lambda c: len(c.origins))
        line = Line(
            draft.text,
            tuple(c.key for c in draft.tells),
            standing_words(claim),
            len(claim.origins),
            draft.marks,
        )
        self._add(section, line, draft.when)
        self._told.update(c.key for c in draft.tells)
        self._contents.append(_content(draft.text))

    def _add(self, section: str, line: Line, when: str) -> None:
        self._lines[section].append((line, when))


def _weight(claim: Claim, place: int, total: int) -> float:
    """By independent origins and kind, falling by a third along the story's order of importance."""
    if claim.best.fact.vague:
        return 0.0
    kind = 0.5 if claim.kind == "event" else KIND_WEIGHT[claim.kind]
    return len(claim.origins) * kind * (1 - 0.33 * place / max(total, 1))


def _content(text: str) -> frozenset[str]:
    """Content words and figures of a line, names folded."""
    words = (word.strip(".,;:“”\"'()") for word in text.split())
    return frozenset(
        fold(word) if word[:1].isupper() else word if word[:1].isdigit() else token(word) for word in words
    ) - {""}
