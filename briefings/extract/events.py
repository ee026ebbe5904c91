"""Headline events: the clause that says what happened, from the lead and from dated sentences.

Few and sure: the opening sentences of a text, and sentences in which a named actor did something on a stated
day. The clause is cut at the words that only comment on it (``as``, ``while``, ``marking``); reporting words
and adverbials before it are left out, and its date is left out of the value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefings.extract.clauses import PARTICIPLE, PREPOSITIONS, comment_start
from briefings.extract.datelines import DATELINE
from briefings.extract.proper_names import has_name
from briefings.extract.reporting import frames
from briefings.extract.signs import DATE, signs
from briefings.extract.wordlist import word_set
from briefings.facts import Fact, Sentence
from briefings.patterns import Pattern

_LEADS: Final = 2  # opening sentences that may hold a headline event
_MOST: Final = 6  # events of one article
_MIN_WORDS: Final = 5
_MAX_WORDS: Final = 34
_LONGEST: Final = 900  # characters; a longer "sentence" is a table or a list
_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART: Final = "(?: (?:morning|night|evening|afternoon))?"
_DATE: Final = Pattern(
    rf"[,\s](?:(?<=,)\s|(?<!,))(?:(?:late |early )?(?:on |in |last |this )?{_DAY}{_PART}"
    rf"|(?:on |in |since |last |late |early |late in |early in |mid-?)?"
    rf"(?:{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?(?!\s?\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?)"
    rf"|(?:late |early )?(?:yesterday|today|tonight){_PART}"
    r"|(?:late |early |earlier |later )?(?:last|this) (?:morning|afternoon|evening|week|weekend|month|year|night)"
    r"|overnight|in \d{4}(?: and \d{4})?|a (?:day|week|month|year) (?:earlier|ago))\b(?!['’-])"
)
"""A date with what leads to it; it begins with a space or a comma, so that the search for it is quick."""
_VERB: Final = Pattern(
    r"\b(?:(?P<now>is|are|will|would|can|could|may|might|must|should|says?|remains?|seems?|means|comes?|shows?|follows?|faces?"
    r"|continues?|hopes?|wants?|plans?|expects?|needs?|lives?|lies)"
    r"|(?P<be>was|were)|(?P<have>has|have|had)"
    r"|(?P<past>(?<=\s)(?!hundred|indeed|speed|breed|allegedly)[a-z]\w{2,}ed|took|seized|fell|rose|won|lost|hit|struck|broke|began|became|left|met|shot|sank|drove"
    r"|fought|fled|held|gave|made|sent|set|cut|put|led|found|went|came|flew|bought|sold|paid|built|drew|threw|swept"
    r"|tore|blew|burst|spread|caught|brought|ran|swore|grew|retook|overtook|withdrew|overthrew|bade|died|quit|split|shut))\b"
    r"(?![-'’])"
)
_PARTICIPLE: Final = Pattern(
    r"\s(?:(?:also|now|since|either|first|already|\w+ly)\s)*(?:been\s)?(?:\w+ly\s)?"
    rf"(?P<form>{PARTICIPLE})\b"
)
_STATES: Final = word_set("""
lived wanted needed believed hoped feared remained appeared seemed owned stayed expressed worried consisted belonged
looked expected liked loved planned thought considered seemed involved based
""")
_NOT_BEFORE_VERB: Final = PREPOSITIONS | word_set(
    "a an the its their his her this that these those our who which whose whom"
)
_ADVERBS: Final = Pattern(
    r"(?:,?\s(?:also|first|further|meanwhile|since|then|later|earlier|already|again|(?!family|supply|rally|ally)[a-z]+ly))+,?$"
)
_BLANK_VERBS: Final = word_set("told said says been not")
_REDUCED: Final = Pattern(
    r"\s(?:by|in|at|from|with|to|of|on|as|for)\b[^,;]*?\b(?:has|have|had|was|were|is|are|will)\b"
)
_DOUBT: Final = Pattern(
    r"\b(?:would|could|may|might|should|expected|believed|thought|understood|hoped|likely|not|never)\b"
)
_OPENING: Final = Pattern(
    r"(?:(?:But|And|So|Yet|Meanwhile|Also|However|Earlier|Later|Then|Elsewhere|Separately)(?:,\s+|\s(?=[a-zA-Z]))"
    r"|(?:Before|After|While|As|When|Although|Despite|Following|Since|With|During|In|On|At|Under|From|For|By|Amid|Late"
    r"|Early|Last|Just|Shortly|Of|Across|Near|Outside)\b(?! least| most)[^,]{1,90},\s+)"
)
_PRONOUNS: Final = word_set(
    "he she it they we i you this that these those there his her its their who which what if some many most only"
)
_SPACES: Final = Pattern(r"\s+")
_LINE_END: Final = Pattern(r"[.!?][\"”’')]*\s*$")
_APOSTROPHE: Final = Pattern(r"['’]")
_QUOTES: Final = "\"'“‘"
_EDGE: Final = " .,;:!?\n\u00a0"


def find_events(text: str, sentences: Sequence[Sentence]) -> list[Fact]:
    """The headline events of the text, in order: ``value`` is the clause without its date, ``what`` its subject.

    ``quote`` is the whole clause as printed, date included. Lines that are no sentences (titles, captions) and
    clauses that begin with a pronoun hold none.
    """
    facts: list[Fact] = []
    leads = 0
    seen: set[str] = set()
    for sentence in sentences:
        if len(facts) >= _MOST:
            break
        may_be_dated = signs(sentence.text) & DATE
        if (
            (leads >= _LEADS and not may_be_dated)
            or len(sentence.text) > _LONGEST
            or not _LINE_END.search(sentence.text[-8:])
            or sentence.text[:1] in _QUOTES
        ):
            continue
        leads += 1
        fact = _event(sentence, leads)
        if fact is not None and str(fact.value) not in seen:
            seen.add(str(fact.value))
            facts.append(fact)
    return facts


def _event(sentence: Sentence, place: int) -> Fact | None:
    """The event the sentence tells, or None; ``place`` counts the article's sentences from 1."""
    dated = bool(signs(sentence.text) & DATE and _DATE.search(f" {sentence.text}"))
    if not dated and place > _LEADS:
        return None
    start, end = _main_clause(sentence.text)
    clause = sentence.text[start:end]
    verb = _main_verb(clause) if _is_whole(clause) else None
    if verb is None or (place == _LEADS and not dated and verb.lastgroup != "have"):
        return None
    if not _tells(clause, verb, lead=place == 1):
        return None
    value = _undated(clause)
    return Fact(
        kind="event",
        value=value[:1].upper() + value[1:],
        unit=None,
        quote=clause,
        start=sentence.start + start,
        end=sentence.start + end,
        sentence=sentence,
        what=_ADVERBS.sub("", _undated(clause[: verb.start()])),
    )


def _undated(words: str) -> str:
    """The words without dates and the marks around them."""
    return _SPACES.sub(" ", _DATE.sub("", f" {words}")).strip(_EDGE)


def _main_clause(text: str) -> tuple[int, int]:
    """The span of the main clause: past the opening, short of reporting words and comments."""
    filed = DATELINE.match(text)
    start, end = _past_opening(text, filed.end() if filed else 0), len(text)
    for frame in frames(text):
        if frame.before and frame.start <= start + 1:
            start = _past_opening(text, frame.end)
        elif not frame.before and frame.start > start:
            end = frame.start
            break
    end = comment_start(text, start + 10, end) if start + 10 < end else end
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    while start < end and text[start] in _EDGE + "–—-•":
        start += 1
    return start, end


def _past_opening(text: str, start: int) -> int:
    """Where the main clause begins after joining words and adverbials."""
    while opening := _OPENING.match(text, start):
        start = opening.end()
    return start


def _main_verb(clause: str) -> re.Match[str] | None:
    """The main verb where it tells a completed action, else None."""
    for verb in _VERB.finditer(clause):
        kind = verb.lastgroup
        if verb.start() == 0 or kind == "now":
            return None
        before = clause[max(0, verb.start() - 12) : verb.start()].split()
        if (before and before[-1].lower() in _NOT_BEFORE_VERB) or (
            kind == "past" and _REDUCED.match(clause, verb.end())
        ):
            continue
        if kind == "past":
            return verb if verb.group() not in _STATES else None
        form = _PARTICIPLE.match(clause, verb.end())
        return verb if form and form["form"] not in _BLANK_VERBS else None
    return None


def _is_whole(clause: str) -> bool:
    """Whether the clause is neither short nor long, closes its quotations, and opens with no pronoun."""
    words = clause.split()
    if not _MIN_WORDS <= len(words) <= _MAX_WORDS:
        return False
    if clause.count('"') % 2 or clause.count("“") != clause.count("”"):
        return False
    return _APOSTROPHE.split(words[0].lower())[0].strip(",") not in _PRONOUNS


def _tells(clause: str, verb: re.Match[str], *, lead: bool) -> bool:
    """Whether the clause has a named actor or stands in the lead, and holds nothing back."""
    if _DOUBT.search(clause, 0, verb.end() + 12):
        return False
    return lead or has_name(clause)
