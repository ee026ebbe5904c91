"""The one way in: a key and an answer make a verdict with the rule that decided and a reason."""

from __future__ import annotations

from collections.abc import Callable

from quiz_bank.grading.choices import judge_choice, judge_true_false
from quiz_bank.grading.clean import clean, refusal
from quiz_bank.grading.dates import judge_date
from quiz_bank.grading.lists import judge_match, judge_order
from quiz_bank.grading.persons import judge_person
from quiz_bank.grading.places import judge_place
from quiz_bank.grading.quantities import judge_quantity
from quiz_bank.grading.text import judge_text
from quiz_bank.grading.verdicts import Verdict, wrong
from quiz_bank.keys import Key, KeyKind

_FAMILIES: dict[KeyKind, Callable[[Key, str, str], Verdict]] = {
    "distance": judge_quantity,
    "population": judge_quantity,
    "share": judge_quantity,
    "duration": judge_quantity,
    "area": judge_quantity,
    "money": judge_quantity,
    "count": judge_quantity,
    "age": judge_quantity,
    "date": judge_date,
    "person": judge_person,
    "place": judge_place,
    "text": judge_text,
    "choice": judge_choice,
    "true-false": judge_true_false,
    "order": judge_order,
    "match": judge_match,
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
    text = clean(answer)
    refused = refusal(text)
    if refused is None or (refused[0] in ("no-idea", "not-an-answer") and _is_meant(key, text)):
        return _FAMILIES[key.kind](key, text, ask)
    _FAMILIES[key.kind](key, "", ask)  # a malformed key is told whatever was typed
    return wrong(*refused)


def _is_meant(key: Key, text: str) -> bool:
    """Whether a text that looks like no answer is one to this key: "yes" to a yes-no question, "none" for 0."""
    if key.kind in _ANYTHING:
        return True
    if key.value == 0 and key.kind in ("count", "population"):
        return True
    names = (str(key.value or ""), key.name, key.surname, key.given, key.text, *key.aliases)
    return any(text == clean(name) for name in names if name)
