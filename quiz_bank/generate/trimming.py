"""A sentence made ready to be cut: its mark set apart, without dateline, brackets and dashes, clefts told straight."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefings.extract.calendar_words import MONTH_NAMES
from briefings.extract.datelines import DATELINE
from quiz_bank.generate.grammar import in_quotation, starts_with_verb
from quiz_bank.generate.setting import PLAIN_NAME

MOST_CHARACTERS = 600
_PAIRED = 3  # pieces of a text with one aside between dashes
_PARENTHESIS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_AGE_ASIDE = re.compile(r", (?:aged )?\d{1,2},(?: (?:of|from) [A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+)?,?)?(?= )")
_OR_A_SHARE = re.compile(
    r", or (?:about |nearly |only )?(?:[A-Z]{0,2}[$£€])?[\w.]+(?: [a-z]+){0,2} (?:a|per) share"
    r"(?:,(?= (?:in|from|for|on|a year)\b)|(?=[,;]|$))"
)  # the same sum a second time
_SPACES = re.compile(r"\s+")
_NO_STATEMENT = re.compile(r"(?:\?|\.\.\.|…|:)[\"”']?$")
_FULL_STOP = re.compile(r"[.!;]+([\"”’']?)$")
_ASIDE_MARK = re.compile(r"[(\[)\]:–—]| -| _|, (?:aged )?\d{1,2},")
_DASH = re.compile(r"(?<!\d)\s(?:-|–|—|--|_)\s|\s(?:-|–|—|--|_)\s(?!\d)")  # not in "1 – 0"

_DATE_FIRST = re.compile(
    rf"^(?:In|By|Since|On) (?:(?:early|late|mid) )?(?:\d{{1,2}} )?(?:(?:{'|'.join(MONTH_NAMES)}) )?\d{{4}}"
    r"(?= (?:[A-Z][a-z]|the |an? ))"
)
_APPOSED = re.compile(
    rf"^(?P<head>(?:The )?(?:{PLAIN_NAME})), (?:an?|the|who|which|whose|former|one of)\b[^,]{{2,120}}, (?P<rest>.+)$"
)
_CLEFT = re.compile(r"^It (?:was|is)(?: also| only| not until)? (?P<link>[io]n) $")
_CLEFT_ON = re.compile(r"^(?:, [^,]*,)? that (?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in three pieces, without its final stop.

    Attributes:
        before, mark, after: the text around the figure, and the figure as printed.
        speaker: whom the sentence credits, as printed, or empty.
        reported_when: the mark stands beside the reporting verb: it is the day of a statement.
    """

    before: str
    mark: str
    after: str
    speaker: str = ""
    reported_when: bool = False

    @property
    def text(self) -> str:
        """The clause as one string."""
        return f"{self.before}{self.mark}{self.after}"

    def with_text(self, before: str, after: str) -> Clause:
        """The clause with other words around its mark; itself where they are the same."""
        if before == self.before and after == self.after:
            return self
        return Clause(before, self.mark, after, self.speaker, self.reported_when)


def trimmed(sentence: str, start: int, end: int) -> Clause | None:
    """The whole sentence around its mark, without asides in brackets or dashes; None where it is no prose."""
    if len(sentence) > MOST_CHARACTERS or "``" in sentence:
        return None
    pieces = (sentence[:start], sentence[start:end], sentence[end:])
    before, mark, after = (_SPACES.sub(" ", piece) for piece in pieces)
    before, after = before.lstrip(" •*·-–—"), after.rstrip()
    if before or mark:
        before = DATELINE.sub("", before)
    else:
        after = DATELINE.sub("", after)
    before = _DATE_FIRST.sub(lambda found: f"{found.group()},", before)
    if _NO_STATEMENT.search(after) or in_quotation(before, after):
        return None
    if after[-2:].strip("\"”’'")[-1:] in tuple(".!;"):
        after = _FULL_STOP.sub(r"\1", after)
    before, after = _OR_A_SHARE.sub("", before), _OR_A_SHARE.sub("", after)
    return _without_asides(_uncleft(Clause(before, mark, after)))


def _uncleft(clause: Clause) -> Clause:
    """``It was in May that Lorn fell`` told straight: ``In May, Lorn fell``."""
    opening, rest = _CLEFT.match(clause.before), _CLEFT_ON.match(clause.after)
    if not opening or not rest:
        return clause
    return replace(clause, before=f"{opening['link'].capitalize()} ", after=f", {rest['rest']}")


def without_apposition(clause: Clause) -> Clause | None:
    """``Ada Verrin, an owner of boats, was fined`` without what stands between name and verb; None for others."""
    found = _APPOSED.match(clause.before)
    told = found and starts_with_verb(found["rest"])
    return clause.with_text(f"{found['head']} {found['rest']}", clause.after) if found and told else None


def _after_age(match: re.Match[str]) -> str:
    """Nothing where the verb follows the age, else a comma: ``Ada Salm, 53, her husband and`` is a list."""
    following = match.string[match.end() :].lstrip()
    return "" if not following or starts_with_verb(following) else ","


def _without_asides(clause: Clause) -> Clause | None:
    if not _ASIDE_MARK.search(clause.text):
        return clause.with_text(clause.before, clause.after.rstrip(" ,"))
    before, after = (
        _AGE_ASIDE.sub(_after_age, _PARENTHESIS.sub("", piece)) for piece in (clause.before, clause.after)
    )
    pieces = _DASH.split(before)
    before = " ".join(pieces[::2])
    if (
        re.search(r"[(\[]", before)
        or re.search(r"[)\]]", after)
        or len(pieces) == 2
        or re.search(r":\s", before)
    ):
        return None
    around = _DASH.split(after)
    after = " ".join(around[::2] if len(around) == _PAIRED else around[:1]).rstrip(" ,")
    return replace(clause, before=before, after=re.split(r":\s", after)[0])
