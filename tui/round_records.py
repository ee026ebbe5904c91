"""A round of questions as records for programs and spreadsheets: one an answer, in the order they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quiz_bank.session import Attempt, Quiz


def round_records(quiz: Quiz) -> list[dict[str, Any]]:
    """First answers, then those to questions that came back."""
    first = [_record(attempt, came_back=False) for attempt in quiz.attempts]
    return first + [_record(attempt, came_back=True) for attempt in quiz.returns]


def _record(attempt: Attempt, came_back: bool) -> dict[str, Any]:
    question = attempt.question
    source = question.sources[0] if question.sources else None
    return {
        "at": attempt.at.isoformat(),
        "story": question.story,
        "question": question.id,
        "kind": question.kind,
        "ask": question.ask,
        "said": attempt.answer,
        "verdict": attempt.verdict.verdict,
        "rule": attempt.verdict.rule,
        "reason": attempt.verdict.reason,
        "answer": question.answer,
        "seconds": round(attempt.ms / 1000, 1),
        "confidence": attempt.confidence,
        "hints": attempt.hints,
        "came_back": came_back,
        "outlet": source.outlet if source else None,
        "published": source.published.isoformat() if source and source.published else None,
        "sentence": source.sentence if source else None,
    }
