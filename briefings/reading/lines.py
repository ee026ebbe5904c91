"""The lines of a page and their shape: which belong together, which are prose, which only look like words.

Offsets count characters of the text given. A unit is a line, or the lines of one sentence or wrapped paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from briefings.patterns import Pattern

LONGEST_SHAPED = 600  # characters; a longer line is prose whatever its shape, and rules never look at it
WRAP_WIDTHS = (50, 100)  # a text whose longest line lies between these is taken as wrapped by hand

_LINE = Pattern(r"[^\r\n]+")
_NEWLINE = Pattern(r"\r\n|\r|\n")
_UNSEEN = Pattern(r"[\u200b-\u200f\u2060\ufeff]")  # spaces without a width
_QUOTED = Pattern(r"“[^“”]*”?|\"[^\"]*\"?")
_CLOSERS = "\"'”’»)]"
_OPENERS = ('"', "“", "'", "‘", "«")
_STOPS = (".", "!", "?", "…", "؟", "۔", "।", "。", "！", "？")
_UNSPACED_STOPS = ("。", "！", "？")  # of scripts that do not part words by spaces
_SHORTEST_UNSPACED = 10  # characters of a sentence in such a script
_BULLET = Pattern(r"(?:[•‣◦▪●·*+–—-]|\d{1,2}[.)])\s+(?=\S)")
_RUN = Pattern(r"[^\W_]+")
_WORD = Pattern(r"[^\W_][\w'’.-]*")


def word_set(words: str) -> frozenset[str]:
    """The words of a table that is written as one string."""
    return frozenset(words.split())


# Closed classes: the words that make a line without a final stop a sentence all the same.
_FINITE = word_set(
    "is are was were am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't "
    "doesn't didn't will would can could may might must shall should won't wouldn't can't couldn't said says "
    "told tells went came took gave fell rose began became ran stood wrote knew spoke"
)
_PAST_OR_PARTICIPLE = word_set(
    "held led left lost won found made met sent set shot struck thought brought built kept put cut hit"
)
_AFTER_PARTICIPLE = word_set(
    "by in at on from with to for of near during after before under over as into through between"
)
_SUBJECTS = word_set("he she they it we i there this these those")


@dataclass(frozen=True)
class Unit:
    """Whole lines that belong together.

    Attributes:
        start: offset of the first line.
        end: offset after the last line, its line end not counted.
        text: their words, spaces collapsed, trimmed.
        block: number of the block, counted from 0; blank lines part blocks.
        bullet: the line begins with a list mark, which ``text`` leaves out.
    """

    start: int
    end: int
    text: str
    block: int
    bullet: bool = False

    @cached_property
    def words(self) -> list[str]:
        """Its words in small letters; of a very long line only the first."""
        words = "\n".join(_WORD.findall(self.text[:LONGEST_SHAPED]))
        return words.lower().replace("’", "'").split()

    @cached_property
    def letters(self) -> str:
        """Its text by ``letters``."""
        return letters(self.text)

    @cached_property
    def unquoted(self) -> str:
        """Its text without what stands in double quotation marks."""
        quotes = '"' in self.text or "“" in self.text
        return _QUOTED.sub(" ", self.text).strip() if quotes else self.text

    @cached_property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does: full stop, exclamation or question mark, then closing marks."""
        return self.text.rstrip(_CLOSERS).endswith(_STOPS)

    @cached_property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return self.text.rstrip(_CLOSERS).endswith("?")

    @cached_property
    def finite(self) -> bool:
        """Whether it shows a finite verb: an auxiliary, a common irregular past, or a past in ``-ed``.

        A past that a preposition follows (``controlled by``) is taken for a participle.
        """
        return not _FINITE.isdisjoint(self.words) or any(
            (word in _PAST_OR_PARTICIPLE or word.endswith("ed")) and follows not in _AFTER_PARTICIPLE
            for word, follows in pairwise(self.words[1:])
        )

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as sentences: a final stop, or length and a finite verb where the stop was lost."""
        count = len(self.words)
        if self.text.endswith(_UNSPACED_STOPS) and len(self.text) >= _SHORTEST_UNSPACED:
            return True
        if self.stopped or len(self.text) > LONGEST_SHAPED:
            return count >= 5 or (count >= 2 and self.finite) or self.text[:1] in _OPENERS
        return self.finite and (count >= 9 or (count >= 3 and self.words[0] in _SUBJECTS))


def letters(text: str) -> str:
    """Its letters and digits alone, so that two printings of a line compare equal."""
    return "".join(_RUN.findall(text.casefold()))


def split_units(text: str) -> list[Unit]:
    """The units of a text in order; blank lines are none."""
    units: list[Unit] = []
    width = _wrap_width(text)
    block, last = -1, ""
    last_end = 0
    for match in _LINE.finditer(text):
        words = _collapsed(match.group())
        if not words:
            continue
        parted = not units or len(_NEWLINE.findall(text, last_end, match.start())) > 1
        block += parted
        bullet = _BULLET.match(words)
        unit = Unit(
            match.start(), match.end(), words[bullet.end() :] if bullet else words, block, bullet is not None
        )
        if not parted and (_breaks_off(units[-1], unit) or _wraps(last, unit, width)):
            units[-1] = _joined(units[-1], unit)
        else:
            units.append(unit)
        last, last_end = words, match.end()
    return units


def _collapsed(line: str) -> str:
    """A line with one plain space for each run of blanks, trimmed."""
    return " ".join((line if line.isascii() else _UNSEEN.sub(" ", line)).split())


def _wrap_width(text: str) -> int:
    """The width a text was wrapped to by hand, or 0: most lines within a quarter of the longest."""
    lengths = [length for line in text.splitlines() if (length := len(line.strip()))]
    longest = max(lengths, default=0)
    full = sum(4 * length >= 3 * longest for length in lengths)
    narrow, wide = WRAP_WIDTHS
    return longest if narrow <= longest <= wide and 2 * full >= len(lengths) >= 4 else 0


def _breaks_off(first: Unit, second: Unit) -> bool:
    """Whether the second line goes on in small letters where the first stopped in the middle."""
    begins_small = second.text[:1].islower() and not second.text.startswith(("http", "www."))
    return begins_small and not second.bullet and not first.stopped and len(first.words) >= 4


def _wraps(line: str, unit: Unit, width: int) -> bool:
    """Whether the unit's first word would not have fitted on the line before it."""
    return width > 0 and not unit.bullet and len(line) + 1 + len(unit.text.split(" ", 1)[0]) > width


def _joined(first: Unit, second: Unit) -> Unit:
    return replace(first, end=second.end, text=f"{first.text} {second.text}")
