"""The quiz line by line: questions on stdout, answers from stdin, for pipes and screen readers."""

from __future__ import annotations

import sys

from quiz_bank.desk import Desk
from quiz_bank.session import REPORTED, AppealKind, Attempt, Confidence, Phase, Quiz
from tui.console import note, out
from tui.plain.results import sum_up
from tui.verdict_words import VERDICT_WORDS

OPENING = "Type an answer and press enter. An empty line skips, :help lists the commands, ctrl+d breaks off."
CLOSING = "That was the last question. Press enter, or :right or :undo your last answer."

#: what may be typed instead of an answer -> what it does
COMMANDS = {
    ":hint": "help with the question on show; the answer counts as helped",
    ":skip": "go on without an answer, like an empty line",
    ":guess ANSWER": "answer and say that you guess; likewise :think and :sure",
    ":right": "you were right with your last answer; your instructor sees it",
    ":undo": "take your last answer back; it is asked again",
    ":report TEXT": "the question on show is a bad one; it is not counted",
    ":end": "end here; what you answered stays",
}
_ASK_FOR_HELP = frozenset((":help", ":h", ":?", "?", "help"))  # none of them is the answer to anything
_SAID: dict[str, Confidence] = {":guess": "guess", ":think": "think", ":sure": "sure"}


def run_quiz(desk: Desk, quiz: Quiz) -> None:
    """Asks until the questions or the answers run out, then sums up.

    Each answer is on disk before its verdict is printed. A round whose input just stops stays open and can be taken
    up again; ``:end`` and the last answer close it.
    """
    note(OPENING)
    while quiz.phase is not Phase.DONE:
        _ask(quiz)
        line = _answer(desk, quiz)
        if line is None:
            quiz.stop()
            sum_up(desk, quiz)
            return
        quiz.advance()
        if line != ":end":
            _last_word(desk, quiz)
    desk.finish(quiz)
    sum_up(desk, quiz)


def _answer(desk: Desk, quiz: Quiz) -> str | None:
    """Takes lines until the question on show is answered, or another one is; None at the end of the input."""
    asked = quiz.current
    while True:
        line = sys.stdin.readline()
        if not line:
            return None
        said = line.strip()
        _obey(desk, quiz, said)
        if quiz.phase is not Phase.ANSWERING or quiz.current is not asked:
            return said


def _last_word(desk: Desk, quiz: Quiz) -> None:
    """After the last question, what may still be said about it; taking it back goes on with the quiz."""
    if quiz.phase is not Phase.DONE:
        return
    note(CLOSING)
    said = sys.stdin.readline().strip()
    if said in _APPEALS:
        _appeal(desk, quiz, _APPEALS[said])


def _obey(desk: Desk, quiz: Quiz, said: str) -> None:
    """Does what a line says: a command, or an answer. A word with a colon that is no command is an answer."""
    command, _, rest = said.partition(" ")
    if command in _APPEALS:
        _appeal(desk, quiz, _APPEALS[command])
    elif said in _ASK_FOR_HELP:
        _help()
    elif command == ":hint":
        out(f"Hint: {quiz.hint() or 'there is none for this question'}")
    elif command == ":end":
        quiz.stop()
    elif command == ":report":
        _keep(desk, quiz, quiz.give_up(REPORTED))
        _appeal(desk, quiz, "report", rest)
    elif command in ("", ":skip"):
        _keep(desk, quiz, quiz.give_up())
    elif command in _SAID:
        if rest.strip():
            _keep(desk, quiz, quiz.grade(rest.strip(), _SAID[command]))
        else:
            note(f"write your answer behind it: {command} ANSWER")
    else:
        _keep(desk, quiz, quiz.grade(said))


_APPEALS: dict[str, AppealKind] = {":right": "right", ":undo": "undo"}
_HEEDED = {
    "right": "Counted as correct; your instructor will see it.",
    "undo": "Taken back.",
    "report": "Reported; it does not count.",
}


def _appeal(desk: Desk, quiz: Quiz, kind: AppealKind, text: str = "") -> None:
    appeal = quiz.appeal(kind, text)
    if appeal is None:
        note("there is no answer yet")
        return
    desk.appeal(appeal)
    quiz.heed(appeal)
    out(_HEEDED[kind])


def _keep(desk: Desk, quiz: Quiz, attempt: Attempt) -> None:
    desk.record(attempt)
    quiz.keep(attempt)
    if attempt.verdict.rule != REPORTED:
        _tell(attempt)


def _ask(quiz: Quiz) -> None:
    question = quiz.current
    again = "  (again)" if quiz.is_return else ""
    out(f"\n{quiz.number}/{quiz.total}{again}  {question.ask}")
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


def _help() -> None:
    width = max(map(len, COMMANDS))
    for command, does in COMMANDS.items():
        out(f"  {command.ljust(width)}  {does}")
