"""Judges answers of words: groups, things, causes; by content words, each with its slips (rules 16, 17, 20)."""

from __future__ import annotations

from functools import lru_cache

from briefings.errors import BriefingError
from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import fold, is_arabic, latin, reads_as, squash, without_articles, words_of
from quiz_bank.grading.known_names import country_of, known
from quiz_bank.grading.number_words import ONES, ORDINALS, TENS
from quiz_bank.grading.statements import HARMLESS, Statement, statement_of
from quiz_bank.grading.typos import slip
from quiz_bank.grading.verdicts import Verdict, best, close, correct, wrong
from quiz_bank.keys import Key

# Words of one row exclude each other.
_EXCLUDING: tuple[frozenset[str], ...] = tuple(
    word_set(row)
    for row in """
north south east west; northern southern eastern western; upper lower middle; left right centre;
red blue green yellow black white orange purple brown grey pink; hot cold warm; high low medium;
big small large tiny; old new young; good bad; more less fewer; before after during; day night; male female;
man woman; men women; boy girl; boys girls; king queen; land sea air; up down; army navy; war peace;
open closed; rich poor; rise fall; increase decrease; win loss; won lost; import export; imports exports;
buy sell; attack defence; first second third last final fourth fifth; spring summer autumn winter;
earthquake flood drought storm fire tsunami; sunni shia shiite; christian muslim jewish hindu buddhist;
inside outside; internal external; domestic foreign; public private; local national international;
minimum maximum; positive negative; solid liquid gas; acid base alkali; urban rural;
gold silver bronze copper iron lead tin zinc nickel; oil gas coal;
oxygen nitrogen hydrogen helium carbon; alpha beta gamma delta omega; winner loser; legal illegal; armed unarmed
""".split(";")
)
_STEMS: tuple[str, ...] = ("'s", "ies", "es", "s", "ing", "ed", "ly")
#: Beginnings and endings that make another word of one, however near it looks.
_TURNING = (
    "un",
    "in",
    "im",
    "il",
    "ir",
    "non",
    "anti",
    "dis",
    "de",
    "mis",
    "pre",
    "post",
    "pro",
    "counter",
    "re",
)
_SWAPPED_BEGINNINGS = (("hyper", "hypo"), ("inter", "intra"), ("macro", "micro"), ("pre", "post"), ("im", "ex"),
                       ("in", "ex"), ("pro", "anti"), ("over", "under"), ("intro", "extro"), ("eu", "dys"))  # fmt: skip
_CHEMICAL = ("ide", "ite", "ate", "ine", "ane", "ene", "yne", "anol", "ous", "ic", "ium")
_MORE_HARMLESS = word_set("""
    because due caused cause causes reason thing things something group called type also used use using its via
    through means mean refers being happened happens happen said more or-less basically simply mainly mostly
    chiefly primarily official officially and or""")
_NUMBER_WORDS = frozenset((*ONES, *TENS, *ORDINALS))
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """A word without its plainest endings; numbers and ordinals as digits."""
    if word in ORDINALS:
        return str(ORDINALS[word])
    if word in ONES or word in TENS:
        return str(ONES[word] if word in ONES else TENS[word])
    if word in _ROMAN:
        return str(_ROMAN[word])
    if word[0].isdigit():
        return word[:-2] if word.endswith(("st", "nd", "rd", "th")) and word[:-2].isdigit() else word
    for ending in _STEMS:
        if word.endswith(ending) and len(word) - len(ending) >= 4 - (ending == "s"):
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            if ending == "es" and not word.endswith(("ches", "shes", "xes", "sses", "zes", "oes")):
                continue
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def content_words(
    text: str, asked: frozenset[str] = frozenset(), kept: frozenset[str] = frozenset()
) -> list[str]:
    """The content words of a cleaned text, in order.

    Harmless ones and the question's own (``asked``) are left out, unless ``kept``; a last "a" is no article.
    """
    words = without_articles(words_of(latin(text)))
    last = len(words) - 1
    return [
        word
        for place, word in enumerate(words)
        if word in kept
        or (word == "a" and place == last and last > 0)
        or not (word in HARMLESS or word in _MORE_HARMLESS or word in asked)
    ]


def judge_text(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a text key; raises BriefingError for a malformed key only."""
    if (
        isinstance(key.value, bool)
        or not isinstance(key.value, str | int | float)
        or not str(key.value).strip()
    ):
        raise BriefingError("the text key has no text as its value", "give value")
    names = (str(key.value), *key.aliases)
    says = f"the source says {key.value}"
    typed = squash(latin(text))
    if typed and any(typed == squash(latin(clean(name))) for name in names):
        return correct("own-words", says)
    statement = statement_of(text)
    if not statement.whole:
        return (
            wrong("negated", f"you say what it was not; {says}") if statement.denies else wrong("empty", says)
        )
    if statement.denies and _denies_key(statement, names):
        return wrong("negated", f"you deny it; {says}")
    typed = squash(latin(statement.whole))
    if typed and any(typed == squash(latin(clean(name))) for name in names):
        return correct("own-words", says)
    for other in key.others:
        if typed == squash(latin(clean(other))):
            return wrong("other-answer", f"{other} is something else; {says}")
    if is_arabic(text):
        readable = any(reads_as(statement.whole, clean(name)) for name in names)
        return correct("spelling", f"another script; {says}") if readable else wrong("other-answer", says)
    asked = frozenset(words_of(clean(ask[:600]))) - {word for name in names for word in words_of(clean(name))}
    return best(_against(key, clean(name), name, statement, asked, says) for name in names)


def _denies_key(statement: Statement, names: tuple[str, ...]) -> bool:
    """Whether a denied part names the right answer."""
    for segment in statement.segments:
        if segment.denied and any(
            squash(clean(name)) in squash(segment.text) for name in names if squash(clean(name))
        ):
            return True
    return False


def _against(
    key: Key, name: str, printed: str, statement: Statement, asked: frozenset[str], says: str
) -> Verdict:
    """The asserted words against one accepted text."""
    wanted = content_words(name) or words_of(name)
    rivals = frozenset(word for row in _EXCLUDING if row.intersection(wanted) for word in row)
    typed = content_words(statement.whole, asked, rivals) or content_words(statement.whole)
    typed = _rejoined(typed, wanted)
    if not typed:
        return wrong("other-answer", says)
    if _is_acronym(printed) or len(wanted) == 0:
        return _exact(wanted, typed, statement, says)
    if (short := _acronym_of(printed)) and "".join(typed) == short:
        return correct("spelling", f"short for it; {says}")
    joined = _joined(wanted, typed, key, says)
    if joined is not None:
        return joined
    return _word_by_word(key, wanted, typed, statement, says)


def _is_acronym(printed: str) -> bool:
    bare = printed.replace(".", "")
    return bare.isupper() and bare.isalpha() and len(bare) <= 6


@lru_cache(maxsize=2048)
def _acronym_of(printed: str) -> str:
    """The initials of a name of two words or more, capitals alone."""
    initials = [word[0] for word in printed.replace("-", " ").split() if word[0].isupper()]
    return "".join(initials).lower() if len(initials) >= 2 else ""


def _exact(wanted: list[str], typed: list[str], statement: Statement, says: str) -> Verdict:
    """Abbreviations are exact (rule 17)."""
    target = "".join(wanted)
    if "".join(typed) == target or (target in typed and not _alternatives(statement, {target})):
        return correct("own-words", says)
    if target in typed:
        return wrong("two-answers", f"two answers; {says}")
    return wrong("other-answer", says)


def _joined(wanted: list[str], typed: list[str], key: Key, says: str) -> Verdict | None:
    """Both as one word: spaces and hyphens chosen otherwise, the transliteration fold; None for neither."""
    one, two = "".join(typed), "".join(wanted)
    if one == two:
        return correct("words", says)
    if _is_other(one, two, key):
        return wrong("other-known-name", f"that is something else; {says}")
    if len(two) > 4 and two.isalpha() and len(wanted) == len(typed) and fold(one) == fold(two):
        return correct("spelling", says)
    return None


def _is_other(typed: str, wanted: str, key: Key) -> bool:
    if any(typed == squash(latin(clean(other))) for other in key.others):
        return True
    meant = known(typed)
    return meant is not None and meant != known(wanted) and slip(typed, wanted) in ("slip", "near")


def _word_by_word(key: Key, wanted: list[str], typed: list[str], statement: Statement, says: str) -> Verdict:
    """Rule 20: which content words are there, which are missing, and what stands in their place."""
    left = list(typed)
    missing, slipped, near = [], False, False
    hits: set[str] = set()
    for word in wanted:
        match = _find(word, left, key)
        if match is None:
            missing.append(word)
            continue
        found, how = match
        left.remove(found)
        hits.add(found)
        slipped = slipped or how == "slip"
        near = near or how == "near"
    if not hits:
        return wrong("other-answer", says)
    if near and left:
        return wrong("other-answer", says)
    if any(_excludes(stranger, wanted) for stranger in left):
        return wrong("contradicting-word", f"“{left[0]}” contradicts; {says}")
    if _alternatives(statement, hits):
        return wrong("two-answers", f"two answers; {says}")
    if not missing:
        return _complete(key, left, slipped, near, says)
    present = len(wanted) - len(missing)
    if left and (len(wanted) <= 3 or len(left) > present):
        return wrong("contradicting-word", f"“{left[0]}” contradicts; {says}")
    if 2 * present >= len(wanted):
        return close("part-of-words", f"part of it; {says}")
    return wrong("other-answer", f"too little of it; {says}")


def _complete(key: Key, left: list[str], slipped: bool, near: bool, says: str) -> Verdict:
    """All content words are there; ``left`` are words beside them."""
    others = {word for other in key.others for word in content_words(clean(other))}
    if any(word in others or (known(word) is not None and country_of(word) is None) for word in left):
        return wrong("two-answers", f"two answers; {says}")
    if near:
        return close("typos", f"nearly; {says}")
    return correct("typo" if slipped else "words", says)


def _rejoined(typed: list[str], wanted: list[str]) -> list[str]:
    """The typed words, two neighbours made one where the source writes them as one (``cease fire``)."""
    joined: list[str] = []
    for word in typed:
        if joined and joined[-1] + word in wanted:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _find(word: str, typed: list[str], key: Key) -> tuple[str, str] | None:
    """The typed word that stands for a wanted one and how: equal, slip or near."""
    stem = _stem(word)
    for candidate in typed:
        if candidate == word or _stem(candidate) == stem:
            return candidate, "equal"
    outcome = None
    for candidate in typed:
        if not word.isalpha() or not candidate.isalpha() or _turned(candidate, word):
            continue
        how = slip(candidate, word)
        if how == "far" and len(word) > 4 and fold(candidate) == fold(word):
            how = "slip"
        if how in ("slip", "near") and not _is_other(candidate, word, key):
            if how == "slip":
                return candidate, how
            outcome = outcome or (candidate, how)
    return outcome


@lru_cache(maxsize=4096)
def _turned(typed: str, word: str) -> bool:
    """Whether two near words mean different things: legal and illegal, chloride and chlorate, sixth and sixty."""
    short, long = sorted((typed, word), key=len)
    if any(long == beginning + short for beginning in _TURNING):
        return True
    for one, other in _SWAPPED_BEGINNINGS:
        for first, second in ((one, other), (other, one)):
            if (
                typed.startswith(first)
                and word.startswith(second)
                and typed[len(first) :] == word[len(second) :]
            ):
                return True
    for one in _CHEMICAL:
        for other in _CHEMICAL:
            if one != other and typed.endswith(one) and word.endswith(other):
                if typed[: -len(one)] == word[: -len(other)] and len(word) - len(other) >= 3:
                    return True
    if typed in _NUMBER_WORDS and word in _NUMBER_WORDS:
        return True
    return any(typed in row and word in row for row in _EXCLUDING)


def _excludes(stranger: str, wanted: list[str]) -> bool:
    """Whether a word beside the answer contradicts one of its words: another number, colour, direction."""
    stem = _stem(stranger)
    if stem[0].isdigit():
        return any(_stem(word)[0].isdigit() and _stem(word) != stem for word in wanted)
    return any(stranger in row and any(word in row for word in wanted) for row in _EXCLUDING)


def _alternatives(statement: Statement, hits: set[str]) -> bool:
    """Whether another answer stands beside the right one: "X or Y", "X and Y", "X / Y", "X? maybe Y"."""
    segments = [segment for segment in statement.segments if not segment.denied]
    if len(segments) < 2:
        return False
    flags = []
    for segment in segments:
        words = content_words(segment.text)
        flags.append((bool(words), any(word in hits for word in words)))
    for place, segment in enumerate(segments):
        has, hit = flags[place]
        if not has or hit:
            continue
        before = segment.before
        after = segments[place + 1].before if place + 1 < len(segments) else ""
        joint = before if place else after
        if joint in ("or", "and", "/", "?", "|", "&", "vs", "versus", ";", "then", ">", "+"):
            return True
        if joint == "," and len(content_words(segment.text)) <= 2 and not _describes(segment.text):
            return True
    return False


def _describes(text: str) -> bool:
    """Whether a part after a comma describes rather than names: it begins with an article or a preposition."""
    first = text.split()[0] if text.split() else ""
    return first in HARMLESS
