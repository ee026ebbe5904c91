"""The pieces of a cleaned answer, and the values that digits with anybody's separators may mean (rule 6)."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of a cleaned answer: ``kind`` is n (digits), w (a word) or s (a sign); ``glued``: no space before."""

    kind: str
    text: str
    glued: bool


_TOKEN = re.compile(
    r"(?P<n>(?:\d{1,3}(?: \d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,_]\d+|'\d{3}(?!\d))*|\.\d+)"
    r"(?:e[+-]?\d{1,2}(?![a-z\d])| ?[x×*] ?10(?: ?\^ ?\d){1,2})?)"
    r"|(?P<w>[^\W\d_]+(?:'[^\W\d_]+)*(?:\^?[23](?![\d.,]\d|\d|\w))?)"
    r"|(?P<s>>=|<=|[^\s\w]|_)"
)


# "93, 000": no number begins with a nought, so the group belongs to the one before
_LOOSE_COMMA = re.compile(r"(?<=\d) ?, ?(?=0\d\d(?!\d))")


def tokens_of(text: str) -> list[Token]:
    """The tokens of a cleaned answer, in order; white space only shows in ``glued``."""
    found: list[Token] = []
    end = 0
    if "," in text:
        text = _LOOSE_COMMA.sub(",", text)
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "s"
        word = match.group()
        if kind == "w" and "^" in word:
            word = word.replace("^", "")
        found.append(Token(kind, word, match.start() == end and bool(found)))
        end = match.end()
    return found


def readings(digits: str) -> tuple[float, ...]:
    """The values a digit token may mean, the likeliest first; never empty.

    Two kinds of separator: the last one is the decimal sign. One kind several times: thousands (or Indian
    groups). A single comma or point before exactly three digits: a comma groups, a point may do either (the
    thousands reading stands first). A group that begins with 0 is decimal. Otherwise: decimal.
    """
    mantissa, power = _power(digits)
    body = mantissa.replace(" ", "").replace("'", "").replace("_", "")
    points, commas = body.count("."), body.count(",")
    if not points and not commas:
        values: tuple[float, ...] = (float(body),)
    elif points and commas:
        values = (_two_separators(body),)
    elif points + commas > 1:
        values = (float(body.replace(".", "").replace(",", "")),)
    else:
        values = _one_separator(body.replace(",", "."), grouped="," in body)
    return tuple(value * 10.0**power for value in values) if power else values


def _power(digits: str) -> tuple[str, int]:
    for sign in "x×*e":
        if sign in digits:
            mantissa, _, tail = digits.partition(sign)
            if sign == "e":
                return mantissa, int(tail)
            return mantissa.strip(), int(tail.replace(" ", "").replace("^", "")[2:])
    return digits, 0


def _two_separators(body: str) -> float:
    decimal = "." if body.rfind(".") > body.rfind(",") else ","
    whole, _, part = body.rpartition(decimal)
    return float(whole.replace(".", "").replace(",", "") + "." + part)


def _one_separator(body: str, grouped: bool) -> tuple[float, ...]:
    whole, _, part = body.partition(".")
    decimal = float(body)
    if len(part) != 3 or not 1 <= len(whole) <= 3 or whole.startswith("0"):
        return (decimal,)
    return (float(whole + part),) if grouped else (float(whole + part), decimal)
