"""Folds spellings of one name together: articles, doubled letters, transliterations, other scripts (rule 16).

Arabic, Cyrillic and Greek letters become Latin ones by a table. Arabic leaves short vowels out, so a name
typed in it is compared letter by letter with the vowels of the Latin form optional (``reads_as``).
"""

from __future__ import annotations

import re
from functools import lru_cache

ARTICLES = frozenset(("al", "el", "ul", "il", "the", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "es", "er",
                      "et", "ed", "en", "esh", "ech", "eth", "ath", "adh", "edh"))  # fmt: skip
_ALWAYS_ARTICLES = frozenset(("al", "el", "ul", "il", "the", "ar", "ez", "az"))

_CYRILLIC = """а a б b в v г g д d е e з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ы y э e
і i ґ g ј j љ lj њ nj ћ c ђ dj џ dz ў u ж zh й i ч ch ш sh щ shch ю yu я ya є ye ё yo ї yi ѓ g ќ k ѕ dz"""
_GREEK = """α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
ϊ i ϋ y"""
_PAIRED = (_CYRILLIC + " " + _GREEK).split()
_TABLE = str.maketrans(dict(zip(_PAIRED[::2], _PAIRED[1::2], strict=True)) | {"ъ": "", "ь": ""})

# What an Arabic or Persian letter may sound like in the reduced alphabet of ``_sounds``; "" where it may be mute.
_ARABIC: dict[str, tuple[str, ...]] = {
    "ب": ("b",), "ت": ("t",), "ث": ("t", "s"), "ج": ("j", "g"), "ح": ("h",), "خ": ("h", "k"), "د": ("d",),
    "ذ": ("d", "z"), "ر": ("r",), "ز": ("z",), "س": ("s",), "ش": ("x",), "ص": ("s",), "ض": ("d", "z"),
    "ط": ("t",), "ظ": ("z", "d"), "ع": ("",), "غ": ("g", "h"), "ف": ("f", "v"), "ق": ("k", "g"), "ك": ("k",),
    "ک": ("k",), "گ": ("g",), "ل": ("l",), "م": ("m",), "ن": ("n",), "ه": ("h", ""), "ة": ("a", ""), "پ": ("p",),
    "چ": ("x",), "ژ": ("j", "z"), "ڤ": ("v",), "ء": ("",), "ؤ": ("u", ""), "ئ": ("i", ""), "ى": ("a",),
    "ا": ("a", "i", "u", ""), "و": ("u", "v"), "ي": ("i",), "ی": ("i",), "ٱ": ("a", ""),
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"^[ae](?:(z)\1(?=.{2})|(sh|[drnt])\2(?=.{3})|(s)\3(?=[^aeiou]?.{4}))")
_INNER = re.compile(r"(?<=[^aeiou])[ae]zz")
_ABD = re.compile(r"^abd(?:[aeiou]?[lr])?(?=[^aeiou]{1}.)")
_ABU = re.compile(r"^(?:albou|albu|abou|abu|bou|bu)")

# In order: digraphs before single letters, vowels last.
_SUBS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"tch|tsch|sch|sh|ch", "x"), (r"kh|gh|th|dh|ph", r""), (r"dj", "j"), (r"[qc]", "k"),
        (r"ou|oo|aw|au|ow|o|w", "u"), (r"ei|ey|ay|ai|ee|ie|iy|e|y", "i"),
    )
)  # fmt: skip
_DIGRAPHS = {"kh": "h", "gh": "g", "th": "t", "dh": "d", "ph": "f"}
_DOUBLE = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$")


_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_DOTTED = re.compile(r"(?<=[^\W_]{2})\.(?=[^\W_]{2})")
_ABBREVIATED = {"mt": "mount", "ft": "fort", "govt": "government", "univ": "university", "dept": "department"}


def words_of(text: str) -> list[str]:
    """The words of a cleaned text, hyphens apart, apostrophes and full stops joined."""
    if "'s" in text:
        text = _POSSESSIVE.sub("", text)
    if "." in text:
        text = _DECIMAL.sub(" ", _DOTTED.sub(" ", text)).replace(".", "")
    return [_ABBREVIATED.get(word, word) for word in _WORD.findall(text.replace("'", ""))]


def without_articles(words: list[str]) -> list[str]:
    """The words without articles; an assimilated one (``ash``) goes only before its own consonant."""
    if not ARTICLES.intersection(words):
        return words
    kept = []
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if word in ARTICLES and after and (word in _ALWAYS_ARTICLES or after.startswith(word[1:])):
            continue
        kept.append(word)
    return kept


@lru_cache(maxsize=16384)
def squash(text: str) -> str:
    """A cleaned name as one word, without articles: what "the same spelling" means."""
    return "".join(without_articles(words_of(text)))


@lru_cache(maxsize=16384)
def latin(text: str) -> str:
    """Cyrillic and Greek letters as Latin ones; anything else stays."""
    return text if text.isascii() else text.translate(_TABLE)


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The fold of a cleaned name: two spellings of one name have the same."""
    words = without_articles(words_of(latin(text)))
    folded = [_GLUED.sub(lambda m: m.group(1) or m.group(2) or m.group(3), word) for word in words]
    whole = _INNER.sub("z", _ABU.sub("bu", _ABD.sub("abd", "".join(folded))))
    whole = re.sub("kh|gh|th|dh|ph", lambda match: _DIGRAPHS[match.group()], _sub(whole, 0, 1))
    whole = _sub(whole, 2, len(_SUBS))
    return _FINAL_H.sub("", _DOUBLE.sub(r"\1", whole))


def _sub(text: str, first: int, end: int) -> str:
    for pattern, by in _SUBS[first:end]:
        text = pattern.sub(by, text)
    return text


def is_arabic(text: str) -> bool:
    """Whether a cleaned text is written in Arabic letters."""
    return not text.isascii() and any(char in _ARABIC for char in text)


def arabic_words(text: str) -> list[str]:
    """The words of a cleaned Arabic text without the article."""
    return [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words_of(text)]


@lru_cache(maxsize=4096)
def reads_as(arabic: str, name: str) -> bool:
    """Whether an Arabic word or name can be read as a cleaned Latin one.

    Every consonant must be there in order; a vowel written in Arabic must be there too, one that is not
    written may stand inside the Latin word, but neither begin nor end it.
    """
    letters = _DOUBLE.sub(r"\1", "".join(char for char in "".join(arabic_words(arabic)) if char in _ARABIC))
    sounds = fold(name)
    if len(letters) < 2 or len(sounds) < 2:
        return False
    places = {0}
    for index, letter in enumerate(letters):
        following: set[int] = set()
        for place in places:
            starts = {place}
            if index and place < len(sounds) and sounds[place] in "aiu":
                starts.add(place + 1)
            for start in starts:
                for sound in _ARABIC[letter]:
                    if sounds.startswith(sound, start):
                        following.add(start + len(sound))
                    if sound == "u" and letter == "و" and sounds.startswith("v", start):
                        following.add(start + 1)
        places = following
        if not places:
            return False
    silent_end = len(sounds) - 1 if sounds.endswith("a") and letters[-1] in "اعىءه" else len(sounds)
    return len(sounds) in places or silent_end in places
