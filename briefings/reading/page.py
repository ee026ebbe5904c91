"""One text as the rules of ``furniture`` see it: its units, its headline, and what was cut so far."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from briefings.patterns import Pattern
from briefings.reading.lines import Unit, letters
from briefings.reading.marks import Reason, own_reason

SHORTEST_HEADLINE = 4  # words; shorter lines above a story are sections and tags
LONGEST_HEADLINE = 30  # words

_TO_READER = Pattern(
    r"\b(?:[Yy]ou(?:rs?)?|[Ww]e|[Oo]urs?|us|[Mm]y|me|[Dd]ear [Rr]eader|I(?= [a-z]|['’]))\b(?!\.)"
)


class Page:
    """The units of one text and, as the rules go over it, the reason each piece of furniture is cut for."""

    def __init__(self, units: list[Unit], title: str | None, headings: frozenset[str]) -> None:
        self.units = units
        self.reasons: dict[int, Reason] = {}
        self.title: int | None = None
        if len(units) > 1:  # a text of one line is an article's, whatever it looks like
            self.reasons = {i: reason for i, unit in enumerate(units) if (reason := own_reason(unit))}
            self.reasons |= {i: "heading" for i, unit in enumerate(units) if unit.text in headings}
            self.title = self._find_title(title)

    @cached_property
    def airy(self) -> bool:
        """Whether blank lines part the paragraphs, so that lines in one block belong together."""
        prose = [i for i, unit in enumerate(self.units) if unit.prose]
        return 2 * sum(self.alone(i) for i in prose) > len(prose)

    def alone(self, index: int) -> bool:
        """Whether a unit is the only one of its block."""
        return not self.beside(index)

    def beside(self, index: int) -> list[int]:
        """The neighbours of a unit that stand in its block."""
        block = self.units[index].block
        near = (index - 1, index + 1)
        return [i for i in near if 0 <= i < len(self.units) and self.units[i].block == block]

    def open(self, index: int) -> bool:
        """Whether nothing was decided about a unit yet: neither furniture nor the headline."""
        return index not in self.reasons and index != self.title

    def kept_prose(self) -> list[int]:
        """The prose that no rule has cut so far."""
        return [i for i, unit in enumerate(self.units) if unit.prose and self.open(i)]

    def kept(self) -> list[Unit]:
        """The article's own units, without the headline."""
        return [unit for index, unit in enumerate(self.units) if self.open(index)]

    def following(self) -> list[int]:
        """For each unit the next one that is not furniture; its own number where none follows."""
        last = len(self.units) - 1
        found = [last] * len(self.units)
        for index in range(last - 1, -1, -1):
            found[index] = index + 1 if index + 1 not in self.reasons else found[index + 1]
        return found

    def cut(self, indices: Iterable[int], reason: Reason) -> None:
        """Marks those units that are still open."""
        for index in indices:
            if self.open(index):
                self.reasons[index] = reason

    def _find_title(self, known: str | None) -> int | None:
        """The line that says the known headline, else the first above the story that reads as one.

        None where prose comes first.
        """
        wanted = letters(known or "")
        for index, unit in enumerate(self.units if wanted else ()):
            if unit.letters == wanted:
                self.reasons.pop(index, None)
                return index
        short = None
        for index, unit in enumerate(self.units):
            if index in self.reasons or unit.bullet:
                continue
            goes_on = unit.text.endswith((",", ";", ":")) or (unit.stopped and not unit.asks)
            if goes_on or len(unit.words) > LONGEST_HEADLINE:
                break
            if len(unit.words) >= SHORTEST_HEADLINE:
                return index
            short = index if short is None else short
        return short


def addresses_reader(unit: Unit) -> bool:
    """Whether a unit speaks as the page to its reader (``you``, ``we``) outside quotation marks."""
    return bool(_TO_READER.search(unit.unquoted))
