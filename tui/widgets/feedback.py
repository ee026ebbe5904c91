"""What is said after an answer: the verdict and its reason, the right answer, and the sentence it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz_bank.grading.rules import RULES
from quiz_bank.questions import Question, Source
from tui.wording import QUIET, long_date, marked, one_line, plain, verdict_words

if TYPE_CHECKING:
    from quiz_bank.session import Attempt

RULES_IN_WORDS = {rule.name: rule.sentence for rule in RULES}


class Feedback(Vertical):
    """The feedback to one attempt."""

    DEFAULT_CSS = """
    Feedback {
        height: auto;
        Static { height: auto; }
        .verdict { margin-bottom: 1; }
        .sentence { margin: 1 0 0 0; padding: 0 0 0 2; border-left: outer $secondary; }
        .why { margin-top: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Verdict, right answer, citation, sentence, remark."""
        yield Static(classes="verdict")
        yield Static(classes="answer")
        yield Static(classes="sentence")
        yield Static(classes="why")

    def show(self, attempt: Attempt) -> None:
        """Shows the feedback to an attempt that has been kept."""
        question = attempt.question
        source = question.sources[0] if question.sources else None
        self._put(".verdict", _verdict(attempt))
        self._put(".answer", _answer(question))
        self._put(".sentence", source_sentence(source) if source else None)
        self._put(".why", plain(question.why, QUIET) if question.why else None)

    def _put(self, selector: str, words: Content | None) -> None:
        part = self.query_one(selector, Static)
        part.display = words is not None
        part.update(words or "")


def source_sentence(source: Source) -> Content:
    """The sentence with the answer marked, and under it who printed it and when."""
    start = source.start - source.sentence_start
    return Content.assemble(
        marked(source.sentence, [(start, start + source.end - source.start)]),
        "\n",
        plain(f"{source.outlet} · {long_date(source.published)}", QUIET),
    )


def _verdict(attempt: Attempt) -> Content:
    """Verdict and reason; the rule too where there is something to learn from it."""
    judged = attempt.verdict
    words = Content.assemble(verdict_words(judged.verdict), "  ", plain(judged.reason))
    rule = RULES_IN_WORDS.get(judged.rule, "")
    if judged.verdict == "correct" or not rule:
        return words
    return Content.assemble(words, "\n", (rule, QUIET))


def _answer(question: Question) -> Content:
    answer = one_line(question.answer)
    others = [one_line(alias) for alias in question.key.aliases if alias != question.answer]
    return Content.assemble(
        ("Answer  ", QUIET),
        (answer, "bold"),
        (f"   also {', '.join(others[:4])}" if others else "", QUIET),
    )
