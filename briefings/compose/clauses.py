"""Cuts a sentence down to the clause that tells a fact, with its subject named and its dates resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefings.compose.datewords import RELATIVE, date_edits, unresolved
from briefings.compose.verbs import has_verb
from briefings.facts import Fact, Sentence
from briefings.reconcile.referents import Edit, Referents
from briefings.reconcile.subjects import LONGEST_SENTENCE
from briefings.stories import Article

LONGEST = 45  # words; a longer line is not used

_TAIL = re.compile(
    r",? (?:[–—-]) |; |,\"? (?:which|while|as|after|who|whom|whose|where|when|with|leaving|but|although|though"
    r"|despite|following|amid|before|because|since|including|adding|and (?=[A-Z]|the |it |they |he |she ))"
    r"|, (?=[a-z]+ing\b)|, (?=(?:a|an|the|(?:one|much|some|most|many|all) of|among|home to|previously|formerly) )"
    r"|, (?=(?:across|in|on|near|along|at|from|under|without|during|beside|close to|beyond) )"
    r"| (?:while|although|whereas) |: "
)
_HEAD = re.compile(
    r", (?:while|whereas|but|and) (?=[A-Z]|the |some |about |around |at least |more than |nearly |an? )"
    r"|; | while (?=[A-Z])"
)
_LEAD_WORD = re.compile(
    r"^(?:But|And|Meanwhile|Also|However|Yet|Still|Indeed|Moreover|Instead|Nevertheless|So|Then|Now|Earlier"
    r"|Later|Separately|Elsewhere|Overall)(?:,)? (?=\S)"
)
# what may go from the front: not what bounds the figure in time or makes it hang on something
_LEAD_CLAUSE = re.compile(r"^(?:After|While|As|Despite|Although|With|Amid|Following|Because) [^,]{4,120}, ")
# a lead without a name or figure bounds nothing: "On the other side of the border, "
_LEAD_PHRASE = re.compile(
    r"^(?:On|In|At|From|Under|By|During|Across|Inside|Outside|To) [^,A-Z\d]{3,60}, "
    r"(?![A-Z][\w’-]*(?: [A-Z][\w’-]*)*,)(?=[A-Z]|the )"
)
_PREDICATE = re.compile(r" and (?=(?:\w+ed|has|have|had|is|was|were|will|left|took|made|kept)\b)")
_HEAD_PRONOUN = re.compile(
    r", (?:but|and|while|though|although) ((?:[a-z][^,;]{0,40} )?(?:it|they|he|she))(?= )"
)
_THAT = re.compile(r"\b(an? [a-z][^,;:]{2,60}?) that (?=(?:had|has|have|was|were|is|are|will|\w+ed)\b)")
_SAID_TAIL = re.compile(
    r",[\"”]? (?:according to [^,.;]{2,80}|[^,.;]{2,80}? (?:said|says|say|told [^,.;]{2,40}|reported|added|has said)"
    r"(?: on [A-Z]\w+| in a statement)?)[,.]?$"
)
_ASIDE = re.compile(r"((?:The )?(?:[a-z]{2}-)?[A-Z][^,;:]{1,40}), (?:which|who) ")
_HALF_A_PAIR = re.compile(r"\bbetween\b(?!.*\band\b)")
# adverbs that tell nothing once a line stands under its date
_ADVERB = re.compile(r"\b(is|are|was|were|has|have|been) (?:now|also|already|currently) ")
# "at the height of the boom, when it sold half": what is told is told of that time
_WHEN = re.compile(
    r"(?:^|(?<= ))(?P<time>(?:at|in|during|on|since) (?:the )?[^,.;:]{3,50}), when (?=(?:a |an |the )?[^\s,]+ )",
    re.IGNORECASE,
)
_SAID_HEAD = re.compile(
    r"^(?:[^,;:.]{2,80}?) (?:has said|have said|says|said|say)(?: on [A-Z]\w+(?: \w+)?)?(?: that)? (?=\S)"
)
_EDGE = " \t\n\u00a0,;:–—-"


class Clause(NamedTuple):
    """A part of a sentence ready to be printed.

    Attributes:
        start, end: offsets of the part in the article's text.
        text: the part with names and dates put in, capital first, no full stop.
    """

    start: int
    end: int
    text: str


class Clauses:
    """Makes clauses of a story's sentences; edits of a sentence are worked out once."""

    def __init__(self, referents: Referents) -> None:
        self._referents = referents
        self._edits: dict[tuple[str, int], list[Edit]] = {}

    def around(self, article: Article, fact: Fact, drop_speaker: bool) -> list[Clause]:
        """Every clause that holds the fact's quote and can stand alone, shortest first.

        Args:
            article: the article the fact stands in.
            fact: the fact to be told.
            drop_speaker: whether ``, X said`` at the end may go, because the line names X otherwise.
        """
        sentence = fact.sentence
        if len(sentence.text) > LONGEST_SENTENCE:
            return []
        low, high = fact.start - sentence.start, fact.end - sentence.start
        edits = self._edits_of(article, sentence)
        found: dict[str, Clause] = {}
        if fact.attribution and not drop_speaker and (at := sentence.text.find(fact.attribution)) >= 0:
            low, high = min(low, at), max(high, at + len(fact.attribution))
        for start, end, joint in _windows(sentence.text, low, high, drop_speaker):
            text = self.finish(sentence.text, start, end, _apart([*joint, *edits]))
            if text and text not in found:
                found[text] = Clause(sentence.start + start, sentence.start + end, text)
        return sorted(found.values(), key=lambda clause: (len(clause.text.split()), clause.start))

    def finish(self, text: str, start: int, end: int, edits: Sequence[Edit]) -> str | None:
        """The window with its edits applied, or None where it cannot stand alone."""
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE + ".":
            end -= 1
        window = text[start:end]
        if unresolved(text, edits, start, end) or not _balanced(window) or not has_verb(window):
            return None
        line = " ".join(_ADVERB.sub(r"\1 ", _applied(text, start, end, edits)).split())
        if not line or len(line.split()) > LONGEST or not self._referents.stands_alone(line):
            return None
        return capital(line)

    def _edits_of(self, article: Article, sentence: Sentence) -> list[Edit]:
        place = (article.key, sentence.start)
        if place not in self._edits:
            dates = [f for f in article.facts if f.kind == "date" and f.sentence.start == sentence.start]
            edits = [*date_edits(dates), *self._referents.edits(article.key, sentence)]
            self._edits[place] = _apart(edits)
        return self._edits[place]


def capital(line: str) -> str:
    """The line with a capital first, unless it opens with a name that has none (``al-Orla``)."""
    named = line.startswith(("al-", "el-"))
    return line[0].upper() + line[1:] if line[:1].islower() and not named else line


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept


def _applied(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    """``text[start:end]`` with the edits inside it; a name that stands there already is not put in again."""
    parts, at = [], start
    for edit in edits:
        named = edit.again and re.search(rf"\b{re.escape(edit.again)}\b", text[start : edit.start])
        if start <= edit.start and edit.end <= end and edit.start >= at and not named:
            parts += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join((*parts, text[at:end]))


def _windows(
    text: str, low: int, high: int, drop_speaker: bool
) -> Iterator[tuple[int, int, tuple[Edit, ...]]]:
    """Spans of the sentence that hold ``[low, high)``, each cut at the edges of clauses, and what they need.

    ``Orla, which had been closed for two years, is a town`` tells that Orla had been closed for two years, and
    ``broke a siege that had lasted two years`` that a siege had lasted two years.
    """
    for start in _starts(text, low):
        for end in _ends(text, high, drop_speaker):
            if start <= low and high <= end:
                yield start, end, ()
    if drop_speaker and (said := _SAID_HEAD.match(text)) and said.end() <= low:
        for end in _ends(text, high, drop_speaker):
            yield said.end(), end, ()
    yield from _timed(text, low, high, drop_speaker)
    for that in _THAT.finditer(text, 0, low):
        for end in _ends(text, high, drop_speaker):
            yield that.start(), end, (Edit(that.end(1), that.end(), " "),)
    aside = _ASIDE.match(text)
    if aside and aside.end() <= low and (close := text.find(", ", aside.end())) >= high:
        yield 0, close, (Edit(aside.end(1), aside.end(), " "),)


def _timed(text: str, low: int, high: int, drop_speaker: bool) -> Iterator[tuple[int, int, tuple[Edit, ...]]]:
    """``since 1988, when Orla moved 70 people, it`` tells that Orla moved 70 people in 1988."""
    for when in _WHEN.finditer(text, 0, low):
        time = re.sub("^since ", "in ", when["time"], flags=re.IGNORECASE)
        if RELATIVE.search(time):
            continue
        comma = text.find(", ", high)
        for end in _ends(text, high, drop_speaker) if comma < 0 else [comma]:
            stop = len(text[:end].rstrip(f"{_EDGE}."))
            yield when.end(), end, (Edit(stop, stop, f" {time[0].lower()}{time[1:]}"),)


def _starts(text: str, low: int) -> list[int]:
    opening = _LEAD_WORD.match(text)
    starts = [opening.end() if opening and opening.end() <= low else 0]
    leads = (pattern.match(text) for pattern in (_LEAD_CLAUSE, _LEAD_PHRASE))
    starts += [lead.end() for lead in leads if lead and lead.end() <= low]
    starts += [cut.end() for cut in _HEAD.finditer(text, 0, low)]
    starts += [cut.start(1) for cut in _HEAD_PRONOUN.finditer(text, 0, low)]
    return sorted(set(starts))


def _ends(text: str, high: int, drop_speaker: bool) -> list[int]:
    """Ends of the clause; a speaker named at the end stays unless the line names it otherwise."""
    said = _SAID_TAIL.search(text, high)
    if said and not drop_speaker:
        return [len(text)]
    cuts = (*_TAIL.finditer(text, high), *_PREDICATE.finditer(text, high))
    ends = [len(text), *(cut.start() for cut in cuts)]
    return sorted({*ends, said.start()} if said else set(ends))


def _balanced(text: str) -> bool:
    """Quotation marks and brackets opened in the text are closed in it, ``between`` has its ``and``."""
    return (
        text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and not text.startswith(('"', "“"))
        and not _HALF_A_PAIR.search(text)
    )
