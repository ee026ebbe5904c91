"""Numbers that measure nothing: clock times, scores, flight and road numbers, model names, phones, addresses."""

from __future__ import annotations

import re

from briefings.extract.calendar_words import MONTHS, WEEKDAYS
from briefings.extract.measures import has_glued_unit
from briefings.extract.numbers import Number
from briefings.extract.triggers import Trigger
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

# A number right after one of these is a name, not a count ("Flight 370", "page 3", "day three").
_HEADS = word_set(
    """
    section sections round chapter chapters no nos number numbers route highway flight boeing airbus
    iphone ipad channel room level phase class grade day week lesson article articles psalm apollo unit
    platform gate terminal page pages volume vol part step stage type category cat formula bowl league
    division title tier zone area top windows xbox playstation war rule resolution proposition prop bill
    amendment ward district precinct battalion squadron interstate ftse nasdaq dax cac nikkei asx stoxx
    fortune russell radio pier studio mercedes bmw audi galaxy android version episode season series
    game match test heat leg lap lane line figure fig table box case file form model mark mk bus train
    engine car tram platform exit junction motorway road street block building tower floor apartment
    flat suite lot plot site camp hut base sector region group band size channel agenda item question
    verse canto scene act schedule appendix annex clause paragraph rank ranked seed seeded position
    place world-no note hall court under-age over-age u under pope henry louis elizabeth seat pool plan
    point priority goal option layer reactor code postcode zip lotto keno area51 gen generation beatles
    catch commando expo euro olympics games olympiad s&p topix kospi sensex nifty cohort wave variant
    strain serial issue tranche target
    """
)
_LOWER_HEADS = word_set(
    """
    section chapter no nos number numbers route highway flight channel room level phase page pages volume part
    step stage type category formula grade rule article version episode paragraph clause verse rank
    ranked seed seeded sector reactor platform gate terminal lane junction day area unit figure class
    table item option priority
    """
)
_COUNTED = 20
_CLOCK_AFTER = Pattern(
    r"(?::[0-5][0-9]|\.[0-5][0-9] ?[ap]\.?m)|[ -]?(?:[ap]\.?m\b|[AP]\.?M\b|o[’']clock|noon\b"
    r"|midnight\b|GMT\b|UTC\b|EST\b|EDT\b|AEST\b|AEDT\b|BST\b|hrs GMT|hours GMT|hours \(?local)"
)
_CLOCK_BEFORE = Pattern(r"[0-9][:.]\Z")
_SCORE_BEFORE = Pattern(r"[0-9] ?[-–/] ?\Z")
_SCORE_AFTER = Pattern(r"(?: ?[-–/] ?[0-9]{1,3}){1,6}(?![0-9%])")
STREET = Pattern(
    r"(?:[a-z]{1,2})?,? (?:(?:North|South|East|West|N\.|S\.|E\.|W\.|St\.?|Mount|Old|New|Upper"
    r"|Lower) )?(?:[A-Z][\w'’-]+|[0-9]{1,3}(?:st|nd|rd|th)) (?:[A-Z][\w'’-]+ )?"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square|Place|Terrace|Crescent"
    r"|Parade|Highway|Way|Court|Close|Row|Quay|Mall|Gardens|Plaza)\b"
)
_DOWNING = Pattern(r" Downing\b")
_MODEL_AFTER = Pattern(r"(?:st|nd|rd|th)(?![^\W_])|[A-Za-z](?![^\W_])|[A-Za-z]{2,}|-[A-Z]{1,3}(?![a-z])")
_LETTERED = Pattern(r"(?:[^\W\d_]|[^\W\d_][-–/&]|[#@/_\\=]|[0-9][.,:/]|\+)\Z")
_BODY = Pattern(r"\b(?:Group|Gang|Committee|House|Council) of (?:the )?\Z")
_JETS = Pattern(
    r"7[0-9]7(?=s\b|[- ][0-9A-Z]|[- ](?:jet|jets|jetliner|jetliners|aircraft|airliner|airliners|plane|planes)\b)"
)
_PAIR = Pattern(
    r"-(?:to-)?(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty)(?![^\W_])",
    re.I,
)
_WITHIN_SENTENCE = Pattern(r"[\w,'’] \Z")  # a capital there is a name's: "Ocean's Eleven"
_LIST_NUMBER = Pattern(r"[.)][ \t]")
_WORD_BEFORE = Pattern(r"([^\W_][\w&'’.-]*) \Z")
_WEB = Pattern(r"(?:https?://|www\.)[^\s<>\"]+")
_MAIL = Pattern(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_PHONE = Pattern(
    r"(?:0?[0-9]{1,5}\) ?|0[0-9]{1,4}[ -]|1[38]00[ -]|13 "
    r"|[0-9]{1,3} (?:\(0\) ?)?)[0-9]{2,4}(?:[ -][0-9]{2,4}){0,3}(?![0-9,.%])"
    r"|(?:1-)?[2-9][0-9]{2}-(?:[0-9]{3}-)?[0-9]{4}(?![\w-])"
)
_SHORTEST_PHONE = 7  # characters


def address_spans(text: str, triggers: list[Trigger]) -> list[tuple[int, int]]:
    """Spans of web and mail addresses and telephone numbers, in order."""
    spans = []
    if "http" in text or "www." in text:
        spans += [match.span() for match in _WEB.finditer(text)]
    if "@" in text:
        spans += [match.span() for match in _MAIL.finditer(text)]
    done = 0
    for trigger in triggers:
        if trigger.family == "digits" and trigger.start >= done:
            end = _phone_end(text, trigger.start)
            if end is not None:
                spans.append((trigger.start, end))
                done = end
    return sorted(spans)


def _phone_end(text: str, start: int) -> int | None:
    """Where the telephone number ends whose first digits stand at ``start``, else None."""
    before = text[start - 1 : start]
    if before.isalnum() or before in tuple(".,$£€-/"):
        return None
    match = _PHONE.match(text, start)
    if match is None or match.end() - start < _SHORTEST_PHONE:
        return None
    known = before in ("+", "(") or match.group()[0] in "01" or "-" in match.group()
    return match.end() if known else None


def is_name(text: str, number: Number) -> bool:
    """Whether a number in digits or words is part of a name or a code, or numbers something."""
    start, end = number.start, number.end
    left = text[max(0, start - 2) : start]
    if _LETTERED.search(left) and text[max(0, start - 10) : start].lower() != "magnitude-":
        return True
    if text.startswith("per ", start - 4) and start >= 4:  # "parts per million"
        return True
    if number.digits and _MODEL_AFTER.match(text, end) and not has_glued_unit(text, number):
        return True
    if _JETS.match(text, start) or (not number.digits and _PAIR.match(text, end)):
        return True
    line_start = start == 0 or text[start - 1] == "\n"
    return bool(
        STREET.match(text, end)
        or (number.digits and (_DOWNING.match(text, end) or (line_start and _LIST_NUMBER.match(text, end))))
    )


def is_numbered(text: str, number: Number, counts: bool) -> bool:
    """Whether the word before a number makes it a name: ``Flight 370``, ``page 3``, ``day three``.

    ``counts`` says that a noun follows, which a larger number counts: ``at one stage 40 homes``.
    """
    before = _WORD_BEFORE.search(text, max(0, number.start - 24), number.start)
    if before is None or number.scale > 1:
        return False
    word = before.group(1)
    head = word.lower().rstrip(".")
    if head not in _HEADS:
        return False
    if word != word.lower():
        return True
    return head in _LOWER_HEADS and not (counts and number.digits and number.value >= _COUNTED)


def is_named(text: str, number: Number) -> bool:
    """Whether a plain number without unit or noun stands right after a name: ``Hotel 6``, ``the Group of 20``."""
    if not number.plain and number.digits:
        return False
    if (
        not number.digits
        and text[number.start].isupper()
        and _WITHIN_SENTENCE.search(text, max(0, number.start - 3), number.start)
    ):
        return True
    if _BODY.search(text, max(0, number.start - 16), number.start):
        return True
    before = _WORD_BEFORE.search(text, max(0, number.start - 24), number.start)
    if before is None or not number.plain or not before.group(1)[0].isupper():
        return False
    word = before.group(1).lower().rstrip(".")
    opens = text[max(0, before.start() - 2) : before.start()].strip() in ("", ".", "“", '"')
    return not opens and word not in MONTHS and word not in WEEKDAYS


def is_clock(text: str, number: Number) -> bool:
    """Whether a number is a time of day: ``5:30``, ``10am``, ``9 o'clock``, ``1900 GMT``."""
    if not isinstance(number.value, int) and not 0 <= number.value < 24:
        return False
    return bool(
        _CLOCK_AFTER.match(text, number.end)
        or _CLOCK_BEFORE.search(text, max(0, number.start - 2), number.start)
    )


def score_end(text: str, number: Number) -> int | None:
    """Where a score or a code that starts with this number ends (``3-1``, ``6-4``, ``24/7``), else None."""
    if not number.digits:
        return None
    match = _SCORE_AFTER.match(text, number.end)
    if match:
        return match.end()
    return number.end if _SCORE_BEFORE.search(text, max(0, number.start - 4), number.start) else None
