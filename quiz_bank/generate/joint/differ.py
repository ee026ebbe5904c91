"""Which source says so, where the sources of a story contradict each other.

Needs a disputed figure told by one outlet alone and its rival told by another. With two more outlets of the
story that tell neither, the outlets are offered; with fewer the name is typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefings.compose.datewords import in_words
from briefings.stories import Claim
from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.joint.assemble import assembled, parts, shuffled
from quiz_bank.generate.joint.scope import GAP
from quiz_bank.generate.shelf import Shelf
from quiz_bank.keys import Key

TEMPLATE = "differ"
_OFFERED = 3


def make(shelf: Shelf, accepted: Sequence[Candidate]) -> Iterator[Candidate]:
    """One question for each disputed figure whose sentence stands alone."""
    for part in parts(accepted, "cloze"):
        claim = shelf.claims.get(part.claim)
        rival = _rival(claim, shelf) if claim and claim.standing == "disputed" else None
        if claim and rival:
            mine, theirs = outlets(claim, shelf), outlets(rival, shelf)
            if len(mine) == 1 and theirs and not mine & theirs:
                yield _asked(part, claim, rival, shelf, mine | theirs)


def outlets(claim: Claim, shelf: Shelf) -> set[str]:
    """The outlets that print a claim; those without a name are left out."""
    printed = (shelf.articles.get(mention.article) for mention in claim.mentions)
    return {article.outlet for article in printed if article and article.outlet}


def _rival(claim: Claim, shelf: Shelf) -> Claim | None:
    return next((shelf.claims[key] for key in claim.rivals if key in shelf.claims), None)


def _asked(part: Candidate, claim: Claim, rival: Claim, shelf: Shelf, telling: set[str]) -> Candidate:
    body = part.draft.body if part.draft else ""
    right = outlets(claim, shelf).pop()
    statement = f"{body[:1].upper()}{body[1:]}".replace(GAP, "…")
    ask = (
        f"The sources differ on “{statement}.” "
        f"Which outlet says “{claim.best.fact.quote}”, where another says “{rival.best.fact.quote}”?"
    )
    others = {article.outlet for article in shelf.story.articles if article.outlet} - telling
    wrong = [*sorted(telling - {right}), *sorted(others)][: _OFFERED - 1]
    shown = shuffled([right, *wrong], part.claim) if len(wrong) == _OFFERED - 1 else ()
    key = Key("text", value=right, text=right, others=tuple(sorted(telling - {right})))
    if shown:
        key = Key("choice", value=right, text=right, options=shown)
    made = assembled(TEMPLATE, ask, key, [part], shown, right if shown else "")
    return _unsigned(made, rival, shelf)


def _unsigned(made: Candidate, rival: Claim, shelf: Shelf) -> Candidate:
    """The candidate with the rival's source, and a header that does not tell the outlet."""
    if made.question is None:
        return made
    source = shelf.source(rival.best)
    day = shelf.story.as_of
    header = f"all sources, as of {in_words(day)}" if day else "all sources"
    sources = (*made.question.sources, *([source] if source else []))
    return replace(made, question=replace(made.question, sources=sources, header=header))
