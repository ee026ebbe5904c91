"""What a fact is about: the noun phrase or clause that tells two figures apart, who says so, and as of when.

``what`` is put together from the words around the figure in its clause; the figure itself, its hedge and the
reporting words are left out. It is text for people, and what claims are matched by.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefings.extract.clauses import AUXILIARIES, PREPOSITIONS, Clause, clause_around, frames_of, noun_phrase
from briefings.extract.clauses import subject as subject_of
from briefings.extract.wordlist import word_set
from briefings.facts import NUMERIC_KINDS, Fact, Kind, Sentence

_MAX_WORDS: Final = 18
_SPACES: Final = re.compile(r"\s+")
_NUMERIC: Final = re.compile(
    r"\d[\d.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?"
    r"|dozens?|scores?|half|third|quarter|few|several|single|couple|tens)\b(?:-\w+)?",
    re.IGNORECASE,
)
_EDGE: Final = word_set(
    "and or but of in on at by for from to with the a an about around some that which who than as into per"
)
_LIGHT: Final = word_set("and but that also so yet meanwhile then there with another a an the its their")
_ADVERBS: Final = word_set("now also still already currently recently then since ever just only reportedly")
_SINCE: Final = word_set("since until before after by")
_DATE_LINKS: Final = word_set("in on at of from between during around about late early mid to for")
_BE: Final = word_set("is are was were be been being am")
_SIDES: Final = re.compile(
    r"^(?:to the )?(?:(?:north|south|east|west)(?:ern|wards?)?(?:-?(?:east|west))?|from|off|outside|away"
    r"|inside|below|above|short|inland"
    r"|offshore|upstream|downstream|up|down|along|beyond|into)\b",
    re.IGNORECASE,
)
_TALL: Final = word_set("high tall long wide deep across thick away apart ahead behind")
_AS_OF: Final = re.compile(r"\bas of (?:the end of )?(\d{4})\b")


def describe(text: str, fact: Fact) -> Fact:
    """The fact with ``what``, ``attribution`` and ``as_of`` filled from its sentence; its span stays as it is.

    A role, alias or event keeps the ``what`` it has. ``text`` is the article the offsets count in.
    """
    sentence = fact.sentence.text
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    if not 0 <= start <= end <= len(sentence):
        return fact
    clause = clause_around(sentence, start, end)
    what = fact.what
    if fact.kind in NUMERIC_KINDS or fact.kind == "date":
        what = _shorten(_TELLERS.get(fact.kind, _plain)(fact.quote, clause)) or fact.what
    speaker = clause.frame.speaker if clause.frame else ""
    return replace(
        fact,
        what=what,
        attribution=fact.attribution or speaker or None,
        as_of=fact.as_of or _as_of(sentence, fact.kind),
    )


def attribution(sentence: Sentence) -> tuple[str, int, int] | None:
    """Who the sentence says it from, and the span of the reporting words in the article's text; None where nobody.

    Of several frames the first with a named speaker is given.
    """
    for frame in frames_of(sentence.text):
        if frame.speaker:
            return frame.speaker, sentence.start + frame.start, sentence.start + frame.end
    return None


def _as_of(sentence: str, kind: Kind) -> str | None:
    """The year the sentence dates its figures to in so many words (``as of 2031``)."""
    found = _AS_OF.search(sentence) if kind != "date" else None
    return found.group(1) if found else None


def _plain(quote: str, clause: Clause) -> str:
    """The clause without its figure: what stands before it and what follows."""
    left = _without_links(_with_antecedent(clause))
    right = clause.right
    if not left:
        return _join(right, clause.lead)
    return _join(left, right)


def _counted(quote: str, clause: Clause) -> str:
    """A count: its noun, then what happened to it or where it stands."""
    noun = _noun(quote)
    right, left = _right_side(clause), _with_antecedent(clause)
    if not noun:
        return _join(subject_of(_without_links(left)) or noun_phrase(left), _if_prepositional(right))
    words = left.split()
    if all(word.lower() in _LIGHT for word in words):
        return _join(noun, _predicate(right), _place(clause.lead))
    if words[-1].lower() in PREPOSITIONS and len(right.split()) >= 2:
        return _join(noun, right)
    if words[-1].lower() in PREPOSITIONS:
        return _join(noun_phrase(left), noun, right)
    return _join(noun, _if_prepositional(right), "that", left)


def _share(quote: str, clause: Clause) -> str:
    """A share: what it is a share of, and what happened to it."""
    right, left = clause.right, _with_antecedent(clause)
    if not right.startswith("of "):
        return _counted_share(right, left, clause)
    base = right[3:]
    words = left.split()
    if all(word.lower() in _LIGHT for word in words):
        return base
    return _join(base, "that", _without_links(left))


def _counted_share(right: str, left: str, clause: Clause) -> str:
    if all(word.lower() in _LIGHT for word in left.split()):
        return _join(_predicate(right), _place(clause.lead))
    return _plain("", clause)


def _distance(quote: str, clause: Clause) -> str:
    """A distance: the place or thing that is measured, then the one it is measured from."""
    right, left = clause.right, _with_antecedent(clause)
    if _SIDES.match(right):
        thing = _measured(left) or _measured(clause.lead)
        return _join(thing, right)
    first = right.partition(" ")[0].lower()
    if first in _TALL:
        return _join(noun_phrase(_without_links(left)), right)
    return _attributive(quote, clause)


def _measured(left: str) -> str:
    """The thing whose distance follows: the subject before a form of ``to be``, else the last noun phrase."""
    words = _without_links(left)
    tokens = words.split()
    if tokens and any(token.lower() in _BE for token in tokens[-3:]):
        return subject_of(words)
    return noun_phrase(words)


def _attributive(quote: str, clause: Clause) -> str:
    """A measure before its noun (``a three-year siege``), after ``of`` (``a siege of three years``), or neither."""
    right, left = clause.right, _with_antecedent(clause)
    first = right.partition(" ")[0].lower()
    last = left.split()[-1].lower() if left else ""
    joined = "-" in quote or last in ("a", "an", "the", "its", "their", "his", "her")
    if right and joined and first not in PREPOSITIONS and first not in AUXILIARIES and first not in _EDGE:
        return right
    if last == "of":
        return _join(noun_phrase(_without_links(left)), _if_prepositional(right))
    return _plain(quote, clause)


def _age(quote: str, clause: Clause) -> str:
    """An age: the person, named before it (``Ada Moore, 31,``) or after it (``31-year-old Ada Moore``)."""
    first = clause.right.partition(" ")[0]
    if (
        clause.right
        and first.lower() not in PREPOSITIONS
        and first.lower() not in AUXILIARIES
        and "-" in quote
    ):
        return _join(clause.right)
    before = _without_links(clause.left) or clause.lead
    return noun_phrase(before) or _join(clause.right)


def _date(quote: str, clause: Clause) -> str:
    """A date: the clause it stands in, without it; ``since then`` for ``since 2031``."""
    frame = clause.frame
    words = clause.left.split()
    link = words[-1].lower() if words else ""
    if link in _SINCE:
        left = _join(" ".join(words[:-1]), link, "then")
    else:
        left = _without_links(clause.left)
    if frame is not None and clause.left and frame.speaker and clause.left.startswith(frame.speaker[:4]):
        return _join(left, clause.right)
    lead = _with_antecedent(clause) if clause.antecedent else left
    if clause.right or not clause.rest:
        return _join(clause.lead if not left else "", lead if clause.antecedent else left, clause.right)
    if not left:
        return _join(clause.lead, _next_clause(clause.rest))
    return _join(left)


def _next_clause(rest: str) -> str:
    """The clause that follows a date set off by a comma: ``In October, it lost ...``."""
    return re.split(r",\s|;|\s[-–—]\s|\"", rest.lstrip(",; "), maxsplit=1)[0]


def _noun(quote: str) -> str:
    """What a quote counts: the words after its last numeral, a bracket with the other unit aside."""
    end = 0
    for match in _NUMERIC.finditer(quote):
        end = match.end()
        if " of " in quote[end:] and match.group().isdigit():
            break
    rest = quote[end:].strip(" -,.'\"")
    return rest.removeprefix("of ").removeprefix("or more ").strip()


def _right_side(clause: Clause) -> str:
    """The words after the figure; a relative clause that follows at once belongs to it."""
    if clause.right:
        return clause.right
    if re.match(r"(?:who|that|which)\s", clause.rest):
        return _next_clause(clause.rest)
    return ""


def _predicate(right: str) -> str:
    """What happened to the thing counted: ``were killed in`` gives ``killed in``; other verbs take ``that``."""
    words = right.split()
    if not words or words[0].lower() in PREPOSITIONS or words[0].lower() in ("who", "that", "which"):
        return right
    dropped, passive = 0, False
    while dropped < len(words) and words[dropped].lower() in AUXILIARIES | _ADVERBS:
        passive = passive or words[dropped].lower() in _BE
        dropped += 1
    if passive and dropped < len(words):
        return " ".join(words[dropped:])
    if words[0].lower().endswith(("ed", "ing")):
        return right
    return f"that {right}"


def _if_prepositional(right: str) -> str:
    """The words if they go on with a preposition or a relative word, else nothing."""
    first = right.partition(" ")[0].lower()
    return right if first in PREPOSITIONS or first in ("who", "that", "which") else ""


def _place(lead: str) -> str:
    """An opening adverbial of place (``In Orlia``), in lower case; nothing for any other."""
    first = lead.partition(" ")[0].lower()
    if first in ("in", "at", "near", "across", "outside", "around") and re.search(r"\s(?:the )?[A-Z]", lead):
        return first + lead[len(first) :] if "," not in lead else ""
    return ""


def _with_antecedent(clause: Clause) -> str:
    """The words before the figure; in a relative clause, after the noun it hangs on."""
    return _join(clause.antecedent, clause.left) if clause.antecedent else clause.left


def _without_links(words: str) -> str:
    """The words without the prepositions and articles that led to the figure."""
    tokens = words.split()
    while tokens and (tokens[-1].lower() in _EDGE or tokens[-1].lower() in _DATE_LINKS):
        tokens.pop()
    while tokens and tokens[0].lower() in ("and", "but", "that", "also", "so", "yet"):
        tokens.pop(0)
    return " ".join(tokens)


def _join(*parts: str) -> str:
    return _SPACES.sub(" ", " ".join(part for part in parts if part)).strip()


def _shorten(what: str) -> str:
    """At most ``_MAX_WORDS`` words, no article before and no dangling link after them."""
    words = what.strip(" ,.;:–—-").split()
    while words and words[0].lower() in ("the", "a", "an", "and", "but"):
        words.pop(0)
    cut = len(words) > _MAX_WORDS
    words = words[:_MAX_WORDS]
    while cut and words and words[-1].lower() in _EDGE:
        words.pop()
    return " ".join(words).strip(' ,.;:–—-"“”')


_TELLERS: Final[dict[Kind, Callable[[str, Clause], str]]] = {
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
