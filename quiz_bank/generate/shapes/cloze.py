"""The gap text, the last resort: the source's clause with the number left out.

Needs a clause with a named subject. Made: "Fill the gap: “The navy broke a ____-year siege of Port Salm.”".
"""

from __future__ import annotations

import re

from briefings.facts import Fact
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import starts_with_verb
from quiz_bank.generate.keys import number_key
from quiz_bank.generate.shapes.in_place import (
    IN_A_NAME,
    SPAN_BEFORE,
    TO_COME,
    TRIVIAL_SPAN,
    following,
    named_number,
)
from quiz_bank.generate.shapes.role import LEADING
from quiz_bank.generate.statements import checked, first_accepted, lead
from quiz_bank.generate.told import sentence_number, titles
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.wording import CURRENCY_BEFORE, Blank, blanked, in_quotes

_COUNTED = 2
_OF_A_QUARTER = re.compile(
    r" (?:to [A-Z]|ending\b|ended\b|of the (?:fiscal|financial) year)"
)  # of a company's year
_SOMEBODY = re.compile(r" (?:[a-z\-]+ )?(?:man|woman|boy|girl|boys|girls|men|women)\b")
_NOT_ALONE = re.compile(r" (?:[a-z\-]+ ){1,3}(?:were|are|have)\b")  # one of several, the others cut off
_POSSESSED = re.compile(r"\b(?:his|her|their|my|our) $")  # his two daughters: of no weight for the event
_NEAR = 20
_FEWEST_WORDS = 8  # of a clause that tells enough of somebody whose age is asked
_OFFICE = 3  # words after an age in which an office would stand


def make(frame: Frame) -> Draft | Refusal:
    """The gap text, its speaker and day before it."""
    statement = frame.told
    if isinstance(statement, Refusal):
        return statement
    fact = frame.fact
    if statement.clause.reported_when or fact.value_max is not None:
        return Refusal("no clause")
    if fact.kind == "age" and "year" not in fact.quote:
        return Refusal("shape", fact.quote)
    if _too_plain(frame, statement.clause):
        return Refusal("too plain", fact.quote)
    blank = blanked(fact)
    if blank is None or "____" in statement.clause.text:
        return Refusal("shape", fact.quote)
    if fact.kind in ("count", "population") and not re.search(r"[A-Za-z]", blank.right):
        return Refusal("shape", "a number without its noun")
    if fact.kind == "distance" and "-" in fact.quote:
        return Refusal("too plain", fact.quote)
    points_back = _points_back(fact, statement.clause, blank)
    if points_back:
        return points_back
    words = blank
    return first_accepted(frame, statement, lambda variant: _gapped(frame, variant, words))


def _points_back(fact: Fact, clause: Clause, blank: Blank) -> Refusal | None:
    """Why the counted are not told of in the clause: ``10 more teachers``, ``the 10 men``, ``the 15-year-old is``."""
    if re.search(r"____\W* (?:more|further|other) ", f"____{blank.right}{clause.after}") and (
        " than " not in clause.after
    ):
        return Refusal("one of several", "more than before")
    if _POSSESSED.search(clause.before) and fact.kind in ("age", "count", "population"):
        return Refusal("too plain", clause.before[-_NEAR:] + fact.quote)
    if fact.kind == "age" and starts_with_verb(clause.after):
        return Refusal("definite noun", fact.quote)
    if fact.kind in ("count", "population") and re.search(r"\b[Tt]he $", clause.before):
        return Refusal("one of several", fact.quote)
    return None


def _too_plain(frame: Frame, clause: Clause) -> bool:
    """Whether nobody would carry the figure a week: counts of one, ``three-judge``, spans of habit, mere ages."""
    fact = frame.fact
    if fact.kind in ("count", "population"):
        few = isinstance(fact.value, (int, float)) and fact.value < _COUNTED
        return few or (fact.kind == "population" and "-" in fact.quote)
    if fact.kind == "duration":
        habit = re.match(r"24.hours?", fact.quote) or TRIVIAL_SPAN.search(clause.before)
        opens = not clause.before and re.match(r" [A-Z]", clause.after)
        cut = (not clause.before or not clause.after) and SPAN_BEFORE.match(following(frame))
        return bool(habit or opens or cut or TO_COME.match(clause.after) or _OF_A_QUARTER.match(clause.after))
    return fact.kind == "age" and _is_ornament(frame, clause)


def _is_ornament(frame: Frame, clause: Clause) -> bool:
    """Whether an age tells little: an office-holder's, an unnamed man's late in the text, in a clause of few words."""
    late = sentence_number(frame.article.text, frame.fact.sentence.start) > titles(frame.article.text) + 1
    office = LEADING.search(" ".join(clause.after.split()[:_OFFICE]))
    return (
        bool(office or _NOT_ALONE.match(clause.after))
        or len(clause.text.split()) < _FEWEST_WORDS
        or bool(late and _SOMEBODY.match(clause.after))
    )


def _gapped(frame: Frame, statement: Statement, blank: Blank) -> Draft | Refusal:
    before = statement.clause.before
    if named_number(frame.fact, before):
        return Refusal("shape", "part of a name")
    named = frame.fact.kind in ("count", "population") and IN_A_NAME.search(before)
    if named or CURRENCY_BEFORE.search(before):
        return Refusal("shape", "part of a name or a sum")
    body = f"{statement.clause.before}{blank.text}{statement.clause.after}".strip()
    credit = lead(frame, statement).rstrip(", ")
    told = f", {credit[0].lower()}{credit[1:]}" if credit else ""
    ask = f"Fill the gap{told}: {in_quotes(body)}"
    draft = Draft(ask, number_key(frame, blank.unit), body, speaker=statement.speaker)
    return checked(frame, statement, draft)
