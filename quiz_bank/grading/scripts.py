"""Names in other scripts (rule 16): letters as Latin ones by ``anyascii``, imported when the first one comes.

Scripts that write vowels (Cyrillic, Greek, Georgian, Devanagari, ...) are turned into Latin letters and then folded
like any spelling. Those that leave short vowels out (Arabic, Persian, Hebrew) are compared letter by letter with the
vowels of the Latin form optional (``reads_as``), for ``dyr alzwr`` is no spelling of Deir ez-Zor.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quiz_bank.grading.fold import fold, words_of

_CONSONANTAL = re.compile("[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06ee-\u06ff\u0750-\u077f]")
_LETTER = re.compile(r"[^\W\d_]")
# Two letters of Greek that are one sound; the library goes letter by letter.
_GREEK_PAIRS = (("ου", "u"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "gk"), ("μπ", "b"))
# What a letter may sound like in the fold's alphabet, by the library's Latin for it; "" where it may be mute.
_SOUNDS: dict[str, tuple[str, ...]] = {
    "": ("a", "i", "u", ""), "'": ("",), "`": ("",), "th": ("t", "s"), "j": ("j", "g"), "kh": ("h", "k"),
    "dh": ("d", "z"), "sh": ("x",), "ch": ("x",), "gh": ("g", "h"), "f": ("f", "v"), "q": ("k", "g"),
    "h": ("h", ""), "w": ("u", "v"), "y": ("i",), "e": ("i", ""), "o": ("u",), "zh": ("j", "z"),
    "u'": ("u", ""), "i'": ("i", ""),
}  # fmt: skip
# Letters of which the library's Latin leaves a sound out: Arabic dad, and the Hebrew ones with two sounds.
_MORE_SOUNDS: dict[str, tuple[str, ...]] = {
    "ض": ("d", "z"), "ح": ("h",), "א": ("a", "i", "u", ""), "ע": ("a", "i", "u", ""), "ב": ("b", "v"),
    "ו": ("v", "u"), "ח": ("h",), "י": ("i", "j"), "כ": ("k", "h"), "ך": ("k", "h"), "פ": ("p", "f"),
    "ף": ("p", "f"), "צ": ("z", "s", "tz", "ts"), "ץ": ("z", "s", "tz", "ts"), "ש": ("s", "x"),
}  # fmt: skip
_LONG_VOWEL = re.compile("ei|ey|ai|ay|ee|oo|ou")
_VOWEL_SIGNS = frozenset("اويىئؤیەۆێۇאהעוי")
_VOWELS = frozenset("aiu")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def latin(text: str) -> str:
    """A cleaned text in Latin letters; as it is where it has none of another script, or consonants alone."""
    if text.isascii() or is_consonantal(text) or not _is_foreign(text):
        return text
    from anyascii import anyascii

    for pair, sound in _GREEK_PAIRS:
        text = text.replace(pair, sound)
    return anyascii(text).lower().replace("'", "")


def _is_foreign(text: str) -> bool:
    """Whether a letter stands beyond the Latin blocks; what is left of those after cleaning needs no change."""
    return any(char > "ɏ" and _LETTER.match(char) for char in text)


def is_consonantal(text: str) -> bool:
    """Whether a cleaned text is written in Arabic, Persian or Hebrew letters."""
    return not text.isascii() and _CONSONANTAL.search(text) is not None


def consonantal_words(text: str) -> list[str]:
    """The words of a cleaned text in such a script, without the Arabic article."""
    return [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words_of(text)]


@lru_cache(maxsize=4096)
def _sounds_of(letter: str) -> tuple[str, ...]:
    from anyascii import anyascii

    spelled = anyascii(letter)
    return _MORE_SOUNDS.get(letter) or _SOUNDS.get(spelled) or (spelled,)


@lru_cache(maxsize=4096)
def reads_as(written: str, name: str) -> bool:
    """Whether a word or name in Arabic, Persian or Hebrew letters can be read as a cleaned Latin one.

    Every consonant must be there in order; a vowel that is written must be there too, one that is not may stand
    inside the Latin name, but neither begin nor end it. As many vowels are written as the name has long ones:
    that alone tells Hassan from Hussein.
    """
    letters = _DOUBLE.sub(r"\1", "".join(_CONSONANTAL.findall("".join(consonantal_words(written)))))
    if len(letters) < 2 or sum(letter in _VOWEL_SIGNS for letter in letters) < len(_LONG_VOWEL.findall(name)):
        return False
    sounds = fold(name)
    return len(sounds) > 1 and (
        _matches(letters, sounds) or (name.endswith("h") and _matches(letters, sounds + "h"))
    )


def _matches(letters: str, sounds: str) -> bool:
    """Whether the letters can sound so; a vowel that is not written is skipped before a consonant alone."""
    places = {0}
    for index, letter in enumerate(letters):
        heard = _sounds_of(letter)
        following = {place for place in places if "" in heard}
        for place in places:
            following.update(
                place + len(sound) for sound in heard if sound and sounds.startswith(sound, place)
            )
            if index and sounds[place : place + 1] in _VOWELS:
                following.update(
                    place + 1 + len(sound)
                    for sound in heard
                    if sound and sound not in _VOWELS and sounds.startswith(sound, place + 1)
                )
        places = following
        if not places:
            return False
    silent = sounds.endswith("a") and letters[-1] in "اعىءهةאה"
    return len(sounds) in places or (silent and len(sounds) - 1 in places)
