"""Which place an event befell: "The Lorn navy has retaken which port town from the rebels?".

Needs a headline event with ``the town of NAME`` after its verb, or a name whose class the article tells.
Refused: names that stand twice in the clause, or stand in its subject.
"""

from __future__ import annotations

import re

from quiz_bank.generate.clauses import lifted, to_its_end
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import has_verb, main_verb, subject_of
from quiz_bank.generate.keys import place_key
from quiz_bank.generate.setting import PLAIN_NAME
from quiz_bank.generate.speakers import speaker_phrase
from quiz_bank.generate.statements import checked, lead, opened
from quiz_bank.generate.subjects import has_name, resolve, with_absolute_time, without_now
from quiz_bank.generate.trimming import Clause, trimmed
from quiz_bank.generate.words import IRREGULAR_PAST, PLACE_CLASSES

_OF = re.compile(
    rf"\bthe (?P<adjectives>(?:[A-Za-z][\w\-]+ ){{0,3}})(?P<noun>{'|'.join(sorted(PLACE_CLASSES))}) "
    rf"of (?P<name>{PLAIN_NAME})"
)


_VERB_LAST = re.compile(
    rf"\b(?:{'|'.join(sorted(IRREGULAR_PAST))}|[a-z]+ed|[a-z]+en)(?: (?:all|most|much|part|parts) of)?"
    r"(?: (?:full )?control of)?(?: back)? $"
)
_CLASS_NEXT = re.compile(rf" (?:{'|'.join(sorted(PLACE_CLASSES))})\b")


_FACILITY = re.compile(
    rf"\bthe (?P<name>{PLAIN_NAME}) "
    r"(?P<noun>(?:border )?(?:post|crossing)|airport|bridge|dam|airfield|air base|oilfield)\b"
)


def _object(before: str) -> bool:
    """Whether what comes next is the verb's object: one word or ``control of`` at most stands between."""
    return bool(_VERB_LAST.search(before)) and has_verb(before + "it")


_ASKED_FOR = ("city", "town", "village", "province", "island", "port")


def _may_name_a_place(text: str, frame: Frame) -> bool:
    """Whether a place stands in the event by its class: most do not, and need not be taken apart."""
    if _FACILITY.search(text) or _OF.search(text):
        return True
    classes = frame.setting.classes
    return any(name in text for noun in _ASKED_FOR for name in classes.get(noun, ()))


def make(frame: Frame) -> Draft | Refusal:
    """The clause with ``which NOUN`` in place of the name."""
    fact = frame.fact
    if not _may_name_a_place(str(fact.value), frame):
        return Refusal("shape", str(fact.value)[:40])
    plain = trimmed(str(fact.value), 0, 0)
    whole = to_its_end(plain) if plain else None
    if whole is None or lifted(whole):
        return Refusal("no clause")
    text = without_now(with_absolute_time(whole, {})).text
    place = _place(text, frame)
    if place is None:
        return Refusal("shape", text[:40])
    start, end, noun, name, words = place
    if not has_verb(text[:start]) or not has_name(subject_of(text), frame.setting):
        return Refusal("shape", name)
    speaker = speaker_phrase(fact.attribution, frame.setting) if fact.attribution else ""
    if speaker is None:
        return Refusal("unknown speaker", fact.attribution or "")
    body = f"{text[:start]}{words}{text[end:]}"
    body = resolve(Clause(body, "", ""), frame.setting, "", "").text
    anchored = _is_anchored(text, start, end, words, frame)
    if not anchored and not (main_verb(body) in ("has", "have") and frame.setting.dated):
        return Refusal("several answers", body[:40])
    statement = Statement(Clause(body, "", ""), speaker, "", not anchored)
    ask = opened(lead(frame, statement), body, frame.setting) + "?"
    return checked(frame, statement, Draft(ask, place_key(frame, name, noun), body, speaker=speaker))


def _is_anchored(text: str, start: int, end: int, words: str, frame: Frame) -> bool:
    """Whether an adjective of the place, or a name or a year beside the subject, tells which one is meant."""
    beside = text[len(subject_of(text)) : start] + text[end:]
    return (
        words.count(" ") > 1
        or bool(re.search(r"\d{4}", beside))
        or has_name(beside, frame.setting, first=False)
    )


def _place(text: str, frame: Frame) -> tuple[int, int, str, str, str] | None:
    """Where the place stands, its class and name, and the words to ask for it."""
    facility = _FACILITY.search(text)
    if facility:
        return (
            facility.start(),
            facility.end(),
            facility["noun"],
            facility["name"],
            f"which {facility['noun']}",
        )
    named = _OF.search(text)
    if named and _object(text[: named.start()]):
        words = f"which {named['adjectives']}{named['noun']}"
        return named.start(), named.end(), named["noun"], named["name"], words
    for noun in _ASKED_FOR:
        for name in frame.setting.classes.get(noun, ()):
            found = re.search(rf"(?<!-)\b{re.escape(name)}\b(?! [A-Z]|['’]|-)", text)
            if found and _object(text[: found.start()]) and not _CLASS_NEXT.match(text[found.end() :]):
                return found.start(), found.end(), noun, name, f"which {noun}"
    return None
