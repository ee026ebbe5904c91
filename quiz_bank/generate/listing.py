"""Gate 1, one statement: figures that stand in a list, and clauses that run on into another."""

from __future__ import annotations

import re
from itertools import islice

from quiz_bank.generate.clauses import OWN_CLAUSE
from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.grammar import has_verb, main_verb, starts_with_verb, subject_of, tokens, verb_index
from quiz_bank.generate.wording import ASKED
from quiz_bank.generate.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    NUMBER_WORDS,
    PREPOSITIONS,
    REPORTING,
    SUBORDINATORS,
)

_LISTED_AFTER = re.compile(
    r"(?:how many|____)(?: [A-Za-z\-]+){1,4}(?:,| and| or) (?:about |around |some |nearly |more than )?"
    rf"(?:\d|(?:{'|'.join(NUMBER_WORDS)}|an?|another)\b)"
)
_LISTED_BEFORE = re.compile(
    rf"\b[Aa]n? [a-z\-]+(?: [a-z\-]+)?(?:,| and) how many"
    rf"|\b(?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)})(?: [A-Za-z\-]+){{1,3}}(?:,| and| or) (?:how many|____)"
)


_TWO_SHARES = re.compile(
    r"\d ?%? (?:in|of|at|to|for) [^,]{2,40} and (?:only |just )?(?:what|____)"
    r"|(?:what percentage|____ ?%) (?:in|of|at|to|for) [^,]{2,40} and (?:only |just )?\d"
)
_SHARE = re.compile(r"\d ?(?:%|per ?cent\b)")
_MOST_SHARES = 2  # beside the one asked for: more are two comparisons in one sentence
_SERIES = re.compile(
    rf"(?:,| and) (?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)}|____|how many) (?:[a-z]+ ){{0,2}}(?:in|at|each|from|by|for)\b"
)


def in_a_list(draft: Draft, frame: Frame) -> Refusal | None:
    """G1: the figure stands in a list of figures."""
    told, comma, rest = draft.body.partition(", how many")
    if comma and has_verb(told) and not has_verb(rest):
        return Refusal("figure in a list", comma)
    series = _SERIES.findall(draft.body)
    if len(series) > 1:
        return Refusal("figure in a list", series[0])
    if draft.key.kind == "share" and len(_SHARE.findall(draft.body)) > _MOST_SHARES:
        return Refusal("figure in a list", "two comparisons")
    found = (
        _TWO_SHARES.search(draft.body)
        or _LISTED_AFTER.search(draft.body)
        or _LISTED_BEFORE.search(draft.body)
    )
    return Refusal("figure in a list", found.group()) if found else None


_COMMA = re.compile(r", ")
_SECOND_VERB = re.compile(r"(?:is|was|has|are|were|have) ")  # "has a yard, is large": a who was lost
_ASIDE = re.compile(r", (?:who|which) ")
_MOST_COMMAS = 6
_SHORT_CREDIT = 9  # words of ", the county said" at the end


def run_on(draft: Draft, frame: Frame) -> Refusal | None:
    """G1: two clauses with nothing but a comma between them: ``The pier is open, more boats are moored``."""
    body = ASKED.sub("5", draft.body)
    first = (tokens(body)[:1] or ("",))[0].lower()
    if first in SUBORDINATORS | PREPOSITIONS:
        return None
    aside_lost = bool(_ASIDE.search(frame.fact.sentence.text)) and not _ASIDE.search(body)
    for comma in islice(_COMMA.finditer(body), _MOST_COMMAS):
        head, rest = body[: comma.start()], body[comma.end() :]
        lost = aside_lost and starts_with_verb(rest)
        if has_verb(head) and (lost or _SECOND_VERB.match(rest)):
            return Refusal("run on", rest[:40])
        if has_verb(head) and _is_clause(rest):
            return Refusal("run on", rest[:40])
    return None


def _is_clause(rest: str) -> bool:
    """Whether a subject that nothing joins to what stands before has its own auxiliary, or is a name with its verb."""
    words = tokens(rest)
    if not words or words[0].lower() in SUBORDINATORS | PREPOSITIONS | CONJUNCTIONS:
        return False
    named = OWN_CLAUSE.match(rest)
    if named:
        told = rest[named.end() :]
        return starts_with_verb(told) and main_verb(f"It {told}") not in REPORTING
    index = verb_index(words)
    return 0 < index <= _SHORT_CREDIT and words[index] in _FINITE and "," not in subject_of(rest)


_FINITE = AUXILIARIES - {"had", "do", "does", "did"}
