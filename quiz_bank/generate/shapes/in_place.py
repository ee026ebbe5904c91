"""The figure asked for where it stands: how many, what percentage, how long, how much, how far.

Needs a clause with a named subject. Made: "Lorn has lost more than what percentage of ...?" and, where the
figure opens the clause, "How many residents of Port Salm have ...?". Refused: attributive numbers ("a
ten-day siege"), figures in a clause that goes on after a relative clause, counts of one.
"""

from __future__ import annotations

import re

from briefings.facts import Fact
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import has_subject_and_verb, has_verb, starts_with_verb, tokens
from quiz_bank.generate.keys import number_key
from quiz_bank.generate.statements import checked, first_accepted, lead, opened
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.wording import CURRENCY_BEFORE, asked, number_span
from quiz_bank.generate.words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS

# What stands before a number and cannot stand before "how many": a possessor, an article with its adjective.
_OWNED = re.compile(r"(?:['’]s?|s['’]|\b(?:its|their|his|her|our|my|your|these|those|all)) $")
_ADJECTIVE = re.compile(r"\b(?:a|an|the|its|their) (?!past |last |next |first |best |worst )[a-z\-]+ $")
_MID_TAIL = re.compile(r", (?:[a-z]+ly )?[a-z]{3,}ing [^,]*$")
_FRONTED = re.compile(r"(?:Over|In|For|During|Within|After|By|With|Under|Of|From|Since|Until) [^,]*$")
_OPENING = re.compile(r"(?:Despite|Over|In|For|During|Within|After|By|With|Under|From|Since|Until) ")
_SUBORDINATE = re.compile(r"\b(?:that|which|who|despite|although|because) [^,]*$")
TRIVIAL_SPAN = re.compile(r"\b(?:first|last|past|next|previous|coming|final) $")
_OPENERS = "|".join(sorted(word.capitalize() for word in DETERMINERS | PREPOSITIONS | CONJUNCTIONS))
_ORDERED = re.compile(r"\bthe (?:final|first|last|next|remaining|other|same|only) $")
IN_A_NAME = re.compile(rf"(?:^|[a-z] |, )(?!(?:{_OPENERS}) )(?:[A-Z][a-z]+ )+$")


TO_COME = re.compile(r"['’]?s?['’]? time\b")
_NEAR = 20  # characters shown of a fault
SPAN_BEFORE = re.compile(
    r" (?:after|before|since|later|earlier|ago|ahead)\b"
)  # "two years after ...": no clause


def named_number(fact: Fact, before: str) -> bool:
    """Whether a number bears a capital within its sentence and so does its noun: ``the Three Sisters dam``."""
    return bool(before.strip()) and bool(re.match(r"[A-Z][a-z]+ [A-Z]", fact.quote))


def qualified(before: str, after: str, kind: str) -> bool:
    """Whether the words around a number make ``how many`` wrong in its place."""
    if _MID_TAIL.search(before) and re.search(r",| and (?:the|a|an) ", after):
        return True
    joined = after.partition(" and ")[2]
    if before.endswith(", ") and has_verb(before) and starts_with_verb(joined):
        return True
    first = (tokens(before)[:1] or ("",))[0].lower()
    if first in PREPOSITIONS and "," not in before and not has_verb(before) and "," in after:
        return True
    main_clause_follows = has_verb(after.partition(", ")[2])
    if not has_verb(before) and (_FRONTED.match(before) or (_OPENING.match(before) and main_clause_follows)):
        return True
    if "," in before and main_clause_follows and not has_subject_and_verb(before + "x"):
        return True
    if _SUBORDINATE.search(before) and main_clause_follows:
        return True
    if re.search(r"\b(?:between [^,]* and|another) $", before):
        return True
    if re.search(r"\btop $", before) or (kind == "share" and re.search(r"\b(?:[Aa]n?|[Tt]he) $", before)):
        return True
    if _ORDERED.search(before) or (kind == "duration" and TRIVIAL_SPAN.search(before)):
        return True
    counted = kind in ("count", "population", "money")
    return bool(
        _OWNED.search(before) or (counted and (_ADJECTIVE.search(before) or IN_A_NAME.search(before)))
    )


def _counted(frame: Frame) -> str:
    """What the figure counts: the words after its number, a space before them."""
    span = number_span(frame.fact.quote)
    return f"{frame.fact.quote[span[1] :] if span else ''}{following(frame)}"


def following(frame: Frame) -> str:
    """The rest of the sentence after the figure, a space before it."""
    sentence = frame.fact.sentence
    return sentence.text[frame.fact.end - sentence.start :]


def make(frame: Frame) -> Draft | Refusal:
    """The question with its question words in place of the figure."""
    statement = frame.told
    if isinstance(statement, Refusal):
        return statement
    if statement.uncut:
        return Refusal("no clause", statement.clause.text[:60])
    if statement.clause.reported_when:
        return Refusal("no clause")
    if frame.fact.kind == "duration" and re.match(r" (?:to [A-Z]|ending\b|ended\b)", statement.clause.after):
        return Refusal("too plain", frame.fact.quote)
    return first_accepted(frame, statement, lambda variant: _asked(frame, variant))


def _hangs_on_another(frame: Frame, clause: Clause) -> Refusal | None:
    """Why the figure needs another one to be understood: ``the 15 members``, ``10 more``, ``a mile away``."""
    if frame.fact.kind in ("count", "population") and re.search(r"\bthe $", clause.before):
        return Refusal("one of several", clause.before[-_NEAR:] + frame.fact.quote)
    if frame.fact.kind == "distance" and re.match(r" away(?! from)", clause.after):
        return Refusal("definite noun", "away from what")
    if not clause.after and re.match(
        r"[^,]{0,30}, or (?:at least |about |more than )?[\d]", following(frame)
    ):
        return Refusal("several answers", "one of two figures")
    compared = " than " in clause.after or re.search(r"\d", clause.before)
    if re.match(r" (?:more|further|other) ", _counted(frame)) and not compared:
        return Refusal("one of several", "more than before")
    return None


def _of_a_span(frame: Frame, clause: Clause) -> Refusal | None:
    """Why a span of time is not asked for: cut from what it is counted from, or still to come."""
    if not has_verb(clause.before) and SPAN_BEFORE.match(clause.after):
        return Refusal("no clause", frame.fact.quote)
    if frame.fact.kind != "duration":
        return None
    if not clause.before and re.match(r" [A-Z]", clause.after):
        return Refusal("no clause", frame.fact.quote)
    if not clause.after and SPAN_BEFORE.match(following(frame)):
        return Refusal("attributive number", frame.fact.quote)
    if re.search(r"\b[Ii]n $", clause.before) and TO_COME.match(clause.after):
        return Refusal("forecast", frame.fact.quote)
    return None


def _asked(frame: Frame, statement: Statement) -> Draft | Refusal:
    clause = statement.clause
    if " and a half" in frame.fact.quote:
        return Refusal("attributive number", frame.fact.quote)
    if CURRENCY_BEFORE.search(clause.before) and frame.fact.kind != "money":
        return Refusal("shape", "a sum of money")
    if named_number(frame.fact, clause.before):
        return Refusal("shape", "part of a name")
    blank = asked(frame.fact, clause.after)
    if blank is None or qualified(clause.before, clause.after, frame.fact.kind):
        return Refusal("attributive number", frame.fact.quote)
    unfit = _hangs_on_another(frame, clause) or _of_a_span(frame, clause)
    if unfit:
        return unfit
    before = re.sub(r"\b[Tt]he $", "", clause.before) if blank.words.endswith("how many") else clause.before
    joint = " " if blank.text[-1:].isalnum() and clause.after[:1].isalnum() else ""
    body = f"{before}{blank.text}{joint}{clause.after}".strip()
    ask = opened(lead(frame, statement), body, frame.setting) + "?"
    draft = Draft(ask, number_key(frame, blank.unit), body, speaker=statement.speaker)
    return checked(frame, statement, draft)
