"""Lists: items of order and of pairs as they come from forms and from people."""

from __future__ import annotations

from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key


def test_items_of_pairs_may_hold_commas() -> None:
    value = {"Ada Lorn": "mayor of Salm, a port", "Ben Varn": "head of the harbour, since May"}
    key = Key("match", value=value)
    assert judge(key, "; ".join(f"{left} = {right}" for left, right in value.items())).verdict == "correct"
    swapped = "Ada Lorn = head of the harbour, since May; Ben Varn = mayor of Salm, a port"
    assert judge(key, swapped).verdict == "wrong"


def test_a_list_may_be_as_long_as_its_items_need() -> None:
    value = [f"{word} {'and a long way round ' * 6}end" for word in ("first", "middle", "last")]
    assert judge(Key("order", value=value), "; ".join(value)).rule != "too-long"
    assert judge(Key("text", value="short"), "x" * 301).rule == "too-long"
