"""Judges dates: any usual form is read, then compared part by part (rule 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from briefings.errors import BriefingError
from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.number_words import ONES, ORDINALS, TENS
from quiz_bank.grading.verdicts import Verdict, best, close, correct, wrong
from quiz_bank.keys import Key

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
MONTHS: dict[str, int] = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_WEEKDAYS = (
    "monday mon mondays", "tuesday tue tues tuesdays", "wednesday wed weds wednesdays",
    "thursday thu thur thurs thursdays", "friday fri fridays", "saturday sat saturdays", "sunday sun sundays",
)  # fmt: skip
WEEKDAYS: dict[str, int] = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
#: Months of a season, north of the equator; winter belongs to the year of its January and to that of its December.
SEASONS: dict[str, tuple[int, ...]] = {
    "spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "fall": (9, 10, 11), "winter": (12, 1, 2),
}  # fmt: skip
_RELATIVE = word_set("yesterday today tomorrow tonight ago last next previous recently lately now")
_RELATIVE_TO = word_set("week month year day friday monday tuesday wednesday thursday saturday sunday")
_PARTS_OF_MONTH = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (11, 20), "middle": (11, 20),
                   "late": (21, 31), "end": (21, 31)}  # fmt: skip
_DENIALS = frozenset(("not", "never", "isnt", "wasnt", "neither", "nor", "except"))
_BEFORE_AFTER = frozenset(("before", "after", "until", "till", "prior", "following"))
_DECADES = {word[:-1] + "ies": number for word, number in TENS.items() if number >= 20}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
          "xii": 12}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known; None for what is left open.

    Attributes:
        year, month, day, weekday (0 Monday): its parts.
        months: months it may lie in, for seasons and parts of a year; empty where the month is known or open.
        decade: first year of a decade; century: first year of a century.
        week: ISO week.
        days: first and last day of a part of the month (``early``, ``late``).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    months: tuple[int, ...] = ()
    decade: int | None = None
    century: int | None = None
    week: int | None = None
    days: tuple[int, int] | None = None

    @property
    def real(self) -> bool:
        """Whether the calendar has it; without a year 29 February counts."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.year is not None and not 1 <= self.year <= 9999:
            return False
        if self.day is None:
            return True
        if not 1 <= self.day <= 31:
            return False
        if self.month is None:
            return True
        try:
            date(self.year or 2000, self.month, self.day)
        except ValueError:
            return False
        return True


_KEY = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"|--(?P<m>\d{2})(?:-(?P<d>\d{2}))?"
    r"|(?P<decade>\d{3})X"
    r"|(?P<y>\d{4})-W(?P<week>\d{2})"
)


@lru_cache(maxsize=2048)
def moment_of_key(value: str) -> Moment:
    """Reads the ISO date of a key, as long as its precision.

    Raises:
        BriefingError: it is no such date.
    """
    match = _KEY.fullmatch(value.strip())
    found = None
    if match:
        part = {name: int(text) for name, text in match.groupdict().items() if text is not None}
        if "decade" in part:
            found = Moment(decade=part["decade"] * 10)
        elif "week" in part:
            found = Moment(year=part["y"], week=part["week"])
        else:
            found = Moment(part.get("year"), part.get("month", part.get("m")), part.get("day", part.get("d")))
    if found is None or not found.real:
        raise BriefingError(
            f"the date key's value {value!r} is no date", "write it as 2017-11-03, 2017-11 or 2017"
        )
    return found


_ISO = r"(?P<iy>\d{4})[-/.](?P<im>\d{1,2})[-/.](?P<id>\d{1,2})(?!\d)(?:t[\d:.z+]*)?"
_COMPACT = r"(?P<cy>(?:1[5-9]|20|21)\d\d)(?P<cm>[01]\d)(?P<cd>[0-3]\d)(?!\d)"
_ISO_WEEK = r"(?P<wy>\d{4})-?w(?P<ww>\d{1,2})(?!\d)"
_SLASHED = r"(?P<a>\d{1,2}) ?(?P<sep>[-/.]) ?(?P<b>\d{1,2}) ?(?:(?P=sep)) ?'?(?P<c>\d{4}|\d{2})(?!\d)"
_SHORT = r"(?P<sa>\d{1,2})(?P<ssep>[/.])(?P<sb>\d{1,2})(?![\d/])\.?"
_MONTH_YEAR = (
    r"(?P<my>\d{1,2})[/.-](?P<yy>(?:1[0-9]|20|21)\d\d)(?!\d)|(?P<ym>\d{4})[/-](?P<mm>\d{1,2})(?![\d/-])"
)
_TIME = r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]m\b)"
_DECADE = r"'?(?P<dec>\d{2,4})'?s\b"
_CENTURY = r"(?P<cent>\d{1,2})(?:st|nd|rd|th)? (?:century|cent|c)\b"
_ORDINAL = r"(?P<ord>\d{1,2})(?:st|nd|rd|th)\b"
_NUMBER = r"(?P<apo>')?(?P<num>\d{1,4})(?!\d)"
_WORD = r"(?P<word>[^\W\d_]+)"
_BIG = r"(?P<big>\d+)"
_PIECE = re.compile(
    "|".join((_TIME, _ISO, _ISO_WEEK, _COMPACT, _SLASHED, _MONTH_YEAR, _SHORT, _DECADE, _CENTURY, _ORDINAL,
              _NUMBER, _BIG, _WORD, r"(?P<sign>[^\w\s])"))
)  # fmt: skip


@dataclass
class _Draft:
    """What is being put together while the answer is read from left to right."""

    year: int | None = None
    month: int | None = None
    days: list[int] | None = None
    weekday: int | None = None
    season: str = ""
    decade: int | None = None
    century: int | None = None
    week: int | None = None
    part: str = ""
    complete: tuple[Moment, ...] = ()

    def empty(self) -> bool:
        return self == _Draft()


@dataclass(frozen=True, slots=True)
class Reading:
    """One date of an answer: every way to read it, and whether it is denied."""

    moments: tuple[Moment, ...]
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an answer, and what was said around them."""

    readings: tuple[Reading, ...]
    ranged: bool = False
    shifted: bool = False
    relative: bool = False
    impossible: bool = False


def dates_of(text: str, *, asked: str = "day", near: int | None = None) -> Dates:
    """Reads the dates of a cleaned answer.

    ``asked``: ``day``, ``month`` or ``year``: where a year is asked a bare 17 is one, where a month is asked
    the 17 of "Oct 17" is a day or a year. ``near``: the asked year; two digits that are its last stand for it.
    """
    return _DateReader(text, asked, near).read()


class _DateReader:
    """Reads a whole answer, piece by piece, into one or several drafts."""

    def __init__(self, text: str, asked: str, near: int | None) -> None:
        text = text.replace("n't", " not").replace("twenty first century", "21st century")
        self.pieces = [(m.lastgroup or "", m) for m in _PIECE.finditer(_mend(text))]
        self.asked = asked
        self.near = near
        self.draft = _Draft()
        self.found: list[Reading] = []
        self.denied = self.ranged = self.shifted = self.relative = self.impossible = False
        self.opened_range = False
        self.words: list[str] = []
        self.last = ""

    def read(self) -> Dates:
        for index, (name, match) in enumerate(self.pieces):
            self._piece(name, match, index)
            if name not in ("sign",):
                self.last = match.group()
        self._close()
        return Dates(tuple(self.found), self.ranged, self.shifted, self.relative, self.impossible)

    def _piece(self, name: str, match: re.Match[str], index: int) -> None:
        group = match.groupdict()
        if group["iy"]:
            self._whole(Moment(int(group["iy"]), int(group["im"]), int(group["id"])))
        elif group["cy"]:
            self._whole(Moment(int(group["cy"]), int(group["cm"]), int(group["cd"])))
        elif group["a"]:
            self._slashed(int(group["a"]), int(group["b"]), group["c"])
        elif group["my"]:
            self._whole(Moment(int(group["yy"]), int(group["my"])))
        elif group["ym"]:
            self._year_month(int(group["ym"]), int(group["mm"]))
        elif group["sa"]:
            self._short(int(group["sa"]), int(group["sb"]), group["ssep"])
        elif group["wy"]:
            self._whole(Moment(int(group["wy"]), week=int(group["ww"])))
        elif group["dec"]:
            self._decade(group["dec"])
        elif group["cent"]:
            self._put("century", (int(group["cent"]) - 1) * 100)
        elif group["ord"]:
            self._number(int(group["ord"]), day=True)
        elif group["num"]:
            self._digits(group["num"], bool(group["apo"]), index)
        elif group["big"]:
            self._big(group["big"])
        elif group["word"]:
            self._word(group["word"], index)
        elif group["sign"]:
            self._sign(group["sign"], index)

    def _whole(self, *moments: Moment) -> None:
        """A date written as one piece; several: ways to read it."""
        real = tuple(moment for moment in moments if moment.real)
        if not real:
            self.impossible = True
            return
        if self.draft.complete or self.draft.month or self.draft.year:
            self._close()
        self.draft.complete = real

    def _big(self, digits: str) -> None:
        """Digits without separators that are no ISO date: 03112017 or 11032017."""
        if len(digits) == 8:
            self._slashed(int(digits[:2]), int(digits[2:4]), digits[4:])
        else:
            self.impossible = True

    def _slashed(self, first: int, second: int, year: str) -> None:
        whole = _full_year(year, self.near)
        self._whole(Moment(whole, second, first), Moment(whole, first, second))

    def _short(self, first: int, second: int, sep: str) -> None:
        day_first, month_first = Moment(None, second, first), Moment(None, first, second)
        if self.draft.month and sep == "/":
            self.ranged = True
            return
        self._whole(day_first, month_first)

    def _year_month(self, year: int, second: int) -> None:
        """2017-10 is a month; 2014-15 and 2014/15 are ranges of years."""
        if 1 <= second <= 12:
            self._whole(Moment(year, second))
        else:
            self.ranged = True
            self._whole(Moment(year))
            self._whole(Moment(second if second > 99 else year - year % 100 + second))

    def _decade(self, digits: str) -> None:
        value = int(digits)
        if len(digits) == 2:
            value += 1900 if value >= 30 else 2000
        if value % 100 == 0 and self.last not in ("early", "mid", "late") and value % 1000:
            self._put("century", value)
        else:
            self._put("decade", value - value % 10)

    def _put(self, field: str, value: int | str) -> None:
        if getattr(self.draft, field) not in (None, "") or (self.draft.complete and field == "month"):
            self._close()
        setattr(self.draft, field, value)

    def _digits(self, digits: str, apostrophe: bool, index: int) -> None:
        value = int(digits)
        if len(digits) == 4 or (len(digits) == 3 and value > 31):
            if self._next_word(index) == "bc":
                self.impossible = True
            self._year(value)
        elif apostrophe and len(digits) == 2:
            self._year(_full_year(digits, self.near))
        elif len(digits) == 3:
            self.impossible = True
        elif self.last in ("week", "wk"):
            self._put("week", value)
        else:
            self._number(value, day=False)

    def _year(self, value: int) -> None:
        draft = self.draft
        if draft.complete and all(moment.year is None for moment in draft.complete):
            draft.complete = tuple(replace(moment, year=value) for moment in draft.complete)
            return
        if draft.year is not None or draft.complete:
            if draft.year == value or any(moment.year == value for moment in draft.complete):
                return
            self._close()
            draft = self.draft
        draft.year = value

    def _number(self, value: int, day: bool) -> None:
        """A small number: a day, or a two-digit year where the day is known already or no day is asked."""
        draft = self.draft
        if draft.complete:
            if any(moment.day == value for moment in draft.complete):
                return
            self._close()
            draft = self.draft
        if draft.days is not None and draft.month is not None and draft.year is None and not day:
            draft.year = _full_year(f"{value:02d}", self.near)
            return
        if not day and value > 31 and self.asked == "day" and draft.month is not None:
            self.impossible = True
            return
        if not day and value > 31:
            self._year(_full_year(f"{value:02d}", self.near))
            return
        if draft.days is not None and value not in draft.days:
            self._close(keep_month=False)
            draft = self.draft
        draft.days = [value]

    def _next_word(self, index: int) -> str:
        for name, match in self.pieces[index + 1 : index + 3]:
            if name == "word":
                return str(match.group())
        return ""

    def _word(self, word: str, index: int) -> None:
        self.words.append(word)
        if word in MONTHS:
            if word == "may" and self._next_word(index) in ("be", "have"):
                return
            month = MONTHS[word]
            draft = self.draft
            if draft.month == month:
                return
            if draft.month is not None or draft.complete:
                if any(moment.month == month for moment in draft.complete):
                    return
                self._close()
            self.draft.month = month
        elif word in WEEKDAYS:
            if self.draft.weekday is not None and self.draft.weekday != WEEKDAYS[word]:
                self._close()
            self.draft.weekday = WEEKDAYS[word]
        elif word in SEASONS and not (word == "fall" and self.last in ("the",)):
            self._put("season", word)
        elif word in _DECADES:
            self._put("decade", 1900 + _DECADES[word] if _DECADES[word] >= 30 else 2000 + _DECADES[word])
        elif word in _PARTS_OF_MONTH:
            self.draft.part = word
        elif word in _DENIALS:
            self._close()
            self.denied = True
        elif word in _BEFORE_AFTER:
            self.shifted = True
        elif word in ("or", "and", "but"):
            self._joint(word, index)
        elif word in ("to", "through", "between"):
            self.opened_range = True
        elif word in _RELATIVE and self._is_relative(word, index):
            self.relative = True
        elif word in _ROMAN and self.draft.days and not self.draft.month and len(word) > 1:
            self.draft.month = _ROMAN[word]

    def _is_relative(self, word: str, index: int) -> bool:
        if word in ("last", "next", "previous"):
            return self._next_word(index) in _RELATIVE_TO or self._next_word(index) in MONTHS
        return word not in ("now", "recently", "lately") or True

    def _joint(self, word: str, index: int) -> None:
        if word == "but":
            self._close()
            self.denied = False
        elif not self.draft.empty():
            held = self.draft
            rest = [match.group() for name, match in self.pieces[index + 1 :] if name != "sign"]
            if any(piece[0].isdigit() or piece in MONTHS or piece in WEEKDAYS for piece in rest):
                self._close()
                if held.month is not None and held.days and rest[0][0].isdigit():
                    self.draft.month = held.month

    def _sign(self, sign: str, index: int) -> None:
        if sign == "-" and not self.draft.empty() and 0 < index < len(self.pieces) - 1:
            before, after = self.pieces[index - 1], self.pieces[index + 1]
            small = ("num", "ord", "apo")
            if before[0] in small and after[0] in small:
                one, two = re.sub(r"\D", "", before[1].group()), re.sub(r"\D", "", after[1].group())
                same_size = len(one) == len(two) or (len(one) <= 2 and len(two) <= 2)
                if same_size and not (
                    self.draft.month and self.draft.days and len(one) <= 2 and not self._month_follows(index)
                ):
                    self.ranged = True
        elif sign in "?;/|" and not self.draft.empty():
            if sign == "/" and index + 1 < len(self.pieces) and self.pieces[index + 1][0] == "num":
                self.ranged = self.ranged or self.draft.days is not None
            self._close()
        elif sign == "," and self.denied:
            self._close()
            self.denied = False

    def _month_follows(self, index: int) -> bool:
        return any(
            match.group() in MONTHS for name, match in self.pieces[index + 1 : index + 4] if name == "word"
        )

    def _close(self, keep_month: bool = False) -> None:
        """Ends the date being read."""
        draft, self.draft = self.draft, _Draft()
        if draft.empty() or (draft.part and replace_part(draft).empty()):
            return
        moments = tuple(_moments(draft, self.asked, self.near))
        real = tuple(moment for moment in moments if moment.real)
        if not real:
            self.impossible = True
            return
        if self.opened_range and self.found:
            self.ranged = True
        self.found.append(Reading(real, self.denied))


def replace_part(draft: _Draft) -> _Draft:
    """The draft without "early", "mid" or "late"."""
    return replace(draft, part="")


def _moments(draft: _Draft, asked: str, near: int | None) -> Iterator[Moment]:
    """The ways to read a draft."""
    if draft.complete:
        for moment in draft.complete:
            year = draft.year if moment.year is None else moment.year
            yield replace(moment, weekday=draft.weekday, year=year)
        return
    base = Moment(
        year=draft.year,
        month=draft.month,
        weekday=draft.weekday,
        decade=draft.decade,
        century=draft.century,
        week=draft.week,
    )
    if draft.season:
        base = replace(base, months=SEASONS[draft.season])
    if draft.part:
        first, last = _PARTS_OF_MONTH[draft.part]
        if draft.month is not None:
            base = replace(base, days=(first, last))
        elif draft.year is not None and not draft.season:
            months = {1: (1, 2, 3, 4), 11: (5, 6, 7, 8), 21: (9, 10, 11, 12)}[first]
            base = replace(base, months=months)
    if draft.days is None:
        yield base
        return
    day = draft.days[0]
    if draft.year is None and asked != "day" and (draft.month is not None or asked == "year"):
        yield replace(base, year=_full_year(f"{day:02d}", near))  # "Oct 17": a year or a day
    if draft.month is not None or asked != "year" or draft.weekday is not None:
        yield replace(base, day=day)


def _full_year(digits: str, near: int | None) -> int:
    """A two-digit year is the asked one where its last digits are these; else it lies within 1930-2029."""
    value = int(digits)
    if near is not None and len(digits) == 2 and near % 100 == value:
        return near
    return value if len(digits) > 2 else value + (1900 if value >= 30 else 2000)


@lru_cache(maxsize=4096)
def _month_meant(word: str) -> str:
    """A month's or weekday's name with its slips mended (one in 5-8 letters, two from nine on), else the word."""
    if len(word) < 4 or word in MONTHS or word in WEEKDAYS or word in ORDINALS or word in SEASONS:
        return word
    if (
        word.startswith("twent")
        or word.startswith("thirt")
        or word in ("later", "marches", "decade", "decades")
    ):
        return word
    from quiz_bank.grading.typos import nearest

    names = tuple(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 4)
    return nearest(word, names, 2 if len(word) >= 9 else 1) or word


def _mend(text: str) -> str:
    """The text with slips in month names mended and spelled years and days as digits."""
    words = re.split(r"([^\W\d_]+)", text.replace("th of", "th ").replace("o'clock", " "))
    for place in range(1, len(words), 2):
        words[place] = _month_meant(words[place])
    return _spelled("".join(words))


_SMALL = {**{word: value for word, value in ONES.items() if 0 < value < 20 and word not in ("both",)}}
_TENS_WORD = "|".join(TENS)
_ONE_WORD = "|".join(
    word for word, value in ONES.items() if 0 < value < 10 and word not in ("both", "pair", "twin", "couple")
)
_TEEN_WORD = "|".join(word for word, value in ONES.items() if value >= 10)
_ORDINAL_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
_UNDER_100 = rf"(?:(?:{_TENS_WORD})(?:[ -](?:{_ONE_WORD}))?|{_TEEN_WORD}|(?:oh|o)[ -](?:{_ONE_WORD}))"
_SPELLED_YEAR = re.compile(
    rf"\b(?:(?P<mil>(?:two|one) thousand)(?: and)?(?: (?P<rest>{_UNDER_100}|{_ONE_WORD}))?"
    rf"|(?P<hundreds>nineteen|twenty|eighteen|seventeen|sixteen|fifteen)[ -](?:hundred(?: and)? ?)?(?P<tail>{_UNDER_100}))\b"
)
_SPELLED_DAY = re.compile(rf"\b(?:(?P<ten>twenty|thirty)[ -])?(?P<unit>{_ORDINAL_WORD})\b")
_SPELLED_CARDINAL = re.compile(
    rf"\b(?:(?P<ten>twenty|thirty)[ -](?P<unit>{_ONE_WORD})|(?P<small>{_UNDER_100}|{_ONE_WORD}))\b"
)


def _spelled(text: str) -> str:
    """Spelled years, ordinals and days as digits: "twenty seventeen", "third of November", "November three"."""
    if not _SPELLING.search(text):
        return text
    text = _SPELLED_YEAR.sub(_year_digits, text)
    text = _SPELLED_DAY.sub(_day_digits, text)
    return _SPELLED_CARDINAL.sub(lambda match: str(_under_100(match.group())), text)


_SPELLING = re.compile("|".join((*ORDINALS, *TENS, *[word for word in ONES if len(word) > 2])))


def _year_digits(match: re.Match[str]) -> str:
    if match["mil"]:
        whole = 2000 if match["mil"].startswith("two") else 1000
        return str(whole + (_under_100(match["rest"]) if match["rest"] else 0))
    century = ONES.get(match["hundreds"]) or TENS[match["hundreds"]]
    return str(century * 100 + _under_100(match["tail"]))


def _day_digits(match: re.Match[str]) -> str:
    return f"{(TENS[match['ten']] if match['ten'] else 0) + ORDINALS[match['unit']]}th"


def _under_100(words: str) -> int:
    total = 0
    for word in re.split("[ -]", words):
        total += TENS.get(word, ONES.get(word, 0))
    return total


def judge_date(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a date key; raises BriefingError for a malformed key only."""
    if not isinstance(key.value, str | int) or isinstance(key.value, bool):
        raise BriefingError(
            "the date key has no date as its value", "write it as 2017-11-03, 2017-11 or 2017"
        )
    wanted = moment_of_key(str(key.value))
    says = f"the source says {key.text or key.value}"
    if any(text.rstrip(".") == clean(form).rstrip(".") for form in (*key.aliases, key.text) if form):
        return correct("own-words", f"these are the source's words: {key.text or key.value}")
    found = dates_of(text, asked=_precision(wanted), near=wanted.year)
    said = [reading for reading in found.readings if not reading.denied]
    if found.relative and not any(_is_named(reading) for reading in said):
        return wrong("relative-date", f"name the date itself; {says}")
    if found.impossible:
        return wrong("impossible-date", f"the calendar has no such date; {says}")
    if not said:
        if found.readings:
            return wrong("negated", f"you deny the date; {says}")
        return wrong("no-date", f"there is no date in this; {says}")
    if key.value_max is not None:
        return _two_ends(wanted, str(key.value_max), said, says)
    if found.ranged:
        return _ranged(wanted, said, says)
    judged = [best(compare(wanted, moment, says) for moment in reading.moments) for reading in said]
    if len(said) > 1 and not _one_date(wanted, said):
        return wrong("two-answers", f"two different dates are two answers; {says}")
    verdict = judged[0] if len(judged) == 1 else best(judged)
    shifted = found.shifted and not any(word in clean(key.text).split() for word in _BEFORE_AFTER)
    if shifted and verdict.verdict != "wrong":
        return wrong("date-direction", f"before or after a date is not the date; {says}")
    return verdict


def _precision(wanted: Moment) -> str:
    """What is asked: a day, a month or a year."""
    if wanted.day is not None or wanted.week is not None:
        return "day"
    return "month" if wanted.month is not None else "year"


def _is_named(reading: Reading) -> bool:
    """Whether it has a month or a year: "last Friday" and "3 days ago" name no date."""
    return any(moment.month or moment.year for moment in reading.moments)


def _one_date(wanted: Moment, said: list[Reading]) -> bool:
    """Whether several dates say one thing: each true of the key and no two of them different in a part."""
    likeliest = []
    for reading in said:
        ranked = [(compare(wanted, moment, ""), moment) for moment in reading.moments]
        verdict, moment = max(ranked, key=lambda pair: pair[0].rank)
        if verdict.verdict == "wrong":
            return False
        likeliest.append(moment)
    for name in ("year", "month", "day"):
        if len({getattr(moment, name) for moment in likeliest} - {None}) > 1:
            return False
    return True


def _ranged(wanted: Moment, said: list[Reading], says: str) -> Verdict:
    """A range of dates is no date, except the very week or month that is asked."""
    if wanted.week is not None and len(said) >= 1:
        inside = [best(compare(wanted, moment, says) for moment in reading.moments) for reading in said]
        if all(verdict.verdict == "correct" for verdict in inside):
            return inside[0]
    return wrong("date-range", f"a range of dates is not a date; {says}")


def _two_ends(wanted: Moment, last: str, said: list[Reading], says: str) -> Verdict:
    """The source gives two dates, or a period by its ends."""
    ends = (wanted, moment_of_key(last))
    hits = [
        [
            best(compare(end, moment, says) for moment in reading.moments).verdict == "correct"
            for reading in said
        ]
        for end in ends
    ]
    strangers = [place for place in range(len(said)) if not any(row[place] for row in hits)]
    if strangers:
        return wrong("wrong-date", says)
    if all(any(row) for row in hits):
        return correct("date", says)
    return close("one-of-two", f"one of the two dates; {says}")


def compare(wanted: Moment, typed: Moment, says: str) -> Verdict:
    """One reading of a typed date against the key's."""
    if _contradicts_year(wanted, typed):
        return wrong("wrong-date", says)
    if wanted.week is not None:
        return _in_week(wanted, typed, says)
    if wanted.decade is not None:
        return _in_decade(wanted, typed, says)
    if wanted.day is not None:
        return _on_day(wanted, typed, says)
    if wanted.month is not None:
        return _in_month(wanted, typed, says)
    return _in_year(wanted, typed, says)


def _contradicts_year(wanted: Moment, typed: Moment) -> bool:
    year = wanted.year
    if year is None:
        return False
    if typed.months == SEASONS["winter"] and wanted.month in (1, 2, 12) and typed.year is not None:
        return typed.year not in ((year, year - 1) if wanted.month < 3 else (year, year + 1))
    if typed.year is not None:
        near = _near_day(wanted, typed)
        return typed.year != year and not near
    if typed.decade is not None:
        return typed.decade != year - year % 10
    return typed.century is not None and typed.century not in (
        year - year % 100,
        (year - 1) - (year - 1) % 100,
    )


def _near_day(wanted: Moment, typed: Moment) -> bool:
    """Whether two full dates are a day apart."""
    if None in (wanted.year, wanted.month, wanted.day, typed.year, typed.month, typed.day):
        return False
    return abs(_day(wanted) - _day(typed)) == timedelta(days=1)


def _day(moment: Moment) -> date:
    return date(moment.year or 2000, moment.month or 1, moment.day or 1)


def _on_day(wanted: Moment, typed: Moment, says: str) -> Verdict:
    if typed.day is None:
        return _vaguer(wanted, typed, says)
    if typed.month is None:
        same = typed.day == wanted.day and not _wrong_weekday(wanted, typed)
        return close("less-precise", f"which month? {says}") if same else wrong("wrong-date", says)
    if (typed.month, typed.day) == (wanted.month, wanted.day):
        if _wrong_weekday(wanted, typed):
            return close("weekday-contradicts", f"it was another weekday; {says}")
        return correct("date", says)
    year = wanted.year or typed.year or 2000
    try:
        off = abs(_day(replace(wanted, year=year)) - _day(replace(typed, year=typed.year or year)))
    except ValueError:
        return wrong("wrong-date", says)
    if off == timedelta(days=1):
        return close("day-off", f"one day off; {says}")
    return wrong("wrong-date", says)


def _wrong_weekday(wanted: Moment, typed: Moment) -> bool:
    if typed.weekday is None or wanted.year is None or wanted.day is None:
        return False
    return _day(wanted).weekday() != typed.weekday


def _vaguer(wanted: Moment, typed: Moment, says: str) -> Verdict:
    """A date without a day where a day is asked: close if it is true of the day."""
    if typed.week is not None:
        true = _day(wanted).isocalendar().week == typed.week
    else:
        true = (
            (typed.month is None or typed.month == wanted.month)
            and (not typed.months or wanted.month in typed.months)
            and (typed.days is None or typed.days[0] <= (wanted.day or 0) <= typed.days[1])
            and not _wrong_weekday(wanted, typed)
        )
    if wanted.year is None and typed.month is None and not typed.months and typed.weekday is None:
        true = False
    if not true:
        return wrong("wrong-date", says)
    return close("less-precise", f"true but less precise; {says}")


def _in_month(wanted: Moment, typed: Moment, says: str) -> Verdict:
    if typed.month is not None:
        if typed.month != wanted.month:
            return wrong("wrong-date", says)
        return correct("date" if typed.day is None else "inside-period", says)
    if typed.day is not None or (typed.year is None and not typed.months and typed.decade is None):
        return wrong("wrong-date", says)
    if typed.months and wanted.month not in typed.months:
        return wrong("wrong-date", says)
    return close("less-precise", f"true but less precise; {says}")


def _in_year(wanted: Moment, typed: Moment, says: str) -> Verdict:
    if typed.year == wanted.year:
        precise = typed.month is not None or typed.months
        return correct("inside-period" if precise else "date", says)
    if typed.decade is not None or typed.century is not None:
        return close("less-precise", f"true but less precise; {says}")
    return wrong("wrong-date", says)


def _in_decade(wanted: Moment, typed: Moment, says: str) -> Verdict:
    first = wanted.decade or 0
    if typed.decade is not None:
        return correct("date", says) if typed.decade == first else wrong("wrong-date", says)
    if typed.year is not None:
        return correct("inside-period", says) if 0 <= typed.year - first < 10 else wrong("wrong-date", says)
    if typed.century is not None and typed.century == first - first % 100:
        return close("less-precise", f"true but less precise; {says}")
    return wrong("wrong-date", says)


def _in_week(wanted: Moment, typed: Moment, says: str) -> Verdict:
    year, week = wanted.year or 2000, wanted.week or 1
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError as problem:
        raise BriefingError("the date key's week is in no calendar", "write it as 2017-W43") from problem
    if typed.week is not None:
        return correct("date", says) if typed.week == week else wrong("wrong-date", says)
    days = [monday + timedelta(days=number) for number in range(7)]
    if typed.day is not None and typed.month is not None:
        inside = any((day.month, day.day) == (typed.month, typed.day) for day in days)
        return correct("inside-period", says) if inside else wrong("wrong-date", says)
    if any(_vaguer(Moment(day.year, day.month, day.day), typed, says).verdict == "close" for day in days):
        return close("less-precise", f"true but less precise; {says}")
    return wrong("wrong-date", says)
