"""How a figure is asked for: the hedge kept, the number put out, the unit named; and dates in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.facts import Fact
from quiz_bank.generate.words import CURRENCIES, IRREGULAR_PLURALS, NUMBER_WORDS, UNITS

_WORD_NUMBER = rf"(?:{'|'.join(NUMBER_WORDS)})(?!\w)"
_SIGN = r"(?:(?:US|A|NZ|C|HK|S)?[$£€¥]\s?)?"
_SCALE = r"(?:\s?(?:hundred|thousand|million|billion|trillion|m|bn|k)(?!\w))"
_PARTS = r"(?:quarters?|thirds?|fifths?|tenths?|halves)"
_NUMBER = (
    rf"{_SIGN}\d[\d,.\u00a0 ]*\d{_SCALE}?|{_SIGN}\d(?:{_SCALE}(?!\w))?"
    r"|(?:an? )?(?:half|quarter|third)(?: of)?(?!\w)"
    rf"|{_WORD_NUMBER}(?:[ -](?:and )?(?:{_WORD_NUMBER}|{_PARTS}))*|an? (?:hundred|thousand|million|billion|dozen)"
)
_HEDGE = (
    r"(?:an estimated|estimated|a total of|a reported|as many as|as much as|as few as|up to|more than|"
    r"less than|fewer than|at least|at most|not more than|no more than|no fewer than|no less than|just over|"
    r"just under|well over|in excess of|about|around|roughly|approximately|some|nearly|almost|over|under|"
    r"close to|only|just|another|the|a further|a)"
)
_HEDGED = re.compile(rf"(?:\b{_HEDGE}\s+)*(?<![\w.,$£€¥])(?:{_NUMBER})", re.IGNORECASE)
_SCALE_LEFT = re.compile(r"(?<=half)(?: an?)? (?:million|billion|trillion|dozen)\b", re.IGNORECASE)
_HEDGES_FIRST = re.compile(rf"(?:{_HEDGE}\s+)*", re.IGNORECASE)

ASKED = re.compile(r"how (?:many|much)|what (?:percentage|fraction)|____")
CURRENCY_BEFORE = re.compile(r"\b(?:pounds|dollars|euros|yen) $")


@dataclass(frozen=True, slots=True)
class Blank:
    """A figure put out: ``words`` stand in its place; ``unit`` is the unit they name, or None.

    ``left`` is quoted text that stood before the number, ``right`` what stood after it.
    """

    left: str
    words: str
    right: str
    unit: str | None

    @property
    def text(self) -> str:
        """The words in place of the whole quote."""
        return f"{self.left}{self.words}{self.right}"


def number_span(quote: str) -> tuple[int, int] | None:
    """Where hedge and number stand in a quote."""
    found = _HEDGED.search(quote)
    if found is None:
        return None
    scale = _SCALE_LEFT.match(quote, found.end())  # "about a half million people"
    return found.start(), scale.end() if scale else found.end()


def asked(fact: Fact, following: str) -> Blank | None:
    """The question words for a figure, or None where it stands before a noun like an adjective.

    Args:
        fact: the figure.
        following: the text after its quote, to see what it counts.
    """
    span = number_span(fact.quote)
    if is_a_year(fact):
        return None
    if span is None or fact.qualifier == "between" or fact.value_max is not None:
        return None
    left, right = fact.quote[: span[0]], fact.quote[span[1] :]
    if (
        right[:1].isalnum()
        or right[:1] == "/"
        or right.startswith("-")
        or (not right.strip() and following.startswith("-"))
    ):
        return None
    maker = _MAKERS.get(fact.kind)
    return maker(fact, left, hedge_of(fact), right, following) if maker else None


_YEAR_OF = re.compile(r"(?:19|20)\d\d [a-z]")


def is_a_year(fact: Fact) -> bool:
    """Whether the number is rather the year of what follows: ``1998 winners``."""
    return (
        fact.kind in ("population", "count") and fact.qualifier is None and bool(_YEAR_OF.match(fact.quote))
    )


_HEDGE_STAYS = re.compile(
    r"(?:within|below|above|beneath|exceeding|surpassing|topping|estimated at|valued at) ", re.IGNORECASE
)


def hedge_of(fact: Fact) -> str:
    """The hedge as it is put before the asking words, a space after it; empty for none, for a range, where it stays."""
    if _HEDGE_STAYS.match(fact.quote):
        return ""
    return f"{fact.qualifier} " if fact.qualifier and fact.qualifier != "between" else ""


def _people(fact: Fact, left: str, hedge: str, right: str, following: str) -> Blank | None:
    if isinstance(fact.value, (int, float)) and fact.value < 2:
        return None
    noun = right.strip()
    if not noun:
        counted = _counted(fact, following)
        return None if counted is None else Blank(left, f"{hedge}how many {counted}".rstrip(), "", None)
    if not _is_plural(noun):
        return None
    return Blank(left, f"{hedge}how many", f" {noun}", None)


def _counted(fact: Fact, following: str) -> str | None:
    """What ``how many`` needs after it: nothing where the noun follows in the text; None where unclear."""
    words = re.findall(r"[A-Za-z][\w'’\-]*", following)[:4]
    if following[:1] == " " and words and following.strip()[:1] not in ",;.-(":
        if words[0].lower() in (
            "of",
            "were",
            "was",
            "are",
            "is",
            "have",
            "had",
            "has",
            "in",
            "on",
            "at",
            "from",
            "for",
            "and",
            "to",
            "with",
            "by",
            "since",
            "dead",
            "after",
            "who",
            "as",
            "during",
        ):
            return (
                "people" if fact.unit == "people" and words[0] != "of" else ("" if words[0] == "of" else None)
            )
        for word in words:
            if _is_plural(word):
                return ""
        return None
    return "people" if fact.unit == "people" else None


def _is_plural(noun_phrase: str) -> bool:
    head = re.split(r"\s(?:of|in|from|with|at|on|for|to|who|that|by|under|over|aged|between)\b", noun_phrase)[
        0
    ].split()
    if not head:
        return False
    word = head[-1].strip("'’\"”").lower()
    return word in IRREGULAR_PLURALS or (word.endswith("s") and not word.endswith("ss"))


def _share(fact: Fact, left: str, hedge: str, right: str, following: str) -> Blank | None:
    if fact.unit == "fraction":
        if re.search(r"\b(?:in|out of)\b", fact.quote):
            return None
        if not re.match(r"\s*(?:of\b|$)", right + following) and "of" not in fact.quote:
            return None
        tail = right if right.strip() else ""
        joint = " of" if fact.quote[: len(fact.quote) - len(right)].endswith(" of") else ""
        return Blank(left, f"{hedge}what fraction{joint}", tail, None)
    unit = "how many percentage points" if fact.unit == "percentage point" else "what percentage"
    tail = re.sub(r"^\s*(?:%|per ?cents?\b|percentage points?\b|pc\b)", "", right)
    after = (tail + following).strip()
    word = re.match(r"[a-z][\w\-]*", after)
    if (word and word.group() not in _AFTER_SHARE) or re.match(r"\s*(?:of )?an? per ?cent", right):
        return None
    return Blank(left, f"{hedge}{unit}", tail, None)


_AFTER_SHARE = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "from",
        "by",
        "since",
        "after",
        "before",
        "during",
        "this",
        "last",
        "and",
        "or",
        "but",
        "over",
        "under",
        "for",
        "more",
        "less",
        "higher",
        "lower",
        "is",
        "was",
        "were",
        "are",
        "has",
        "have",
        "had",
        "per",
        "compared",
        "with",
        "while",
        "when",
        "as",
        "a",
        "an",
        "the",
        "annually",
        "between",
        "against",
        "or",
        "so",
        "above",
        "below",
        "higher",
        "who",
        "that",
        "which",
        "support",
        "voted",
        "say",
        "said",
        "want",
    ]
)


def _measured(fact: Fact, left: str, hedge: str, right: str, following: str) -> Blank | None:
    name = UNITS.get(fact.unit or "")
    if name is None:
        return None
    unit = re.match(r"\s*(square |nautical )?([A-Za-z²]+)", right)
    if unit is None:
        return None
    singular = unit[2].lower() in _SINGULAR_UNITS
    if singular and fact.value != 1:
        return None
    if fact.unit in _OF_SOMETHING and not re.match(r"\s*of\b", right[unit.end() :] + following):
        return None
    tail = right[unit.end() :]
    tail = re.sub(r"^\s*(?:an hour|per hour|\(.*)$", "", tail).rstrip()
    if fact.kind == "duration" and fact.value == 1:
        return None
    return Blank(left, f"{hedge}how many {name}", tail, fact.unit)


_OF_SOMETHING = frozenset(("tonne", "kg", "litre", "barrel"))  # how many tonnes: of what must be said
_SINGULAR_UNITS = frozenset(
    [
        "kilometre",
        "kilometer",
        "metre",
        "meter",
        "mile",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "second",
        "night",
        "hectare",
        "acre",
        "tonne",
        "kilogram",
        "decade",
        "centimetre",
        "inch",
        "yard",
        "dollar",
    ]
)


def _money(fact: Fact, left: str, hedge: str, right: str, following: str) -> Blank | None:
    tail = re.sub(
        r"^\s*(?:(?:US|U\.S\.|Australian|Canadian|New Zealand) )?(?:dollars?|pounds?|euros?|yen)\b", "", right
    )
    tail = re.sub(r"^\s*\(.*\)", "", tail)
    after = (tail + following).lstrip()
    word = re.match(r"[A-Za-z][\w\-]*", after)
    if (tail + following).startswith("-") or (word and word.group() not in _AFTER_MONEY):
        return None
    currency = CURRENCIES.get(fact.unit or "")
    return Blank(left, f"{hedge}how {'many ' + currency if currency else 'much'}", tail, fact.unit)


_AFTER_MONEY = _AFTER_SHARE | frozenset(
    ["each", "every", "into", "toward", "towards", "against", "because", "if", "it", "he", "she", "they"]
)

_MAKERS = {
    "population": _people,
    "count": _people,
    "share": _share,
    "distance": _measured,
    "duration": _measured,
    "area": _measured,
    "money": _money,
}


_ORDINAL = re.compile(r"(?:the )?(?:\d+(?:st|nd|rd|th)|first|second|third|[a-z]+th)\b", re.IGNORECASE)


def blanked(fact: Fact) -> Blank | None:
    """The quote with its bare number (hedge kept in the text) replaced by a gap, for a cloze."""
    span = number_span(fact.quote)
    ordinal = fact.kind == "count" and _ORDINAL.match(fact.quote)
    if is_a_year(fact):
        return None
    ratio = re.search(r"\bout of\b|\bin every\b| and a half", fact.quote)
    if span and fact.kind in ("population", "count", "money") and fact.quote[span[1] : span[1] + 1] == "-":
        return None
    if span is None or ordinal or ratio or re.match(r"[\w/]", fact.quote[span[1] :]):
        return None
    printed = fact.quote[span[0] : span[1]]
    found = _HEDGES_FIRST.match(printed)
    kept = found.group() if found else ""
    if fact.unit == "fraction":
        of = " of" if fact.quote.endswith(" of") else ""
        return Blank(fact.quote[: span[0]] + kept, "____", of, fact.unit)
    sign = re.match(r"(?:US|A|NZ|C|HK|S)?[$£€¥]", printed[len(kept) :])
    symbol = sign.group() if sign else ""
    right = re.sub(r"\s*\([^()]*\)", "", fact.quote[span[1] :])  # the sum in another currency would tell it
    return Blank(fact.quote[: span[0]] + kept + symbol, "____", right, fact.unit)


def bare_number(quote: str) -> str:
    """The number of a quote as printed, without hedge and currency sign; empty where none is seen."""
    span = number_span(quote)
    if span is None:
        return ""
    printed = quote[span[0] : span[1]]
    hedge = _HEDGES_FIRST.match(printed)
    return re.sub(r"^(?:US|A|NZ|C|HK|S)?[$£€¥]\s?", "", printed[hedge.end() if hedge else 0 :])


def in_quotes(body: str) -> str:
    """The words as a quoted sentence, quotation marks within them made single."""
    inner = (body[:1].upper() + body[1:]).replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner}.”"
