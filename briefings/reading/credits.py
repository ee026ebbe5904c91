"""Who wrote and who supplied: bylines, picture credits, agency credits, and the names they give."""

from __future__ import annotations

import re

# Agencies as they sign, and the full names their credits use.
AGENCIES = {
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "ap": "AP",
    "associated press": "AP",
    "the associated press": "AP",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "epa": "EPA",
    "efe": "EFE",
    "ansa": "ANSA",
    "aap": "AAP",
    "pa": "PA",
    "pa media": "PA",
    "press association": "PA",
    "the press association": "PA",
    "upi": "UPI",
    "united press international": "UPI",
    "ians": "IANS",
    "pti": "PTI",
    "ani": "ANI",
    "bernama": "Bernama",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "sana": "SANA",
    "irna": "IRNA",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "yonhap": "Yonhap",
    "belga": "Belga",
    "apa": "APA",
    "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "sda": "SDA",
    "keystone-sda": "SDA",
    "lusa": "Lusa",
}

# Where pictures come from: agencies' picture desks and libraries, as credits name them.
LIBRARIES = frozenset(
    (
        "getty",
        "getty images",
        "gettyimages",
        "alamy",
        "shutterstock",
        "istock",
        "imago",
        "corbis",
        "picture alliance",
        "unsplash",
        "ap photo",
        "ap images",
        "afp photo",
        "reuters photo",
        "file",
        "file photo",
        "handout",
        "supplied",
        "pool",
        "epa-efe",
        "rex features",
        "wikimedia commons",
        "planet labs",
        "maxar",
    )
)

_JOBS = (
    r"correspondent|reporter|editor|writer|columnist|analyst|journalist|producer|photographer|critic|presenter|"
    r"commentator|contributor|bureau chief|chief|agencies|staff"
)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŚŽČ][\w'’.-]*|d[aeiu]|del|della|v[ao]n|der|den|bin|ibn|al|el|ter|le|la)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Ww]ords|[Tt]ext|[Pp]osted|[Pp]ublished) )?(?:[Bb]y|BY)\b:? "
    rf"(?:{_NAME}|(?:[Aa] |[Oo]ur |[Ss]taff )(?:[\w-]+ ){{0,3}}(?:{_JOBS})s?)"
    rf"(?:(?:,| and| &| with| in| for| at| of| \||/| -| –| —)+ (?:the )?"
    rf"(?:{_NAME}|(?:[\w-]+ ){{0,4}}(?:{_JOBS})s?)){{0,6}}"
)
_NAME_AND_JOB = re.compile(
    rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}(?:,| \||/| -| –| —) ?(?:[\w'’&.-]+ ){{0,6}}(?:{_JOBS})s?"
    rf"(?:(?:,| in| at| for| of| \|) (?:the )?{_NAME}){{0,2}}"
)
_PICTURE_CREDIT = re.compile(
    r"(?:images?|photos?|photographs?|photography|pictures?|videos?|graphics?|maps?|illustrations?|credits?)"
    r"(?: ?[:©|]| (?:copyright|credits?|source|courtesy|by|via)\b)",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"(?:\b(?:AP|AFP|EPA|Reuters) ?Photo\b|\b(?:Photo(?:graph)?|Picture|Image|Credit|Pic)s?"
    r"(?: (?:by|credit|courtesy|courtesy of|copyright))?(?::| by| courtesy)) ?/?[^.!?]{2,80}$"
)
_BRACKET_AT_END = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\.?$")
_SIGNATURES = re.compile(r"(?P<rest>[^()]{0,40})\((?P<names>[^()]{2,80})\)")
_NAME_ALONE = re.compile(_NAME)
_BETWEEN_NAMES = re.compile(r"\s*(?:[/,;|•·&]|\band\b|\bvia\b|\bwith\b|\bfor\b|\s[–—-]\s)\s*")
_LONGEST_CAPTION = 600  # characters
_LONGEST_CREDIT = 100  # characters


def is_byline(line: str) -> bool:
    """Whether a line only names who wrote: ``By Jane Doe in Portmere``, ``Jane Doe, chief reporter``."""
    return len(line) <= _LONGEST_CREDIT and bool(_BYLINE.fullmatch(line) or _NAME_AND_JOB.fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether a line only names who supplied a picture or the copy: ``Image: AFP``, ``ab/cd (AFP, dpa)``."""
    if len(line) > _LONGEST_CREDIT or line.endswith(("!", "?")):
        return False
    if _PICTURE_CREDIT.match(line) and not line.endswith("."):
        return True
    signed = _SIGNATURES.fullmatch(line)
    if signed and agencies_in(signed["names"]) and _only_suppliers(signed["names"]):
        return all(len(word) <= 3 and word.islower() for word in re.findall(r"\w+", signed["rest"]))
    return _only_suppliers(line)


def is_picture_credit(line: str) -> bool:
    """Whether a credit is a picture's and not the copy's: it says so, or names a library or who took it."""
    return bool(_PICTURE_CREDIT.match(line)) or "/" in line.partition("(")[0] or "getty" in line.lower()


def is_caption_with_credit(line: str) -> bool:
    """Whether a line is a caption that ends in its credit: ``A boat at the quay. (Jane Doe/AP)``."""
    if len(line) > _LONGEST_CAPTION:
        return False
    if (found := _CREDIT_AT_END.search(line)) and found.start():
        return True
    bracket = _BRACKET_AT_END.search(line)
    if not bracket or not _only_suppliers(bracket[1]):
        return False
    before = line[: bracket.start()].rstrip()
    return "/" in bracket[1] or not before.endswith((".", "!", "?", '"', "”"))


def agencies_in(text: str) -> tuple[str, ...]:
    """The agencies a credit names, in order, by the names they sign with."""
    names = (AGENCIES.get(part.lower()) for part in _BETWEEN_NAMES.split(text.strip(" .()")))
    return tuple(dict.fromkeys(name for name in names if name))


def _only_suppliers(text: str) -> bool:
    """Whether a text is a list of names that holds an agency or a picture library: ``Jane Doe/AFP``."""
    parts = [part for part in _BETWEEN_NAMES.split(text.strip(" .")) if part]
    known = [part for part in parts if part.lower() in AGENCIES or part.lower() in LIBRARIES]
    return bool(known) and all(part in known or _NAME_ALONE.fullmatch(part) for part in parts)
