"""Who wrote and who supplied: bylines, picture credits, agency credits, and the names they give."""

from __future__ import annotations

import re

from briefings.patterns import Pattern
from briefings.reading.lines import word_set

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
    r"(?i:correspondent|reporter|editor|writer|columnist|analyst|journalist|producer|photographer|critic|presenter|"
    r"commentator|contributor|bureau chief|chief|agencies|staff)"
)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŚŽČ][\w'’.-]*|d[aeiu]|del|della|v[ao]n|der|den|bin|ibn|al|el|ter|le|la)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}"
_BYLINE = Pattern(
    rf"(?:(?:[Ww]ritten|[Rr]eported|[Ss]tory|[Ww]ords|[Tt]ext|[Pp]osted|[Pp]ublished) )?(?:[Bb]y|BY)\b:? "
    rf"(?:{_NAME}|(?:[Aa] |[Oo]ur |[Ss]taff )(?:[\w-]+ ){{0,3}}(?:{_JOBS})s?)"
    rf"(?:(?:,| and| &| with| in| for| at| of| \||/| -| –| —)+ (?:the )?"
    rf"(?:{_NAME}|(?:[\w-]+ ){{0,4}}(?:{_JOBS})s?)){{0,6}}"
)
_NAME_AND_JOB = Pattern(
    rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}(?:,| \||/| -| –| —) ?(?:[\w'’&.-]+ ){{0,6}}(?:{_JOBS})s?"
    rf"(?:(?:,| in| at| for| of| \|) (?:the )?{_NAME}){{0,2}}"
)
_PICTURE = (
    r"(?:images?|photos?|photographs?|photography|pictures?|videos?|graphics?|maps?|illustrations?|credits?)"
)
_PICTURE_CREDIT = Pattern(rf"{_PICTURE} (?:copyright|credits?|source|courtesy|by|via)\b", re.IGNORECASE)
_PICTURE_AND_NAME = Pattern(rf"(?i:{_PICTURE}) ?[:©|] ?(?P<names>\S.*)")
_CREDIT_AT_END = Pattern(
    r"(?:\b(?:AP|AFP|EPA|Reuters) ?Photo\b|\b(?:Photo(?:graph)?|Picture|Image|Credit|Pic)s?"
    r"(?: (?:by|credit|courtesy|courtesy of|copyright))?(?::| by| courtesy)) ?/?[^.!?]{2,80}$"
)
_BRACKET_AT_END = Pattern(r"[(\[]([^()\[\]]{2,80})[)\]]\.?$")
_PICTURE_WORDS = ("Photo", "Pic", "Image", "Credit")  # one of them in each credit at the end
_BRACKETS = (")", "]", ").", "].")
_SIGNATURES = Pattern(r"(?P<rest>[^()]{0,40})\((?P<names>[^()]{2,80})\)")
_INITIALS = Pattern(r"\w+")
_NAME_ALONE = Pattern(_NAME)
_BETWEEN_NAMES = Pattern(r"\s*(?:[/,;|•·&]|\band\b|\bvia\b|\bwith\b|\bfor\b|\s[–—-]\s)\s*")
# Agencies in running words: short forms only as they sign, full names in any letter case.
_AGENCY = Pattern(
    r"(?<![\w/])(?:"
    + "|".join(f"(?i:{name})" if name != sign.lower() else sign for name, sign in AGENCIES.items())
    + r")(?![\w/])"
)
_LEAD = Pattern(r"[A-ZÀ-Þ][^()\n]{0,80}\((?P<names>[A-Za-z][\w ,/&-]{1,60})\) ?[—–-]")
_OUTLET_WORD = r"[A-Z][\w&'’-]*(?:\.\w+)*"
_ANY_OUTLET = rf"(?P<outlet>(?:[Tt]he )?{_OUTLET_WORD}(?: (?:of |and |the |& )?{_OUTLET_WORD}){{0,5}})"
# Names that are an outlet's beyond doubt: letters (BBC), or a newspaper's usual last word.
_PAPERS = (
    r"News|Times|Post|Gazette|Herald|Guardian|Journal|Tribune|Mail|Telegraph|Monitor|Mirror|Star|Chronicle|"
    r"Observer|Standard|Today|Radio|TV|Independent|Courier|Echo|Argus|Examiner|Register|Globe|Express|Review|"
    r"Dispatch|Inquirer|Bulletin|Advertiser|Mercury|Messenger|Leader|Record|Weekly|Daily|Online"
)
_SURE_OUTLET = (
    rf"(?P<outlet>(?:[Tt]he )?(?:[A-Z][\w&'’.-]* ){{0,4}}(?:{_PAPERS})(?: [A-Z]\w+)?(?!\w)"
    r"|[A-Z]{2,5}(?: News)?(?!\w))"
)
_OUTLET_LINES = tuple(
    Pattern(shape)
    for shape in (
        rf"(?:©|\([cC]\)|[Cc]opyright)[ ©]*(?:\d{{4}}(?:[-–]\d{{2,4}})?)?,? ?(?:by )?{_ANY_OUTLET}",
        rf"^(?:(?:[Oo]riginal )?[Ss]ource|[Vv]ia|[Pp]ublished in) ?[:–—-]? {_ANY_OUTLET}$",
        rf"\b(?:[Ff]irst|[Oo]riginally) (?:published|appeared) (?:in|by|on) {_ANY_OUTLET}",
        rf"^{_ANY_OUTLET}['’]s [Tt]op [Ss]tor",
        rf"\b[Mm]ore (?:(?:top )?(?:stories|news|articles|headlines|coverage) )?from {_SURE_OUTLET}$",
        rf"^[^,]{{3,60}}, {_SURE_OUTLET}(?: [\w-]+){{0,4}} (?:{_JOBS})",
        rf"\b[Bb]y [^,]{{3,60}}, {_SURE_OUTLET}$",
    )
)
_NO_OUTLETS = word_set("US UK EU UN USA UAE NATO AP AI TV IT PR")
_LONGEST_CAPTION = 600  # characters
_LONGEST_CREDIT = 100  # characters


def is_byline(line: str) -> bool:
    """Whether a line only names who wrote: ``By Jane Doe in Portmere``, ``Jane Doe, chief reporter``."""
    return len(line) <= _LONGEST_CREDIT and bool(_BYLINE.fullmatch(line) or _NAME_AND_JOB.fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether a line only names who supplied a picture or the copy: ``Image: AFP``, ``ab/cd (AFP, dpa)``."""
    if len(line) > _LONGEST_CREDIT or line.endswith(("!", "?")):
        return False
    if is_picture_credit(line) and not line.endswith("."):
        return True
    signed = _SIGNATURES.fullmatch(line)
    if signed and agencies_in(signed["names"]) and _only_suppliers(signed["names"]):
        return all(len(word) <= 3 and word.islower() for word in _INITIALS.findall(signed["rest"]))
    return _only_suppliers(line)


def is_picture_credit(line: str) -> bool:
    """Whether a line says whose a picture is: ``Image copyright AFP``, ``Photo: Jane Doe``, ``Jane Doe/Getty``."""
    if _PICTURE_CREDIT.match(line):
        return True
    named = _PICTURE_AND_NAME.fullmatch(line)
    if named:
        return all(map(_is_name, _parts(named["names"])))
    return "/" in line and _only_suppliers(line)


def is_caption_with_credit(line: str) -> bool:
    """Whether a line is a caption that ends in its credit: ``A boat at the quay. (Jane Doe/AP)``."""
    if len(line) > _LONGEST_CAPTION:
        return False
    named = any(word in line for word in _PICTURE_WORDS)
    if named and (found := _CREDIT_AT_END.search(line)) and found.start():
        return True
    bracket = _BRACKET_AT_END.search(line) if line.endswith(_BRACKETS) else None
    if not bracket or not _only_suppliers(bracket[1]):
        return False
    before = line[: bracket.start()].rstrip()
    return "/" in bracket[1] or not before.endswith((".", "!", "?", '"', "”"))


def agencies_in(text: str) -> tuple[str, ...]:
    """The agencies a list of names holds (``AFP, Reuters and dpa``), in order, as they sign."""
    names = (AGENCIES.get(part.lower()) for part in _parts(text))
    return tuple(dict.fromkeys(name for name in names if name))


def agencies_credited(line: str) -> tuple[str, ...]:
    """The agencies a byline or a credit names for the copy; none for a picture's credit.

    A credit signed with initials names them in its brackets: ``ab/cd (AFP, dpa)``.
    """
    if len(line) > _LONGEST_CREDIT or is_picture_credit(line):
        return ()
    signed = _SIGNATURES.fullmatch(line)
    if signed:
        return agencies_in(signed["names"])
    found = [(match.start(), AGENCIES[match[0].lower()]) for match in _AGENCY.finditer(line)]
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def agency_of_lead(paragraph: str) -> str | None:
    """The agency that signs in front of a first paragraph: ``PORTMERE, Nov 3 (AFP) - The ferry ...``."""
    lead = _LEAD.match(paragraph)
    names = agencies_in(lead["names"]) if lead else ()
    return names[0] if names else None


def outlet_in(line: str) -> str | None:
    """The outlet a line of furniture names as its own; None where it names none, or an agency."""
    for pattern in _OUTLET_LINES:
        found = pattern.search(line)
        if found:
            name = found["outlet"].strip(" .,")
            return None if name.lower() in AGENCIES or name in _NO_OUTLETS else name
    return None


def _only_suppliers(text: str) -> bool:
    """Whether a text is a list of names that holds an agency or a picture library: ``Jane Doe/AFP``."""
    parts = _parts(text)
    return any(map(_is_supplier, parts)) and all(map(_is_name, parts))


def _parts(text: str) -> list[str]:
    return [part for part in _BETWEEN_NAMES.split(text.strip(" .()")) if part]


def _is_supplier(part: str) -> bool:
    return part.lower() in AGENCIES or part.lower() in LIBRARIES


def _is_name(part: str) -> bool:
    return _is_supplier(part) or _NAME_ALONE.fullmatch(part) is not None
