"""Claims to questions: every mention is tried in every shape that fits, and what passes is kept for each claim.

A pure function of the story: no clock, no randomness, no dependence on the order of its articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from briefings.stories import Claim, Mention, Story
from quiz_bank.generate.acronyms import acronym_claims
from quiz_bank.generate.drafts import Candidate, Draft, Frame, Refusal
from quiz_bank.generate.headers import header
from quiz_bank.generate.joint import JOINT_SHAPES
from quiz_bank.generate.named import named_claims
from quiz_bank.generate.options import options, right_option
from quiz_bank.generate.rank import NAME_GAP, ranked, without_repeats
from quiz_bank.generate.refusals import told_in
from quiz_bank.generate.shapes import SHAPES, name_gap, superlative, who_says
from quiz_bank.generate.shelf import Shelf
from quiz_bank.generate.statements import state
from quiz_bank.generate.superlatives import TEMPLATES as RANKING
from quiz_bank.generate.superlatives import superlative_claims
from quiz_bank.generate.worth import worth
from quiz_bank.questions import Mode, Question, question_id

MOST_MENTIONS = 3  # of one claim: more only repeat the wording
TRUE_FALSE = ("True", "False")
LAST_RESORT = "cloze"
WHO_SAYS = "who-says"
# what another wording of the same clause would fail on as well
_OF_THE_CLAUSE = frozenset(
    (
        "pronoun",
        "unnamed subject",
        "first person",
        "demonstrative",
        "definite noun",
        "relative time",
        "no occasion",
    )
)
_WITHOUT_CLAUSE = frozenset(("role", "alias", "event"))  # kinds whose shapes read the sentence as it stands
_ORDER = {
    name: place
    for place, name in enumerate(
        (
            *RANKING,
            *(shape.name for shape in SHAPES),
            NAME_GAP,
            WHO_SAYS,
            *(shape.name for shape in JOINT_SHAPES),
        )
    )
}

_Make = Callable[[Frame], Draft | Refusal]


def generate(story: Story, mode: Mode = "type", turn: int | Mapping[str, int] = 0) -> list[Question]:
    """The story's questions, best first, one for each claim.

    Args:
        story: what is asked about.
        mode: with ``choice``, options are drawn wherever good ones exist.
        turn: which wording of a claim is asked where it has several: 0 the best, 1 the next, and round again; one
            number for all claims, or one for each claim's key (0 for those left out).
    """
    wordings = _by_claim(candidates(story))
    chosen = [
        each[(turn if isinstance(turn, int) else turn.get(claim, 0)) % len(each)]
        for claim, each in wordings.items()
    ]
    order = ranked(without_repeats(chosen))
    return [_as_choice(question, story) for question in order] if mode == "choice" else order


def candidates(story: Story) -> list[Candidate]:
    """Every attempt, accepted or refused with its reason, claim by claim."""
    shelf = Shelf(story)
    found: list[Candidate] = []
    known = {claim.kind for claim in story.claims}
    own = [] if "alias" in known else acronym_claims(story)
    for claim in (*story.claims, *own):
        found.extend(_attempts(shelf, claim))
    for claim, one in superlative_claims(story):
        found.append(_attempt(shelf, claim, one.template, partial(superlative.make, noun=one.noun)))
    for claim, kind in named_claims(story):
        article = shelf.articles[claim.best.article]
        if not name_gap.is_askable(str(claim.value), kind, article, shelf.settings.of(article)):
            refusal = Refusal("no name", str(claim.value))
            found.append(Candidate(claim.key, NAME_GAP, refusal=refusal, mention=claim.best))
            continue
        gap = _attempt(shelf, claim, NAME_GAP, partial(name_gap.make, kind=kind))
        said = gap if gap.question else _attempt(shelf, claim, WHO_SAYS, partial(who_says.make, kind=kind))
        found.append(said if said.question else gap)
    accepted = [candidate for candidate in found if candidate.question]
    for shape in JOINT_SHAPES:
        found.extend(shape.make(shelf, accepted))
    return found


def refused(story: Story) -> list[Candidate]:
    """Every attempt at the claims that no question asks for, each with its reason.

    A claim of a story is either asked or stands here; a wording that only repeats what another question asks, or
    that fits two values, is refused as ``asked already``.
    """
    every = candidates(story)
    asked = {question.claim for question in generate(story)}
    found = []
    for candidate in every:
        if candidate.claim in asked:
            continue
        twin = Refusal("asked already", candidate.ask) if candidate.question else candidate.refusal
        found.append(replace(candidate, question=None, refusal=twin))
    return found


def _frame(shelf: Shelf, claim: Claim, mention: Mention, clause: bool) -> Frame:
    article = shelf.articles[mention.article]
    frame = Frame(shelf.story, claim, article, mention.fact, shelf.settings.of(article))
    return replace(frame, told=state(frame)) if clause else frame


def _attempt(shelf: Shelf, claim: Claim, template: str, make: _Make) -> Candidate:
    """The attempt at a claim that no fact holds."""
    frame = _frame(shelf, claim, claim.best, clause=template == NAME_GAP)
    return _candidate(shelf, frame, claim.best, template, make)


def _attempts(shelf: Shelf, claim: Claim) -> Iterator[Candidate]:
    shapes = [shape for shape in SHAPES if claim.kind in shape.kinds]
    mentions = sorted(
        claim.mentions[:MOST_MENTIONS], key=lambda m: (m.fact.relative, m.article, m.fact.start)
    )
    for mention in mentions if shapes else ():
        if mention.article not in shelf.articles:
            continue
        if mention.fact.vague:
            refusal = Refusal("too vague", mention.fact.quote)
            yield Candidate(claim.key, "", refusal=refusal, mention=mention)
            continue
        frame = _frame(shelf, claim, mention, clause=claim.kind not in _WITHOUT_CLAUSE)
        faults: set[str] = set()
        for shape in shapes:
            if shape.name == LAST_RESORT and faults & _OF_THE_CLAUSE:
                continue
            candidate = _candidate(shelf, frame, mention, shape.name, shape.make)
            faults.update([candidate.refusal.reason] if candidate.refusal else [])
            yield candidate


def _candidate(shelf: Shelf, frame: Frame, mention: Mention, template: str, make: _Make) -> Candidate:
    draft = make(frame)
    if isinstance(draft, Refusal):
        return Candidate(frame.claim.key, template, refusal=draft, mention=mention)
    question = _question(shelf, frame, template, draft)
    return Candidate(
        frame.claim.key, template, question=question, ask=question.ask, mention=mention, draft=draft
    )


def _question(shelf: Shelf, frame: Frame, template: str, draft: Draft) -> Question:
    story, claim = shelf.story, frame.claim
    return Question(
        id=question_id(claim.key, template),
        story=story.slug,
        ask=draft.ask,
        header=header(
            frame.article,
            draft.context if draft.headed else "",
            titled=not told_in(draft.key, frame.article.title or ""),
        ),
        key=draft.key,
        claim=claim.key,
        template=template,
        sources=shelf.sources(claim, frame.fact),
        worth=worth(frame, template, draft.context),
        why=_why(shelf, claim),
    )


def _why(shelf: Shelf, claim: Claim) -> str:
    """A remark for the feedback where the sources differ."""
    if claim.standing != "disputed":
        return ""
    told = [shelf.claims[key].best.fact.quote for key in claim.rivals if key in shelf.claims]
    return f"The sources differ: also told as {'; '.join(told)}." if told else "The sources differ."


def _by_claim(attempts: Iterable[Candidate]) -> dict[str, list[Question]]:
    """The wordings of each claim, best first, one a template, each knowing the ids of the others."""
    best: dict[str, dict[str, Question]] = {}
    for candidate in attempts:
        question = candidate.question
        if question is None:
            continue
        wordings = best.setdefault(question.claim, {})
        known = wordings.get(question.template)
        if known is None or _preference(question) < _preference(known):
            wordings[question.template] = question
    return {claim: _as_siblings(sorted(each.values(), key=_preference)) for claim, each in best.items()}


def _as_siblings(wordings: list[Question]) -> list[Question]:
    ids = [question.id for question in wordings]
    return [
        replace(question, siblings=tuple(other for other in ids if other != question.id))
        for question in wordings
    ]


def _preference(question: Question) -> tuple[int, float, int, str]:
    """Shapes in the order of their table, then worth, then the shorter wording."""
    return (_ORDER[question.template], -question.worth, len(question.ask), question.ask)


def _as_choice(question: Question, story: Story) -> Question:
    if question.mode == "choice":
        return question
    if question.kind == "true-false":
        right = TRUE_FALSE[0 if question.key.value else 1]
        return replace(question, mode="choice", options=TRUE_FALSE, right=right)
    shown = options(question.key, question.ask, question.id, story)
    if not shown:
        return question
    return replace(question, mode="choice", options=shown, right=right_option(question.key))
