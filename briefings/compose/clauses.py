"""Cuts a sentence down to the clause that tells a fact, with its subject named and its dates resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefings.compose.antecedents import Antecedents
from briefings.compose.datewords import date_edits, unresolved
from briefings.compose.shortening import ShortForms, asides, conversions, scene_edits
from briefings.compose.verbs import capital, has_verb, is_broken, is_finite
from briefings.compose.windows import EDGE, windows
from briefings.extract.datelines import DATELINE
from briefings.facts import Fact, Sentence
from briefings.reconcile.referents import Edit
from briefings.reconcile.subjects import LONGEST_SENTENCE
from briefings.stories import Article

LONGEST = 45  # words; a longer line is not used

_HALF_A_PAIR = re.compile(r"\bbetween\b(?! (?:them|us|both|the two|these|those|[a-z]+s)\b)(?!.*\band\b)")
# "on the morning of 5 October"
_PART_OF_DAY = re.compile(r"\bthe (?:morning|afternoon|evening|night) of (?=\d)")
# "Late last night" becomes "Late on 27 December"
_LATE = re.compile(r"^(Late|Early) (?=\d{1,2} [A-Z])")
# adverbs that tell nothing once a line stands under its date
_ADVERB = re.compile(r"\b(is|are|was|were|has|have|been) (?:now|also|already|currently) ")
# "Three others are missing": beside no other line, three people are
_OTHERS = re.compile(
    r"^(?P<many>(?:(?:about|some|at least|more than|nearly|almost|around|up to) )?(?:\d[\d,.]*|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens of|hundreds of)) others"
    r" (?=(?:is|are|was|were|have|had|remain|died|suffered|escaped|fled)\b)",
    re.IGNORECASE,
)
# "The rebels then threw", "The council, meanwhile, asked": what ties a line to the one before it
_TIED = re.compile(
    r"(?<!\band)(?<!\bbut)(?<!\bsince)(?<!\buntil)(?<!\bby)(?:,? (?:then|also)|, (?:meanwhile|however|though),)"
    r" (?=(?P<verb>[a-z]+))"
)


class Clause(NamedTuple):
    """A part of a sentence ready to be printed.

    Attributes:
        start, end: offsets of the part in the article's text.
        text: the part with names and dates put in, capital first, no full stop.
        gaps: spans inside it that were left out, offsets in the article's text.
    """

    start: int
    end: int
    text: str
    gaps: tuple[tuple[int, int], ...] = ()


class Clauses:
    """Makes clauses of a story's sentences; edits of a sentence are worked out once.

    Args:
        antecedents: what pronouns stand for.
        today: the ISO day the heading tells; days and months of its year are told without the year.
        short: names that stand by their short forms.
    """

    def __init__(self, antecedents: Antecedents, today: str = "", short: ShortForms | None = None) -> None:
        self._antecedents, self._short = antecedents, short
        self._today, self._year = today, today[:4]
        self._edits: dict[tuple[str, int], list[Edit]] = {}
        self._facts: dict[str, defaultdict[int, list[Fact]]] = {}

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
        if (filed := DATELINE.match(sentence.text)) and high <= filed.end():
            return []
        edits = self._edits_of(article, sentence)
        whole_days = [edit._replace(text=_PART_OF_DAY.sub("", edit.text)) for edit in edits]
        found: dict[str, Clause] = {}
        if fact.attribution and not drop_speaker and (at := sentence.text.find(fact.attribution)) >= 0:
            low, high = min(low, at), max(high, at + len(fact.attribution))
        for start, end, joint in windows(
            sentence.text, low, high, drop_speaker, self._today_end(article, sentence)
        ):
            spare = [gap for gap in asides(sentence.text, start, end) if gap[1] <= low or high <= gap[0]]
            again = conversions(sentence.text, start, end)
            for gaps in [[*spare, *again], []] if spare or again else [[]]:
                left_out = [Edit(*gap, "") for gap in gaps]
                at = sentence.start
                told_less = (gap for gap in gaps if gap not in again)
                dropped = (*told_less, *((edit.start, edit.end) for edit in joint))
                cut = tuple((at + one, at + other) for one, other in dropped)
                for told in (whole_days, edits) if whole_days != edits else (edits,):
                    text = self.finish(sentence.text, start, end, _apart([*joint, *left_out, *told]))
                    if text and text not in found:
                        found[text] = Clause(at + start, at + end, text, cut)
        return sorted(found.values(), key=lambda clause: (len(clause.text.split()), clause.start))

    def finish(self, text: str, start: int, end: int, edits: Sequence[Edit]) -> str | None:
        """The window with its edits applied, or None where it cannot stand alone."""
        while start < end and text[start] in EDGE:
            start += 1
        while end > start and text[end - 1] in EDGE + ".":
            end -= 1
        window = text[start:end]
        if unresolved(text, edits, start, end) or not _balanced(window) or not has_verb(window):
            return None
        line = " ".join(_ADVERB.sub(r"\1 ", _applied(text, start, end, edits)).split())
        line = _TIED.sub(lambda found: " " if is_finite(found["verb"]) else found[0], line)
        line = _OTHERS.sub(r"\g<many> people ", _LATE.sub(r"\1 on ", line))
        if not line or len(line.split()) > LONGEST or is_broken(capital(line)) or not has_verb(line):
            return None
        if not self._antecedents.stands_alone(line):
            return None
        return capital(line)

    def _today_end(self, article: Article, sentence: Sentence) -> int:
        """Where the sentence goes on after ``On Friday,``, where that is the day the heading tells; else 0."""
        for fact in self._facts_of(article)[sentence.start]:
            lead = fact.kind == "date" and self._today and str(fact.value) == self._today
            if lead and sentence.text[: fact.start - sentence.start] in ("", "On "):
                after = fact.end - sentence.start
                return after + 2 if sentence.text[after : after + 2] == ", " else 0
        return 0

    def _facts_of(self, article: Article) -> defaultdict[int, list[Fact]]:
        """The article's facts by the start of their sentence."""
        if article.key not in self._facts:
            self._facts[article.key] = defaultdict(list)
            for fact in article.facts:
                self._facts[article.key][fact.sentence.start].append(fact)
        return self._facts[article.key]

    def _edits_of(self, article: Article, sentence: Sentence) -> list[Edit]:
        place = (article.key, sentence.start)
        if place not in self._edits:
            facts = self._facts_of(article)[sentence.start]
            plain = [fact for fact in facts if fact.kind != "event"]
            edits = [
                *date_edits([fact for fact in facts if fact.kind == "date"], self._year),
                *self._antecedents.edits(article.key, sentence),
                *scene_edits(sentence.text, plain),
                *(self._short.edits(sentence.text, plain) if self._short else ()),
            ]
            self._edits[place] = _apart(edits)
        return self._edits[place]


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


def _balanced(text: str) -> bool:
    """Quotation marks and brackets opened in the text are closed in it, ``between`` has its ``and``."""
    return (
        text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and not text.startswith(('"', "“"))
        and not _HALF_A_PAIR.search(text)
    )
