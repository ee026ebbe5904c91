"""Whether words make a sentence: a finite verb is among them."""

from __future__ import annotations

import re

_FINITE = frozenset(
    str.split(
        """
        am is are was were has have had will would can could may might must shall should do does did
        became began beat bought broke brought built burst came caught chose cost cut dealt drew drove fell felt
        fled flew forbade forgot fought found froze gave got grew heard held hid hit hurt kept knew laid lay led
        left lent let lost made meant met overtook paid put quit ran rang read retook rode rose said sang sank sat
        saw sent set shook shot shut slept slid sold sought spent split spoke spread sprang stood stole struck
        stuck swam swept swore threw told took tore understood upset went withdrew woke won wore wrote
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
_WORD = re.compile(r"[^\W\d_]+")


def has_verb(text: str) -> bool:
    """Whether a finite verb stands in the text; a word in ``-ed`` after the first counts as one."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return any(
        word in _FINITE or (place and len(word) > 3 and word.endswith("ed"))
        for place, word in enumerate(words)
    )
