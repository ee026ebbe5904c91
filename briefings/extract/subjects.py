"""What a fact is about: the noun phrase or clause that tells two figures apart, who says so, and as of when.

``what`` is put together from the words around the figure in its clause; the figure itself, its hedge and the
reporting words are left out. It is text for people, and what claims are matched by.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefings.extract.calendar_words import MONTH_NAMES, MONTHS
from briefings.extract.clauses import (
    FINITE,
    NO_NOUN,
    PREPOSITIONS,
    Clause,
    clause_around,
    frame_at,
    noun_phrase,
)
from briefings.extract.clauses import subject as subject_of
from briefings.extract.phrases import (
    BE,
    EDGE,
    base,
    before_verb,
    counted_noun,
    if_trailing,
    inside,
    is_light,
    join,
    next_clause,
    place_of,
    predicate,
    shorten,
    without_links,
    without_listing,
)
from briefings.extract.proper_names import is_person, name_runs
from briefings.extract.reporting import Frame, frames
from briefings.extract.wordlist import word_set
from briefings.facts import NUMERIC_KINDS, Fact, Kind, Sentence
from briefings.patterns import Pattern

_OPEN_QUOTES: Final = ('"', "“")
_SENTENCE_ENDS: Final = Pattern(r"(?<=[.!?\"”])\s+(?=[\"“A-Z])")
_LONGEST: Final = 3000  # characters; a longer "sentence" is a table or a list
_EARLIER: Final = 400  # characters looked back for the speaker a pronoun stands for
_ARTICLES: Final = word_set("a an the its their his her our this these those")
_EMPTY_OPENING: Final = Pattern(
    r"^(?:(?:and |but )?it (?:is|was) (?:also )?\w+ed(?: that)?"
    r"|(?:\w+ )?there(?:['’]s| is| are| was| were| have been| had been)"
    r"|an? (?:total|number) of|including|among them)(?: another| an?)?$",
    re.IGNORECASE,
)
_LINKS: Final = NO_NOUN | EDGE
_SINCE: Final = word_set("since until before after by")
_SIDES: Final = Pattern(
    r"^(?:to the )?(?:(?:north|south|east|west)(?:ern|wards?)?(?:-?(?:east|west))?|from|off|outside|away"
    r"|inside|below|above|short|inland|offshore|upstream|downstream|up|down|along|beyond)\b",
    re.IGNORECASE,
)
_TALL: Final = word_set("high tall long wide deep across thick apart")
_SINGULAR: Final = Pattern(
    r"(?:\d|\w)[\s-](?:kilomet(?:re|er)|met(?:re|er)|mile|foot|inch|hectare|acre|tonne|ton|hour|day|week|month|year|decade"
    r"|minute|storey|dollar|pound|euro|km|kg|m)(?:[\s-](?:an|per) hour|-long|-old)?$"
)
_UNITS_OF_COUNT: Final = Pattern(
    r"/|^(?:kg|g|tonne|ton|pound|mph|kph|knot|degree|watt|megawatt|litre|barrel|gallon|Richter)$"
)
_DEVERBAL: Final = tuple(
    word_set(
        "tion sion ure ing al als death deaths loss losses arrest arrests rescue murder murders release return"
    )
)
_RELATIVE: Final = Pattern(r"(?:who|that|which)\s")
_INFINITE: Final = Pattern(r"(?:\bto \w+|\w+ing)\Z")
_VERB_SPAN: Final = 40  # characters that hold the last verb, "to" included
_NAME_SPAN: Final = 80  # characters that hold a person's name
_BARE: Final = 3  # words that do not tell one person from another ("young man")
_YEAR: Final = Pattern(
    r"\b(?:as of|at the end of|by the end of|in|for)\s(?:early |late |mid-)?((?:19|20)\d\d)\b(?!-)",
    re.IGNORECASE,
)
_AS_OF: Final = Pattern(
    rf"\b(?:as of|at|by|until|on)\s(?:the end of\s)?(?:(\d{{1,2}})\s)?({'|'.join(MONTH_NAMES)})"
    r"(?:\s(\d{1,2}))?,?\s((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def describe(text: str, fact: Fact) -> Fact:
    """The fact with ``what``, ``attribution`` and ``as_of`` filled from its sentence; its span stays as it is.

    A role, alias or event keeps the ``what`` it has. ``text`` is the article the offsets count in.
    """
    sentence = fact.sentence.text
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    if not 0 <= start <= end <= len(sentence):
        return fact
    if fact.kind not in NUMERIC_KINDS and fact.kind != "date":
        speaker = fact.attribution or _speaker(text, fact, frame_at(sentence, start, end))
        return fact if speaker is None else replace(fact, attribution=speaker)
    clause = clause_around(sentence, start, end)
    return Fact(
        kind=fact.kind,
        value=fact.value,
        unit=fact.unit,
        quote=fact.quote,
        start=fact.start,
        end=fact.end,
        sentence=fact.sentence,
        what=shorten(_TELLERS.get(fact.kind, _plain)(fact, clause)) or fact.what,
        qualifier=fact.qualifier,
        value_max=fact.value_max,
        also=fact.also,
        attribution=fact.attribution or _speaker(text, fact, clause.frame),
        as_of=fact.as_of or (_as_of(clause) if fact.kind in NUMERIC_KINDS else None),
        relative=fact.relative,
        change=fact.change,
        vague=fact.vague,
    )


def attribution(sentence: Sentence) -> tuple[str, int, int] | None:
    """Who the sentence says it from, and the span of the reporting words in the article's text; None where nobody.

    Of several frames the first with a named speaker is given.
    """
    for frame in frames(sentence.text[:_LONGEST]):
        if frame.speaker:
            return frame.speaker, sentence.start + frame.start, sentence.start + frame.end
    return None


def _speaker(text: str, fact: Fact, frame: Frame | None) -> str | None:
    """Who says it: the frame's speaker, or where a pronoun or a quotation goes on, the one of the sentence before."""
    if frame is not None and frame.speaker:
        return frame.speaker
    if frame is None and fact.sentence.text[:1] not in _OPEN_QUOTES:
        return None
    before = text[max(0, fact.sentence.start - _EARLIER) : fact.sentence.start].rpartition("\n\n")[2]
    for earlier in reversed(_SENTENCE_ENDS.split(before)):
        named = [frame.speaker for frame in frames(earlier) if frame.speaker]
        if named:
            return named[0]
    return None


def _as_of(clause: Clause) -> str | None:
    """The year, month or day the figure's own clause dates it to, with its year; else None."""
    words = f"{clause.lead} {clause.left} # {clause.right}"
    if "19" not in words and "20" not in words:
        return None
    full = _AS_OF.search(words)
    if full:
        day = full.group(1) or full.group(3)
        month = f"{full.group(4)}-{MONTHS[full.group(2).lower()]:02}"
        return f"{month}-{int(day):02}" if day and 1 <= int(day) <= 31 else month
    year = _YEAR.search(words)
    return year.group(1) if year else None


def _plain(fact: Fact, clause: Clause) -> str:
    """The clause without its figure: what stands before it and what follows."""
    left, right = without_links(_with_antecedent(clause)), clause.right.removeprefix("ago").strip()
    adverbial = not clause.lead and left.partition(" ")[0].lower() in PREPOSITIONS
    if not right and clause.rest.startswith(",") and (not left or adverbial):
        return next_clause(clause.rest)
    return join(left, right) if left else join(right, clause.lead)


def _counted(fact: Fact, clause: Clause) -> str:
    """A count: its noun, then what happened to it or where it stands."""
    if fact.kind == "count" and fact.unit and _UNITS_OF_COUNT.search(fact.unit):
        return _attributive(fact, clause)
    noun, right = counted_noun(fact.quote), _right_side(clause)
    left = without_listing(_with_antecedent(clause))
    if _EMPTY_OPENING.match(left):
        left = ""
    if not noun and right.startswith("of "):
        noun, _, right = right[3:].partition(" and ") if " and " in right[3:] else (right[3:], "", "")
    if not noun and fact.kind == "population" and right:
        noun = "people"
    if not noun:
        return join(subject_of(without_links(left)) or noun_phrase(left), if_trailing(right))
    if is_light(left):
        return join(noun, predicate(right), place_of(clause.lead))
    if not clause.left and left.rpartition(" ")[2].lower() in PREPOSITIONS:
        return join(noun, predicate(right), _last_link(left))
    return _as_object(noun, left, right)


def _last_word(left: str) -> str:
    """The last word before a figure, in lower case; empty where nothing but white space stands there."""
    return next(iter(left.split()[-1:]), "").lower()


def _as_object(noun: str, left: str, right: str) -> str:
    """A counted noun that a verb or a preposition before it governs."""
    last = _last_word(left)
    if last in PREPOSITIONS:
        phrase = noun_phrase(without_links(left.rpartition(" ")[0]))
        if phrase.endswith(_DEVERBAL) and last == "of":
            return join(phrase, "of", noun, if_trailing(right))
        return join(noun, right) if len(right.split()) >= 2 else join(phrase, last, noun, right)
    if not FINITE.search(left) and _INFINITE.search(left, max(0, len(left) - _VERB_SPAN)):
        return join(left, noun, if_trailing(right))
    return join(base(join(noun, if_trailing(right))), "that", inside(left))


def _last_link(left: str) -> str:
    """``in a hostage siege`` for a relative clause that hangs on ``... a hostage siege in which``."""
    words, _, link = left.rpartition(" ")
    tokens = words.split()
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i - 1].lower() in PREPOSITIONS:
            return join(link, " ".join(tokens[i:]))
    return join(link, noun_phrase(words))


def _share(fact: Fact, clause: Clause) -> str:
    """A share: what it is a share of, and what happened to it."""
    right, left = clause.right, _with_antecedent(clause)
    if right.startswith("of "):
        whole = right[3:]
        if is_light(left) or (FINITE.search(whole.partition(" that ")[0]) and not FINITE.search(left)):
            return predicate(whole).removeprefix("that ")
        if not FINITE.search(left) and _INFINITE.search(left, max(0, len(left) - _VERB_SPAN)):
            return join(left, whole)
        return join(base(whole), "that", inside(left))
    if is_light(left):
        told = predicate(right).removeprefix("that ")
        return (
            join(clause.lead[3:], told)
            if clause.lead.startswith("Of ")
            else join(told, place_of(clause.lead))
        )
    if _last_word(left) in _ARTICLES and right.partition(" ")[0].lower() not in NO_NOUN:
        return right
    return _plain(fact, clause)


def _distance(fact: Fact, clause: Clause) -> str:
    """A distance: the place or thing that is measured, then the one it is measured from."""
    right, left = clause.right, _with_antecedent(clause)
    if not right and _SIDES.match(clause.rest.lstrip(", ")):
        right = next_clause(clause.rest)
    if _SIDES.match(right):
        return join(_measured(left) or _measured(clause.lead), before_verb(right).removesuffix(" and"))
    if right.partition(" ")[0].lower() in _TALL:
        return join(noun_phrase(without_links(left)), right)
    return _attributive(fact, clause)


def _measured(left: str) -> str:
    """The thing whose distance follows: the subject before a form of ``to be``, else the last noun phrase."""
    words = without_links(left)
    if any(token in BE for token in words.split()[-3:]):
        return subject_of(words)
    return noun_phrase(words)


def _attributive(fact: Fact, clause: Clause) -> str:
    """A measure before its noun (``a three-year siege``), after ``of`` (``a siege of three years``), or neither."""
    right, left = clause.right, _with_antecedent(clause)
    first = right.partition(" ")[0].lower()
    last = _last_word(left)
    joined = bool("-" in fact.quote or last in _ARTICLES or _SINGULAR.search(fact.quote))
    joined = joined or (fact.kind == "money" and last in PREPOSITIONS)
    if right and joined and first not in _LINKS:
        return before_verb(right)
    if first == "of" and not fact.quote.startswith(("within", "after")):
        return before_verb(right[3:])
    if last == "of":
        return join(noun_phrase(without_links(left)), predicate(right))
    return _plain(fact, clause)


def _age(fact: Fact, clause: Clause) -> str:
    """An age: the person, named before it (``Ada Moore, 31,``) or after it (``31-year-old Ada Moore``)."""
    if clause.right and "-" in fact.quote:
        runs = name_runs(clause.right[:_NAME_SPAN])
        if runs and runs[0][0].start == 0 and is_person([word.text for word in runs[0]]):
            return clause.right[: runs[0][-1].end]
        told = predicate(clause.right).removeprefix("that ")
        if clause.right.partition(" ")[0].lower() in PREPOSITIONS:
            return before_verb(clause.right)
        short = len(told.split()) <= _BARE and clause.rest.startswith(", who ")
        return join(told, next_clause(clause.rest)) if short else told
    for before in (clause.left, clause.lead.partition(", ")[0], clause.lead):
        runs = name_runs(before[-_NAME_SPAN:])
        if runs and runs[-1][-1].end == len(before[-_NAME_SPAN:]):
            return " ".join(word.text for word in runs[-1])
    return noun_phrase(without_links(clause.left) or clause.lead) or clause.right


def _date(fact: Fact, clause: Clause) -> str:
    """A date: the clause it stands in, without it; ``since then`` for ``since 2031``."""
    words = clause.left.split()
    link = words[-1].lower() if words else ""
    right = clause.right.removeprefix("'s ").removeprefix("’s ")
    first = right.partition(" ")[0].lower()
    owned = right != clause.right or link in _ARTICLES or link.endswith(("'s", "’s"))
    if owned and right and first not in _LINKS:
        owner = without_links(noun_phrase(clause.left)) if link.endswith(("'s", "’s")) else ""
        return join(owner, before_verb(right))
    if link in _SINCE:
        left = join(" ".join(words[:-1]), link, "then")
    else:
        left = without_links(clause.left)
    left = join(clause.antecedent, left)
    if right.startswith("and "):
        return left
    if clause.right or not clause.rest:
        return join("" if left else clause.lead, left, clause.right)
    return left or join(clause.lead, next_clause(clause.rest))


def _right_side(clause: Clause) -> str:
    """The words after the figure; a relative clause that follows at once belongs to it."""
    if clause.right:
        return clause.right
    if _RELATIVE.match(clause.rest):
        return next_clause(clause.rest)
    return ""


def _with_antecedent(clause: Clause) -> str:
    """The words before the figure; in a relative clause, after the noun it hangs on."""
    return join(clause.antecedent, clause.left)


_TELLERS: Final[dict[Kind, Callable[[Fact, Clause], str]]] = {
    "distance": _distance,
    "date": _date,
    "population": _counted,
    "count": _counted,
    "share": _share,
    "duration": _attributive,
    "area": _attributive,
    "money": _attributive,
    "age": _age,
}
