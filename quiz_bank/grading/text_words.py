"""Words as answers of words are compared by: what is content, what is one word, what contradicts (rule 20)."""

from __future__ import annotations

from functools import lru_cache

from briefings.extract.wordlist import word_set
from quiz_bank.grading.fold import without_articles, words_of
from quiz_bank.grading.number_words import ONES, ORDINALS, TENS
from quiz_bank.grading.scripts import latin
from quiz_bank.grading.statements import HARMLESS


def _rows(text: str) -> tuple[frozenset[str], ...]:
    return tuple(word_set(row) for row in text.split(";"))


#: Words of one row exclude each other.
EXCLUDING = _rows("""
north south east west; northern southern eastern western; upper lower middle; left right centre;
red blue green yellow black white orange purple brown grey pink; hot heat cold warm; high low medium;
big small large tiny; old new young; good bad; more less fewer; before after during; day night; male female;
man woman; men women; boy girl; boys girls; king queen; land sea air; up down; army navy; war peace;
open closed; rich poor; rise fall; increase decrease; win loss; won lost; import export; imports exports;
buy sell; attack defence; first second third last final fourth fifth; spring summer autumn winter;
earthquake flood drought storm fire tsunami; sunni shia shiite; christian muslim jewish hindu buddhist;
inside outside; internal external; domestic foreign; public private; local national international;
minimum maximum; positive negative; solid liquid gas; acid base alkali; urban rural;
gold silver bronze copper iron lead tin zinc nickel; oil gas coal;
oxygen nitrogen hydrogen helium carbon; alpha beta gamma delta omega; winner loser; legal illegal; armed unarmed
""")
#: Heads that name much the same: one for another is nearly right, not a contradiction.
HEADS = _rows("""
agreement accord treaty pact deal; units forces army troops militia militias; attack assault strike raid offensive;
group organisation organization movement party; war conflict; plan programme program project scheme;
disease illness; company firm corporation; committee council commission; law act bill; talks negotiations
""")
#: Words that may stand with a group's abbreviation.
GROUP_WORDS = word_set("""
    group groups militant militants fighter fighters forces force militia militias organisation organization
    movement jihadists terrorists army party agency alliance""")
_MORE_HARMLESS = word_set("""
    because due caused cause causes reason thing things something called type also used use using its via through
    means mean refers being happened happens happen said more basically simply mainly mostly chiefly primarily
    official officially and or""")

_ENDINGS: tuple[str, ...] = ("ies", "es", "s", "ing", "ed", "ly")
_AFTER_DIGITS = ("st", "nd", "rd", "th", "s")
_ES_AFTER = ("ches", "shes", "xes", "sses", "zes", "oes")
_NUMBER_WORDS = frozenset((*ONES, *TENS, *ORDINALS))
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_DIGITS: dict[str, str] = {
    word: str(number) for table in (_ROMAN, TENS, ONES, ORDINALS) for word, number in table.items()
}

# Beginnings and endings that make another word of one, however near it looks.
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
_SWAPPED = (("hyper", "hypo"), ("inter", "intra"), ("macro", "micro"), ("pre", "post"), ("im", "ex"), ("in", "ex"),
            ("pro", "anti"), ("over", "under"), ("intro", "extro"), ("eu", "dys"),
            ("meth", "eth"), ("chlor", "fluor"), ("mono", "di"), ("di", "tri"), ("uni", "bi"))  # fmt: skip
_CHEMICAL = ("ide", "ite", "ate", "ine", "ane", "ene", "yne", "anol", "ous", "ic", "ium")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its plainest ending; number words, ordinals and Roman numerals as digits."""
    if word in _DIGITS:
        return _DIGITS[word]
    if word[0].isdigit():
        return next((word[: -len(end)] for end in _AFTER_DIGITS if word.endswith(end)), word)
    for ending in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < (3 if ending == "s" else 4):
            continue
        if ending == "s" and word.endswith(("ss", "us", "is")):
            return word
        if ending != "es" or word.endswith(_ES_AFTER):
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


def rivals_of(wanted: list[str]) -> frozenset[str]:
    """The words that exclude one of the wanted: never left out as harmless."""
    return frozenset(word for row in EXCLUDING if row.intersection(wanted) for word in row)


# Before a name they make another name of it: the South African Union is not the African Union.
_RENAMING = word_set("""
    north south east west northern southern eastern western central pan new great greater""")
# Before any word they turn it into something else.
_OPPOSING = word_set("anti non pro counter un pseudo quasi ex")


def renames(typed: list[str], wanted: list[str], is_name: bool) -> str | None:
    """The word that makes something else of the wanted words by standing right before them; None where none does."""
    for place, word in enumerate(typed[1:], 1):
        before = typed[place - 1]
        turning = before in _OPPOSING or (is_name and before in _RENAMING)
        if word == wanted[0] and turning and before not in wanted:
            return before
    return None


def excludes(stranger: str, wanted: list[str]) -> bool:
    """Whether a word beside the answer contradicts one of its words: another number, colour, direction."""
    stemmed = stem(stranger)
    if stemmed[0].isdigit():
        return any(stem(word)[0].isdigit() and stem(word) != stemmed for word in wanted)
    return any(stranger in row and not row.isdisjoint(wanted) for row in EXCLUDING)


@lru_cache(maxsize=4096)
def turned(typed: str, word: str) -> bool:
    """Whether two near words mean different things: legal and illegal, chloride and chlorate, sixth and sixty."""
    short, long = sorted((typed, word), key=len)
    if any(long == beginning + short for beginning in _TURNING):
        return True
    if typed in _NUMBER_WORDS and word in _NUMBER_WORDS:
        return True
    if any(_swaps(typed, word, *pair) or _swaps(word, typed, *pair) for pair in _SWAPPED):
        return True
    return _other_ending(typed, word) or any(typed in row and word in row for row in EXCLUDING)


def _swaps(one: str, other: str, first: str, second: str) -> bool:
    return (
        one.startswith(first)
        and other.startswith(second)
        and one.removeprefix(first) == other.removeprefix(second)
    )


def _other_ending(typed: str, word: str) -> bool:
    """Whether two words of three letters and more differ by the ending of a chemical name."""
    stems = [{(name[: -len(end)], end) for end in _CHEMICAL if name.endswith(end)} for name in (typed, word)]
    return any(
        one == other and end != other_end and len(one) >= 3
        for one, end in stems[0]
        for other, other_end in stems[1]
    )
