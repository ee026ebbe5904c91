"""Words a line can spare: what only sets a scene goes, what a figure or a name hangs on stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefings.facts import Fact
from briefings.reconcile.referents import Edit

LONGEST_ASIDE = 22  # words
LONGEST_SAYING = 130  # characters

# circumstances that bound neither a figure nor a date; with what follows them they end a clause
CIRCUMSTANCE = re.compile(
    r",? (?:amid|despite|in spite of|because of|due to|owing to|thanks to|as part of|as a result of|in response to"
    r"|in an? (?:bid|attempt|effort)|at the height of|at a time|in the (?:wake|face|hope|midst|course|aftermath) of"
    r"|in connection with|in protest (?:against|at|over)"
    r"|alongside|along with|together with|ahead of|during|following|after|except for|apart from"
    r"|with (?:the )?(?:help|support|aid|backing) of|so that|in order to|fuelled by|triggered by|sparked by) "
    r"| (?:in|around|across) the (?:area|region|vicinity)(?! (?:of|around|near|between)|\w)"
)
_PLACE_NOUN = r"(?:city|town|village|market town|resort|suburb|hamlet|municipality)"
_TOWN_OF = re.compile(
    rf"\b[Tt]he (?:(?!(?:at|in|of|on|for|from|near|to|by|with|and|or|is|was|between)\b)[a-z][\w-]*,? ){{0,3}}"
    rf"{_PLACE_NOUN} of (?=(?:al-|el-)?[^\W\d_a-zß-ÿ])"
)
_ASIDE = re.compile(
    r", (?:an?|the|previously|formerly|once|one of|also|including|most|some|many|who|which|where|now|then)"
    r" [^,;:.“”\"()]*(?:[“\"][^,“”\"]*[”\"])?[^,;:.“”\"()]*(?:\([A-Z]{2,6}\))?,"
)
# "130 kilometres (80 miles)": one figure in two units
_CONVERTED = re.compile(
    r"(?<=[a-z%\d]) \((?:about |some |around |roughly |nearly |almost |over )?[$€£]?\d[\d,.]*[ -]?"
    r"(?:million |billion )?"
    r"(?:square |cubic )?(?:miles?|mph|kilomet(?:re|er)s?|km2?|kph|km/h|met(?:re|er)s?|m|feet|ft|yards?|inches|acres?"
    r"|hectares?|pounds?|lbs?|kg|kilograms?|tonnes?|tons?|lit(?:re|er)s?|gallons?|dollars|euros|degrees [A-Z][a-z]+"
    r"|°?[CF])?\)"
)
# "Before the strike began in May with angry marches, ": no name and no figure in it
_IN_LEAD = re.compile(
    r"(?:Before|After|Since|When|While|As|Until) [^,;:.]{10,80}?(?P<spare> (?:with|amid|despite|following)"
    r" [^,;:.A-Z\d]{3,50})(?=, )"
)
# "the ministry said on Friday": the day of print, or nearly
_SAID_ON = re.compile(
    r", [^,.;:]{2,80}? (?:said|says|say|announced|reported|told [a-z]+)(?P<spare> (?:on|late on|early on)? ?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)(?: (?:morning|afternoon|evening|night))?)\.?$"
)
_SAYS = re.compile(r"\b(?:said|says|say|told|added|admits|admitted|claims?|claimed|reported|according)\b")
_EPITHET = re.compile(r"\b(?:self-styled|self-proclaimed|so-called|long-contested|long-awaited|so called) ")
_GROUP_NOUN = r"(?: (?:[a-z-]+ )?(?:group|militia|organi[sz]ation|movement|network))"


def scene_edits(text: str, facts: Iterable[Fact]) -> Iterator[Edit]:
    """What may go anywhere in a sentence: ``the old market town of Orla`` is ``Orla``; no fact loses a word."""
    kept = [(fact.start - fact.sentence.start, fact.end - fact.sentence.start) for fact in facts]
    for pattern in (_TOWN_OF, _EPITHET):
        for found in pattern.finditer(text):
            if not any(start < found.end() and found.start() < end for start, end in kept):
                yield Edit(found.start(), found.end(), "")


def conversions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans inside ``text[start:end]`` that tell the figure before once more, in another unit."""
    return [found.span() for found in _CONVERTED.finditer(text, start, end)]


def asides(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans inside ``text[start:end]`` that only say more of the name before: ``, a port of two piers,``.

    The comma at the end goes with them.
    """
    if lead := _IN_LEAD.match(text, start, end):
        yield lead.span("spare")
    if said := _SAID_ON.search(text, max(start, end - LONGEST_SAYING), end):
        yield said.span("spare")
    for found in _ASIDE.finditer(text, start, end):
        if len(found[0].split()) <= LONGEST_ASIDE and not _SAYS.search(found[0]):
            yield found.span()


class ShortForms:
    """Full names that a briefing gives by the short forms it explains.

    Args:
        forms: short form -> full name.
        texts: the articles' texts, which tell whether a form takes ``the``.
    """

    def __init__(self, forms: Iterable[tuple[str, str]], texts: Iterable[str]) -> None:
        together = "\n".join(texts)
        self._patterns: list[tuple[re.Pattern[str], str, bool]] = []
        for form, full in forms:
            if not re.fullmatch(r"[A-Z]{2,6}s?", form) or len(full.split()) < 2:
                continue
            uses = len(re.findall(rf"\b{form}\b", together))
            article = 2 * len(re.findall(rf"\b[Tt]he {form}\b", together)) >= uses
            words = r"\s+".join(map(re.escape, full.removeprefix("the ").removeprefix("The ").split()))
            pattern = re.compile(
                rf"(\b[Tt]he )?(?:[\"“'‘]{words}[\"”'’]|(?<![\"“'‘]){words})(?! [A-Z])"
                rf"(?: \({form}\))?({_GROUP_NOUN})?(?![\w’'])"
            )
            self._patterns.append((pattern, form, article))

    def apply(self, text: str) -> str:
        """The text with every full name by its short form."""
        for edit in sorted(self.edits(text, ()), reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def edits(self, text: str, facts: Iterable[Fact]) -> Iterator[Edit]:
        """Full names of a sentence by their short forms; those inside a fact's own words stay."""
        kept = [
            (fact.start - fact.sentence.start, fact.end - fact.sentence.start)
            for fact in facts
            if fact.kind != "alias"
        ]
        for pattern, form, article in self._patterns:
            for found in pattern.finditer(text):
                if not any(start < found.end() and found.start() < end for start, end in kept):
                    the = found[1] if found[1] and article else ""
                    yield Edit(found.start(), found.end(), f"{the}{form}")
