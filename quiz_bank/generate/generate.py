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
from quiz_bank.generate.rank import asks_the_same, ranked
from quiz_bank.generate.setting import Settings
from quiz_bank.generate.shapes import SHAPES, superlative
from quiz_bank.generate.statements import state
from quiz_bank.generate.superlatives import superlative_claims
from quiz_bank.generate.worth import worth
from quiz_bank.questions import Mode, Question, Source, question_id

MOST_MENTIONS = 4  # of one claim: more only repeat the wording
MOST_SOURCES = 5
SUPERLATIVE = "superlative"


def generate(story: Story, mode: Mode = "type") -> list[Question]:
    """The story's questions, best first, one for each claim."""
    chosen = [best for best in _by_claim(candidates(story)) if best is not None]
    order = _unambiguous(ranked(chosen))
    return [_as_choice(question, story) for question in order] if mode == "choice" else order


def candidates(story: Story) -> list[Candidate]:
    """Every attempt, accepted or refused with its reason, claim by claim."""
    articles = {article.key: article for article in story.articles}
    settings = Settings(story)
    found: list[Candidate] = []
    known = {claim.kind for claim in story.claims}
    own = [] if "alias" in known else acronym_claims(story)
    for claim in (*story.claims, *own):
        found.extend(_attempts(story, claim, articles, settings))
    for claim, noun in superlative_claims(story):
        found.append(_superlative(story, claim, noun, articles, settings))
    return found


def _superlative(
    story: Story, claim: Claim, noun: str, articles: dict[str, Article], settings: Settings
) -> Candidate:
    mention = claim.best
    frame = _frame(story, claim, mention, articles[mention.article], settings)
    draft = superlative.make(frame, noun)
    if isinstance(draft, Refusal):
        return Candidate(claim.key, SUPERLATIVE, refusal=draft)
    question = _question(frame, SUPERLATIVE, draft)
    return Candidate(claim.key, SUPERLATIVE, question=question, ask=question.ask)


def _frame(story: Story, claim: Claim, mention: Mention, article: Article, settings: Settings) -> Frame:
    frame = Frame(story, claim, article, mention.fact, settings.of(article))
    return replace(frame, told=state(frame))


def _attempts(
    story: Story, claim: Claim, articles: dict[str, Article], settings: Settings
) -> Iterable[Candidate]:
    shapes = [shape for shape in SHAPES if claim.kind in shape.kinds]
    if not shapes:
        return
    mentions = sorted(
        claim.mentions[:MOST_MENTIONS], key=lambda m: (m.fact.relative, m.article, m.fact.start)
    )
    for mention in mentions:
        article = articles.get(mention.article)
        if article is None:
            continue
        if mention.fact.vague:
            yield Candidate(claim.key, "", refusal=Refusal("too vague", mention.fact.quote))
            continue
        frame = _frame(story, claim, mention, article, settings)
        for shape in shapes:
            draft = shape.make(frame)
            if isinstance(draft, Refusal):
                yield Candidate(claim.key, shape.name, refusal=draft)
                continue
            question = _question(frame, shape.name, draft)
            yield Candidate(claim.key, shape.name, question=question, ask=question.ask)
            break


def _question(frame: Frame, template: str, draft: Draft) -> Question:
    story, claim = frame.story, frame.claim
    return Question(
        id=question_id(claim.key, template),
        story=story.slug,
        ask=draft.ask,
        header=header(frame.article),
        key=draft.key,
        claim=claim.key,
        template=template,
        sources=_sources(frame),
        worth=worth(frame, template, draft.context),
        why=_why(frame),
    )


def _sources(frame: Frame) -> tuple[Source, ...]:
    """The mention asked about first, then the claim's other mentions."""
    articles = {article.key: article for article in frame.story.articles}
    mine = [m for m in frame.claim.mentions if m.fact is frame.fact]
    rest = [m for m in frame.claim.mentions if m.fact is not frame.fact]
    found = []
    for mention in (*mine, *rest)[:MOST_SOURCES]:
        article, fact = articles.get(mention.article), mention.fact
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


def _why(frame: Frame) -> str:
    """A remark for the feedback where the sources differ."""
    if frame.claim.standing != "disputed":
        return ""
    rivals = {claim.key: claim for claim in frame.story.claims}
    told = [rivals[key].best.fact.quote for key in frame.claim.rivals if key in rivals]
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


def _unambiguous(questions: list[Question]) -> list[Question]:
    """Without what is asked already, and without wordings that ask for two different values."""
    asks: dict[str, set[str]] = {}
    for question in questions:
        asks.setdefault(question.ask, set()).add(repr((question.key.value, question.key.name)))
    kept: list[Question] = []
    by_kind: dict[str, list[Question]] = {}
    for question in questions:
        if len(asks[question.ask]) > 1:
            continue
        same = by_kind.setdefault(question.kind, [])
        if not any(asks_the_same(question, other) for other in same):
            same.append(question)
            kept.append(question)
    return kept


def _as_choice(question: Question, story: Story) -> Question:
    shown = options(question.key, question.ask, question.id, story)
    if not shown:
        return question
    return replace(question, mode="choice", options=shown, right=right_option(question.key))
