"""How a round went, line by line."""

from __future__ import annotations

from collections import Counter

from quiz_bank.desk import Desk
from quiz_bank.session import REPORTED, SKIPPED, Quiz
from tui.console import out
from tui.verdict_words import VERDICT_WORDS


def sum_up(desk: Desk, quiz: Quiz) -> None:
    """Prints the score of the first answers, each miss with its sentence, and what comes next and when."""
    given = [attempt for attempt in quiz.attempts if attempt.verdict.rule not in (SKIPPED, REPORTED)]
    counts = {word: sum(each.verdict.verdict == word for each in given) for word in VERDICT_WORDS}
    parts = [f"{count} {word}" for word, count in counts.items()]
    rules = Counter(attempt.verdict.rule for attempt in quiz.attempts)
    parts += [f"{rules[rule]} {rule}" for rule in (SKIPPED, REPORTED) if rules[rule]]
    out(f"\n{len(given)} of {quiz.total} answered: {', '.join(parts)}")
    if quiz.returns:
        out(f"came back: {len(quiz.returns)} answered, {quiz.to_come_back} still to learn")
    for attempt in quiz.attempts:
        if attempt.verdict.verdict != "correct" and attempt.verdict.rule != REPORTED:
            question = attempt.question
            out(f"  missed: {question.ask} -> {question.answer}")
            for source in question.sources[:1]:
                out(f"          {source.outlet}: {' '.join(source.sentence.split())}")
    if quiz.attempts:
        _say_what_comes(desk)


def _say_what_comes(desk: Desk) -> None:
    due = desk.due()
    ahead = next((day for day in due.forecast[1:] if day.due), None)
    if due.due:
        out(f"next: {len(due.due)} due now; briefing review")
    elif ahead is not None:
        out(f"next: {ahead.due} due on {ahead.day.isoformat()}; briefing review")
