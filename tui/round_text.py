"""A round of questions as text: the score, then each question with its verdict, right answer and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quiz_bank.session import REPORTED, SKIPPED, is_right
from tui.clean_line import one_line
from tui.verdict_words import VERDICT_WORDS

if TYPE_CHECKING:
    from quiz_bank.questions import Question
    from quiz_bank.session import Attempt, Quiz

_UNANSWERED = {SKIPPED: "– Skipped", REPORTED: "! Reported"}


def score_line(quiz: Quiz) -> str:
    """``7 of 10 correct, 1 close, 2 wrong, 3 not asked yet``."""
    parts = [f"{quiz.count('correct')} of {len(quiz.attempts)} correct"]
    parts += [f"{count} {word}" for word in ("close", "wrong") if (count := quiz.count(word))]
    if left := quiz.total - len(quiz.attempts):
        parts.append(f"{left} not asked yet")
    return ", ".join(parts)


def round_text(quiz: Quiz, title: str) -> str:
    """The round for people, each line ended."""
    lines = [one_line(title), score_line(quiz), ""]
    for number, attempt in enumerate(quiz.attempts, 1):
        lines += [f"{number}. {one_line(attempt.question.ask)}", *_indented(_told(attempt)), ""]
    return "\n".join(lines)


def round_markdown(quiz: Quiz, title: str) -> str:
    """The round as Markdown; nothing in it is taken for markup."""
    from briefings.compose.markdown import escape

    lines = [f"# {escape(one_line(title))}", "", escape(score_line(quiz)), ""]
    for number, attempt in enumerate(quiz.attempts, 1):
        lines += [f"{number}. **{escape(one_line(attempt.question.ask))}**", ""]
        for words in _told(attempt):
            lines += [f"   {escape(words)}", ""]
    return "\n".join(lines)


def copied_misses(quiz: Quiz, title: str) -> str:
    """Score and misses for the clipboard, each with its sentence and who printed it."""
    missed = [each for each in quiz.attempts if not is_right(each) and each.verdict.rule != REPORTED]
    lines = [f"{one_line(title)}: {score_line(quiz)}"]
    for attempt in missed:
        lines += ["", one_line(attempt.question.ask), *_told(attempt)]
    return "\n".join(lines)


def _told(attempt: Attempt) -> Iterator[str]:
    """What became of the answer, the right one, and where it stands."""
    question, judged = attempt.question, attempt.verdict
    verdict = _UNANSWERED.get(judged.rule) or " ".join(VERDICT_WORDS[judged.verdict])
    said = f": {one_line(attempt.answer)}" if attempt.answer else ""
    yield f"{verdict}{said}"
    yield f"Answer: {one_line(question.answer)}"
    yield from cited(question)
    if question.why:
        yield one_line(question.why)


def cited(question: Question) -> Iterator[str]:
    """The sentence that the answer stands in, and who printed it when; nothing where there is none."""
    for source in question.sources[:1]:
        day = f", {source.published.day} {source.published:%B %Y}" if source.published else ""
        yield f"“{one_line(source.sentence)}” ({one_line(source.outlet)}{day})"


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"   {line}" for line in lines]
