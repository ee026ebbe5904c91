"""Judges chosen options and true or false: by the option's text, its letter or its number."""

from __future__ import annotations

import re

from briefings.errors import BriefingError
from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean, squeeze
from quiz_bank.grading.fold import squash
from quiz_bank.grading.statements import HARMLESS, statement_of
from quiz_bank.grading.typos import slip
from quiz_bank.grading.verdicts import Verdict, close, correct, wrong
from quiz_bank.keys import Key

_LETTER = re.compile(r"^(?:option |answer |choice |letter |number )?\(?([a-z]|\d{1,2})[).:]?$")
_SPLIT = re.compile(r"\s*(?:[,;/&+|\n]|\band\b)\s*")
_MARKS = re.compile(r"^(?:[a-h]{2,8}|[a-h1-9](?: [a-h1-9])+)$")
_TRUE = word_set("true t yes y correct right yeah yep yup 1 so vrai wahr ja si oui affirmative indeed")
_FALSE = word_set("false f no n incorrect wrong nope nah 0 untrue faux falsch nein non negative fake")


def judge_choice(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a choice key; raises BriefingError for a malformed key only."""
    right = _right_options(key)
    says = f"the right answer is {', '.join(right)}"
    options = [str(option) for option in key.options] or right
    wanted = {_place(clean(option), options) for option in right}
    if None in wanted:
        raise BriefingError(
            "the choice key's value is not among its options", "repeat the option's text as value"
        )
    statement = statement_of(text)
    whole = _place(text, options)
    if whole is not None:
        chosen = {whole}
    else:
        if not statement.whole:
            return wrong("negated", f"you say which one it was not; {says}")
        single = _place(statement.whole, options)
        pieces = (
            [single]
            if single is not None
            else [_place(p, options) for p in _pieces(statement.whole, options)]
        )
        if not pieces or None in pieces:
            return wrong("other-choice", says)
        chosen = {piece for piece in pieces if piece is not None}
    if chosen == wanted:
        return correct("choice", says)
    if len(wanted) == 1 and len(chosen) > 1:
        return wrong("two-answers", f"one option is right; {says}")
    if chosen < wanted and 2 * len(chosen) >= len(wanted):
        return close("some-choices", f"there is more than that; {says}")
    return wrong("other-choice", says)


def _pieces(text: str, options: list[str]) -> list[str]:
    """The parts of an answer that picks several: "a, c", "a and c", "ac"."""
    parts = [part for part in _SPLIT.split(text.replace(" or ", ", ")) if part]
    if len(parts) == 1 and _MARKS.match(text):
        parts = text.split() if " " in text else list(text)
    elif len(parts) == 1 and text.isdecimal() and int(text[:4]) > len(options):
        parts = list(text)  # "34" of four options: the third and the fourth
    elif len(parts) == 1:
        words = parts[0].split()
        parts = words if all(_place(word, options) is not None for word in words) else parts
    return parts


def _right_options(key: Key) -> list[str]:
    value = key.value
    if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
        return [str(value)]
    if (
        isinstance(value, list | tuple)
        and value
        and all(isinstance(item, str | int | float) for item in value)
    ):
        return [str(item) for item in value]
    raise BriefingError("the choice key has no option as its value", "give value, a string or a list")


def _place(text: str, options: list[str]) -> int | None:
    """The index of the option a text names: by its words, its letter or number, or a slip away; None for none."""
    plain = [clean(option) for option in options]
    if text in plain:
        return plain.index(text)
    bare = " ".join(word for word in text.split() if word not in HARMLESS)
    squashed = [squash(option) or squeeze(option) for option in plain]
    for typed in (squash(text), squash(bare)):
        if typed and squashed.count(typed) == 1 and _same_digits(text, plain[squashed.index(typed)]):
            return squashed.index(typed)
    unhedged = [" ".join(word for word in option.split() if word not in HARMLESS) for option in plain]
    if bare and unhedged.count(bare) == 1:
        return unhedged.index(bare)
    if len(options) > 1 and (match := _LETTER.match(text.strip())):
        mark = match.group(1)
        index = int(mark) - 1 if mark.isdigit() else ord(mark) - ord("a")
        if 0 <= index < len(options):
            return index
    near = [index for index, name in enumerate(squashed) if slip(squash(bare), name) == "slip"]
    return near[0] if len(near) == 1 and squashed[near[0]].isalpha() else None


def _same_digits(one: str, other: str) -> bool:
    """Points and commas inside numbers are content: 4.4 is not 44, but 1,500 is 1500."""
    pattern = re.compile(r"\d[\d.,]*")
    first = [number.rstrip(".,").replace(",", "") for number in pattern.findall(one)]
    return first == [number.rstrip(".,").replace(",", "") for number in pattern.findall(other)]


def judge_true_false(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a true-false key; raises BriefingError for a malformed key only."""
    if not isinstance(key.value, bool):
        raise BriefingError(
            "the true-false key has neither true nor false as its value", "give value: true or false"
        )
    says = f"it is {'true' if key.value else 'false'}"
    words = [word.strip("'") for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", text)]
    turned = sum(word in ("not", "isn't", "isnt", "never", "wasn't", "ain't") for word in words) % 2 == 1
    said = {_truth(word, turned) for word in words} - {None}
    if len(words) > 2 and "no" in words and len(said) > 1:
        said = {_truth(word, turned) for word in words if word not in ("no", "yes")} - {None}
    if len(said) != 1:
        return wrong("not-true-false", f"say true or false; {says}")
    if said == {key.value}:
        return correct("true-false", says)
    return wrong("not-true-false", says)


def _truth(word: str, turned: bool) -> bool | None:
    for words, value in ((_TRUE, True), (_FALSE, False)):
        if word in words:
            return value is not turned
    for name, value in (("true", True), ("false", False)):
        if slip(word, name) in ("slip", "near") and len(word) > 2:
            return value is not turned
    return None
