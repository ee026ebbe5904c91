"""Makes any string an answer can be into plain lower-case text, and refuses what is no answer (rules 2, 3).

Letters lose case and accents, digits of every script become 0-9, control, format and direction characters,
emoji and emphasis go. The point, comma, minus and apostrophe stay: inside a number they are content.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefings.extract.wordlist import word_set

LONGEST = 300  # characters, rule 3

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b")
_TAG = re.compile(r"<!--[^>]*-->|</?[a-z][^<>]*>", re.IGNORECASE)
_BRACKET_TAG = re.compile(
    r"\[/?(?:b|i|u|s|em|bold|italic|underline|strike|dim|code|/)\]|\[/\]", re.IGNORECASE
)
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|`{1,3}|~~)(?=\S)([^*_`]*[^*_`\s])\1(?!\w)")
_SPACES = re.compile(r"\s+")

# Written before NFKD takes them apart: "3½" must not become "31⁄2", nor "≠" lose its stroke.
_BEFORE = {
    ord(char): text
    for char, text in {
        "¼": " 1/4", "½": " 1/2", "¾": " 3/4", "⅐": " 1/7", "⅑": " 1/9", "⅒": " 1/10", "⅓": " 1/3",
        "⅔": " 2/3", "⅕": " 1/5", "⅖": " 2/5", "⅗": " 3/5", "⅘": " 4/5", "⅙": " 1/6", "⅚": " 5/6",
        "⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8",
        "≠": " not ", "≥": ">=", "≤": "<=", "≈": "~", "≃": "~", "≅": "~", "∼": "~", "±": "~",
        "™": "", "℠": "", "©": "", "®": "", "…": " ", "´": "'", "№": " ", "º": "°",
    }.items()
} | {ord(char): f"^{power}" for power, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}  # fmt: skip

_LETTERS = {
    "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
    "−": "-", "‐": "-", "⁄": "/", "∕": "/", "⁃": "-",
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "′": "'", "＇": "'",
    "“": " ", "”": " ", "„": " ", "«": " ", "»": " ", "″": " ", "‟": " ", "‹": " ", "›": " ",
    "·": ".", "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "、": ",", "。": ".", "۔": ".",
    "¿": " ", "¡": " ", "•": " ", "°": "°", "^": "^", "→": ">", "⇒": ">", "➔": ">", "×": "×", "ـ": "",
}  # fmt: skip

_ASCII = dict.fromkeys((*range(9), *range(14, 32), 127)) | {ord('"'): " "}


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """What one character of decomposed, case-folded text stands for; empty where it is no content."""
    if char in _LETTERS:
        return _LETTERS[char]
    if char.isascii():
        return char
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(char)
    if category in ("Zs", "Zl", "Zp"):
        return " "
    if category == "Pd":
        return "-"
    if category == "Mn" and "\u0900" <= char <= "\u1aaf":
        return char  # vowels of Indic scripts
    if category[0] == "C" or category in ("Mn", "Me", "So", "Sk"):
        return ""
    return char


def clean(text: str) -> str:
    """The text as the readers take it: see the module's sentence. Never raises."""
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    if text.isascii():
        plain = text.lower()
    else:
        folded = unicodedata.normalize("NFKD", text.translate(_BEFORE).casefold())
        plain = "".join(map(_plain, folded))
    plain = _SPACES.sub(" ", plain).translate(_ASCII)
    if len(plain) <= LONGEST and not plain.isalnum():
        plain = _undress(plain)
    return plain.strip()


def _undress(text: str) -> str:
    """Without tags and balanced emphasis marks."""
    if "<" in text:
        text = _TAG.sub("", text)
    if "[" in text:
        text = _BRACKET_TAG.sub("", text)
    if "*" in text or "_" in text or "`" in text or "~~" in text:
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return _SPACES.sub(" ", text)


# Rule 3: what people type when they do not answer, letters and digits only.
NO_IDEA = word_set("""
    idk idontknow idontknowthis idonotknow dontknow donotknow dunno noidea ihavenoidea noclue notsure
    imnotsure iamnotsure unsure unknown na none null nil nan undefined pass skip next blank empty noanswer
    nothing anything something whatever nocomment cantremember icantremember idontremember dontremember
    iforgot forgot forgotten ihavenoclue beatsme whoknows nobodyknows help test asdf qwerty todo tbd x xx xxx
    dk dkn notknown nope hmm um uh er huh what who where when guess noguess random any all both neither
    noneoftheabove alloftheabove seeabove thesame yes no maybe perhaps ok okay""")  # fmt: skip

_CODE = re.compile(
    r"\$\{|\{\{|\}\}|\\|[{}]|%[sd]\b|\b(?:drop|alter) table\b|\bselect\b.*\bfrom\b|\bprint ?\(|\balert ?\("
    r"|\b(?:eval|exec|import|system|function|lambda) ?\(|\bimport os\b|\brm -rf\b|--\s*$|^\s*=\s*[a-z]+\("
    r"|\b1 ?= ?1\b|\[[a-z0-9]-[a-z0-9]\]|\.\*|\.\+|\^\.|^\s*\^|\bhttps?://|\bjavascript:|&[a-z]{2,6};"
)
_WILD = re.compile(r"\*|\w\?\w|(?<![a-z])[a-z]_[a-z]|[a-z]_[a-z](?![a-z])|##|^%(?! ?\d)|%[a-z]\w*%|__+")
_CONTENT = re.compile(r"[^\W_]")
_LETTERS_ONLY = re.compile(r"[\W_]+")


def squeeze(text: str) -> str:
    """The letters and digits of a cleaned text, nothing else."""
    return _LETTERS_ONLY.sub("", text)


def is_too_long(answer: str, longest: int = LONGEST) -> bool:
    """Whether an answer as typed is over so many characters, runs of white space counted as one (rule 3)."""
    return len(answer) > longest and len(" ".join(answer.split())) > longest


def refusal(text: str) -> tuple[str, str] | None:
    """Why a cleaned text is no answer, as (rule, reason); None where it may be one (rule 3)."""
    if not _CONTENT.search(text):
        return "empty", "there is no answer in this"
    if squeeze(text) in NO_IDEA:
        return "no-idea", "no answer was given"
    if not text.isalnum():
        if _CODE.search(text):
            return "not-an-answer", "markup or code is not an answer"
        if _WILD.search(text):
            return "not-an-answer", "a pattern with wildcards is not an answer"
    return None
