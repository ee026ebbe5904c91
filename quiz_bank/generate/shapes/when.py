"""When, by quotation: the clause without its date, and the question on what date, in what month or year.

Needs a clause whose own verb tells an event, and a date with its year. Refused: the day of a statement, a
clause with a second date, a date that belongs to a noun or to a subordinate verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefings.extract.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from quiz_bank.generate.clauses import to_its_end
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import has_verb, starts_with_verb, tokens, verb_index
from quiz_bank.generate.keys import date_key
from quiz_bank.generate.statements import LISTED, checked, first_accepted, lead, opened
from quiz_bank.generate.timing import SHARES
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.wording import in_quotes
from quiz_bank.generate.words import (
    AUXILIARIES,
    IRREGULAR_PAST,
    PERFORMATIVE,
    PLURAL_PRESENT,
    PRESENT_VERBS,
    REPORTING,
    STATEMENTS,
)

_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_BEFORE_DATE = re.compile(
    r"(?:^|[\s,])(?:(?:late|early|earlier|back|again|only|also) )?(?P<word>on|in|during|since|early|late)?\s*$",
    re.IGNORECASE,
)
_OTHER_LINK = re.compile(
    r"\b(?:ending|ended|ending on|ended on|"
    r"by|until|till|before|after|from|between|of|for|to|than|as|and|the|a|an|its|their|his|her|through|"
    r"with|at|mid|around|about|\w+['’]s?)[\s\-]*$",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:after|before|when|who|which|that|following|since|until|while|whose|where|to be|due|because|if)\b"
)
_PLAN_TO = re.compile(
    r"\b(?:showing|suggesting|indicating|revealing)\b|"
    r"\b(?:decision|plan|bid|move|right|effort|attempt|offer|order|call|law|rule|deal|proposal|campaign|need)s? to\b"
)
_DEED_WITHIN = re.compile(
    r"\bas having [a-z]+ed\b|"
    r"\bto (?!the\b|a\b|an\b|its\b|his\b|her\b|their\b)[a-z]+ [^,]*$|\b(?:with|of|for|without) [a-z]+ing\b[^,]*$"
)
_HE_DID = re.compile(
    r"\b(?:a|an|the) [a-z\-]+ (?:he|she|it|they) [a-z]+(?: up| out)?$"
)  # the label he founded
_FROM_FIGURE = re.compile(
    r"\b(?:from|than|of) [^,]{0,30}\d[\d.,]*(?:%| ?[a-z]+)?$|\b(?:up|down) (?:by )?[\d.]+ ?(?:%|per ?cent)$"
)
_BY_DOING = re.compile(r"\bby [a-z]+ing [^,]*$")
_AFTER_ANOTHER = frozenset(("followed", "follows", "prompted"))
_SECOND_DATE = re.compile(
    rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\b|\b(?:in|on|since|last|by) (?:{'|'.join(MONTH_NAMES)})\b|\b(?:1[5-9]|20)\d\d\b"
    r"|\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d"
    r"|\b(?:last|this|the previous) (?:spring|summer|autumn|fall|winter|week|month|year)\b"
)
_PARTICIPLE = re.compile(r", (?:[a-z]+ly )?[a-z]{3,}ing [^,]*$")
_MOST_SINCE = re.compile(r", (?:the|its|their) [^,]*since $")
_WHEN_AFTER = re.compile(r",? when [^,]*$")
_PART_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night)\b")
_WHOLE_IN_FEW_WORDS = frozenset(
    str.split(
        "died fell resigned began started ended collapsed surrendered opened closed won retired drowned sank"
    )
)
_A_DEED = re.compile(r"\s*[a-z]+ed (?!(?:by|with|in|at|to|from|on|for|and)\b)")
_FEWEST_WORDS = 5
_DEED_OF_SPEECH = re.compile(r"\b(?:announced|declared)(?: late| early)?(?: on)? $")
_SAID = frozenset(["said", "says", "claimed", "told", "reported", "warned", "stated"])
_PRESENT = frozenset(
    ["is", "are", "will", "would", "may", "could", "should", "can", "does", "do", "must", "might", "has"]
)


def _unusable(frame: Frame) -> Refusal | None:
    """Why the date itself is not asked for: none with a year, two ends, counted from another, a day to come."""
    value, quote, published = frame.fact.value, frame.fact.quote, frame.article.published
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return Refusal("no year", str(value))
    if frame.fact.value_max is not None:
        return Refusal("date range")
    if published and value > published.isoformat()[: len(value)]:
        return Refusal("not an event", "a day to come")
    return Refusal("not an event", quote) if re.search(r"\b(?:later|earlier|after|before)\b", quote) else None


def make(frame: Frame) -> Draft | Refusal:
    """The clause in quotation marks, and what is asked about it."""
    refusal, value = _unusable(frame), str(frame.fact.value)
    if refusal:
        return refusal
    statement = frame.told
    if isinstance(statement, Refusal):
        return statement
    if statement.uncut:
        return Refusal("no clause", statement.clause.text[:60])
    if statement.clause.reported_when:
        announced = _announced(statement)
        if announced is None:
            return Refusal("reporting date", frame.fact.quote)
        statement = announced
    link = _BEFORE_DATE.search(statement.clause.before)
    word = (link["word"] or "").lower() if link else ""
    bare = not word and not frame.fact.relative and len(value) < len("2031-05-03")
    if link is None or bare or _OTHER_LINK.search(statement.clause.before):
        return Refusal("not an event", statement.clause.before[-20:] + frame.fact.quote)
    if word == "since":
        return _since(frame, statement, value)
    if frame.fact.relative and len(value) == 4 and frame.article.published:
        return Refusal("giveaway", value)
    return first_accepted(frame, statement, lambda variant: _happened(frame, variant, value))


def _announced(statement: Statement) -> Statement | None:
    """The statement where the reporting verb is itself the deed (``announced on Friday``), else None."""
    clause = statement.clause
    if not _DEED_OF_SPEECH.search(clause.before):
        return None
    whole = to_its_end(clause)
    return replace(statement, clause=whole, speaker="") if whole else None


_OF_A_MARKET = re.compile(r"\b(?:[Ii]ndex|shares?|stocks?)\b.*\b(?:closed|ended|finished|opened)\b")
_MOST_OF_TIME = re.compile(r"\b(?:highest|lowest|best|worst|biggest|largest|smallest|strongest|weakest)\b")


def _since(frame: Frame, statement: Statement, value: str) -> Draft | Refusal:
    if not has_verb(statement.clause.before) or statement.clause.before[:1].isdigit():
        return Refusal("shape", "since within the subject")
    after = statement.clause.after
    goes_on = has_verb(after.partition(", ")[2]) or has_verb(after.partition(" and ")[2])
    if _MOST_SINCE.search(statement.clause.before) or goes_on:
        return Refusal("shape", "since within an aside, or with a clause after it")
    if _OF_A_MARKET.search(statement.clause.before):
        return Refusal("too plain", "a move of a market")
    if _MOST_OF_TIME.search(statement.clause.before) and not frame.setting.dated:
        return Refusal("no occasion", "the highest as of no day")
    unit = {4: "year", 7: "month", 10: "date"}[len(value)]
    clause = statement.clause
    clause = clause.with_text(clause.before, _WHEN_AFTER.sub("", clause.after))
    body = f"{clause.before}what {unit}{clause.after}"
    if clause.before.lower().strip() == "since":
        body = (
            f"since what {unit}{clause.after.lstrip(',') if clause.after.startswith(',') else clause.after}"
        )
    ask = opened(lead(frame, statement), body, frame.setting) + "?"
    return checked(frame, statement, Draft(ask, date_key(frame, value), body, speaker=statement.speaker))


def _happened(frame: Frame, statement: Statement, value: str) -> Draft | Refusal:
    clause = statement.clause
    link = _BEFORE_DATE.search(clause.before)
    cut = link.start() if link else len(clause.before)
    before, after = clause.before[:cut].rstrip(" ,"), clause.after
    if re.match(r"['’]s?\b", after):
        return Refusal("not an event", "the day of a noun")
    part_of_day = _PART_OF_DAY.match(after)
    if part_of_day and (link is None or not link["word"]):
        return Refusal("not an event", frame.fact.quote + part_of_day.group())
    after = after[part_of_day.end() :] if part_of_day else after
    if not before:
        after = after.lstrip(" ,")
    elif re.match(r"\s*[a-z]", after) is None and after[:1] not in ("", ",", " "):
        return Refusal("not an event", frame.fact.quote)
    elsewhere = _of_a_part(before, after)
    if elsewhere:
        return Refusal("not an event", f"the date of {elsewhere}")
    if before:
        after = _to_its_verb(before, after)
    joint = "" if not before or after[:1] in (",", "") else " "
    body = f"{before}{joint}{after.strip() if joint else after}".strip(" ,")
    if re.match(r"(?:Born|[A-Z][a-z]+(?:ed|ing)) [^,]*,", clause.text) and "," not in before:
        return Refusal("not an event", "the date of a lead-in")
    refusal = _no_event(body, before, len(value) == _DAY_LONG)
    if refusal:
        return refusal
    bare = replace(statement, clause=Clause(body, "", ""), present=False)
    question = opened(lead(frame, bare), f"{_asked(frame, value)} did this happen?", frame.setting)
    draft = Draft(f"{question} {in_quotes(body)}", date_key(frame, value), body, speaker=statement.speaker)
    return checked(frame, bare, draft)


def _of_a_part(before: str, after: str) -> str:
    """Which part of the clause the date between these words belongs to; empty where it is the clause's own."""
    if re.search(r", [a-z]+(?:ed|en|ilt|orn)$", before) and after.startswith(","):
        return "an aside"
    if before and after.startswith(" to "):
        return "a relative clause"
    second = has_verb(before) and (starts_with_verb(after.strip()) or _A_DEED.match(after))
    return "a participle" if before and second else ""


def _to_its_verb(before: str, after: str) -> str:
    """What follows the date, up to the next ``and`` or comma where the clause is whole without the rest."""
    for end in re.finditer(r",(?= )| and | but ", after):
        if end.group() == "," and LISTED.match(after, end.start()):
            return after
        verbal = end.group() == "," or has_verb(after[end.end() :])
        if verbal and complete(before + after[: end.start()]):
            return after[: end.start()]
    return after


def _asked(frame: Frame, value: str) -> str:
    if len(value) == 10:
        return "on what date"
    if len(value) == 4:
        return "in what year"
    published = frame.article.published
    if published and value.startswith(str(published.year)):
        return f"in what month of {published.year}"
    return "in what month and year"


def _is_told(words: Sequence[str], index: int) -> bool:
    """Whether the verb at the index, or one that says something, makes the clause a statement and no deed."""
    verb, following = words[index].lower(), words[index + 1 : index + 2]
    says = REPORTING - PERFORMATIVE
    if verb in says | STATEMENTS or _SAID & {word.lower() for word in words}:
        return True
    if verb in PERFORMATIVE:
        return following == ("that",)
    return verb in ("has", "have", "had") and bool(following) and following[0].lower() in says | STATEMENTS


_EVENT_AT_END = re.compile(
    r"\b(?:invasion|war|gathering|meeting|parade|elections?|attacks?|bombings?|summit|crisis|conference|accident|crash|"
    r"explosion|earthquake|coup|offensive|revolution|massacre|flood|fire|games|cup|talks|strike|siege)\b[^;]{0,60}$",
    re.IGNORECASE,
)
_DAY_LONG = len("2031-05-03")
_TO_COME = frozenset(("is", "are", "will", "scheduled"))
_SEEMING = frozenset(("seemed", "appeared", "looked", "remained", "wanted", "needed"))
_PARTICIPLES = ("ed", "en", "wn", "orn", "ung", "unk")


def _befell(words: Sequence[str]) -> bool:
    """Whether the words after ``was`` tell what happened to the subject, and not how or where it was."""
    word = next(
        (word for word in words if not word.endswith("ly") and word not in ("first", "also", "later")), ""
    )
    return word.endswith(_PARTICIPLES) or word in IRREGULAR_PAST


def _no_event(body: str, before: str, day: bool) -> Refusal | None:
    if not complete(body):
        return Refusal("shape", body[:60])
    words = tokens(body)
    index = verb_index(words)
    verb = words[index].lower()
    if len(words) < _FEWEST_WORDS and verb not in _WHOLE_IN_FEW_WORDS:
        return Refusal("not an event", body)
    if {"not", "never"} & set(words[index + 1 : index + 3]):
        return Refusal("not an event", "what did not happen")
    if SHARES.search(body):
        return Refusal("too plain", "a move of a market")
    if _TO_COME & set(words):
        return Refusal("not an event", "told of the present")
    if _is_told(words, index):
        return Refusal("reporting date", verb)
    if not _is_deed(words, index):
        return Refusal("not an event", " ".join(words[index : index + 2]))
    if _SECOND_DATE.search(body):
        return Refusal("not an event", "a second date")
    return _of_something_else(before, verb, day) if before else None


def _is_deed(words: Sequence[str], index: int) -> bool:
    """Whether the verb at the index is a past or perfect of something done or suffered."""
    verb = words[index].lower()
    past = verb.endswith("ed") or verb in IRREGULAR_PAST or verb in AUXILIARIES
    if not past or verb in PLURAL_PRESENT | PRESENT_VERBS | _SEEMING:
        return False
    if verb in ("was", "were"):
        return _befell(words[index + 1 :])
    return verb not in _PRESENT or (verb == "has" and len(words) > index + 1)


def _of_something_else(before: str, verb: str, day: bool) -> Refusal | None:
    """Why the date after these words may not be that of the verb: a month or a year may be that of its last noun."""
    if _FROM_FIGURE.search(before) or _BY_DOING.search(before) or verb in _AFTER_ANOTHER:
        return Refusal("not an event", "the date may be that of something else")
    if not day and _EVENT_AT_END.search(before[before.find(verb) :]):
        return Refusal("not an event", "the date may be that of a noun")
    if not day and _DEED_WITHIN.search(before[before.find(verb) :]):
        return Refusal("not an event", "the date may be that of a deed within the deed")
    if _HE_DID.search(before):
        return Refusal("not an event", "the date may be that of a relative clause")
    if _PLAN_TO.search(before):
        return Refusal("not an event", "the date may be that of a plan")
    if _SUBORDINATE.search(before) or _PARTICIPLE.search(before):
        return Refusal("not an event", "a subordinate clause")
    return None
