"""The one way in: a key and an answer make a verdict with the rule that decided and a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from quiz_bank.grading.clean import LONGEST, clean, is_too_long, refusal
from quiz_bank.grading.verdicts import Verdict, wrong
from quiz_bank.keys import Key, KeyKind

Judge = Callable[[Key, str, str], Verdict]

# kind -> module of this room and its judge; a family is imported when its first answer comes
_FAMILIES: dict[KeyKind, tuple[str, str]] = {
    "distance": ("quantities", "judge_quantity"),
    "population": ("quantities", "judge_quantity"),
    "share": ("quantities", "judge_quantity"),
    "duration": ("quantities", "judge_quantity"),
    "area": ("quantities", "judge_quantity"),
    "money": ("quantities", "judge_quantity"),
    "count": ("quantities", "judge_quantity"),
    "age": ("quantities", "judge_quantity"),
    "date": ("dates", "judge_date"),
    "person": ("persons", "judge_person"),
    "place": ("places", "judge_place"),
    "text": ("text", "judge_text"),
    "choice": ("choices", "judge_choice"),
    "true-false": ("choices", "judge_true_false"),
    "order": ("lists", "judge_order"),
    "match": ("lists", "judge_match"),
}
#: Kinds whose answers may be one of the words that elsewhere mean "I do not know" or look like code.
_ANYTHING = frozenset(("true-false", "choice", "order", "match"))


def judge(key: Key, answer: str, ask: str = "") -> Verdict:
    """Judges one typed answer; never raises for any answer.

    Args:
        key: what counts as right.
        answer: what was typed, any string.
        ask: the question's text; its own words do no harm in an answer.

    Raises:
        BriefingError: the key is malformed (a number key without a number, a place without a name).
    """
    family = _family(key.kind)
    if is_too_long(answer, _room(key)):
        family(key, "", ask)  # a malformed key is told whatever was typed
        return wrong("too-long", f"an answer has at most {_room(key)} characters")
    text = clean(answer)
    refused = refusal(text)
    if refused is None or (refused[0] in ("no-idea", "not-an-answer") and _is_meant(key, text)):
        return family(key, text, ask)
    family(key, "", ask)
    return wrong(*refused)


def _room(key: Key) -> int:
    """How long an answer may be: rule 3's limit, or twice what the items of the key take up."""
    return max(LONGEST, 2 * len(str(key.value))) if key.kind in ("order", "match", "choice") else LONGEST


@cache
def _family(kind: KeyKind) -> Judge:
    module, name = _FAMILIES[kind]
    found: Judge = getattr(import_module(f"quiz_bank.grading.{module}"), name)
    return found


def _is_meant(key: Key, text: str) -> bool:
    """Whether a text that looks like no answer is one to this key: "yes" to a yes-no question, "none" for 0."""
    if key.kind in _ANYTHING:
        return True
    if key.value == 0 and key.kind in ("count", "population"):
        return True
    names = (str(key.value or ""), key.name, key.surname, key.given, key.text, *key.aliases)
    return any(text == clean(name) for name in names if name)
