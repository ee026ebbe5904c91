"""What is said around a figure: over, under, at least, about; and denials of it (rules 4 and 12)."""

from __future__ import annotations

from briefings.extract.wordlist import word_set

UP, DOWN, NONE = 1, -1, 0


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


# Phrases before a figure, denied ones first: the first that stands there decides.
_BEFORE: tuple[tuple[int, tuple[str, ...]], ...] = (
    (DOWN, _phrases("""not more than; no more than; not over; not above; not exceeding; not exceed; no greater than;
        not greater than; no higher than; nothing over; no longer than; not longer than; no further than;
        not as many as; not as much as; not beyond; never more than""")),
    (UP, _phrases("""not less than; no less than; no fewer than; not fewer than; not under; not below; no lower than;
        never less than; no smaller than; no shorter than""")),
    (NONE, _phrases("""not quite; not far from; not far off; not exactly; not only; not just; not sure;
        not certain""")),
    (UP, _phrases("""more than; greater than; higher than; larger than; longer than; further than; bigger than;
        in excess of; excess of; upwards of; upward of; north of; at the very least; at the least; at least;
        at minimum; a minimum of; minimum of; more then; morethan; atleast; over; above; exceeding; exceeds;
        exceeded; beyond; minimum; min; surpassing; topping; > =; >=; >""")),
    (DOWN, _phrases("""less than; fewer than; lower than; smaller than; shorter than; just short of; short of; shy of;
        south of; at the very most; at the most; at most; up to; upto; as many as; as much as; as far as;
        a maximum of; maximum of; at maximum; less then; atmost; under; below; within; maximum; max; < =; <=; <;
        less""")),
    (UP, ("more",)),
)  # fmt: skip
# Phrases after a figure and its unit.
_AFTER: tuple[tuple[int, tuple[str, ...]], ...] = (
    (UP, _phrases("""or more; or over; or above; and more; and above; and over; and up; or greater; or higher;
        and counting; or longer; at the very least; at the least; at least; at minimum; minimum; min; plus; +""")),
    (DOWN, _phrases("""or less; or fewer; or under; or below; or lower; or shorter; and under; at the very most;
        at the most; at most; at maximum; maximum; max; tops""")),
)  # fmt: skip
_DENIALS = word_set("""
    not never cannot without neither nor non except unlike excluding isnt wasnt arent werent aint didnt doesnt
    hasnt havent hadnt""")
_DENYING = _phrases("rather than; instead of; other than; as opposed to; apart from")


def said_before(words: list[str]) -> tuple[int, bool]:
    """The direction that the words before a figure give it, and whether they deny it."""
    if not words:
        return NONE, False
    said = f" {' '.join(words)} "
    direction, said = _direction(said)
    if any(f" {phrase} " in said for phrase in _DENYING):
        return direction, True
    return direction, any(word in _DENIALS or word.endswith("n't") for word in said.split())


def _direction(said: str) -> tuple[int, str]:
    """The first direction in a text with spaces around its words, and the text without it."""
    for way, phrases in _BEFORE:
        for phrase in phrases:
            if f" {phrase} " in said:
                return way, said.replace(f" {phrase} ", " ", 1)
    return NONE, said


def said_after(words: list[str]) -> tuple[int, int]:
    """The direction that the words after a figure begin with, and how many words that takes; 0 for none."""
    for way, phrases in _AFTER:
        for phrase in phrases:
            parts = phrase.split()
            if words[: len(parts)] != parts:
                continue
            follower = words[len(parts)] if len(words) > len(parts) else ""
            if not follower or not (follower[0].isdigit() or follower in ("than", "of")):
                return way, len(parts)
    return NONE, 0
