"""What the generator passes from step to step: a frame to work on, a draft, a refusal, a candidate."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.facts import Fact
from briefings.stories import Article, Claim, Mention, Story
from quiz_bank.generate.setting import Setting
from quiz_bank.generate.trimming import Clause
from quiz_bank.keys import Key
from quiz_bank.questions import Question


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no question is made: ``reason`` is a name in ``refusals.REASONS``, ``detail`` the words at fault."""

    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause ready to be asked about.

    Attributes:
        clause: named and cleaned of words that lean on the article's day.
        speaker: the phrase a question credits, or empty.
        previous: the sentence before, cleaned, or empty.
        present: the clause stands in a present or perfect tense, so that its figure can age.
        whole: the clause with the main clause that it tells the time or the cause of, or None.
        uncut: no clause could be cut out, and it is the whole sentence: good for a gap alone.
    """

    clause: Clause
    speaker: str
    previous: str
    present: bool
    whole: Clause | None = None
    uncut: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything a shape may look at: one mention of one claim, and where it stands.

    ``told`` is the statement it stands in, or why none can be made of its sentence.
    """

    story: Story
    claim: Claim
    article: Article
    fact: Fact
    setting: Setting
    told: Statement | Refusal = Refusal("no clause")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question in the making.

    Attributes:
        ask: the question's wording, complete.
        key: what counts as right.
        body: the part of ``ask`` made of the source's words, which the checks read; a quoted clause, say.
        context: the sentence shown before the question, or empty.
        speaker: whom the question names as its source, or empty.
        adjoining: the context is the article's first sentence and the clause's follows it, so that nothing
            the clause points back to can stand elsewhere.
        near: the context is the article's first sentence and the clause's stands a few after it, so that both
            tell of one event.
        headed: the context is shown in the header, not in ``ask``.
        titled: the context is the article's title.
    """

    ask: str
    key: Key
    body: str
    context: str = ""
    speaker: str = ""
    adjoining: bool = False
    near: bool = False
    headed: bool = False
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One attempt at a question: ``question`` where it was accepted, else ``refusal``.

    ``mention`` is where the fact stands that it asks for, ``draft`` what the question was made from.
    """

    claim: str
    template: str
    question: Question | None = None
    refusal: Refusal | None = None
    ask: str = ""
    mention: Mention | None = None
    draft: Draft | None = None
