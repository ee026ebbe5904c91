"""``briefing curate``: what an instructor decides about questions, and about what trainees say of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from quiz_bank.curation import Action
from tui.console import json_line, note, out
from tui.options import at_desk, json_option, store_option, story_argument, who_option

if TYPE_CHECKING:
    from quiz_bank.curation import Curated
    from quiz_bank.desk import Desk
    from quiz_bank.learning.appeals import PendingAppeal
    from quiz_bank.library import History

SHORT_ID = 8  # letters; enough to tell the questions of any store apart
#: option -> the action it stands for
_PLAIN: dict[str, Action] = {"approve": "approve", "retire": "retire", "restore": "restore"}
_WORDED: dict[str, Action] = {
    "reword": "reword",
    "add_spelling": "add-spelling",
    "drop_spelling": "drop-spelling",
}


@click.command()
@story_argument
@click.option("--approve", metavar="ID", help="Sign a question.")
@click.option("--retire", metavar="ID", help="Ask it no more.")
@click.option("--restore", metavar="ID", help="Ask it again.")
@click.option(
    "--reword", nargs=2, metavar="ID TEXT", help="Ask in other words; an empty TEXT takes them back."
)
@click.option("--add-spelling", nargs=2, metavar="ID TEXT", help="One more right answer, for everybody.")
@click.option("--drop-spelling", nargs=2, metavar="ID TEXT", help="Take an added spelling away.")
@click.option("--history", metavar="ID", help="What a question asked before, and who decided what.")
@click.option("--appeals", "list_appeals", is_flag=True, help="What trainees say and nobody decided.")
@click.option(
    "--accept", type=int, metavar="N", help="Accept appeal N: add the spelling, retire the question."
)
@click.option("--refuse", type=int, metavar="N", help="Refuse appeal N.")
@json_option
@store_option
@who_option
@click.pass_context
def curate(
    ctx: click.Context,
    /,
    story: str | None,
    list_appeals: bool,
    as_json: bool,
    **chosen: Any,
) -> None:
    """List a story's questions with what was decided about them, or decide about one.

    ID is a question's id or the first letters of it.
    """
    wanted = {name: value for name, value in chosen.items() if value is not None}
    if len(wanted) + list_appeals > 1:
        raise click.UsageError("one decision at a time")
    with at_desk(ctx) as desk:
        if list_appeals:
            _print(map(_appeal, desk.appeals(story)), as_json, "nobody appealed")
        elif "history" in wanted:
            _print(_versions(desk.question_history(wanted["history"])), as_json, "")
        elif wanted:
            _decide(desk, *wanted.popitem())
        else:
            _print(map(_question, desk.curated(story)), as_json, "no questions")


def _decide(desk: Desk, option: str, value: Any) -> None:
    if option in ("accept", "refuse"):
        desk.decide(value, accepted=option == "accept")
        note(f"appeal {value}: {'accepted' if option == 'accept' else 'refused'}")
        return
    name, text = (value, "") if option in _PLAIN else value
    desk.edit_question(name, (_PLAIN | _WORDED)[option], text)
    history = desk.question_history(name)
    note(f"{history.question[:SHORT_ID]}: {history.curation.state}")


def _print(records: Iterable[tuple[dict[str, Any], str]], as_json: bool, nothing: str) -> None:
    """Each record as JSON, or its line of text."""
    found = list(records)
    if not found and not as_json:
        note(nothing)
    for record, line in found:
        if as_json:
            json_line(record)
        else:
            out(line)


def _question(each: Curated) -> tuple[dict[str, Any], str]:
    question, curation = each.question, each.curation
    record = {
        "id": question.id,
        "story": question.story,
        "state": curation.state,
        "ask": question.ask,
        "answer": question.answer,
        "reworded": bool(curation.wording),
        "spellings": list(curation.spellings),
    }
    spelled = f"  (also: {', '.join(curation.spellings)})" if curation.spellings else ""
    reworded = ", reworded" if curation.wording else ""
    state = f"{curation.state}{reworded}"
    return record, f"{question.id[:SHORT_ID]}  {state:<9}  {question.ask} -> {question.answer}{spelled}"


def _appeal(each: PendingAppeal) -> tuple[dict[str, Any], str]:
    record = {
        "id": each.id,
        "kind": each.kind,
        "remark": each.remark,
        "trainee": each.trainee,
        "story": each.story,
        "question": each.question,
        "ask": each.ask,
        "answer": each.answer,
        "verdict": each.verdict,
        "reason": each.reason,
        "at": each.at.isoformat(),
    }
    says = "was right with" if each.kind == "right" else "reports"
    about = f"{each.answer!r} ({each.verdict}: {each.reason})" if each.kind == "right" else "the question"
    remark = f"; {each.remark}" if each.remark else ""
    return record, f"{each.id}  {each.trainee} {says} {about}{remark}  {each.question[:SHORT_ID]} {each.ask}"


def _versions(history: History) -> Iterable[tuple[dict[str, Any], str]]:
    for version in history.versions:
        until = version.until.isoformat()[:16] if version.until else "today"
        record = {"revision": version.revision, "until": until, **version.body}
        answer = version.body["key"].get("text") or version.body["key"].get("name", "")
        yield record, f"revision {version.revision}, until {until}: {version.body['ask']} -> {answer}"
    for edit in history.edits:
        record = {"action": edit.action, "text": edit.text, "by": edit.by, "at": edit.at.isoformat()}
        yield record, f"{edit.at.isoformat()[:16]}  {edit.by}: {edit.action} {edit.text}".rstrip()
