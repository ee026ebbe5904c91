"""``briefing questions``: what would be asked, with keys and sources, or why the rest is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from quiz_bank.keys import KEY_KINDS
from quiz_bank.questions import Question
from tui.console import json_line, out
from tui.options import at_desk, json_option, store_option, story_argument

if TYPE_CHECKING:
    from briefings.stories import Story
    from quiz_bank.generate.drafts import Candidate


@click.command()
@story_argument
@click.option("--mode", type=click.Choice(("type", "choice")), default="type", show_default=True)
@click.option("--kind", type=click.Choice(KEY_KINDS), help="Only questions with this kind of answer.")
@click.option(
    "--refused", is_flag=True, help="Instead, what was tried and is not asked, with the reason for each."
)
@json_option
@store_option
@click.pass_context
def questions(
    ctx: click.Context, story: str | None, mode: str, kind: str | None, refused: bool, as_json: bool
) -> None:
    """List the questions a story's claims give, best first, with keys and sources."""
    if refused:
        with at_desk(ctx) as desk:
            _list_refused(desk.story(story), kind, as_json)
        return
    with at_desk(ctx) as desk:
        found = desk.questions(story, "choice" if mode == "choice" else "type", [kind] if kind else ())
    for number, question in enumerate(found, 1):
        if as_json:
            json_line(question.as_json())
        else:
            _print(number, question)


def _print(number: int, question: Question) -> None:
    out(f"{number}. {question.ask}  ({question.header})")
    for place, option in enumerate(question.options, 1):
        out(f"      {place}) {option}")
    out(f"   -> {question.answer}")
    for source in question.sources[:1]:
        out(f"      {source.outlet}: {' '.join(source.sentence.split())}")


def _list_refused(story: Story, kind: str | None, as_json: bool) -> None:
    from quiz_bank.generate.generate import refused

    sources = {article.key: article.source for article in story.articles}
    for candidate in refused(story):
        told = _refusal(candidate, sources)
        if kind in (None, told["kind"]):
            if as_json:
                json_line(told)
            else:
                _print_refusal(told)


def _refusal(candidate: Candidate, sources: Mapping[str, str]) -> dict[str, Any]:
    """One refused attempt as programs are told of it; ``gate`` is the gate it failed, ``why`` what that means."""
    from quiz_bank.generate.refusals import REASONS

    mention, refusal = candidate.mention, candidate.refusal
    reason = refusal.reason if refusal else ""
    gate, _, why = REASONS.get(reason, "").partition(": ")
    fact = mention.fact if mention else None
    return {
        "claim": candidate.claim,
        "kind": fact.kind if fact else "",
        "template": candidate.template,
        "reason": reason,
        "gate": gate,
        "why": why,
        "detail": refusal.detail if refusal else "",
        "quote": fact.quote if fact else "",
        "sentence": fact.sentence.text if fact else "",
        "article": sources.get(mention.article, mention.article) if mention else "",
    }


def _print_refusal(told: Mapping[str, Any]) -> None:
    detail = f" ({' '.join(told['detail'].split())})" if told["detail"] else ""
    out(f"{' '.join(told['quote'].split())}: {told['template'] or 'any shape'} refused")
    out(f"   {told['reason']}: {told['why']}{detail}")
    out(f"      {told['article']}: {' '.join(told['sentence'].split())}")
