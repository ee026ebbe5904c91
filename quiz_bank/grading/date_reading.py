"""Reads the dates of an answer, in any usual form, from left to right (rule 14)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefings.extract.wordlist import word_set
from quiz_bank.grading.date_drafts import Draft, full_year, moments_of
from quiz_bank.grading.date_words import (
    DAYS_OF,
    DECADES,
    MONTHS,
    ROMAN,
    SEASONS,
    WEEKDAYS,
    plain_date_text,
)
from quiz_bank.grading.moments import Moment

_DENIALS = frozenset(("not", "never", "isnt", "wasnt", "neither", "nor", "except"))
#: What moves a date: -1 to earlier, 1 to later.
SHIFTS: dict[str, int] = {
    "before": -1, "until": -1, "till": -1, "prior": -1, "after": 1, "following": 1,
}  # fmt: skip
_RELATIVE = word_set("yesterday today tomorrow tonight ago recently lately now")
_RELATIVE_IF = frozenset(("last", "next", "previous", "this"))
_NUMBERS_ALONE = re.compile(r"\d{1,2}-\d{1,2}[.!]?")
_RELATIVE_TO = word_set("""
    week month year day spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday""")

# One alternative a form, the longer first; the name of its last group tells which matched.
_PIECE = re.compile(
    "|".join(
        (
            r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]m\b)",
            r"(?P<iy>\d{4})[-/.](?P<im>\d{1,2})[-/.](?P<iso>\d{1,2})(?!\d)(?:t[\d:.z+]*)?",
            r"(?P<wy>\d{4})-?w(?P<isoweek>\d{1,2})(?!\d)",
            r"(?P<cy>(?:1[5-9]|20|21)\d\d)(?P<cm>[01]\d)(?P<compact>[0-3]\d)(?!\d)",
            r"(?P<a>\d{1,2}) ?(?P<sep>[-/.]) ?(?P<b>\d{1,2}) ?(?P=sep) ?'?(?P<slashed>\d{4}|\d{2})(?!\d)",
            r"(?P<my>\d{1,2})[/.-](?P<monthyear>(?:1[0-9]|20|21)\d\d)(?!\d)",
            r"(?P<ym>\d{4})[/-](?P<yearmonth>\d{1,2})(?![\d/-])",
            r"(?P<sa>\d{1,2})(?P<ssep>[/.])(?P<short>\d{1,2})(?![\d/])\.?",
            r"'?(?P<decade>\d{2,4})'?s\b",
            r"(?P<century>\d{1,2})(?:st|nd|rd|th)? (?:century|cent|c)\b",
            r"(?P<ordinal>\d{1,2})(?:st|nd|rd|th)\b",
            r"(?P<apostrophe>')?(?P<number>\d{1,4})(?!\d)",
            r"(?P<big>\d+)",
            r"(?P<period>[qh][1-4]\b|wk[1-5]\b)",
            r"(?P<word>[^\W\d_]+)",
            r"(?P<sign>[^\w\s])",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One date of an answer: every way to read it, and whether it is denied."""

    moments: tuple[Moment, ...]
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an answer, and what was said around them.

    Attributes:
        readings: in order.
        ranged: they are the ends of a range.
        shifted: -1 before or until one, 1 after one, 0 at it.
        relative: named by the day of speaking (``yesterday``).
        impossible: something in it has the form of a date that no calendar has.
    """

    readings: tuple[Reading, ...]
    ranged: bool = False
    shifted: int = 0
    relative: bool = False
    impossible: bool = False


def dates_of(text: str, *, asked: str = "day", near: int | None = None) -> Dates:
    """Reads the dates of a cleaned answer.

    ``asked``: ``day``, ``month`` or ``year``: where a year is asked a bare 17 is one, where a month is asked
    the 17 of "Oct 17" is a day or a year. ``near``: the asked year; two digits that are its last stand for it.
    """
    if asked == "day" and _NUMBERS_ALONE.fullmatch(text):
        text = text.replace("-", "/")  # two days of which month would be no answer: 3-11 is a date like 3/11
    return _Reader(plain_date_text(text), asked, near).read()


class _Reader:
    """Reads one answer into drafts, closing one whenever the next date begins."""

    def __init__(self, text: str, asked: str, near: int | None) -> None:
        self.pieces = [(match.lastgroup or "sign", match) for match in _PIECE.finditer(text)]
        self.asked = asked
        self.near = near
        self.draft = Draft()
        self.found: list[Reading] = []
        self.denied = self.ranged = self.relative = self.impossible = False
        self.shifted = 0
        self.opened = False  # "from", "between" or "to" was said
        self.last = ""

    def read(self) -> Dates:
        for index, (name, match) in enumerate(self.pieces):
            handler = _HANDLERS.get(name)
            if handler is not None:
                handler(self, match, index)
            if name != "sign":
                self.last = match.group()
        self._close()
        return Dates(tuple(self.found), self.ranged, self.shifted, self.relative, self.impossible)

    def _iso(self, match: re.Match[str], index: int) -> None:
        self._whole(Moment(int(match["iy"]), int(match["im"]), int(match["iso"])))

    def _iso_week(self, match: re.Match[str], index: int) -> None:
        self._whole(Moment(int(match["wy"]), week=int(match["isoweek"])))

    def _compact(self, match: re.Match[str], index: int) -> None:
        self._whole(Moment(int(match["cy"]), int(match["cm"]), int(match["compact"])))

    def _slashed(self, match: re.Match[str], index: int) -> None:
        self._day_and_month(int(match["a"]), int(match["b"]), full_year(match["slashed"], self.near))

    def _month_year(self, match: re.Match[str], index: int) -> None:
        self._whole(Moment(int(match["monthyear"]), int(match["my"])))

    def _year_month(self, match: re.Match[str], index: int) -> None:
        """2017-10 is a month; 2014-15 and 2014/15 are ranges of years."""
        year, second = int(match["ym"]), int(match["yearmonth"])
        if 1 <= second <= 12:
            self._whole(Moment(year, second))
        else:
            self.ranged = True
            self._whole(Moment(year))
            self._whole(Moment(year - year % 100 + second))

    def _short(self, match: re.Match[str], index: int) -> None:
        """3/11 is a date, but two days where a month stands beside it: 3/4 November."""
        if match["ssep"] == "/" and (self.draft.month or self._month_follows(index)):
            self.ranged = True
        else:
            self._day_and_month(int(match["sa"]), int(match["short"]), None)

    def _big(self, match: re.Match[str], index: int) -> None:
        """Digits without separators that are no ISO date: 03112017 or 11032017."""
        digits = match["big"]
        if len(digits) == 8:
            self._day_and_month(int(digits[:2]), int(digits[2:4]), int(digits[4:]))
        else:
            self.impossible = True

    def _day_and_month(self, first: int, second: int, year: int | None) -> None:
        self._whole(Moment(year, second, first), Moment(year, first, second))

    def _whole(self, *moments: Moment) -> None:
        real = tuple(moment for moment in moments if moment.real)
        if not real:
            self.impossible = True
            return
        if self.draft.complete or self.draft.month or self.draft.year:
            self._close()
        self.draft.complete = real

    def _decade(self, match: re.Match[str], index: int) -> None:
        value = int(match["decade"])
        if len(match["decade"]) == 2:
            value += 1900 if value >= 30 else 2000
        if value % 100 == 0 and value % 1000:
            self._put("century", value)
        else:
            self._put("decade", value - value % 10)

    def _century(self, match: re.Match[str], index: int) -> None:
        self._put("century", (int(match["century"]) - 1) * 100)

    def _period(self, match: re.Match[str], index: int) -> None:
        self.draft.part = match.group()

    def _ordinal(self, match: re.Match[str], index: int) -> None:
        self._day(int(match["ordinal"]), is_day=True)

    def _number(self, match: re.Match[str], index: int) -> None:
        digits = match["number"]
        if len(digits) == 4:
            self._year(int(digits), before_christ=self._word_after(index) == "bc")
        elif len(digits) == 3:
            self.impossible = True
        elif match["apostrophe"] and len(digits) == 2:
            self._year(full_year(digits, self.near))
        elif self.last in ("week", "wk"):
            self._put("week", int(digits))
        else:
            self._day(int(digits), is_day=False)

    def _put(self, field: str, value: int | str) -> None:
        if getattr(self.draft, field) not in (None, ""):
            self._close()
        setattr(self.draft, field, value)

    def _year(self, value: int, before_christ: bool = False) -> None:
        draft = self.draft
        if before_christ:
            self.impossible = True
        elif draft.complete and all(moment.year is None for moment in draft.complete):
            draft.complete = tuple(replace(moment, year=value) for moment in draft.complete)
        elif draft.year is None and not draft.complete:
            draft.year = value
        elif draft.year != value and not any(moment.year == value for moment in draft.complete):
            self._close()
            self.draft.year = value

    def _day(self, value: int, is_day: bool) -> None:
        """A small number: a day, or a two-digit year where the day is known already or no day is asked."""
        if self.draft.complete:
            if any(moment.day == value for moment in self.draft.complete):
                return
            self._close()
        draft = self.draft
        if not is_day and draft.day is not None and draft.month is not None and draft.year is None:
            draft.year = full_year(f"{value:02d}", self.near)
        elif not is_day and value > 31:
            if self.asked == "day" and draft.month is not None:
                self.impossible = True
            else:
                self._year(full_year(f"{value:02d}", self.near))
        else:
            if draft.day not in (None, value):
                self._close()
            self.draft.day = value
            self.draft.year_fits = not is_day and (self.draft.month is not None or self.asked == "year")

    def _word(self, match: re.Match[str], index: int) -> None:
        word = match.group()
        if word in MONTHS:
            if not (word == "may" and self._word_after(index) in ("be", "have")):
                self._month(MONTHS[word])
        elif word in WEEKDAYS:
            if self.draft.weekday not in (None, WEEKDAYS[word]):
                self._close()
            self.draft.weekday = WEEKDAYS[word]
        elif word in SEASONS:
            self._put("season", word)
        elif word in DECADES:
            self._put("decade", DECADES[word] + (1900 if DECADES[word] >= 30 else 2000))
        elif word in DAYS_OF:
            self.draft.part = word
        elif word in ROMAN and self.draft.day and not self.draft.month:
            self.draft.month = ROMAN[word]
        else:
            self._said(word, index)

    def _month(self, month: int) -> None:
        if self.draft.month == month or any(moment.month == month for moment in self.draft.complete):
            return
        if self.draft.month is not None or self.draft.complete:
            self._close()
        self.draft.month = month
        self.draft.year_fits = False

    def _said(self, word: str, index: int) -> None:
        """Words that say something about the dates around them."""
        if word in _DENIALS:
            self._close()
            self.denied = True
        elif word in SHIFTS:
            self.shifted = SHIFTS[word]
        elif word == "but":
            self._close()
            self.denied = False
        elif word in ("or", "and"):
            self._joint(index)
        elif word in ("to", "through", "between"):
            self.opened = True
        elif word in _RELATIVE:
            self.relative = True
        elif word in _RELATIVE_IF:
            after = self._word_after(index)
            self.relative = self.relative or after in _RELATIVE_TO or (after in MONTHS and word != "this")

    def _joint(self, index: int) -> None:
        """The words "or" and "and" end a date where another begins; "3 or 4 November" shares its month."""
        if self.draft.empty:
            return
        rest = [match.group() for name, match in self.pieces[index + 1 :] if name != "sign"]
        if any(piece[0].isdigit() or piece in MONTHS or piece in WEEKDAYS for piece in rest):
            self._close()

    def _sign(self, match: re.Match[str], index: int) -> None:
        sign = match.group()
        if sign == "," and self.denied:
            self._close()
            self.denied = False
        if self.draft.empty:
            return
        if sign == "-":
            self.ranged = self.ranged or self._is_range(index)
        elif sign in "?;/|":
            follows_number = (
                sign == "/" and index + 1 < len(self.pieces) and self.pieces[index + 1][0] == "number"
            )
            self.ranged = self.ranged or (follows_number and self.draft.day is not None)
            self._close()

    def _is_range(self, index: int) -> bool:
        """Whether a hyphen stands between two days or two years: 3-5 November, 2014-2015, but not 3-Nov-17."""
        if not 0 < index < len(self.pieces) - 1:
            return False
        (before, one), (after, other) = self.pieces[index - 1], self.pieces[index + 1]
        if not {before, after} <= {"number", "ordinal"}:
            return False
        sizes = [len(re.sub(r"\D", "", match.group())) for match in (one, other)]
        if sizes[0] != sizes[1] and max(sizes) > 2:
            return False
        known = self.draft.month is not None and self.draft.day is not None
        return not known or max(sizes) > 2 or self._month_follows(index)

    def _month_follows(self, index: int) -> bool:
        following = self.pieces[index + 1 : index + 4]
        return any(name == "word" and match.group() in MONTHS for name, match in following)

    def _word_after(self, index: int) -> str:
        following = (match.group() for name, match in self.pieces[index + 1 : index + 3] if name == "word")
        return next(following, "")

    def _close(self) -> None:
        """Ends the date being read."""
        draft, self.draft = self.draft, Draft()
        if draft.empty:
            self.draft.part = draft.part
            return
        real = tuple(moment for moment in moments_of(draft, self.asked, self.near) if moment.real)
        if not real:
            self.impossible = True
            return
        self.ranged = self.ranged or (self.opened and bool(self.found))
        self.found.append(Reading(real, self.denied))


_HANDLERS: dict[str, Callable[[_Reader, re.Match[str], int], None]] = {
    "iso": _Reader._iso,
    "isoweek": _Reader._iso_week,
    "compact": _Reader._compact,
    "slashed": _Reader._slashed,
    "monthyear": _Reader._month_year,
    "yearmonth": _Reader._year_month,
    "short": _Reader._short,
    "decade": _Reader._decade,
    "century": _Reader._century,
    "ordinal": _Reader._ordinal,
    "number": _Reader._number,
    "big": _Reader._big,
    "period": _Reader._period,
    "word": _Reader._word,
    "sign": _Reader._sign,
}
