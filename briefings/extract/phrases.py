"""Turns the words around a figure into a noun phrase: drops links, makes passives participles, keeps it short."""

from __future__ import annotations

import re
from typing import Final

from briefings.extract.clauses import AUXILIARIES, FINITE, PARTICIPLE, PREPOSITIONS, noun_phrase
from briefings.extract.wordlist import any_of, word_set
from briefings.patterns import Pattern

_MAX_WORDS: Final = 24
_MAX_BASE: Final = 10  # words of a noun phrase that a clause with "that" still follows
_NUMBER_WORDS: Final = any_of("""
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds? thousands? millions? billions? trillions?
dozens? scores? half third quarter few several single couple tens first second fourth fifth sixth seventh eighth ninth
tenth
""")
_NUMERIC: Final = Pattern(
    r"\d[\d.,]*(?:(?:st|nd|rd|th)\b)?"
    rf"|\b{_NUMBER_WORDS}\b(?:-\w+)?",
    re.IGNORECASE,
)
_CLAUSE_END: Final = Pattern(r",\s|;|\s[-–—]\s|\"")
_CAPITAL: Final = Pattern(r"\s(?:the )?[A-Z]")
EDGE: Final = word_set(
    "and or but of in on at by for from to with the a an about around some that which who than as into per"
)
_ADVERBS: Final = word_set(
    "now also still already currently recently then since ever just only reportedly either both"
)
_BEFORE_VERB: Final = AUXILIARIES | _ADVERBS
_LINKS: Final = EDGE | word_set(
    "between during late early mid over past last next this previous just only within"
)
BE: Final = word_set("is are was were be been being am")
_PASSIVE: Final = Pattern(
    r"\b(?:(?:has|have|had|will|would|can|could|may|might|must|should) )?(?:also |now |since |all )?"
    r"(?:is|are|was|were|be|been|be being|is being|are being|been being)(?: being)? "
    r"(?:now |still |also |either |reportedly |currently )?"
    rf"(?={PARTICIPLE}\b)"
)
_LIGHT: Final = word_set("""
and but that also so yet meanwhile then there with another a an the its their all only just about or as when while
after before if although because since where another further
""")
_LOOSE_ENDS: Final = word_set("and or but the a an that just only")


def is_light(words: str) -> bool:
    """Whether the words before a figure say nothing, so that the figure opens its clause."""
    return all(word.lower() in _LIGHT for word in words.split())


def base(words: str) -> str:
    """A noun phrase cut short enough to be followed by a clause."""
    tokens = words.split()
    if len(tokens) <= _MAX_BASE:
        return words
    links = [i for i in range(3, _MAX_BASE + 1) if tokens[i].lower() in PREPOSITIONS]
    return " ".join(tokens[: links[-1] if links else _MAX_BASE])


def inside(words: str) -> str:
    """The words as they stand inside a sentence: ``The port`` gives ``the port``, a name stays."""
    first = words.partition(" ")[0]
    return (
        words[0].lower() + words[1:]
        if first in ("The", "A", "An", "It", "They", "Its", "Their", "Some")
        else words
    )


def without_listing(left: str) -> str:
    """The words before a list's last member without its other members: ``holds a village and [one field]``."""
    if not left.endswith((" and", " or")):
        return left
    words = left.rpartition(" ")[0]
    listed = noun_phrase(words)
    return words[: len(words) - len(listed)].strip(" ,") if words.endswith(listed) else words


def before_verb(words: str) -> str:
    """The words before the first finite verb."""
    verb = FINITE.search(words)
    return words[: verb.start()].strip() if verb and verb.start() else words


def next_clause(rest: str) -> str:
    """The clause that follows what is set off by a comma: ``In October, it lost ...``."""
    return _CLAUSE_END.split(rest.lstrip(",; "), maxsplit=1)[0].rstrip(" .")


def counted_noun(quote: str) -> str:
    """What a quote counts: the words after its last numeral, or before it (``cast of over 2,000``)."""
    end, first = 0, len(quote)
    for match in _NUMERIC.finditer(quote):
        first, end = min(first, match.start()), match.end()
        if quote.startswith((" members of", " of the"), end):
            break
    rest = quote[end:].strip(" -,.'\"").removeprefix("of ").removeprefix("or more ").strip()
    return rest or quote[:first].partition(" of ")[0].strip() if " of " in quote[:first] else rest


def predicate(right: str) -> str:
    """What happened to the thing counted: ``were killed in`` gives ``killed in``; other verbs take ``that``."""
    words = right.split()
    if words and words[0].lower() in ("and", "or", "but"):
        verb = FINITE.search(right)
        right = right[verb.start() :] if verb else ""
        words = right.split()
    if not words or words[0].lower() in ("who", "that", "which"):
        return right
    passive = _PASSIVE.search(right)
    if passive and (passive.start() == 0 or words[0].lower() not in AUXILIARIES):
        return right[: passive.start()] + right[passive.end() :]
    if words[0].lower() in PREPOSITIONS or words[0].lower().endswith(("ed", "ing")):
        return right
    dropped = 0
    while dropped < len(words) and words[dropped].lower() in _BEFORE_VERB:
        dropped += 1
    if dropped < len(words) and words[dropped - 1].lower() in BE and dropped:
        return " ".join(words[dropped:])
    words = [word for i, word in enumerate(words) if i or word.lower() not in _ADVERBS]
    return f"that {' '.join(words)}"


def if_trailing(right: str) -> str:
    """The words if they go on with a preposition, a participle or a relative word, else nothing."""
    first = right.partition(" ")[0].lower()
    follows = first in PREPOSITIONS or first in ("who", "that", "which") or first.endswith(("ed", "ing"))
    return right if follows else ""


def place_of(lead: str) -> str:
    """An opening adverbial of place (``In Orlia``), in lower case; nothing for any other."""
    first = lead.partition(" ")[0].lower()
    if "," in lead or first not in ("in", "at", "near", "across", "outside", "around"):
        return ""
    return first + lead[len(first) :] if _CAPITAL.search(lead) else ""


def without_links(words: str) -> str:
    """The words without the prepositions and articles that led to the figure."""
    tokens = words.split()
    while tokens and tokens[-1].lower() in _LINKS:
        tokens.pop()
    while tokens and tokens[0].lower() in ("and", "but", "that", "also", "so", "yet"):
        tokens.pop(0)
    return " ".join(tokens)


def join(*parts: str) -> str:
    """The parts that are not empty, with single spaces."""
    return " ".join(filter(None, parts))


def shorten(what: str) -> str:
    """At most ``_MAX_WORDS`` words, no article before and no dangling link after them."""
    words = what.replace('"', "").replace("“", "").replace("”", "").strip(" ,.;:–—-").split()
    while words and words[0].lower() in ("the", "a", "an", "and", "but"):
        words.pop(0)
    dangling = EDGE if len(words) > _MAX_WORDS else _LOOSE_ENDS
    words = words[:_MAX_WORDS]
    while words and words[-1].lower() in dangling:
        words.pop()
    if " that " not in what and words and words[-1].lower() in ("in", "of", "for", "by", "at"):
        words.pop()
    return " ".join(words).strip(" ,.;:–—-")
