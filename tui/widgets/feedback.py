"""What is said after an answer: the verdict and its reason, the right answer, and the sentence it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz_bank.grading.rules import RULES
from quiz_bank.questions import Source
from quiz_bank.session import OVERRULED, REPORTED, SKIPPED
from tui.widgets.cursor_holder import CursorHolder
from tui.widgets.right_answer import right_answer
from tui.wording import QUIET, VERDICTS, long_date, marked, plain, verdict_words

if TYPE_CHECKING:
    from quiz_bank.session import Attempt

RULES_IN_WORDS = {rule.name: rule.sentence for rule in RULES}
UNANSWERED = {
    SKIPPED: ("–", "Skipped", "it comes back in a while"),
    REPORTED: ("!", "Reported", "it does not count"),
}


class Feedback(Vertical, CursorHolder, can_focus=True):
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
        self._put(".answer", right_answer(question))
        self._put(".sentence", source_sentence(source) if source else None)
        self._put(".why", Content.assemble(("≠ ", "bold"), plain(question.why)) if question.why else None)

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


def verdict_of(attempt: Attempt) -> Content:
    """Glyph and word of what became of an answer: its verdict, or that there was none."""
    if attempt.verdict.rule in UNANSWERED:
        glyph, word, _ = UNANSWERED[attempt.verdict.rule]
        return Content.styled(f"{glyph} {word}", "bold")
    return verdict_words(attempt.verdict.verdict)


def glyph_of(attempt: Attempt) -> Content:
    """Its glyph alone."""
    if attempt.verdict.rule in UNANSWERED:
        return Content.styled(UNANSWERED[attempt.verdict.rule][0], "bold")
    glyph, _, style = VERDICTS[attempt.verdict.verdict]
    return Content.styled(glyph, style)


def _verdict(attempt: Attempt) -> Content:
    """Verdict and reason; the rule too where there is something to learn from it."""
    judged = attempt.verdict
    if judged.rule in UNANSWERED:
        return Content.assemble(verdict_of(attempt), "  ", (UNANSWERED[judged.rule][2], QUIET))
    words = Content.assemble(verdict_of(attempt), "  ", plain(judged.reason))
    rule = RULES_IN_WORDS.get(judged.rule, "")
    if judged.rule == OVERRULED:
        rule = "Your instructor sees it, and may accept your spelling for everybody."
    elif judged.verdict == "correct":
        rule = ""
    return Content.assemble(words, "\n", (rule, QUIET)) if rule else words
