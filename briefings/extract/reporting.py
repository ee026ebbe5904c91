"""Who says so: the reporting words of a sentence (``X said``, ``according to X``), and what they govern.

A frame is the speaker with the reporting verb and the day or place it was said; it stands before what is said
(``The coastguard said on Friday that ...``) or after it (``..., the coastguard said``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from briefings.extract.calendar_words import MONTH_NAMES
from briefings.extract.proper_names import looks_like_person
from briefings.extract.saying_words import SAYING, SHOWING
from briefings.extract.signs import REPORT, signs
from briefings.extract.wordlist import any_of, word_set
from briefings.patterns import Pattern

_VERB: Final = Pattern(rf"\b{any_of(' '.join(sorted(SAYING | SHOWING)))}\b")
_INVERTIBLE: Final = word_set("said says wrote writes added adds warned explained")
_ACCORDING: Final = Pattern(r"\b[Aa]ccording to ")
_DAY: Final = (
    "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|last (?:night|week|month|year)"
    "|this (?:week|morning|afternoon|evening))(?: (?:morning|night|evening|afternoon))?"
)
_MONTHS: Final = f"(?:{'|'.join(MONTH_NAMES)})"
_ADVERBIAL: Final = Pattern(
    rf"\s(?:(?:late |early )?(?:on )?{_DAY}|on (?:{_MONTHS} \d+|\d+ {_MONTHS})|earlier|later|separately|afterwards"
    r"|in an? [a-z ]{0,30}?(?:statement|interview|report|email|letter|speech|briefing)"
    r"|in [A-Z]\w+(?: [A-Z]\w+)?|at an? [a-z ]{0,20}?(?:conference|briefing|meeting|hearing))\b(?!['’])"
)
_LISTENER: Final = Pattern(
    r"\s(?:(?:the|a|an|his|her|its|their) )?[\w'’.-]+(?: [A-Z][\w'’.-]+){0,4}"
    r"(?: (?:news|agency|television|radio|newspaper|conference))*"
)
_CLAUSE_FOLLOWS: Final = Pattern(
    r",?\s(?:that\b|(?:it|he|she|they|there|we)\b|[^.;]{0,160}?"
    r"\b(?:is|are|was|were|has|have|had|will|would|could)\b)"
)
_BETWEEN: Final = word_set("has have had also earlier later then now again reportedly since already")
_NO_SUBJECT: Final = word_set("""
been was were is are being be as to not a an the of at in on for by with from his her its their some more
""")
_CUT: Final = Pattern(
    r"[;\"“”]|:\s|\s[-–—]+\s|,\s(?:and|but|while|as|where|when|that)\s"
    r"|\b(?:[Ww]hile|as|that|because|but|although|though|when|if|after|before|since|until|whether)\s"
)
_PRONOUNS: Final = word_set(
    "he she it they we i you who which that this these those one some many others what there both all"
)
_PERSONAL: Final = word_set("he she it they we i you")
_MAX_ASIDE: Final = 4  # words of a name set off by commas, its title included
_OPENING: Final = Pattern(
    rf"\s*(?:(?:and|but|so|yet|meanwhile|however|earlier|later|also|still|{_DAY}|in a statement),?\s)+",
    re.IGNORECASE,
)
_FINITE: Final = Pattern(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|\w{2,}ed)\b")
_DID: Final = Pattern(
    r"\b(?:lost|won|fell|rose|came|went|took|left|met|found|got|sent|broke|hit|shot|grew)\b"
)
_ASIDE: Final = Pattern(r"(?:who|whom|whose|which|where|when|\w+(?:ed|ing)|born|built|held|made)\b")
_SOURCE_ENDS: Final = Pattern(r",\s|;|\.\s|\.?[\"”’]?\s*$|\s(?:which|who)\s")
_SPEAKER_ENDS: Final = Pattern(r",\s|;|\.\s|\.?[\"”’]?\s*$|\s(?:who|in|on|at|after|as)\s")
_AFTER_QUOTE: Final = Pattern(r"[\"”’]\s$|,\s$")
_QUOTES: Final = Pattern(r"[\"“”]")
_THAT: Final = Pattern(r"[,:]?\s(?:that\s)?")
_BACK: Final = 200  # characters looked back for a speaker
_MARGIN: Final = 8  # characters before the first word of a sentence
_MAX_SPEAKER: Final = 18  # words


class Frame(NamedTuple):
    """Reporting words: ``text[start:end]``; ``speaker`` is empty where only a pronoun stands for it.

    ``before`` tells that what is said follows.
    """

    start: int
    end: int
    speaker: str
    before: bool


@lru_cache(maxsize=8192)
def frames(text: str) -> tuple[Frame, ...]:
    """The reporting frames of a sentence, in order; none inside a quotation.

    The last sentences asked for are remembered: three finders ask for the same ones.
    """
    if not signs(text) & REPORT:
        return ()
    found: list[Frame] = []
    quotations = Quotations(text) if '"' in text or "“" in text or "”" in text else None
    for match in _VERB.finditer(text):
        if (found and match.start() < found[-1].end) or (quotations and quotations.hold(match.start())):
            continue
        frame = _inverted(text, match) or _frame(text, match, found[-1] if found else None)
        if frame is not None:
            found.append(frame)
    if "ccording to " in text:
        found += [_by_source(text, match) for match in _ACCORDING.finditer(text)]
        found.sort(key=lambda frame: frame.start)
    return tuple(found)


def governing(found: Sequence[Frame], start: int, end: int) -> Frame | None:
    """The frame that governs the span, or None: the nearest one before it, else the first one after it."""
    opened: Frame | None = None
    for frame in found:
        if frame.start < end and start < frame.end:
            return frame
        if frame.end <= start:
            opened = frame if frame.before else None
        elif frame.start >= end and not frame.before:
            return opened or frame
    return opened


class Quotations:
    """Which places of a sentence stand between quotation marks, one opened in an earlier sentence included."""

    def __init__(self, text: str) -> None:
        self._marks = [(match.start(), match.group()) for match in _QUOTES.finditer(text)]
        first, mark = self._marks[0] if self._marks else (0, "")
        self._opened = first > 0 and (mark == "”" or (mark == '"' and text[first - 1] in ",.?!"))

    def hold(self, pos: int) -> bool:
        """Whether ``pos`` stands inside a quotation."""
        count = bisect_left(self._marks, (pos, ""))
        if count == 0:
            return self._opened
        mark = self._marks[count - 1][1]
        return mark == "“" or (mark == '"' and (count + self._opened) % 2 == 1)


def _by_source(text: str, match: re.Match[str]) -> Frame:
    """``according to X``, up to the next comma or full stop."""
    limit = match.end() + _BACK
    stop = _SOURCE_ENDS.search(text, match.end(), limit)
    end = stop.start() if stop else min(limit, len(text))
    return Frame(match.start(), end, _speaker(text[match.end() : end]), _opens(text, match.start()))


def _opens(text: str, start: int) -> bool:
    """Whether only quotation marks and spaces stand before."""
    return start < _MARGIN and not text[:start].strip(" \n\"“'‘")


def _inverted(text: str, verb: re.Match[str]) -> Frame | None:
    """``..., said Ada Moore, a ...``: the speaker after the verb; what is said holds a verb of its own."""
    if verb.group() not in _INVERTIBLE:
        return None
    closing = _AFTER_QUOTE.search(text, max(0, verb.start() - 3), verb.start())
    if closing is None:
        return None
    if closing.group()[0] == "," and not _is_told(text[: closing.start()]):
        return None
    limit = verb.end() + _BACK
    stop = _SPEAKER_ENDS.search(text, verb.end(), limit)
    end = stop.start() if stop else min(limit, len(text))
    words = text[verb.end() : end]
    if len(words.split()) > _MAX_SPEAKER or _FINITE.search(words):
        return None
    speaker = _speaker(words)
    return Frame(verb.start(), end, speaker, before=False) if speaker else None


def _is_told(words: str) -> bool:
    """Whether they hold a clause: a verb of their own, in another part than ``who was ill`` and ``born in 1960``."""
    parts = [part.lstrip() for part in words[-2 * _BACK :].split(",")]
    told = [part for n, part in enumerate(parts) if n == 0 or not _ASIDE.match(part)]
    return any(_FINITE.search(part) or _DID.search(part) for part in told)


def _frame(text: str, verb: re.Match[str], last: Frame | None) -> Frame | None:
    if text.startswith(" of ", verb.end()):
        return None
    end = _past_adverbials(text, verb)
    rest = text[end : end + 3]
    closes = not rest.strip(" .\"”'") or rest[0] in ".;,)"
    if not closes and _VERB.match(text, end + 1):
        return None
    if not closes and verb.group() in SHOWING and not _CLAUSE_FOLLOWS.match(text, end):
        return None
    subject = _subject(text, verb.start(), last)
    if subject is None:
        return None
    start, speaker = subject
    if verb.group() in SHOWING and last is not None and last.before and start <= last.end + 1:
        return None
    if text.startswith(" and ", end) and text[max(0, start - 2) : start] == ", ":
        closes = True
    before = not closes or (rest[:1] == "," and _opens(text, start))
    if before and (that := _THAT.match(text, end)):
        end = that.end()
    return Frame(start, end, speaker, before)


def _subject(text: str, verb_start: int, last: Frame | None) -> tuple[int, str] | None:
    """Where the subject of a reporting verb starts and who that is; None where there is no subject."""
    floor = max(last.end if last else 0, verb_start - _BACK)
    words = text[floor:verb_start].rstrip()
    while (word := _last_word(words)) in _BETWEEN:
        words = words[: -len(word)].rstrip()
    if not word or word in _NO_SUBJECT:
        return None
    aside = ""
    if words.endswith(","):
        words, _, aside = words[:-1].rpartition(", ")
    start = floor + _after_last(_CUT, words)
    start += _skip(text[start : floor + len(words)])
    subject = text[start : floor + len(words)].strip()
    if subject in ("and", "but", "and that", "but that"):
        return start, last.speaker if last else ""
    return _named(text[start : floor + len(words)], aside, start)


def _named(words: str, aside: str, start: int) -> tuple[int, str] | None:
    """The speaker among the words before the verb; a name in the aside joins it (``The mayor, Ada Moore,``)."""
    parts, added = words.split(), aside.split()
    if not 0 < len(parts) <= _MAX_SPEAKER or _FINITE.search(words.partition(" who ")[0]):
        return None
    if (parts[0].lower() in _PERSONAL and len(parts) > 1) or "than" in parts:
        return None
    if looks_like_person(added[-2:]) and len(added) <= _MAX_ASIDE:
        words = f"{words}, {aside}"
    return start, _speaker(words)


def _last_word(words: str) -> str:
    """The last word in lower case; empty where there is none."""
    return words.rsplit(None, 1)[-1].lower() if words else ""


def _after_last(pattern: Pattern, words: str) -> int:
    """The end of the pattern's last match, or 0."""
    end = 0
    for match in pattern.finditer(words):
        end = match.end()
    return end


def _skip(words: str) -> int:
    """How many characters before the subject are adverbials or a clause of their own."""
    comma = words.rfind(", ")
    skipped = comma + 2 if comma >= 0 else 0
    head, joined, _ = words[skipped:].rpartition(" and ")
    if joined and _FINITE.search(head):
        skipped += len(head) + len(joined)
    opening = _OPENING.match(words, skipped)
    skipped = opening.end() if opening else skipped
    while skipped < len(words) and words[skipped].isspace():
        skipped += 1
    return skipped


def _speaker(words: str) -> str:
    """The speaker without quotes, its article in lower case; empty for a pronoun."""
    plain = " ".join(words.split()).strip(' "“”‘’,.')
    if plain.lower() in _PRONOUNS or not any(letter.isalpha() for letter in plain):
        return ""
    article = plain.partition(" ")[0]
    return plain[0].lower() + plain[1:] if article in ("The", "A", "An", "Some", "One") else plain


def _past_adverbials(text: str, verb: re.Match[str]) -> int:
    """The end of the verb with its listener (``told reporters``) and its day or place."""
    end = verb.end()
    if verb.group() in ("told", "tells"):
        listener = _LISTENER.match(text, end)
        end = listener.end() if listener else end
    while adverbial := _ADVERBIAL.match(text, end):
        end = adverbial.end()
    return end
