"""Judges names of places, and answers of two places (rules 4, 16 to 20)."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.errors import BriefingError
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import squash, without_articles, words_of
from quiz_bank.grading.known_names import other_names
from quiz_bank.grading.place_names import TYPE_OF, PlaceNames
from quiz_bank.grading.place_surroundings import Surroundings
from quiz_bank.grading.scripts import is_consonantal, latin, reads_as
from quiz_bank.grading.statements import HARMLESS, statement_of
from quiz_bank.grading.verdicts import Verdict, close, correct, worst, wrong
from quiz_bank.keys import Key


def judge_place(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a place's key; raises BriefingError for a malformed key only."""
    if key.all_of:
        return _all_of(key, text, ask)
    names = tuple(name for name in (key.name, *key.aliases) if squash(latin(clean(name))))
    if not names:
        raise BriefingError("the place key has no name", "give name, or all_of")
    says = f"the source says {names[0]}"
    if PlaceNames(key, names).own(squash(latin(text))):
        return correct("place", says)
    statement = statement_of(text)
    if not statement.whole:
        return (
            wrong("negated", f"you say which place it was not; {says}")
            if statement.denies
            else wrong("empty", says)
        )
    if is_consonantal(text):
        parts = [segment.text for segment in statement.segments if not segment.denied]
        return _in_consonants(key, names, parts, says)
    return _judge_name(key, names, statement.whole, says, ask)


def _in_consonants(key: Key, names: tuple[str, ...], parts: Sequence[str], says: str) -> Verdict:
    """An answer in Arabic, Persian or Hebrew letters: every part must read as the name, later ones as what holds it."""
    place = PlaceNames(key, names)
    within = _spellings([part for part in key.within.split(",") if part.strip()])
    spellings = _spellings(names)
    others = [clean(other) for other in key.others if not place.own(squash(clean(other)))]
    for number, part in enumerate(parts):
        if any(reads_as(part, other) for other in others):
            return wrong("other-known-name", says)
        named = place.own(squash(part)) or any(reads_as(part, name) for name in spellings)
        if not (named or (number and any(reads_as(part, name) for name in within))):
            return wrong("other-answer", says)
    return correct("spelling", f"another script; {says}") if parts else wrong("other-answer", says)


def _spellings(names: Sequence[str]) -> list[str]:
    """The cleaned names with every other name of a known country or city."""
    spellings = [clean(name) for name in names]
    return spellings + [other for name in spellings for other in other_names(squash(name))]


def _judge_name(key: Key, names: tuple[str, ...], text: str, says: str, ask: str) -> Verdict:
    """The asserted text against the names of one place."""
    place = PlaceNames(key, names)
    foreign = not text.isascii()
    text = latin(text)
    words = place.words(text)
    content = [word for word in words if word not in HARMLESS]
    bare = [word for word in content if word not in TYPE_OF or place.in_name(word)]
    for typed in (" ".join(words), " ".join(bare)):
        if (
            typed
            and not place.own(typed.replace(" ", ""))
            and (other := _other(place, typed, says)) is not None
        ):
            return other
    if place.has_all(content):
        return correct("place", says)
    span = place.find(words, foreign=foreign) if content else None
    if span is None:
        if place.has_half(bare):
            return close("part-of-words", f"part of the name; {says}")
        return wrong("other-answer", says)
    spelled = " ".join(words[span.start : span.end])
    if span.how != "none" and place.is_nearer_another(spelled.replace(" ", ""), span):
        return wrong("other-known-name", f"{spelled.title()} is another place; {says}")
    surroundings = Surroundings(key, place, says, ask)
    if surroundings.has_another(text):
        return wrong("two-answers", f"two places are two answers; {says}")
    beside = surroundings.judge(text, words, span)
    if beside is not None and (beside.verdict == "wrong" or span.how != "near"):
        return beside
    if span.how == "near":
        return close("typos", f"nearly the name; {says}")
    return correct({"none": "place", "fold": "spelling", "slip": "typo"}[span.how], says)


def _other(place: PlaceNames, typed: str, says: str) -> Verdict | None:
    """The answer is exactly the name of something else: its container, another place (rules 18, 19)."""
    squashed = typed.replace(" ", "")
    if squashed in place.within:
        return wrong("container-only", f"that is where it lies, not the place; {says}")
    if squashed in place.others or (place.is_other_known(squashed) and not place.is_core(squashed)):
        return wrong(
            "other-known-name", f"{place.others.get(squashed, typed.title())} is another place; {says}"
        )
    return None


def _all_of(key: Key, text: str, ask: str) -> Verdict:
    """A two-part answer: all parts in any order; one of them is close."""
    parts = [tuple(part) for part in key.all_of]
    if not all(parts):
        raise BriefingError("a part of the key's all_of has no name", "write [[name, alias], [name]]")
    says = "the source says " + " and ".join(part[0] for part in parts)
    statement = statement_of(text)
    pieces = [segment.text for segment in statement.segments if not segment.denied]
    if len(pieces) < len(parts):
        pieces = _split_at(key, statement.whole, parts) or pieces
    hits: dict[int, Verdict] = {}
    strangers = 0
    for piece in pieces:
        judged = [_part(key, part, piece, says, ask) for part in parts]
        index = max(range(len(parts)), key=lambda place: judged[place].rank)
        if judged[index].verdict == "wrong":
            strangers += any(word not in HARMLESS for word in without_articles(words_of(piece)))
        elif index not in hits or judged[index].rank > hits[index].rank:
            hits[index] = judged[index]
    if strangers or not hits:
        return wrong("two-answers" if hits else "other-answer", says)
    if len(hits) < len(parts):
        return close("one-of-two", f"one part is missing; {says}")
    lowest = worst(hits.values())
    return lowest if lowest.verdict != "correct" else correct("both-parts", says)


def _part(key: Key, names: tuple[str, ...], piece: str, says: str, ask: str) -> Verdict:
    """One piece of an answer against one part of a two-part key."""
    if PlaceNames(key, names).own(squash(latin(piece))):
        return correct("place", says)
    if is_consonantal(piece):
        return _in_consonants(key, names, [piece], says)
    return _judge_name(key, names, piece, says, ask)


def _split_at(key: Key, text: str, parts: list[tuple[str, ...]]) -> list[str]:
    """The pieces of an answer that names both parts without a separator ("raqqa mosul")."""
    words = [word for word in without_articles(words_of(latin(text))) if word not in HARMLESS]
    first, last = PlaceNames(key, parts[0]), PlaceNames(key, parts[-1])
    for cut in range(1, len(words)):
        left, right = "".join(words[:cut]), "".join(words[cut:])
        if (first.own(left) and last.own(right)) or (last.own(left) and first.own(right)):
            return [" ".join(words[:cut]), " ".join(words[cut:])]
    return []
