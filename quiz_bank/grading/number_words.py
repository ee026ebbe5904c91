"""The words numbers are spelled with, one slip of the pen forgiven in each (rule 6)."""

from __future__ import annotations

import re
from functools import lru_cache

from briefings.extract.wordlist import word_set

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)

#: Words for 0-19 and what stands for them.
ONES: dict[str, int] = {word: number for number, word in enumerate(_SMALL.split())} | {
    "nil": 0, "nought": 0, "naught": 0, "none": 0, "nobody": 0,
    "single": 1, "sole": 1, "lone": 1, "solitary": 1, "couple": 2, "pair": 2, "both": 2, "twin": 2,
}  # fmt: skip
TENS: dict[str, int] = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)} | {"fourty": 40}
SCALES: dict[str, float] = {
    "hundred": 100, "thousand": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "crore": 1e7, "milliard": 1e9,
    "billion": 1e9, "trillion": 1e12, "dozen": 12, "score": 20, "grand": 1e3,
}  # fmt: skip
#: The same in neighbouring languages, never a slip of an English word.
_SCALES_ABROAD: dict[str, float] = {
    "millionen": 1e6, "millones": 1e6, "milioni": 1e6, "milliarden": 1e9, "miliardi": 1e9, "tausend": 1e3,
}  # fmt: skip
SHORT_SCALES: dict[str, float] = {
    "k": 1e3, "thou": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mil": 1e6, "mill": 1e6, "mio": 1e6, "mln": 1e6,
    "b": 1e9, "bn": 1e9, "bln": 1e9, "bil": 1e9, "tn": 1e12, "trn": 1e12, "tr": 1e12, "cr": 1e7, "tsd": 1e3,
    "mrd": 1e9, "mld": 1e9,
}  # fmt: skip
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {
    f"{word[:-1]}ieth": number for word, number in TENS.items()
}
PARTS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6,
    "seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10, "twelfth": 1 / 12,
    "twentieth": 1 / 20, "hundredth": 1 / 100,
}  # fmt: skip
_PLURAL_PARTS = {"halves": "half", **{f"{word}s": word for word in PARTS if word != "half"}}
#: Plurals that count nothing when no number stands before them.
VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (12, 120), "scores": (20, 200), "tens": (10, 100), "hundreds": (100, 1e3), "thousands": (1e3, 1e4),
    "lakhs": (1e5, 1e6), "millions": (1e6, 1e7), "billions": (1e9, 1e10), "several": (3, 10), "many": (3, 100),
    "few": (3, 10), "some": (3, 10),
}  # fmt: skip

_MENDED = (*_SMALL.split(), *_TENS.split(), *SCALES, "half", "third", "quarter")
SCALES |= _SCALES_ABROAD
KNOWN = frozenset((*ONES, *TENS, *SCALES, *PARTS))
# One slip away from a number word, and English: what is typed is what is meant (rule 18).
_OTHER_WORDS = word_set("""
    for fore fort forth form foul fur tour hour pour sour your flour fours file fire fine fife give
    live hive dive jive wive nice mine line pine wine vine dine nile tine fined none none hero zeros tree three's
    there threw thee these free sever even severe seem seen event heaven leaven right night fight light might
    sight tight weight height freight eights sever thirsty thrifty dirty thirdly nifty fifth
    sixth weighty eighth mighty minty nights mullion bullion pillion minion dozed cozen dozer doyen
    seventh fourth ninth tenth teen teens then than ton town tow too to won on own eon sex sin fix mix sic
    tin tan tens alf calf halt hall hale have hauf bird thirds thin quarters quartet chore crone core
    scores store scone scope lack lakes lash lath grind gland brand grant and kilo thousands hundreds millions
    billions trillions dozens crores croe sore shore snore spore scare third fourth sixteenth""")  # fmt: skip


@lru_cache(maxsize=4096)
def number_word(word: str) -> str | None:
    """The number word that is meant, in the singular; None for any other word.

    Four letters and more may hold one slip, of three only a doubled letter or a swap, and never where the slip
    made another English word.
    """
    if word in KNOWN:
        return word
    if word in _PLURAL_PARTS:
        return _PLURAL_PARTS[word]
    if word.endswith("s") and word[:-1] in SCALES:
        return word[:-1]
    if len(word) < 3 or word in _OTHER_WORDS or not word.isascii() or not word.isalpha():
        return None
    from quiz_bank.grading.typos import nearest

    near = nearest(word, _MENDED, 1)
    if near is not None and len(near) == 3 and sorted(near) != sorted(word) and set(near) != set(word):
        return None
    return near


_ROMAN = re.compile(r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman(text: str) -> int | None:
    """The number a lower-case Roman numeral of two letters and more stands for; None for any other text."""
    if len(text) < 2 or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def other_word(word: str) -> str | None:
    """The number word of which a slip made another English word (``for``: four); None where it is no such slip."""
    if word not in _OTHER_WORDS or word in KNOWN:
        return None
    from quiz_bank.grading.typos import nearest

    return nearest(word, _MENDED, 1)
