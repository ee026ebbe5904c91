"""Whether words make a sentence: a finite verb is among them."""

from __future__ import annotations

import re

_FINITE = frozenset(
    str.split(
        """
        am is are was were has have had will would can could may might must shall should do does did
        ate became began beat bent bled blew bore bought broke brought built burst came caught chose clung cost
        crept cut dealt drank drew drove dug fed fell felt fled flew forbade forgot fought found froze gave got
        grew heard held hid hit hung hurt kept knew laid lay led left lent let lit lost made meant met overcame
        oversaw overtook paid put quit ran rang read retook rode rose said sang sank sat saw sent set shed shook
        shot shut slept slid slung sold sought spent split spoke spread sprang spun stole stood strode strove
        struck stuck stung sued swam swept swore swung threw told took tore underwent understood undertook upheld
        upset went wept withdrew withheld withstood woke won wore wound wrote
        accuses adds aims amounts appears asks backs becomes begins belongs brings calls carries claims comes
        contains continues controls costs covers cuts denies describes employs expects faces falls fears follows
        gives goes grows has hails heads helps holds houses includes joins keeps knows lacks leads leaves lies
        likes links lives looks loses makes marks means measures meets moves needs offers opens operates owns pays
        plans plays produces puts reaches receives remains reports represents requires returns rises rules runs
        says sees seeks sells sends serves shows sits spans spends stands starts stays stems stretches suffers
        supplies supports takes tells tests threatens turns underscores urges uses wants warns weighs wins works
        """
    )
)
# as the second word of a subject in the plural, or later: "About 600 people live", "insurers expect"
_PLURAL = frozenset(
    str.split(
        """
        account aim apply attend back belong blame come connect consume contain continue control cost cover
        cross deal demand depend differ employ earn exceed expect export face fear generate get give go
        grow handle have hold hope host house import include keep know lack lead lie link live look lose make
        manage march meet need number oppose own pay plan play prefer produce range rate reach rear receive
        refuse reject rely remain require run say see seek sell send serve sit span speak spend stand stay
        study supply support take think total trade travel turn use vary visit vote want warn work
        """
    )
)
_PLURAL_NOUN = re.compile(r"(?:[a-z]+[^su]s|people|police|men|women|children|they|we|them)$", re.I)
# "Marlow handles 38", "The city owns a": a name or a plain noun does something to something
_DOES = re.compile(
    r"(?:^(?:It|He|She)|^(?:The|An?) [a-z-]+|[A-Z][\w’'-]*[^\W\ds]) (?P<verb>[a-z]{3,}[^\Wsu]s)"
    r" (?=\d|an?\b|the\b|its?\b|about\b|some\b|more\b|nearly\b|around\b|over\b|up\b|half\b|to [a-z]|on [a-z]"
    r"|[a-z]+ (?:and|worth) )"
)
_PRONOUN_FIRST = re.compile(r"(?:It|He|She|They|We|I) [a-z]|.* dates? (?:from|back) ")
_GERUNDS = """
beating beat becoming became beginning began breaking broke bringing brought building built buying bought
catching caught choosing chose coming came cutting cut doing did drawing drew driving drove eating ate
falling fell feeling felt fighting fought finding found flying flew getting got giving gave going went
having had hearing heard hitting hit holding held keeping kept knowing knew laying laid leading led
leaving left lending lent letting let losing lost making made meeting met paying paid putting put
quitting quit reading read rising rose running ran saying said seeing saw seeking sought selling sold
sending sent setting set shooting shot shutting shut sinking sank sitting sat speaking spoke
spending spent standing stood stealing stole striking struck swimming swam taking took teaching taught
telling told throwing threw understanding understood wearing wore winning won withdrawing withdrew
writing wrote being was
"""
_IRREGULAR = dict(zip(_GERUNDS.split()[::2], _GERUNDS.split()[1::2], strict=True))
_WORD = re.compile(r"[^\W\d_]+")


# a clause that needs another, an inverted one, a question, an order of words that hangs on what came before
_HALF = re.compile(
    r"(?:While|Although|Though|As|Because|If|When|Unless|Whereas|Where|That|Whether|Which|Who|Than|Rather|Including)\b"
    r"(?!.*, \S+ \S)|(?:Came|Comes|Said|Says|Is|Are|Was|Were|Has|Have|Had|Will|Would|Did|Does|Do|Went|Told|Added)\b"
)
_ENDS_OPEN = re.compile(
    r"\b(?:says|said) (?:while|although|when|if) [^,]*$"
    r"|\b(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|but|that|which|who|than)$"
)


def is_broken(line: str) -> bool:
    """Whether a line is half a sentence: ``While the winds ease``, ``Came hours of debate``, ``She spoke of the``."""
    return bool(_HALF.match(line) or _ENDS_OPEN.search(line))


def capital(line: str) -> str:
    """The line with a capital first, unless it opens with a name that has none (``al-Orla``)."""
    named = line.startswith(("al-", "el-"))
    return line[0].upper() + line[1:] if line[:1].islower() and not named else line


def past(gerund: str) -> str:
    """``lost`` for ``losing``, ``crossed`` for ``crossing``, ``carried`` for ``carrying``."""
    if gerund in _IRREGULAR:
        return _IRREGULAR[gerund]
    stem = gerund.removesuffix("ing")
    return f"{stem[:-1]}ied" if re.search("[^aeiou]y$", stem) else f"{stem}ed"


def is_finite(word: str) -> bool:
    """Whether a word may be a finite verb; it must not be the first of its sentence."""
    folded = word.casefold()
    return folded in _FINITE or (len(folded) > 3 and folded.endswith("ed") and word.islower())


def does_at(text: str) -> int:
    """Where the verb stands in a text that opens with ``Marlow handles 38`` or ``The city owns a``; 0 for none."""
    found = _DOES.match(text)
    return found.start("verb") if found else 0


def has_verb(text: str) -> bool:
    """Whether a finite verb stands in the text; a word in ``-ed`` after the first counts as one."""
    if _PRONOUN_FIRST.match(text) or _DOES.search(text):
        return True
    words = [word.casefold() for word in _WORD.findall(text)]
    return any(
        word in _FINITE
        or (place and len(word) > 3 and word.endswith("ed"))
        or (place and word in _PLURAL and _PLURAL_NOUN.match(words[place - 1]))
        for place, word in enumerate(words)
    )
