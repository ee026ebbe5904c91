"""Claims to questions: every mention is tried in every shape that fits, and the best is kept for each claim.

A pure function of the story: no clock, no randomness, no dependence on the order of its articles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefings.stories import Article, Claim, Mention, Story
from quiz_bank.generate.acronyms import acronym_claims
from quiz_bank.generate.drafts import Candidate, Draft, Frame, Refusal
from quiz_bank.generate.headers import header
from quiz_bank.generate.options import options, right_option
from quiz_bank.generate.rank import ranked, without_repeats
from quiz_bank.generate.setting import Settings
from quiz_bank.generate.shapes import SHAPES, superlative
from quiz_bank.generate.statements import state
from quiz_bank.generate.superlatives import superlative_claims
from quiz_bank.generate.worth import worth
from quiz_bank.questions import Mode, Question, Source, question_id

MOST_MENTIONS = 4  # of one claim: more only repeat the wording
MOST_SOURCES = 5
SUPERLATIVE = "superlative"
_WITHOUT_CLAUSE = frozenset(("role", "alias", "event"))  # kinds whose shapes read the sentence as it stands


def generate(story: Story, mode: Mode = "type") -> list[Question]:
    """The story's questions, best first, one for each claim."""
    chosen = [best for best in _by_claim(candidates(story)) if best is not None]
    order = ranked(without_repeats(chosen))
    return [_as_choice(question, story) for question in order] if mode == "choice" else order


def candidates(story: Story) -> list[Candidate]:
    """Every attempt, accepted or refused with its reason, claim by claim."""
    shelf = _Shelf(story)
    found: list[Candidate] = []
    known = {claim.kind for claim in story.claims}
    own = [] if "alias" in known else acronym_claims(story)
    for claim in (*story.claims, *own):
        found.extend(_attempts(shelf, claim))
    for claim, noun in superlative_claims(story):
        found.append(_superlative(shelf, claim, noun))
    return found


class _Shelf:
    """A story with what is looked up in it again and again."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.articles = {article.key: article for article in story.articles}
        self.claims = {claim.key: claim for claim in story.claims}
        self.settings = Settings(story)


def _superlative(shelf: _Shelf, claim: Claim, noun: str) -> Candidate:
    mention = claim.best
    frame = _frame(shelf, claim, mention, shelf.articles[mention.article])
    draft = superlative.make(frame, noun)
    if isinstance(draft, Refusal):
        return Candidate(claim.key, SUPERLATIVE, refusal=draft)
    question = _question(shelf, frame, SUPERLATIVE, draft)
    return Candidate(claim.key, SUPERLATIVE, question=question, ask=question.ask)


def _frame(shelf: _Shelf, claim: Claim, mention: Mention, article: Article) -> Frame:
    frame = Frame(shelf.story, claim, article, mention.fact, shelf.settings.of(article))
    return frame if claim.kind in _WITHOUT_CLAUSE else replace(frame, told=state(frame))


def _attempts(shelf: _Shelf, claim: Claim) -> Iterable[Candidate]:
    shapes = [shape for shape in SHAPES if claim.kind in shape.kinds]
    if not shapes:
        return
    mentions = sorted(
        claim.mentions[:MOST_MENTIONS], key=lambda m: (m.fact.relative, m.article, m.fact.start)
    )
    for mention in mentions:
        article = shelf.articles.get(mention.article)
        if article is None:
            continue
        if mention.fact.vague:
            yield Candidate(claim.key, "", refusal=Refusal("too vague", mention.fact.quote))
            continue
        frame = _frame(shelf, claim, mention, article)
        for shape in shapes:
            draft = shape.make(frame)
            if isinstance(draft, Refusal):
                yield Candidate(claim.key, shape.name, refusal=draft)
                continue
            question = _question(shelf, frame, shape.name, draft)
            yield Candidate(claim.key, shape.name, question=question, ask=question.ask)
            break


def _question(shelf: _Shelf, frame: Frame, template: str, draft: Draft) -> Question:
    story, claim = shelf.story, frame.claim
    return Question(
        id=question_id(claim.key, template),
        story=story.slug,
        ask=draft.ask,
        header=header(frame.article),
        key=draft.key,
        claim=claim.key,
        template=template,
        sources=_sources(shelf, frame),
        worth=worth(frame, template, draft.context),
        why=_why(shelf, claim),
    )


def _sources(shelf: _Shelf, frame: Frame) -> tuple[Source, ...]:
    """The mention asked about first, then the claim's other mentions."""
    mine = [m for m in frame.claim.mentions if m.fact is frame.fact]
    rest = [m for m in frame.claim.mentions if m.fact is not frame.fact]
    found = []
    for mention in (*mine, *rest)[:MOST_SOURCES]:
        article, fact = shelf.articles.get(mention.article), mention.fact
        if article is not None:
            found.append(
                Source(
                    article=article.key,
                    outlet=article.label,
                    published=article.published,
                    start=fact.start,
                    end=fact.end,
                    sentence=fact.sentence.text,
                    sentence_start=fact.sentence.start,
                    name=article.source,
                )
            )
    return tuple(found)


def _why(shelf: _Shelf, claim: Claim) -> str:
    """A remark for the feedback where the sources differ."""
    if claim.standing != "disputed":
        return ""
    told = [shelf.claims[key].best.fact.quote for key in claim.rivals if key in shelf.claims]
    return f"The sources differ: also told as {'; '.join(told)}." if told else "The sources differ."


def _by_claim(attempts: Iterable[Candidate]) -> Iterable[Question | None]:
    best: dict[str, Question] = {}
    for candidate in attempts:
        question = candidate.question
        if question is None:
            continue
        known = best.get(question.claim)
        if known is None or _preference(question) < _preference(known):
            best[question.claim] = question
    return best.values()


_ORDER = {name: place for place, name in enumerate((SUPERLATIVE, *(shape.name for shape in SHAPES)))}


def _preference(question: Question) -> tuple[int, float, int, str]:
    """Shapes in the order of their table, then worth, then the shorter wording."""
    return (_ORDER[question.template], -question.worth, len(question.ask), question.ask)


def _as_choice(question: Question, story: Story) -> Question:
    shown = options(question.key, question.ask, question.id, story)
    if not shown:
        return question
    return replace(question, mode="choice", options=shown, right=right_option(question.key))
