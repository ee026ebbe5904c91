"""What a fact is: one mention in one article of a distance, a date, a population, a share, ..."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

Kind = Literal[
    "distance",
    "date",
    "population",
    "share",
    "duration",
    "area",
    "money",
    "count",
    "age",
    "role",
    "alias",
    "event",
]
Qualifier = Literal["about", "more than", "at least", "at most", "less than", "nearly", "up to", "between"]
Change = Literal["up", "down"]
Value = int | float | str

KINDS: tuple[Kind, ...] = get_args(Kind)
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
NUMERIC_KINDS: frozenset[Kind] = frozenset(
    ("distance", "population", "share", "duration", "area", "money", "count", "age")
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article's text; ``text == article_text[start:end]``, offsets in characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A second statement of a fact's value: ``30 kilometres (18 miles)`` has ``Measure(18, "mile")``."""

    value: int | float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One mention of one value, with the exact span it stands in.

    Attributes:
        kind: one of ``KINDS``. ``population`` is any count of people, casualties included.
        value: a number; for ``date`` an ISO date as long as its precision (``2017-11-03``, ``2017-10``,
            ``2014``, ``--11-03`` without a year, the decade ``198X``, the ISO week ``2017-W43``, vague ones as the
            quarter ``2017-Q3`` and the season ``2017-SU``); for
            ``role`` the office; for ``alias`` the form; for ``event`` the clause that tells it.
        unit: ``km``, ``people``, ``percent``, ``fraction``, ``year``, a currency code, or the counted noun
            in the singular; None where there is none (dates, roles, aliases, events).
        quote: the shortest span that carries hedge, value and unit; ``text[start:end] == quote``.
        start: character offset of the quote in the article's text.
        end: offset after its last character.
        sentence: the sentence it stands in, offsets into the same text.
        what: what is measured; for ``role`` the person, for ``alias`` the thing the form stands for.
        qualifier: the hedge, or None.
        value_max: the upper end of a range, else None.
        also: the same quantity in other units.
        attribution: who says so, where the sentence tells.
        as_of: the ISO date the figure stands for, where the text or the published date tells.
        relative: True for a date that was resolved with the published date (``Friday``, ``last month``).
        change: ``up`` or ``down`` where something rose or fell by the value.
        vague: True for ``dozens``, ``a few kilometres``: carried along, never asked.
    """

    kind: Kind
    value: Value
    unit: str | None
    quote: str
    start: int
    end: int
    sentence: Sentence
    what: str = ""
    qualifier: Qualifier | None = None
    value_max: Value | None = None
    also: tuple[Measure, ...] = ()
    attribution: str | None = None
    as_of: str | None = None
    relative: bool = False
    change: Change | None = None
    vague: bool = False

    def as_json(self, fact_id: str, article: str) -> dict[str, Any]:
        """The fact as every command prints it; ``change`` is added by ``extract --all`` alone."""
        return {
            "id": fact_id,
            "kind": self.kind,
            "value": self.value,
            "value_max": self.value_max,
            "unit": self.unit,
            "qualifier": self.qualifier,
            "what": self.what,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "also": [{"value": measure.value, "unit": measure.unit} for measure in self.also],
            "article": article,
            "sentence": {"start": self.sentence.start, "end": self.sentence.end, "text": self.sentence.text},
            "attribution": self.attribution,
            "as_of": self.as_of,
        }
