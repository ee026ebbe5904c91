"""Headline events: the clause that says what happened, from the lead and from dated sentences.

Few and sure: the first full sentence of a text, and sentences in which a named actor did something on a stated
day. The clause is cut at the words that only comment on it (``as``, ``while``, ``marking``), the reporting
words and the date are left out of the value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefings.extract.clauses import frames_of
from briefings.extract.proper_names import CALENDAR, is_starter, name_runs, trim
from briefings.extract.wordlist import word_set
from briefings.facts import Fact, Sentence

_LEADS: Final = 2  # opening sentences that may hold a headline event
_MOST: Final = 8  # events of one article
_MIN_WORDS: Final = 5
_MAX_WORDS: Final = 34
_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE: Final = re.compile(
    rf",?\s?\b(?:(?:late |early )?(?:on |in |last |this )?(?:{_DAY}(?: (?:morning|night|evening|afternoon))?)"
    rf"|(?:on |in |since |last |late |early |mid-?)?(?:{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?)"
    r"|yesterday|today|last (?:week|month|year|night)|(?:earlier )?this (?:morning|afternoon|evening|week|month|year)"
    r"|overnight|in \d{4}|a (?:day|week|month|year) (?:earlier|ago))\b(?!['’-])"
)
_CUT: Final = re.compile(
    r",\s(?:as|while|which|who|whose|where|when|after|before|with|but|although|though|leaving|marking|breaking|\w+ing)\b"
    r"|,\sand\s(?=(?:the|a|an|it|they|he|she|has|have|had|was|were|is|are)\b|\w+ed\b)"
    r"|\s(?:as|while|after|before|because|although|though|but)\s(?!well\b|many\b|much\b|part\b|a result\b|being\b)"
    r"|[;:]\s|\s[-–—]+\s|[\"“”]"
)
_FINITE: Final = re.compile(
    r"\b(?:(?:has|have|had)(?: \w+ly| also| now)? (?:been )?\w+|(?:was|were|is being|are being) (?:\w+ly )?"
    r"\w+(?:ed|en|wn|ot|ht|ld|ade|ound|ut|ent|ost|ung|oken|orn)"
    r"|(?<=\s)\w{3,}ed|took|seized|fell|rose|won|lost|hit|struck|broke|began|became|left|met|shot|sank|drove|fought|fled"
    r"|held|gave|made|sent|set|cut|put|led|found|told|went|came|flew|bought|sold|paid|built|drew|threw|swept|tore|blew"
    r"|burst|spread|caught|taught|brought|ran|swore|grew|retook|overtook|withdrew|overthrew|died|quit|split|shut)\b"
)
_STATIVE: Final = re.compile(
    r"\b(?:would|could|may|might|should|expected|believed|thought|understood|hoped|likely|not|never)\b"
)
_OPENING: Final = re.compile(
    r"^(?:(?:But|And|Meanwhile|Also|However|Earlier|Later|Then),?\s|(?:[^,]{0,40}),\s)"
)
_SPACES: Final = re.compile(r"\s+")
_LINE_END: Final = re.compile(r"[.!?][\"”’')]*\s*$")


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
        if not _LINE_END.search(sentence.text) or len(sentence.text.split()) < _MIN_WORDS:
            continue
        leads += 1
        fact = _event(sentence, lead=leads <= _LEADS)
        if fact is not None and str(fact.value) not in seen:
            seen.add(str(fact.value))
            facts.append(fact)
    return facts


def _event(sentence: Sentence, *, lead: bool) -> Fact | None:
    """The event a sentence tells, or None."""
    for start, end in _spans(sentence.text):
        clause = sentence.text[start:end]
        if not _tells(clause, dated=bool(_DATE.search(sentence.text[:end])), lead=lead):
            continue
        value = _undated(clause)
        return Fact(
            kind="event",
            value=value,
            unit=None,
            quote=clause,
            start=sentence.start + start,
            end=sentence.start + end,
            sentence=sentence,
            what=_subject(value),
        )
    return None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The span of the main clause: past the opening, short of reporting words and comments."""
    start, end = 0, len(text)
    for frame in frames_of(text):
        if frame.before and not text[: frame.start].strip(' "“'):
            start = frame.end
        elif not frame.before:
            end = min(end, frame.start)
            break
    opening = _OPENING.match(text[start:end])
    while opening and (_DATE.search(" " + opening.group()) or opening.group().rstrip(", ") in _JOINERS):
        start += opening.end()
        opening = _OPENING.match(text[start:end])
    cut = _CUT.search(text, start + 12, end) if start + 12 < end else None
    stop = cut.start() if cut else end
    while stop > start and text[stop - 1] in ' .,;:!?\n"”’':
        stop -= 1
    while start < stop and text[start] in ' \n"“‘–—-•':
        start += 1
    if stop > start:
        yield start, stop


_JOINERS: Final = word_set("But And Meanwhile Also However Earlier Later Then")


def _tells(clause: str, *, dated: bool, lead: bool) -> bool:
    """Whether the clause tells a completed action of a named or described actor."""
    words = clause.split()
    if not _MIN_WORDS <= len(words) <= _MAX_WORDS or clause.count('"') % 2 or not (lead or dated):
        return False
    first = words[0].lower().strip(",'’")
    verb = _FINITE.search(clause)
    if first in _PRONOUNS or verb is None or verb.start() == 0 or _STATIVE.search(clause, 0, verb.end()):
        return False
    actor = clause[: verb.start()]
    names = [run for run in map(trim, name_runs(actor)) if run]
    return bool(names) or ((lead and not is_starter(words[0])) or first in ("the", "a", "an", "at", "police"))


_PRONOUNS: Final = word_set(
    "he she it they we i you this that these those there his her its their who which what if"
)


def _undated(clause: str) -> str:
    """The clause without its dates, spaces made one."""
    return _SPACES.sub(" ", _DATE.sub("", clause)).strip(" ,")


def _subject(clause: str) -> str:
    """The subject of the clause; ``headline event`` where its verb does not show."""
    verb = _FINITE.search(clause)
    subject = clause[: verb.start()].strip(" ,") if verb else ""
    return subject if subject and subject not in CALENDAR else "headline event"
