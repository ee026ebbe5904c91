"""The quiz line by line: questions on stdout, answers from stdin, for pipes and screen readers."""

from __future__ import annotations

import sys

from quiz_bank.desk import Desk
from quiz_bank.questions import Question
from quiz_bank.session import Attempt, Phase, Quiz
from tui.console import note, out
from tui.verdict_words import VERDICT_WORDS


def run_quiz(desk: Desk, quiz: Quiz) -> None:
    """Asks, keeps and tells, until the questions or the answers run out.

    An empty line skips a question; the end of input ends the quiz. Each answer is on disk before its
    verdict is printed.
    """
    note("Type an answer and press enter; an empty line skips, ctrl+d ends.")
    while quiz.phase is not Phase.DONE:
        _ask(quiz)
        line = sys.stdin.readline()
        if not line:
            quiz.stop()
        elif not line.strip():
            quiz.skip()
        else:
            attempt = quiz.grade(line.strip())
            desk.record(attempt)
            quiz.keep(attempt)
            _tell(attempt)
            quiz.advance()
    _sum_up(quiz)


def _ask(quiz: Quiz) -> None:
    question = quiz.current
    out(f"\n{quiz.number}/{quiz.total}  {question.ask}")
    out(f"      [{question.header}]")
    for place, option in enumerate(question.options, 1):
        out(f"  {place}) {option}")


def _tell(attempt: Attempt) -> None:
    question = attempt.question
    out(f"{' '.join(VERDICT_WORDS[attempt.verdict.verdict])}: {attempt.verdict.reason}")
    out(f"Answer: {question.answer}")
    for source in question.sources[:1]:
        day = f", {source.published.isoformat()}" if source.published else ""
        out(f'{source.outlet}{day}: "{" ".join(source.sentence.split())}"')
    if question.why:
        out(question.why)


def _sum_up(quiz: Quiz) -> None:
    counted = ", ".join(f"{quiz.count(verdict)} {verdict}" for verdict in VERDICT_WORDS)
    skipped = f", {len(quiz.skipped)} skipped" if quiz.skipped else ""
    out(f"\n{len(quiz.attempts)} of {quiz.total} answered: {counted}{skipped}")
    missed: list[Question] = [a.question for a in quiz.attempts if a.verdict.verdict != "correct"]
    for question in missed:
        out(f"  missed: {question.ask} -> {question.answer}")
