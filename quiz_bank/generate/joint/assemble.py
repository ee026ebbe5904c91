"""A question put together from accepted ones: its claim, sources and options follow from its parts alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefings.stories import content_key
from quiz_bank.generate.drafts import Candidate, Refusal
from quiz_bank.generate.refusals import MOST_WORDS
from quiz_bank.keys import Key
from quiz_bank.questions import Question, Source, question_id


def parts(accepted: Iterable[Candidate], *templates: str) -> list[Candidate]:
    """The accepted candidates of these templates that need no sentence shown before them, one a claim, best first."""
    found: dict[str, Candidate] = {}
    for candidate in accepted:
        if candidate.template in templates and candidate.draft and not candidate.draft.context:
            known = found.get(candidate.claim)
            if known is None or _rank(candidate) < _rank(known):
                found[candidate.claim] = candidate
    return sorted(found.values(), key=_rank)


def _rank(candidate: Candidate) -> tuple[float, int, str]:
    question = candidate.question
    worth = question.worth if question else 0.0
    return (-worth, len(candidate.ask), candidate.claim)


def assembled(
    template: str,
    ask: str,
    key: Key,
    made_of: Sequence[Candidate],
    options: tuple[str, ...] = (),
    right: str = "",
) -> Candidate:
    """The candidate that asks for all the claims it is made of; refused where it grows too long.

    The id rests on the claims alone, so that the same claims give the same question for ever.
    """
    claim = content_key("joint", template, *sorted(part.claim for part in made_of))
    mention = made_of[0].mention
    if len(f"{ask} {' '.join(options)}".split()) > MOST_WORDS:
        return Candidate(claim, template, refusal=Refusal("too long"), ask=ask, mention=mention)
    questions = [part.question for part in made_of if part.question]
    question = replace(
        questions[0],
        id=question_id(claim, template),
        ask=ask,
        header=_header(questions),
        key=key,
        claim=claim,
        template=template,
        sources=_sources(questions),
        mode="choice" if options else "type",
        options=options,
        right=right,
        worth=round(sum(question.worth for question in questions) / len(questions), 2),
        why="",
        siblings=(),
    )
    return Candidate(claim, template, question=question, ask=ask, mention=mention)


def _header(questions: Sequence[Question]) -> str:
    """The headers of all parts, each once, in the order of the parts."""
    return " · ".join(dict.fromkeys(question.header for question in questions))


def _sources(questions: Sequence[Question]) -> tuple[Source, ...]:
    """The best source of each part."""
    return tuple(dict.fromkeys(question.sources[0] for question in questions))


def shuffled(items: Iterable[str], seed: str) -> tuple[str, ...]:
    """The items in an order that tells nothing and is the same for the same seed."""
    return tuple(
        sorted(items, key=lambda item: hashlib.blake2b(f"{seed} {item}".encode("utf-8", "replace")).digest())
    )
