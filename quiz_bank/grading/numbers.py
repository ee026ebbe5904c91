"""Reads the numbers among the pieces of an answer: digits, words, scales, fractions and their joints (rule 6)."""

from __future__ import annotations

from dataclasses import dataclass

from quiz_bank.grading.digits import Token, readings
from quiz_bank.grading.number_words import ONES, ORDINALS, PARTS, SCALES, SHORT_SCALES, TENS, number_word
from quiz_bank.grading.units import SPELLINGS


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens it stands in.

    Attributes:
        readings: the values it may mean, the likeliest first: ``93.000`` is 93,000 or 93.
        start, end: indexes of its first token and of the one after its last.
        is_fraction: written as a part (``a third``, ``3/4``, ``half``).
        plain: digits or a word without scale, so that ``of``/``in`` may make a fraction of two of them.
    """

    readings: tuple[float, ...]
    start: int
    end: int
    is_fraction: bool = False
    plain: bool = False


def numbers_of(tokens: list[Token], dimension: str = "") -> list[Number]:
    """Every number among the tokens, in order, none overlapping.

    ``dimension`` is what the key measures: after digits, ``m`` is a metre (or minute) where lengths (or
    durations) are asked and a million elsewhere.
    """
    found = []
    place = 0
    while place < len(tokens):
        number = _Reader(tokens, place, dimension).read()
        if number is None:
            place += 1
        else:
            found.append(number)
            place = number.end
    return found


#: Ordinals under ten that are fractions elsewhere.
_UNITS_OF_TEN = frozenset(word for word in PARTS if 0 < ORDINALS.get(word, 0) < 10)


class _Reader:
    """Reads one number from one place."""

    def __init__(self, tokens: list[Token], start: int, dimension: str) -> None:
        self.tokens = tokens
        self.start = self.place = start
        self.dimension = dimension
        self.current: tuple[float, ...] | None = None  # the group being read
        self.total = 0.0  # groups already closed by a scale
        self.last = ""  # what the last token was: digits, ten, one, hundred, scale, part
        self.scaled = False
        self.smallest = 0.0  # the last scale taken
        self.fraction = False

    def read(self) -> Number | None:
        if self.start >= len(self.tokens) or self.tokens[self.start].kind == "s":
            return None
        while self.place < len(self.tokens) and self._step():
            pass
        if self.current is None and not self.scaled:
            return None
        group = self.current or (0.0,)
        values = tuple(self.total + value for value in group)
        plain = not self.scaled and not self.fraction
        return Number(values, self.start, self.place, self.fraction, plain)

    def _word(self, place: int) -> str | None:
        """The number word at a place, slips mended; None where there is none (units are never mended)."""
        if place >= len(self.tokens):
            return None
        kind, text, _ = self.tokens[place]
        if kind != "w" or (text in SPELLINGS and text not in PARTS and text != "score"):
            return None
        return number_word(text)

    def _text(self, place: int) -> str:
        return self.tokens[place].text if place < len(self.tokens) else ""

    def _step(self) -> bool:
        """Takes the next token into the number; False where it is not part of it."""
        kind, text, _ = self.tokens[self.place]
        if kind == "n":
            return self._digits(text)
        if kind == "s":
            return self._comma() if text == "," else self._hyphen(text)
        if text in ("a", "an"):
            return self._article()
        if text == "and":
            return self._and()
        if text == "point" and self.last in ("", "one", "ten", "digits"):
            return self._point()
        if self.last == "digits" and self._short_scale(text):
            return True
        word = self._word(self.place)
        return word is not None and self._take(word)

    def _digits(self, text: str) -> bool:
        after = self._text(self.place + 1), self._text(self.place + 2)
        slash = (
            after[0] == "/" and after[1].isdigit() and text.isdigit() and self._text(self.place + 3) != "/"
        )
        if (
            slash
            and int(after[1]) > 0
            and (self.current is None or (self.last == "digits" and not self.scaled))
        ):
            part = int(text) / int(after[1])
            if self.current is None:
                self.fraction = True
                self.current = (part,)
            elif part < 1:
                self.current = tuple(value + part for value in self.current)
            else:
                return False
            self.place += 3
            self.last = "part"
            return True
        if self.current is not None or (self.scaled and self.last != "scale"):
            return False
        if self.scaled and max(readings(text)) >= 1000:
            return False
        self.current = readings(text)
        self.last = "digits"
        self.place += 1
        if self._text(self.place) in ("st", "nd", "rd", "th") and self.tokens[self.place].glued:
            self.place += 1
        return True

    def _comma(self) -> bool:
        """``four million, four hundred thousand``: a smaller scaled group after a comma goes on with the number."""
        if self.last != "scale":
            return False
        more = _Reader(self.tokens, self.place + 1, self.dimension).read()
        if more is None or more.plain or more.is_fraction:
            return False
        if more.readings[0] >= self.smallest:
            return False
        self.total += more.readings[0]
        self.place = more.end
        return True

    def _hyphen(self, text: str) -> bool:
        """A hyphen inside a number: ``twenty-five``, ``two-thirds``, ``4.4-million``, ``three-and-a-half``."""
        if text != "-" or (self.current is None and not self.scaled):
            return False
        follower = self._text(self.place + 1)
        word = self._word(self.place + 1)
        joins = (
            (word in ONES and self.last == "ten" and 0 < ONES[word] < 10)
            or word in SCALES
            or (self.last == "hundred" and (word in ONES or word in TENS))
            or (word in PARTS and self.last in ("one", "digits"))
            or (word in _UNITS_OF_TEN and self.last == "ten")
            or follower in ("and", "point")
        )
        if not joins:
            return False
        self.place += 1
        if self._step():
            return True
        self.place -= 1
        return False

    def _article(self) -> bool:
        if self.current is not None or self.scaled:
            return False
        word = self._word(self.place + 1)
        if word is None or not (
            word in SCALES or word in PARTS or word in ("couple", "pair", "single", "lone")
        ):
            return False
        self.place += 1
        if word in SCALES:
            self.current = (1.0,)
            self.last = "one"
        return self._take(word)

    def _and(self) -> bool:
        """``a hundred and five``, ``three and a half``; nothing else is joined by "and"."""
        if self.current is None and not self.scaled:
            return False
        ahead = self.place + 1
        if self._text(ahead) == "-":
            ahead += 1
        lone = self._text(ahead) in ("a", "an", "one")
        if lone and self._text(ahead + 1) == "-":
            part = self._word(ahead + 2)
            end = ahead + 3
        else:
            part = self._word(ahead + 1) if lone else self._word(ahead)
            end = ahead + (2 if lone else 1)
        if part in PARTS and self.last in ("one", "ten", "digits") and self.current is not None:
            if part != "half" and not lone:
                return False
            self.current = tuple(value + PARTS[part] for value in self.current)
            self.place = end
            self.last = "part"
            return True
        if lone and part in PARTS and self.last == "scale" and self.smallest > 100:
            self.total += PARTS[part] * self.smallest  # "a million and a half"
            self.place = end
            self.last = "part"
            return True
        small = part in ONES or part in TENS
        if not lone and small and self.last in ("hundred", "scale"):
            self.place = ahead
            return self._take(part or "")
        if self._text(ahead) == "one" and self.last in ("hundred", "scale"):
            self.place = ahead
            return self._take("one")
        return False

    def _point(self) -> bool:
        digits = ""
        place = self.place + 1
        if self._text(place) == "-":
            place += 1
        while (word := self._word(place)) in ONES and ONES[word] < 10:
            digits += str(ONES[word])
            place += 1
        if not digits:
            return False
        part = float(f"0.{digits}")
        self.current = tuple(value + part for value in self.current or (0.0,))
        self.place = place
        self.last = "digits"
        return True

    def _short_scale(self, text: str) -> bool:
        scale = SHORT_SCALES.get(text)
        if scale is None:
            return False
        if text in ("m", "mm") and self.dimension in ("length", "duration", "speed", "area"):
            follower = self._text(self.place + 1)
            if follower not in SPELLINGS or follower == "in" or text == "mm":
                return False
        if text == "mm" and self.dimension != "money":
            return False
        return self._scale(scale)

    def _scale(self, scale: float) -> bool:
        if self.current is None:
            if not self.scaled:
                if self._text(self.place).endswith("s"):
                    return False  # "thousands" says how many in no way that could be compared
                self.current = (1.0,)  # "million" alone, as in "million people"
            else:
                self.total *= scale  # "thousand million"
                self.place += 1
                return True
        values = tuple(value * scale for value in self.current or (0.0,))
        if scale == 100:
            self.current = values
            self.last = "hundred"
        elif len(values) == 1:
            self.smallest = scale
            self.total += values[0]
            self.current = None
            self.last = "scale"
            self.scaled = True
        else:
            self.current = values
            self.last = "readings"
        self.fraction = False
        self.scaled = True
        self.place += 1
        return True

    def _take(self, word: str) -> bool:
        """Takes a number word into the number."""
        if word in _UNITS_OF_TEN and self.last == "ten" and self.current is not None:
            self.current = tuple(group + ORDINALS[word] for group in self.current)  # "fifty-seventh"
            self.last = "one"
            self.place += 1
            return True
        if word in PARTS:
            return self._part(word)
        if word in SCALES:
            return self.last != "readings" and self._scale(SCALES[word])
        value = float(ONES[word] if word in ONES else TENS[word])
        ten = word in TENS
        if self.current is None:
            self.current = (value,)
        elif self.last == "hundred" or (self.last == "ten" and 0 < value < 10):
            self.current = tuple(group + value for group in self.current)
        else:
            return False
        self.last = "ten" if ten else "one"
        self.place += 1
        return True

    def _part(self, word: str) -> bool:
        """``half``, ``two thirds``, ``half a million``, ``a quarter of a million``, ``half a dozen``."""
        first = self.current is None and not self.scaled
        before = self._text(self.place - 1) if self.place > self.start else ""
        if first and word not in ("half", "quarter") and before not in ("a", "an"):
            return False
        if not first and (self.scaled or self.last not in ("one", "digits")):
            return False
        times = self.current or (1.0,)
        self.current = tuple(value * PARTS[word] for value in times)
        self.fraction = True
        self.last = "part"
        self.place += 1
        ahead = self.place
        if self._text(ahead) == "of":
            ahead += 1
        if self._text(ahead) in ("a", "an", "one"):
            ahead += 1
        if self._text(ahead) == "-":
            ahead += 1
        scale = self._word(ahead)
        if scale in SCALES:
            self.place = ahead
            return self._scale(SCALES[scale])
        return True
