"""The one way into this room: a story becomes a briefing of so many words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefings.compose.aliases import explained
from briefings.compose.briefing import Briefing
from briefings.compose.choice import OVERHEADS, Choice
from briefings.compose.differences import differing, one_story
from briefings.compose.drafts import Draft, Drafts
from briefings.compose.labels import source_labels
from briefings.compose.layout import count_words
from briefings.compose.merging import joined
from briefings.compose.sources import source_list
from briefings.compose.tolls import later_deaths, overtaken
from briefings.stories import Claim, Story

MOST_DRAFTS = 200  # drafts the rest is chosen from
EXCHANGES = 4  # lines given up for better ones
SLIGHT = 0.15  # weight that may be lost where that saves many words
BOTTOM_LINES = 2  # lines of the bottom line
BRIEF_SECOND = 14  # printed words of the second where the budget is small
SMALL = 200  # words
BOTTOM_WORDS, LONGEST_BOTTOM = 26, 48  # printed words of one bottom line, wanted and at most
NAMES_SHARE = 0.08  # of the words, for what short forms stand for
SOURCES_SHARE, SMALL_SHARE = 0.25, 0.1  # of the words, for lines about the sources; in a small briefing


def compose(story: Story, words: int = 450) -> Briefing:
    """A briefing of at most ``words`` printed words, marks included, the heading and list of sources not.

    Claims are told most important first, each once, as many as the words allow.
    """
    labels = source_labels(story)
    chosen = Choice(story, labels, max(words, 0))
    drafts = Drafts(story, checked=words > SMALL)
    by_claim = {claim.key: drafts.of(claim) for claim in story.claims[: max(words, 0)]}
    _take_bottom_line(story, drafts, by_claim, chosen, words)
    room = words * (SOURCES_SHARE if words > SMALL else SMALL_SHARE)
    room = chosen.take_lines("where sources differ", differing(story, labels, drafts.opposed()), room)
    if words > SMALL:
        chosen.take_lines("one story, several outlets", one_story(story, labels), room)
    chosen.take_lines("who", explained(story), words * NAMES_SHARE)
    rest = [draft for found in by_claim.values() for draft in found if not _told_by_others(draft)]
    rest += joined(rest)
    sections = _best_rest(chosen, rest).sections()
    return Briefing(
        story.slug,
        story.title,
        story.as_of,
        count_words(sections, labels),
        (*sections, *source_list(story, labels, sections)),
        labels,
    )


def _best_rest(chosen: Choice, rest: Sequence[Draft]) -> Choice:
    """The rest of the lines, chosen with an eye to short ones or to full ones: whichever tells most.

    Then one line after another is left out, as long as others in its place tell more.
    """
    rest = chosen.best(rest, MOST_DRAFTS)
    best = max((_filled(chosen, rest, overhead) for overhead in OVERHEADS), key=lambda choice: choice.told)
    without: set[str] = set()
    for _ in range(EXCHANGES):
        tried = [
            (_filled(chosen, [d for d in rest if d.text not in without | {text}], best.overhead), text)
            for text in best.texts
        ]
        full = [pair for pair in tried if pair[0].weight >= best.weight - SLIGHT]
        better, text = max(full, key=lambda pair: pair[0].told, default=(best, ""))
        if better.told <= best.told:
            break
        best = better
        without.add(text)
    return best


def _filled(chosen: Choice, rest: Sequence[Draft], overhead: int) -> Choice:
    choice = chosen.with_overhead(overhead)
    choice.take_rest(rest)
    choice.take_rest([draft for draft in rest if not draft.claim.rivals], disputed=True)
    return choice


def _told_by_others(draft: Draft) -> bool:
    """A line about an event that also tells its date or figures stands as a line about those."""
    return draft.claim.kind == "event" and len(draft.tells) > 1


def _is_news(claim: Claim, maker: Drafts) -> bool:
    """Whether the claim is no office and no date of long ago."""
    return claim.kind != "role" and (claim.kind != "date" or maker.recent(str(claim.value)))


def _dated(drafts: Sequence[Draft]) -> list[Draft]:
    return [replace(draft, text=draft.dated or draft.text) for draft in drafts]


def _take_bottom_line(
    story: Story, maker: Drafts, by_claim: Mapping[str, Sequence[Draft]], chosen: Choice, words: int
) -> None:
    """The first event of the story and others that independent origins tell, else its first claim."""
    sure = [claim for claim in story.claims if not claim.rivals and by_claim.get(claim.key)]
    leads = [claim for claim in sure if claim.kind == "event"]
    leads.sort(key=lambda claim: -maker.centrality(claim))
    leads = leads or [claim for claim in sure if _is_news(claim, maker)][:1]
    others = [claim for claim in leads[1:] if len(claim.origins) > 1]
    leads = [*leads[:1], *sorted(others, key=lambda claim: -len(claim.origins))]
    newer = overtaken(story)
    taken = 0
    for claim in leads[: 2 * BOTTOM_LINES]:
        drafts = maker.lead(claim) if claim.kind == "event" else _dated(by_claim[claim.key])
        higher = [key for draft in drafts for told in draft.tells for key in newer.get(told.key, ())]
        drafts = [d for d in drafts if not any(newer.get(told.key) for told in d.tells)] or drafts
        brief = taken and words <= SMALL
        wanted, most = (BRIEF_SECOND, BRIEF_SECOND) if brief else (BOTTOM_WORDS, LONGEST_BOTTOM)
        first = not taken
        taken += chosen.take_first(drafts, "bottom line", wanted, most)
        if first and taken:
            later = list(later_deaths(story, chosen.told_keys))
            later = later or _dated([d for key in higher[:1] for d in by_claim.get(key, ())])
            taken += chosen.take_first(later, "bottom line", LONGEST_BOTTOM, LONGEST_BOTTOM)
        if taken == BOTTOM_LINES:
            return
