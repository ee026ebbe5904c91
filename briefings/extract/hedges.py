"""Hedges on either side of a number (``an estimated``, ``or more``), and whether something rose or fell by it."""

from __future__ import annotations

from briefings.extract.nouns import STOPS
from briefings.extract.wordlist import word_set
from briefings.facts import Change, Qualifier
from briefings.patterns import Pattern

_PHRASES: dict[Qualifier, str] = {
    "about": """
        about, around, some, roughly, approximately, approx, circa, estimated, estimated at,
        estimated to be, estimated to number, an estimated, an approximate, a rough, something
        like, in the region of, in the order of, on the order of, of the order of, in the
        neighborhood of, in the neighbourhood of, anything like, more or less,
        just about, only about, only around, only some, as about, or about, or so, give or take,
        as estimated, a reported, up to about, up to around, up to an estimated, an additional
        estimated, the estimated, somewhere around, somewhere near, anywhere around, nearer,
        roughly about, perhaps, maybe, probably, an anticipated, a projected, an expected,
        approaching about""",
    "more than": """
        more than, over, just over, well over, above, just above, well above, in excess of,
        upwards of, upward of, slightly more than, slightly over, a little over, a little more
        than, a bit more than, a bit over, just more than, well more than, better than, greater
        than, exceeding, topping, far more than, much more than, many more than, significantly
        more than, considerably more than, larger than, bigger than, higher than, longer than,
        older than, heavier than, taller than, an estimated more than, what is more than, far
        over, slightly above, a shade over, a touch over, surpassing""",
    "at least": """
        at least, no fewer than, no less than, not less than, not fewer than, a minimum of,
        minimum, at the least, at the very least, at a minimum of, at very least, as a minimum""",
    "at most": """
        at most, no more than, not more than, a maximum of, at the most, maximum, within, within
        just, within about, no greater than, a maximum, max, no longer than, no later than, not
        over""",
    "less than": """
        less than, fewer than, under, below, just under a total of, much less than, far less
        than, far fewer than, well under, well below, smaller than, lower than, slightly less
        than, slightly fewer than, slightly under, a little under, a little less than, a bit
        less than, a bit under, little more than half, shorter than, younger than, just below,
        just less than""",
    "nearly": """
        nearly, almost, just under, close to, just short of, approaching, nearing, virtually,
        practically, very nearly, very close to, close on, well-nigh, not quite, a shade under,
        a touch under, just shy of, shy of, verging on""",
    "up to": """
        up to, as many as, as much as, as high as, as long as, as far as, as old as, as large
        as, as big as, potentially up to, anything up to, as deep as, as tall as, as fast as, as
        late as, perhaps up to, possibly as many as""",
}
BEFORE: dict[str, Qualifier] = {
    " ".join(phrase.split()): qualifier
    for qualifier, phrases in _PHRASES.items()
    for phrase in phrases.split(",")
}
AFTER: dict[str, Qualifier] = {
    "or so": "about", "or thereabouts": "about", "approximately": "about",
    "or more": "at least",
    "or higher": "at least", "or longer": "at least", "or greater": "at least", "or older": "at least",
    "or over": "at least",
    "and over": "at least", "and above": "at least", "and up": "at least", "or above": "at least",
    "at least": "at least",
    "and more": "at least", "and older": "at least", "minimum": "at least", "plus": "at least",
    "at the least": "at least",
    "at the very least": "at least", "upwards": "at least", "and upwards": "at least", "at most": "at most",
    "at the most": "at most", "or less": "at most", "or fewer": "at most", "or under": "at most",
    "and under": "at most",
    "or younger": "at most", "maximum": "at most", "tops": "at most", "at maximum": "at most", "or below": "at most",
    "or lower": "at most", "odd": "about", "give or take": "about", "or even more": "at least",
    "or shorter": "at most",
}  # fmt: skip
_LONGEST = 5  # words in a hedge before the number
_WINDOW = 64  # characters looked at before the number
_PUNCTUATION = Pattern(r"[,;:!?()\[\]\"“”]|[.](?=\s|\Z)")
_WORD = Pattern(r"[^\s]+")
_AFTER = Pattern(r"[ -]?\+|(?:,? |-)(?P<words>[a-z]+(?: [a-z]+){0,3})")

_FILLERS = word_set(
    """
    by a an the of about another further total some just only whopping record total modest sharp net
    """
)
_UP = word_set(
    """
    up rise rises rose risen rising increase increases increased increasing grow grows grew grown
    growing gain gains gained gaining jump jumps jumped jumping climb climbs climbed climbing surge
    surges surged surging soar soars soared soaring add adds added advance advances advanced
    advancing leap leaps leapt leaped spike spikes spiked expand expands expanded expanding raise
    raises raised raising hike hikes hiked boost boosts boosted boosting rally rallied rallies swell
    swelled swells strengthen strengthened edged-up firmed rebounded rebound recovered accelerated
    growth rocketed skyrocketed lifted lift lifting inflated ballooned upped appreciated improve
    improves improved improving widen widened widens
    """
)
_DOWN = word_set(
    """
    down fall falls fell fallen falling drop drops dropped dropping decline declines declined
    declining decrease decreases decreased decreasing slide slides slid sliding slip slips slipped
    slipping sink sinks sank sunk sinking plunge plunges plunged plunging tumble tumbles tumbled
    tumbling lose loses lost losing shed sheds shedding cut cuts cutting slash slashes slashed
    slashing reduce reduces reduced reducing reduction shrink shrinks shrank shrunk shrinking
    contract contracts contracted contracting contraction dip dips dipped dipping ease eases eased
    easing weaken weakened weakens narrow narrowed narrows worsen worsened worsens plummet plummets
    plummeted plummeting lower lowers lowered lowering trim trims trimmed crash crashed dive dived
    dives retreat retreated retreats slump slumped slumps loss losses collapse collapsed halved
    shaved depreciated receded discount tanked skidded shaving
    """
)
_UP_AFTER = word_set(
    """
    increase increases rise rises gain gains jump growth surge higher hike hikes climb leap spike
    boost more advance expansion up uptick upturn premium
    """
)
_DOWN_AFTER = word_set(
    """
    decrease decreases drop drops fall falls decline declines reduction reductions cut cuts lower
    slide slump discount off plunge loss losses dip contraction fewer less down slowdown downturn
    tumble shortfall decline haircut
    """
)


def words_before(text: str, start: int, limit: int = 8) -> list[tuple[int, str]]:
    """The last words before ``start`` in lower case with their offsets, nearest last, none beyond punctuation."""
    low = max(0, start - _WINDOW)
    window = text[low:start].rstrip(' "“‘')
    cut = max((mark.end() for mark in _PUNCTUATION.finditer(window)), default=0)
    return [(low + match.start(), match.group().lower()) for match in _WORD.finditer(window, cut)][-limit:]


def hedge_before(words: list[tuple[int, str]]) -> tuple[int, Qualifier] | None:
    """Where the hedge right before a number starts and what it says, from ``words_before``.

    Of two hedges in a row the outer one counts (``less than about``), unless it says only ``about``.
    """
    inner = _longest_hedge(words)
    if inner is None:
        return None
    outer = _longest_hedge([word for word in words if word[0] < inner[0]])
    if outer is None:
        return inner
    return outer if outer[1] != "about" else (outer[0], inner[1])


def _longest_hedge(words: list[tuple[int, str]]) -> tuple[int, Qualifier] | None:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(word for _, word in words[-length:])
        handed = phrase == "over" and len(words) > 1 and words[-2][1] in _WITH_OVER
        if phrase in BEFORE and not handed:
            return words[-length][0], BEFORE[phrase]
    return None


def hedge_after(text: str, end: int, noun: bool) -> tuple[int, Qualifier] | None:
    """Where the hedge right after a quantity ends and what it says; ``noun`` where its noun stands between."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    if match["words"] is None:
        return match.end(), "at least"
    words = match["words"].split(" ")
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        if phrase in AFTER and _stands(phrase, words[length:], match.group()[0] == " " and noun):
            return match.start("words") + len(phrase), AFTER[phrase]
    return None


def _stands(phrase: str, following: list[str], apart: bool) -> bool:
    """Whether words after a quantity hedge it: not "and more than ...", not "three terms plus 118 years"."""
    return following[:1] != ["than"] and not (phrase == "plus" and apart)


# verbs whose ``over`` is their own: "hand over two ships"
_WITH_OVER = word_set("hand hands handed handing turn turns turned turning sign signed signing")
_BY_REACH = 4  # words
_BEING = frozenset(("was", "were", "is", "are", "closed", "ended", "finished"))
_WITH_UP = word_set(
    """
    make makes made making set sets setting end ends ended pick picked give gave given sign signed
    round line lined turn turned take took blow blew
    """
)
_NOTHING_AFTER = STOPS - _UP_AFTER - _DOWN_AFTER


def change_before(words: list[tuple[int, str]]) -> Change | None:
    """Up or down, where a verb of rising or falling governs the number; ``words`` stand before the hedge.

    After ``by`` the verb may stand anywhere in the clause: ``cut its cash rate by 25 points``.
    """
    by = False
    for place, (_, word) in enumerate(reversed(words)):
        if word in _UP or word in _DOWN:
            particle = word == "up" and len(words) > place + 1 and words[-place - 2][1] in _WITH_UP
            return None if particle else ("up" if word in _UP else "down")
        if word == "off" and place == 0 and len(words) > 1 and words[-2][1] in _BEING:
            return "down"
        by = by or (word == "by" and place < _BY_REACH)
        if not by and (place >= _BY_REACH or (word not in _FILLERS and not word.endswith("ly"))):
            return None
    return None


def change_after(words: list[str], money_or_share: bool) -> Change | None:
    """Up or down, from the words right after number and unit: ``a 5 per cent increase``, ``12 points higher``."""
    for word in words[:2]:
        if word in _NOTHING_AFTER:
            return None
        if word in _UP_AFTER and (money_or_share or word not in ("more", "up")):
            return "up"
        if word in _DOWN_AFTER and (money_or_share or word not in ("less", "fewer", "off", "down")):
            return "down"
    return None
