"""The words of dates: names, slips mended, spelled days and years as digits, parts of a year or month."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefings.extract.wordlist import word_set
from quiz_bank.grading.number_words import ONES, ORDINALS, TENS, roman

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
# The same in languages whose answers turn up among English ones.
_MONTHS_ABROAD = (
    "januar janvier enero gennaio", "februar fevrier febrero febbraio", "marz mars marzo", "avril abril aprile",
    "mai mayo maggio", "juni juin junio giugno", "juli juillet julio luglio", "aout agosto",
    "septembre septiembre settembre", "oktober octobre octubre ottobre", "novembre noviembre",
    "dezember decembre diciembre dicembre",
)  # fmt: skip
_WEEKDAYS = (
    "monday mon mondays", "tuesday tue tues tuesdays", "wednesday wed weds wednesdays",
    "thursday thu thur thurs thursdays", "friday fri fridays", "saturday sat saturdays", "sunday sun sundays",
)  # fmt: skip
MONTHS: dict[str, int] = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
MONTHS |= {word: number for number, words in enumerate(_MONTHS_ABROAD, 1) for word in words.split()}
WEEKDAYS: dict[str, int] = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
#: Months of a season, north of the equator; winter belongs to the year of its December and of its January.
SEASONS: dict[str, tuple[int, ...]] = {
    "spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "fall": (9, 10, 11), "winter": (12, 1, 2),
}  # fmt: skip
ROMAN: dict[str, int] = {
    "ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12,
}  # fmt: skip
DECADES: dict[str, int] = {word[:-1] + "ies": ten for word, ten in TENS.items()} | {
    "noughties": 0,
    "aughts": 0,
}

#: Parts of a month, as its days; and of a year, as its months. Longer phrases are turned into these words first.
DAYS_OF: dict[str, tuple[int, int]] = {
    "early": (1, 12), "start": (1, 10), "beginning": (1, 10), "mid": (9, 22), "middle": (9, 22),
    "late": (19, 31), "end": (21, 31), "h1": (1, 15), "h2": (16, 31),
    "wk1": (1, 7), "wk2": (8, 14), "wk3": (15, 21), "wk4": (22, 28), "wk5": (22, 31),
}  # fmt: skip
MONTHS_OF: dict[str, tuple[int, ...]] = {
    "early": (1, 2, 3, 4), "start": (1, 2, 3), "beginning": (1, 2, 3), "mid": (5, 6, 7, 8), "middle": (5, 6, 7, 8),
    "late": (9, 10, 11, 12), "end": (10, 11, 12), "h1": (1, 2, 3, 4, 5, 6), "h2": (7, 8, 9, 10, 11, 12),
    "q1": (1, 2, 3), "q2": (4, 5, 6), "q3": (7, 8, 9), "q4": (10, 11, 12),
}  # fmt: skip
_NTH = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": 5,
    "final": 5,
}
_PERIOD = re.compile(rf"\b(?P<nth>{'|'.join(_NTH)}) (?P<what>quarter|half|week|wk)\b(?: (?:of|in)\b)?")
_LETTERS = {"quarter": "q", "half": "h", "week": "wk", "wk": "wk"}

_NOT_MENDED = word_set("later marches decade decades match much")
_MENDABLE = tuple(name for words in (*_MONTHS, *_WEEKDAYS) for name in words.split()[:1] if len(name) > 3)
_WORDED = re.compile(r"\b(\d{1,2}) ?[-/.] ?([a-z]{3,9})\.? ?[-/.,] ?(\d{2,4})\b")
_WORDED_MONTH_FIRST = re.compile(r"\b([a-z]{3,9})[-/.](\d{1,2})[-/](\d{2,4})\b")
_SPACED = re.compile(r"^(?:\d{1,2} \d{1,2} \d{4}|\d{4} \d{1,2} \d{1,2})$")
_SPELLING = word_set(" ".join((*ORDINALS, *TENS, *(word for word in ONES if len(word) > 2))))
_NAMES = re.compile(r"([^\W\d_]+)")


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """A month's or weekday's name with its slips mended (rule 17), else the word."""
    if len(word) < 4 or word in MONTHS or word in WEEKDAYS or word in _SPELLING or word in SEASONS:
        return word
    if word in _NOT_MENDED or word in DECADES or not word.isascii():
        return word
    from quiz_bank.grading.typos import slip

    meant = [name for name in _MENDABLE if slip(word, name) == "slip"]
    return meant[0] if len(meant) == 1 else word


def plain_date_text(text: str) -> str:
    """A cleaned answer ready for the date reader.

    Slips in names mended, parts of a year or month as one word (``q4``, ``wk1``), spelled days and years as
    digits, month names between hyphens apart, digits apart by spaces joined.
    """
    if (year := roman(text)) is not None and year > 1000:
        return str(year)
    text = text.replace("n't", " not").replace("o'clock", " ").replace("th of", "th ")
    text = _WORDED.sub(r"\1 \2 \3", _WORDED_MONTH_FIRST.sub(r"\1 \2 \3", text))
    text = _SPACED.sub(lambda match: match.group().replace(" ", "/"), text)
    words = _NAMES.split(text)
    for place in range(1, len(words), 2):
        words[place] = _meant(words[place])
    spelled = not _SPELLING.isdisjoint(words)
    text = "".join(words)
    if "half" in words or "quarter" in words or "week" in words or "wk" in words:
        text = _PERIOD.sub(_period_word, text)
    return _with_digits(text) if spelled else text


def _period_word(match: re.Match[str]) -> str:
    if match["nth"] == "last" and not match.group().endswith((" of", " in")):
        return match.group()  # the one before this
    number = _NTH[match["nth"]]
    last = {"quarter": 4, "half": 2}.get(match["what"], 5)
    return f"{_LETTERS[match['what']]}{min(number, last)}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Spelled years, spelled ordinals, spelled cardinals; compiled when the first spelled number comes."""
    ones = "|".join(w for w, n in ONES.items() if 0 < n < 10 and w not in ("both", "pair", "twin", "couple"))
    teens = "|".join(word for word, number in ONES.items() if number >= 10)
    tens = "|".join(TENS)
    under = rf"(?:(?:{tens})(?:[ -](?:{ones}))?|{teens}|(?:oh|o)[ -](?:{ones}))"
    thousand = rf"(?P<thousand>(?:two|one) thousand)(?: and)?(?: (?P<rest>{under}|{ones}))?"
    hundreds = "(?P<hundreds>nineteen|twenty|eighteen|seventeen|sixteen|fifteen)"
    year = re.compile(rf"\b(?:{thousand}|{hundreds}[ -](?:hundred(?: and)? ?)?(?P<tail>{under}))\b")
    ordinal = re.compile(
        rf"\b(?:(?P<ten>twenty|thirty)[ -])?(?P<unit>{'|'.join(sorted(ORDINALS, reverse=True))})\b"
    )
    cardinal = re.compile(rf"\b(?:(?:twenty|thirty)[ -](?:{ones})|{under}|{ones})\b")
    return year, ordinal, cardinal


def _with_digits(text: str) -> str:
    year, ordinal, cardinal = _patterns()
    text = year.sub(_year_digits, text)
    text = ordinal.sub(_day_digits, text)
    return cardinal.sub(lambda match: str(_under_100(match.group())), text)


def _year_digits(match: re.Match[str]) -> str:
    if match["thousand"]:
        whole = 2000 if match["thousand"].startswith("two") else 1000
        return str(whole + (_under_100(match["rest"]) if match["rest"] else 0))
    century = ONES.get(match["hundreds"]) or TENS[match["hundreds"]]
    return str(century * 100 + _under_100(match["tail"]))


def _day_digits(match: re.Match[str]) -> str:
    return f"{(TENS[match['ten']] if match['ten'] else 0) + ORDINALS[match['unit']]}th"


def _under_100(words: str) -> int:
    return sum(TENS.get(word, ONES.get(word, 0)) for word in re.split("[ -]", words))
