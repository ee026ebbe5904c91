"""Takes an answer of words apart: what it asserts, what it denies, and which words carry no content (rules 4, 5)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefings.extract.wordlist import word_set

#: Words that change nothing about an answer of words.
HARMLESS = word_set("""
    a an the of in on at to from by for with as into onto within inside it its it's is was were are be been
    being this that these those there here he she they him her his hers their them i im i'm me my we our you your
    think thinks thought believe guess guessed reckon suppose say says said would should could might must may will
    maybe perhaps probably possibly likely presumably apparently surely certainly definitely obviously actually
    really just only also so um uh er hmm oh ah yes ok okay please hello hi hey sir madam answer answers
    correct right called named name names known as which who whom whose what when where did do does done had has have
    having if remember recall recalled correctly rightly sure certain about around between midway halfway some sort
    kind like both very much quite rather too then now still up out off iirc afaik imo lol thanks thank got get""")

_HEDGES = re.compile(
    r"\b(?:i(?:'m| am)? (?:think|believe|guess|reckon|suppose|would say|not sure|not certain|am not sure)"
    r"|(?:i )?(?:don'?t|do not) (?:really )?(?:know|remember|recall)(?: exactly)?"
    r"|not (?:entirely |quite )?(?:sure|certain)"
    r"|no idea|if i (?:remember|recall)(?: correctly| rightly)?|i(?:'d| would) say|could be wrong)(?: but\b)?"
)
_ANYTHING_BUT = re.compile(r"\b(?:any|every)(?:thing|one|body|where) (?:else )?(?:but|except)\b")
_NO = re.compile(r"^(?:no|nope|yes|yeah|well)\s*[,.!:;-]\s*")
_DENYING = re.compile(
    r"\b(?:not|never|no(?= (?!one\b|doubt\b|less\b|more\b|fewer\b)\w)|isn'?t|wasn'?t|aren'?t|weren'?t|ain'?t"
    r"|cannot be|can'?t be|rather than|instead of|other than"
    r"|anything but|anyone but|anywhere but|except(?: for)?|unlike|as opposed to|neither|nor)\b"
)
_LEADING = re.compile(r"^(?:[,;/|?.&\s]|(?:but|or|and|then)\b)+")
_SEPARATOR = re.compile(
    r"(\s*(?:[,;?|/()=:+>&]|(?<=\w{5})\.(?=\s|$)|\s-{1,2}\s"
    r"|\b(?:or|and|but|vs|versus|then|aka|also known as|alias|ie|formerly)\b)\s*)"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of an answer between separators; ``before``: the separator it follows, ``denied``: said not to be."""

    text: str
    before: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """An answer of words taken apart.

    Attributes:
        whole: the asserted text, hedges and denied parts left out, separators kept.
        segments: its parts, the denied ones too.
        denies: whether anything is denied.
    """

    whole: str
    segments: tuple[Segment, ...]
    denies: bool


@lru_cache(maxsize=1024)
def statement_of(text: str) -> Statement:
    """Takes a cleaned answer apart."""
    if " " not in text and text.isalnum():
        return Statement(text, (Segment(text),), False)
    text = _NO.sub("", _HEDGES.sub(" ", _ANYTHING_BUT.sub(" not ", text)))
    pieces = _SEPARATOR.split(text)
    segments = []
    kept = []
    denies = carried = False
    for place in range(0, len(pieces), 2):
        before = pieces[place - 1].strip() if place else ""
        piece = pieces[place].strip(" .-'!")
        if before == "but" or (carried and before in (",", ";", ".", ")", "?")):
            carried = False
        match = _DENYING.search(piece)
        asserted, denied = (
            (piece[: match.start()].strip(), piece[match.end() :].strip()) if match else (piece, "")
        )
        if carried:
            asserted, denied = "", piece
        if match and not denied and not asserted:
            carried = True
        elif match and not denied:
            asserted, denied = "", asserted  # "Lorn it is not"
        if denied:
            denies = True
            carried = before in ("or", "and", "") or carried
            segments.append(Segment(denied, before, True))
        if asserted:
            segments.append(Segment(asserted, before))
            kept.append((" " + before if before else "") + " " + asserted)
    whole = _LEADING.sub("", "".join(kept)).strip()
    return Statement(whole, tuple(segments), denies)
