"""``briefing claims``: what the facts of a story add up to."""

from __future__ import annotations

import click

from tui.console import json_line, out
from tui.options import at_desk, json_option, kind_option, store_option, story_argument
from tui.records import claim_record


@click.command()
@story_argument
@kind_option
@json_option
@store_option
@click.pass_context
def claims(ctx: click.Context, story: str | None, kind: str | None, as_json: bool) -> None:
    """List every claim with its standing, origins and mentions, most important first."""
    with at_desk(ctx) as desk:
        found = desk.story(story)
    for claim in found.claims:
        if kind and claim.kind != kind:
            continue
        if as_json:
            json_line(claim_record(found, claim))
            continue
        by = f" by {claim.claimant}" if claim.claimant else ""
        out(f"{claim.kind}: {' '.join(claim.best.fact.quote.split())}  ({claim.subject})")
        out(f"    {claim.standing}{by}; {len(claim.mentions)} mentions; origins: {', '.join(claim.origins)}")
