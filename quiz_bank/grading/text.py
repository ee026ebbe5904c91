"""Judges answers of words: groups, things, causes; by content words, each with its slips (rules 16, 17, 20)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefings.errors import BriefingError
from quiz_bank.grading.clean import clean
from quiz_bank.grading.digits import tokens_of
from quiz_bank.grading.fold import fold, squash, words_of
from quiz_bank.grading.known_names import country_of, known
from quiz_bank.grading.numbers import numbers_of
from quiz_bank.grading.scripts import is_consonantal, latin, reads_as
from quiz_bank.grading.statements import HARMLESS, Statement, statement_of
from quiz_bank.grading.text_words import (
    GROUP_WORDS,
    HEADS,
    content_words,
    excludes,
    renames,
    rivals_of,
    stem,
    turned,
)
from quiz_bank.grading.typos import slip
from quiz_bank.grading.verdicts import Verdict, best, close, correct, wrong
from quiz_bank.keys import Key

_FIGURE = re.compile(r"-?\d+(?:\.\d+)?")
_NUMBER = re.compile(r"\d(?:[\d.,:-]*\d)?")
_PLURAL = re.compile(r"(?<=\d)s$")
_ALTERNATIVES = frozenset(("or", "and", "/", "?", "|", "&", "vs", "versus", ";", "then", ">", "+"))


@dataclass(frozen=True, slots=True)
class _Text:
    """One accepted text: as printed, cleaned, as one word, and the numbers in it (``4.4`` is not ``44``)."""

    printed: str
    cleaned: str
    squashed: str
    numbers: tuple[str, ...]


@lru_cache(maxsize=2048)
def _text_of(printed: str) -> _Text:
    cleaned = clean(printed)
    return _Text(printed, cleaned, squash(latin(cleaned)), _numbers(cleaned))


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(number.replace(",", "") for number in _NUMBER.findall(text))


def _is_one_of(text: str, accepted: list[_Text]) -> bool:
    """Whether a cleaned text is one of the accepted, but for spaces, hyphens, articles and accents."""
    typed = squash(latin(text))
    return bool(typed) and any(typed == one.squashed and _numbers(text) == one.numbers for one in accepted)


def judge_text(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a text key; raises BriefingError for a malformed key only."""
    value = (
        "" if isinstance(key.value, bool) or not isinstance(key.value, str | int | float) else str(key.value)
    )
    accepted = [_text_of(printed) for printed in (value, *key.aliases) if printed.strip()]
    if not value.strip():
        raise BriefingError("the text key has no text as its value", "give value")
    says = f"the source says {value}"
    if _FIGURE.fullmatch(value):
        return _as_number(value, text, says)
    if _is_one_of(text, accepted):
        return correct("own-words", says)
    statement = statement_of(text)
    if not statement.whole or _denies(statement, accepted):
        return (
            wrong("negated", f"you say what it was not; {says}") if statement.denies else wrong("empty", says)
        )
    asserted = [part.text for part in statement.segments if not part.denied]
    if _is_one_of(statement.whole, accepted) or all(_is_one_of(part, accepted) for part in asserted):
        return correct("own-words", says)
    others = [_text_of(other) for other in key.others if other.strip()]
    if _is_one_of(statement.whole, others):
        return wrong("other-answer", f"that is something else; {says}")
    if is_consonantal(text):
        readable = all(any(reads_as(part, one.cleaned) for one in accepted) for part in asserted)
        return correct("spelling", f"another script; {says}") if readable else wrong("other-answer", says)
    asked = frozenset(words_of(clean(ask[:600])))
    own = frozenset(word for one in accepted for word in words_of(one.cleaned))
    return best(_Comparison(one, others, statement, asked - own, says).judge() for one in accepted)


def _as_number(value: str, text: str, says: str) -> Verdict:
    """An answer to a key that is a bare number: that number alone, in digits or words."""
    tokens = tokens_of(text)
    found = numbers_of(tokens)
    if not found:
        return wrong("no-number", says)
    minus = any(number.start and tokens[number.start - 1].text == "-" for number in found[:1])
    values = {-number.readings[0] if minus else number.readings[0] for number in found}
    if len(values) > 1:
        return wrong("two-answers", f"two answers; {says}")
    denied = statement_of(text).denies or statement_of(text).whole == ""
    return (
        correct("own-words", says) if values == {float(value)} and not denied else wrong("other-answer", says)
    )


def _denies(statement: Statement, accepted: list[_Text]) -> bool:
    """Whether a denied part names the right answer."""
    denied = [segment.text for segment in statement.segments if segment.denied]
    if any(one.squashed and one.squashed in squash(part) for part in denied for one in accepted):
        return True
    words = {stem(word) for part in denied for word in content_words(part)}
    words -= {stem(word) for word in content_words(statement.whole)}
    return any(words.intersection(map(stem, content_words(one.cleaned))) for one in accepted)


@lru_cache(maxsize=2048)
def _acronym_of(printed: str) -> str:
    """The initials of a name of two words or more, at least two of them capitals; empty where it has none."""
    words = [word for word in printed.replace("-", " ").split() if word.lower() not in HARMLESS | {"and"}]
    capitals = sum(word[0].isupper() for word in words)
    initials = [word if word[0].isdigit() or stem(word.lower()).isdigit() else word[0] for word in words]
    return "".join(initials).lower() if capitals >= 2 else ""


class _Comparison:
    """The asserted words of one answer against one accepted text."""

    def __init__(
        self,
        one: _Text,
        others: list[_Text],
        statement: Statement,
        asked: frozenset[str],
        says: str,
    ) -> None:
        self.one = one
        self.others = others
        self.statement = statement
        self.says = says
        self.wanted = content_words(one.cleaned) or words_of(one.cleaned)
        typed = content_words(statement.whole, asked, rivals_of(self.wanted)) or content_words(
            statement.whole
        )
        self.typed = _rejoined(typed, self.wanted)

    def judge(self) -> Verdict:
        if self._is_abbreviation():
            return self._exact()
        if not self.typed:
            return wrong("other-answer", self.says)
        typed, wanted = _PLURAL.sub("", "".join(self.typed)), "".join(self.wanted)
        if (short := _acronym_of(self.one.printed)) and typed == short:
            return correct("spelling", f"short for it; {self.says}")
        if typed == wanted and _numbers(self.statement.whole) == self.one.numbers:
            return correct("words", self.says)
        if self._is_other(typed, wanted):
            return wrong("other-known-name", f"that is something else; {self.says}")
        numbered = any(stem(word)[0].isdigit() for word in (*self.wanted, *self.typed))
        if (
            not numbered
            and len(self.wanted) == len(self.typed)
            and len(wanted) > 4
            and wanted.isalpha()
            and fold(typed) == fold(wanted)
        ):
            return correct("spelling", self.says)
        return self._word_by_word()

    def _is_abbreviation(self) -> bool:
        bare = self.one.printed.replace(".", "")
        return bare.isupper() and bare.isalpha() and len(bare) <= 6

    def _exact(self) -> Verdict:
        """Abbreviations are exact (rule 17); "IS" beside other words only with those of a group."""
        target = "".join(words_of(self.one.cleaned))
        beside = [word for word in self.typed if word != target]
        if target in words_of(self.statement.whole) and all(word in GROUP_WORDS for word in beside):
            return correct("own-words", self.says)
        if target not in self.typed:
            return wrong("other-answer", self.says)
        if self._has_alternative({target}):
            return wrong("two-answers", f"two answers; {self.says}")
        return correct("own-words", self.says)

    def _is_other(self, typed: str, wanted: str) -> bool:
        """Whether a near word is the name of something else (rule 18)."""
        if any(typed == other.squashed for other in self.others):
            return True
        meant = known(typed)
        return meant is not None and meant != known(wanted) and slip(typed, wanted) in ("slip", "near")

    def _word_by_word(self) -> Verdict:
        """Rule 20: which content words are there, which are missing, and what stands in their place."""
        left = list(self.typed)
        found: list[tuple[str, str]] = []
        missing = []
        for word in self.wanted:
            match = self._find(word, left)
            if match is None:
                missing.append(word)
            else:
                left.remove(match[0])
                found.append(match)
        kinds = {how for _, how in found}
        if not found or ("near" in kinds and (left or missing)):
            return wrong("other-answer", self.says)
        contradicting = [word for word in left if excludes(word, self.wanted)]
        renamed = renames(self.typed, self.wanted, is_name=self.one.printed[0].isupper())
        if renamed is not None:
            contradicting.append(renamed)
        if contradicting:
            return wrong("contradicting-word", f"“{contradicting[0]}” contradicts; {self.says}")
        if self._has_alternative({word for word, _ in found}):
            return wrong("two-answers", f"two answers; {self.says}")
        return self._partly(left, missing) if missing else self._fully(left, kinds)

    def _fully(self, left: list[str], kinds: set[str]) -> Verdict:
        """All content words are there; ``left`` are words beside them."""
        segments = self.statement.segments
        for place, segment in enumerate(segments):
            following = segments[place + 1].before if place + 1 < len(segments) else ""
            if "or" in (segment.before, following) and not set(left).isdisjoint(content_words(segment.text)):
                return wrong("two-answers", f"two answers; {self.says}")
        others = {word for other in self.others for word in content_words(other.cleaned)}
        if any(word in others or (known(word) is not None and country_of(word) is None) for word in left):
            return wrong("two-answers", f"two answers; {self.says}")
        if "near" in kinds:
            return close("typos", f"nearly; {self.says}")
        return correct("typo" if "slip" in kinds else "words", self.says)

    def _partly(self, left: list[str], missing: list[str]) -> Verdict:
        """Content words are missing; ``left`` may stand in their place."""
        total = len(self.wanted)
        present = total - len(missing)
        if 2 * present < total:
            return wrong("other-answer", f"too little of it; {self.says}")
        heads = [row for row in HEADS if row.intersection(missing) and row.intersection(left)]
        if heads and len(missing) == len(left) == len(heads):
            return close("part-of-words", f"nearly the same; {self.says}")
        if left and (total <= 3 or len(left) > present):
            return wrong("contradicting-word", f"“{left[0]}” contradicts; {self.says}")
        return close("part-of-words", f"part of it; {self.says}")

    def _find(self, word: str, typed: list[str]) -> tuple[str, str] | None:
        """The typed word that stands for a wanted one and how: equal, slip or near."""
        for candidate in typed:
            if candidate == word or stem(candidate) == stem(word):
                return candidate, "equal"
        near = None
        for candidate in typed:
            how = self._slipped(candidate, word)
            if how == "slip":
                return candidate, how
            if how == "near" and near is None:
                near = candidate, how
        return near

    def _slipped(self, candidate: str, word: str) -> str:
        if not word.isalpha() or not candidate.isalpha() or turned(candidate, word):
            return "far"
        how = slip(candidate, word)
        if how == "near" and candidate[0] != word[0] and candidate[-6:] == word[-6:]:
            return "far"  # another beginning makes another word: photo- and chemosynthesis
        if how == "far" and len(word) > 4 and fold(candidate) == fold(word):
            how = "slip"
        return "far" if how != "far" and self._is_other(candidate, word) else how

    def _has_alternative(self, hits: set[str]) -> bool:
        """Whether another answer stands beside the right one: "X or Y", "X and Y", "X / Y", "X? maybe Y"."""
        segments = [segment for segment in self.statement.segments if not segment.denied]
        words = [content_words(segment.text) for segment in segments]
        for place, segment in enumerate(segments):
            if len(segments) < 2 or not words[place] or not hits.isdisjoint(words[place]):
                continue
            following = segments[place + 1].before if place + 1 < len(segments) else ""
            joint = segment.before if place else following
            if joint in _ALTERNATIVES:
                return True
            names = len(words[place]) <= 2 and segment.text.split()[0] not in HARMLESS  # else it describes
            if joint == "," and names:
                return True
        return False


def _rejoined(typed: list[str], wanted: list[str]) -> list[str]:
    """The typed words, two neighbours made one where the source writes them as one (``cease fire``)."""
    joined: list[str] = []
    for word in typed:
        if joined and joined[-1] + word in wanted:
            joined[-1] += word
        else:
            joined.append(word)
    return joined
