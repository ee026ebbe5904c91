"""Points for one answer: being right decides, being quick adds at most a quarter."""

from __future__ import annotations

from quiz_bank.grading.verdicts import Level

FULL = 1000
#: of a full score, what being right is worth however late; the rest is for speed
SURE_SHARE = 0.75
#: of what being right is worth, for an answer that is true but incomplete; speed adds nothing to it
CLOSE_SHARE = 0.5


def points(verdict: Level, elapsed: float, seconds: int | None) -> int:
    """The points of an answer, 0 to 1000.

    Args:
        verdict: how it was judged.
        elapsed: seconds from the question to the answer, pauses left out.
        seconds: how long the question is open; None for no limit: then speed decides nothing.
    """
    if verdict == "wrong":
        return 0
    if verdict == "close":
        return round(FULL * SURE_SHARE * CLOSE_SHARE)
    if seconds is None:
        return FULL
    left = min(max(1 - elapsed / seconds, 0.0), 1.0)
    return round(FULL * (SURE_SHARE + (1 - SURE_SHARE) * left))
