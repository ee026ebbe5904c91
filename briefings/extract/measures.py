"""What stands after a number: a unit, a currency, an age, or the noun it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefings.extract.currencies import currency_word
from briefings.extract.nations import DEMONYMS
from briefings.extract.nouns import Noun, Word, counted_noun, words_after
from briefings.extract.numbers import Number
from briefings.extract.people_words import is_casualty, is_people
from briefings.extract.units import GLUED, LONGEST_SPELLING, PEOPLE, PERCENT, UNITS, Unit
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

AGE = Unit("age", "year")
_SIGN = Pattern(r" ?(%(?: points?\b)?|° ?[CF]?(?![a-z])|º ?[CF]?(?![a-z]))")
_GLUED = Pattern(r"([A-Za-zµ]{1,5}(?:/[a-z]{1,4})?[²³2]?|[\"”](?=[ ,.)-])|['’](?=[0-9 ,.)]))(?![^\W_])")
_OLD = Pattern(
    r"[ -](?P<unit>year|month|week|day)s?[- ](?:old|olds)(?![^\W_])|[ -]?yo(?![^\W_])"
    r"| years? of age\b",
    re.I,
)
_PLUS = Pattern(r"(?:-plus|\+)(?= )")
_OF_A = Pattern(r" of (?:a |an |one )(?=per cent|percent|percentage|%)", re.I)
_PARTITIVE = Pattern(
    r" (?:more |others? |out )?of (?:the |those |these |its |his |her |their |our |my |your "
    r"|all |some |more than |[^\W_]+[’'](?:s )?|the [^\W_]+['’](?:s )?)+"
    r"(?:(?:last|next|first) )?(?P<inner>(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|[0-9][0-9,.]*)(?: (?:hundred|thousand|million|billion|dozen))? )?",
    re.I,
)
_OF_NUMBER = Pattern(r" of (?P<inner>(?:two|three|four|five|six|seven|eight|nine|ten|[0-9][0-9,]*) )", re.I)
_OTHERS = Pattern(r" others(?![^\W_])")
_FILLER = Pattern(
    r" (?:or so|odd|plus|more|other|others|additional|further|extra|or more|of|U\.[SNK]\.)(?= )", re.I
)
_US_DOLLARS = Pattern(r" U\.S\. dollars?\b")
_CALIBRES = word_set(
    """
    pistol handgun gun rifle cannon shell mortar calibre caliber ammunition round bullet machine semi-automatic
    semiautomatic howitzer artillery camera film lens weapon revolver submachine machinegun anti-aircraft carbine
    """
)
_SKIPPED = frozenset(("second", "stone", "min", "sec", "mark", "pp", "nm", "mi", "night"))


_NO_WORD = Word(0, 0, "", "", False)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a number measures: its unit, where that ends, and the counted noun where there is one."""

    unit: Unit
    end: int
    noun: Noun | None = None


def measured(text: str, number: Number, country: str | None) -> Measured | None:
    """The unit, currency, age or noun after a number, or None."""
    end = number.end
    if text[end : end + 1] in ("'", "’") and not number.digits:  # "one's"
        return None
    sign = _SIGN.match(text, end)
    if sign:
        name = sign[1].lower().replace(" ", "") if sign[1][0] in "°º" else " ".join(sign[1].split())
        return Measured(UNITS.get(name, PERCENT), sign.end())
    old = _OLD.match(text, end)
    if old:
        return Measured(Unit("age", (old["unit"] or "year").lower()), old.end())
    glued = _GLUED.match(text, end)
    if glued and number.digits:
        unit = _glued_unit(glued[1], number)
        if unit is None or (
            unit.name == "mm" and _is_calibre([_NO_WORD, *words_after(text, glued.end(), 1)])
        ):
            return None
        return Measured(unit, glued.end())
    plus = _PLUS.match(text, end)
    if plus:  # "500-plus rooms": the hedge is read later
        end = plus.end()
        number = replace(number, end=end)
    dollars = _US_DOLLARS.match(text, end)
    if dollars:
        return Measured(Unit("money", "USD"), dollars.end())
    of_a = _OF_A.match(text, end)
    words = words_after(text, of_a.end() - 1 if of_a else end)
    if _OTHERS.match(text, end):
        return None
    return _unit_word(words, number, country) or _counted(text, number, words)


def has_glued_unit(text: str, number: Number) -> bool:
    """Whether the letters that touch a number in digits are a unit (``10km``) and not part of a name (``737s``)."""
    glued = _GLUED.match(text, number.end)
    if glued is None:
        return False
    return _glued_unit(glued[1], number) is not None or glued[1].lower() == "yo"


def _glued_unit(letters: str, number: Number) -> Unit | None:
    if letters == "s" and isinstance(number.value, int):  # "the 70s"
        return None
    return UNITS.get(letters.lower()) or GLUED.get(letters.replace("”", '"').replace("’", "'"))


def _unit_word(words: list[Word], number: Number, country: str | None) -> Measured | None:
    """The longest spelling of a unit or currency that the words begin with."""
    parts: list[tuple[str, int]] = []
    for word in words[:LONGEST_SPELLING]:
        at = word.start
        for piece in word.lower.split("-"):
            parts.append((piece, at + len(piece)))
            at += len(piece) + 1
    for length in range(min(LONGEST_SPELLING, len(parts)), 0, -1):
        spelling = " ".join(piece for piece, _ in parts[:length])
        unit = UNITS.get(spelling)
        if unit and unit.name == "mm" and _is_calibre(words[length - 1 :]):
            return None
        if unit and not (spelling in _SKIPPED and not words[0].tied and number.value != 1):
            return Measured(unit, parts[length - 1][1])
        code = currency_word(spelling, country) or (number.scale > 1 and spelling == "won" and "KRW")
        if code and not (length == 1 and words[0].text[0].isupper()):  # "50 Cent"
            return Measured(Unit("money", code), parts[length - 1][1])
    if len(parts) > 1 and words[0].text in DEMONYMS and not words[0].tied:  # "50 Kenyan shillings"
        foreign = currency_word(parts[1][0], country)
        if foreign:
            return Measured(Unit("money", foreign), parts[1][1])
    if parts and parts[0][0] in ("pound", "pounds"):
        return Measured(_pounds(words, number), parts[0][1])
    return None


def _is_calibre(words: list[Word]) -> bool:
    """Whether the millimetres are a gun's, a shell's or a lens's."""
    return len(words) > 1 and (words[1].lower.rstrip("s") in _CALIBRES or words[1].text[0].isupper())


def _pounds(words: list[Word], number: Number) -> Unit:
    """Weight where the pounds are of something or tied by a hyphen to a small number, else sterling."""
    weighs = (words[0].tied and number.scale == 1) or (
        len(words) > 1 and words[1].lower in ("of", "heavier", "lighter", "overweight")
    )
    return Unit("count", "pound") if weighs else Unit("money", "GBP")


def _counted(text: str, number: Number, words: list[Word]) -> Measured | None:
    """The noun a number counts: people or things."""
    start = number.end
    partitive = _PARTITIVE.match(text, start) or _OF_NUMBER.match(text, start)
    if partitive:
        start = partitive.end() - 1
    else:
        while filler := _FILLER.match(text, start):
            start = filler.end()
    if start != number.end:
        words = words_after(text, start)
    noun = counted_noun(words, one=number.value == 1 and not partitive)
    if noun is None:
        return None
    last = number.end if partitive and partitive["inner"] else noun.end
    if (is_people(noun.singular, noun.printed) and noun.printed.lower() != "crews") or is_casualty(
        noun.singular
    ):
        return Measured(PEOPLE, last, noun)
    return Measured(Unit("count", noun.singular), last, noun)
