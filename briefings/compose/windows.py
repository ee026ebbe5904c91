"""The parts of a sentence that may be a clause of their own, and what must change for each to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.compose.antecedents import subject_of
from briefings.compose.datewords import RELATIVE
from briefings.compose.shortening import CIRCUMSTANCE
from briefings.compose.verbs import past
from briefings.extract.datelines import DATELINE
from briefings.reconcile.referents import Edit

Window = tuple[int, int, tuple[Edit, ...]]  # start and end in the sentence, and edits inside

_TAIL = re.compile(
    r",? (?:[–—-]) |; |,\"? (?:which|while|as|after|who|whom|whose|where|when|with|leaving|but|although|though"
    r"|despite|following|amid|before|because|since|including|adding|and (?=[A-Z]|the |it |they |he |she ))"
    r"|, (?=[a-z]+ing\b)|, (?=(?:a|an|the|(?:one|much|some|most|many|all) of|among|home to|previously|formerly) )"
    r"|, (?=(?:across|in|on|near|along|at|from|under|without|during|beside|close to|beyond) )"
    r"| (?:while|although|whereas) |: "
)
_HEAD = re.compile(
    r", (?:while|whereas|but|and) (?=[A-Z\d]|the |those of |some |about |around |at least |more than |nearly |an? "
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) [a-z])"
    r"|; | while (?=[A-Z])|: (?=(?:in|on|since) (?:[A-Z]|\d)|[A-Z\d])"
)
_LEAD_WORD = re.compile(
    r"^(?:But|And|Meanwhile|Also|However|Yet|Still|Indeed|Moreover|Instead|Nevertheless|So|Then|Now|Earlier"
    r"|Later|Separately|Elsewhere|Overall|Afterwards?|In addition|(?:A (?:short|little) (?:time|while)|Moments|Minutes"
    r"|Hours|Days|Weeks|Months) (?:later|afterwards)|(?:Soon|Shortly) afterwards?(?=,))(?:,)? (?=\S)"
)
# what may go from the front: not what bounds the figure in time or makes it hang on something
_LEAD_CLAUSE = re.compile(r"^(?:After|While|As|Despite|Although|With|Amid|Following|Because) [^,]{4,120}, ")
# a lead without a name or figure bounds nothing: "On the other side of the border, "
_LEAD_PHRASE = re.compile(
    r"^(?:On|In|At|From|Under|By|During|Across|Inside|Outside|To) [^,A-Z\d]{3,60}, "
    r"(?![A-Z][\w’-]*(?: [A-Z][\w’-]*)*,)(?=[A-Z]|the )"
)
# "The ban comes as Orla mourns": that Orla mourns is a line of its own
_COMES_AS = re.compile(
    r"^[^,;:\"“”]{3,80}? (?:comes|came|comes just|came just) (?:(?:[a-z]+ )?(?:hours?|days?|weeks?|months?|years?) )?"
    r"(?:as|after) (?=[A-Z]|the |an? |more |about |some |\d)"
)
# "on Monday in protest against": a line may end with the day, if it has told its fact
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|\d{1,2} [A-Z][a-z]{2,}(?: \d{4})?|[A-Z][a-z]{2,} \d{1,2}(?:, \d{4})?"
)
_TOLD_BY_DAY = re.compile(
    rf"\bon (?:{_DAY})(?= (?:from|over|with|against|after|when|as|while|during|by|under|for|at|near|outside) [a-z])"
)
# "four days after a fire": the days are part of the circumstance
_MEASURED_TIME = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)$")
_AFTER_TIME = re.compile(r",? (?:after|following|before|ahead of)\b")
_PREDICATE = re.compile(r" and (?=(?:\w+ed|has|have|had|is|was|were|will|left|took|made|kept)\b)")
_HEAD_PRONOUN = re.compile(
    r", (?:but|and|while|though|although) ((?:[a-z][^,;]{0,40} )?(?:it|they|he|she))(?= )"
)
_THAT = re.compile(
    r"\b(an? [a-z](?:(?! an? )[^,;:]){2,60}?) that (?=(?:had|has|have|was|were|is|are|will|\w+ed)\b)"
)
_SAID_TAIL = re.compile(
    r",[\"”]? (?:according to [^,.;]{2,80}|[^,.;]{2,80}? (?:said|says|say|told [^,.;]{2,40}|reported|added|has said)"
    r"(?: on [A-Z]\w+| in a statement)?)[,.]?$"
)
_ASIDE = re.compile(r"((?:The )?(?:[a-z]{2}-)?[A-Z][^,;:]{1,40}), (?:which|who) ")
# "at the height of the boom, when it sold half": what is told is told of that time
_WHEN = re.compile(
    r"(?:^|(?<= ))(?P<time>(?:at|in|during|on|since) (?:the )?(?:(?! (?:in|during|on|since) )[^,.;:]){3,50}), when "
    r"(?=(?:a |an |the )?[^\s,]+ )",
    re.IGNORECASE,
)
# "at the depot in Orla, where 40 people work"
_WHERE = re.compile(
    r"(?:^|(?<= ))(?P<place>(?:at|in|near|outside) (?:(?! (?:at|near|outside|that|which|who|and|but|when) )[^,.;:\"“”])"
    r"{3,60}), where (?=[^\s,]+ )"
)
_SAID_HEAD = re.compile(
    r"^(?:[^,;:.]{2,80}?)(?:, [^,;:.]{2,50},)? (?:has said|have said|says|said|say)"
    r"(?: on [A-Z]\w+(?: \w+)?)?(?: that)? (?=\S)"
)
_AND_THAT = re.compile(r",? and that (?=\S)")
_AFTER_DOING = re.compile(r"\bafter ([a-z]{2,}ing) (?=\S)")
_OPENING_LEAD = re.compile(
    r"(?:On|In|At|By|Since|Across|Along|Under) [^,.;\d]{3,40}?(?:, | (?=it |they |he |she ))"
)
_SUBJECT_PRONOUN = re.compile(r"(?:it|they|he|she)\b", re.IGNORECASE)
_TOLD_TO = re.compile(r"[\"“][^\"“”]{2,400}[,.!?][\"”] ([^,.;:\"“”]{2,60}?) (told) ")
EDGE = " \t\n\u00a0,;:–—-"  # what no clause begins or ends with


def windows(text: str, low: int, high: int, drop_speaker: bool, today: int = 0) -> Iterator[Window]:
    """Spans of the sentence that hold ``[low, high)``, each cut at the edges of clauses, and what they need.

    ``Orla, which had been closed for two years, is a town`` tells that Orla had been closed for two years, and
    ``broke a siege that had lasted two years`` that a siege had lasted two years.
    """
    for start in _starts(text, low, today):
        for end in _ends(text, high, drop_speaker):
            if start <= low and high <= end:
                yield start, end, ()
    if drop_speaker and (said := _SAID_HEAD.match(text)) and said.end() <= low:
        for end in _ends(text, high, drop_speaker):
            yield said.end(), end, ()
    yield from _said_too(text, low, high, drop_speaker)
    yield from _timed(text, low, high, drop_speaker)
    yield from _placed(text, low, high, drop_speaker)
    for that in _THAT.finditer(text, 0, low):
        for end in _ends(text, high, drop_speaker):
            yield that.start(), end, (Edit(that.end(1), that.end(), " "),)
    aside = _ASIDE.match(text)
    if aside and aside.end() <= low and (close := text.find(", ", aside.end())) >= high:
        yield 0, close, (Edit(aside.end(1), aside.end(), " "),)
    yield from _afterwards(text, low, high, drop_speaker)
    yield from _told_to(text, low, high)


def _said_too(text: str, low: int, high: int, drop_speaker: bool) -> Iterator[Window]:
    """``Roa said the cause was unknown and that work would stop`` tells that Roa said work would stop."""
    said = _SAID_HEAD.match(text)
    for that in _AND_THAT.finditer(text, said.end(), low) if said else ():
        for end in _ends(text, high, drop_speaker):
            if drop_speaker:
                yield that.end(), end, ()
            yield 0, end, (Edit(said.end(), that.end(), ""),) if said else ()


def _afterwards(text: str, low: int, high: int, drop_speaker: bool) -> Iterator[Window]:
    """``Norrail closed a depot after losing 40 drivers`` tells that Norrail lost 40 drivers."""
    opening = _OPENING_LEAD.match(text)
    start = opening.end() if opening else 0
    subject = subject_of(text[start:]) or (found[0] if (found := _SUBJECT_PRONOUN.match(text, start)) else "")
    if not subject:
        return
    for after in _AFTER_DOING.finditer(text, start + len(subject), low):
        did = Edit(start + len(subject), after.end(), f" {past(after[1])} ")
        for end in _ends(text, high, drop_speaker):
            yield start, end, (did,)


def _told_to(text: str, low: int, high: int) -> Iterator[Window]:
    """``"We won," she told 200 supporters`` tells that she spoke to 200 supporters."""
    quoted = _TOLD_TO.match(text)
    if quoted and quoted.end() <= low:
        yield quoted.start(1), max(high, len(text)), (Edit(quoted.start(2), quoted.end(2), "spoke to"),)


def _timed(text: str, low: int, high: int, drop_speaker: bool) -> Iterator[Window]:
    """``since 1988, when Orla moved 70 people, it`` tells that Orla moved 70 people in 1988."""
    for when in _WHEN.finditer(text):
        if when.end() > low:
            return
        time = re.sub("^since ", "in ", when["time"], flags=re.IGNORECASE)
        if RELATIVE.search(time):
            continue
        comma = text.find(", ", high)
        for end in _ends(text, high, drop_speaker) if comma < 0 else [comma]:
            stop = len(text[:end].rstrip(f"{EDGE}."))
            yield when.end(), end, (Edit(stop, stop, f" {time[0].lower()}{time[1:]}"),)


def _placed(text: str, low: int, high: int, drop_speaker: bool) -> Iterator[Window]:
    """``at the depot in Orla, where 40 people work`` tells that 40 people work at the depot in Orla."""
    for where in _WHERE.finditer(text):
        if where.end() > low:
            return
        if not re.search("[A-Z]", where["place"]):
            continue
        comma = text.find(", ", high)
        for end in _ends(text, high, drop_speaker) if comma < 0 else [comma]:
            stop = len(text[:end].rstrip(f"{EDGE}."))
            yield where.end(), end, (Edit(stop, stop, f" {where['place'][0].lower()}{where['place'][1:]}"),)


def _starts(text: str, low: int, today: int = 0) -> list[int]:
    filed = DATELINE.match(text)
    if filed and low < filed.end():  # an event that begins with the place of filing
        return [filed.end()]
    opening = filed or _LEAD_WORD.match(text)
    starts = [opening.end() if opening and opening.end() <= low else 0]
    leads = (pattern.match(text) for pattern in (_LEAD_CLAUSE, _LEAD_PHRASE, _COMES_AS))
    starts += [lead.end() for lead in leads if lead and lead.end() <= low]
    starts += [cut.end() for cut in _HEAD.finditer(text) if cut.end() <= low]
    starts += [cut.start(1) for cut in _HEAD_PRONOUN.finditer(text, 0, low)]
    starts += [today] if 0 < today <= low else []
    return sorted(set(starts))


def _ends(text: str, high: int, drop_speaker: bool) -> list[int]:
    """Ends of the clause; a speaker named at the end stays unless the line names it otherwise."""
    said = _SAID_TAIL.search(text, high)
    if said and not drop_speaker:
        return [len(text)]
    cuts = (*_TAIL.finditer(text, high), *_PREDICATE.finditer(text, high), *CIRCUMSTANCE.finditer(text, high))
    days = (day.end() for day in _TOLD_BY_DAY.finditer(text) if high <= day.end())
    ends = [len(text), *days, *(cut.start() for cut in cuts if not _splits_time(text, cut))]
    return sorted({*ends, said.start()} if said else set(ends))


def _splits_time(text: str, cut: re.Match[str]) -> bool:
    """Whether the cut falls between ``four days`` and ``after the fire``."""
    return bool(
        _AFTER_TIME.match(cut[0]) and _MEASURED_TIME.search(text[max(0, cut.start() - 10) : cut.start()])
    )
