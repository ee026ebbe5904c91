"""The one way into this room: a story becomes a briefing of so many words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefings.compose.aliases import explained
from briefings.compose.briefing import Briefing
from briefings.compose.choice import OVERHEADS, Choice
from briefings.compose.differences import differing, one_story
from briefings.compose.drafts import Draft, Drafts
from briefings.compose.labels import source_labels
from briefings.compose.layout import count_words
from briefings.compose.sources import source_list
from briefings.stories import Claim, Story

BOTTOM_LINES = 2  # lines of the bottom line; one where the budget is small
SMALL = 200  # words
OPENING = 120  # characters into a text: its first sentence, perhaps after a headline
BOTTOM_WORDS, LONGEST_BOTTOM = 34, 48  # printed words of one bottom line, wanted and at most
NAMES_SHARE = 0.08  # of the words, for what short forms stand for
SOURCES_SHARE = 0.25  # of the words, for lines about the sources


def compose(story: Story, words: int = 450) -> Briefing:
    """A briefing of at most ``words`` printed words, marks included, the heading and list of sources not.

    Claims are told most important first, each once, as many as the words allow.
    """
    labels = source_labels(story)
    chosen = Choice(story, labels, max(words, 0))
    drafts = Drafts(story, checked=words > SMALL)
    by_claim = {claim.key: drafts.of(claim) for claim in story.claims[: max(words, 0)]}
    _take_bottom_line(story, drafts, by_claim, chosen, words)
    room = chosen.take_lines(
        "where sources differ", differing(story, labels, drafts.opposed()), words * SOURCES_SHARE
    )
    if words > SMALL:
        chosen.take_lines("one story, several outlets", one_story(story, labels), room)
    chosen.take_lines("who", explained(story), words * NAMES_SHARE)
    rest = [draft for found in by_claim.values() for draft in found if not _told_by_others(draft)]
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
    """The rest of the lines, chosen with an eye to short ones or to full ones: whichever tells most."""
    tried = []
    for overhead in OVERHEADS:
        choice = chosen.with_overhead(overhead)
        choice.take_rest(rest)
        choice.take_rest([draft for draft in rest if not draft.claim.rivals], disputed=True)
        tried.append(choice)
    return max(tried, key=lambda choice: choice.told)


def _opens(claim: Claim) -> bool:
    """An event that independent origins tell, or the first words of an article."""
    return len(claim.origins) > 1 or any(m.fact.sentence.start < OPENING for m in claim.mentions)


def _told_by_others(draft: Draft) -> bool:
    """A line about an event that also tells its date or figures stands as a line about those."""
    return draft.claim.kind == "event" and len(draft.tells) > 1


def _take_bottom_line(
    story: Story, maker: Drafts, by_claim: Mapping[str, Sequence[Draft]], chosen: Choice, words: int
) -> None:
    """The first events of the story, else its first claims."""
    sure = [claim for claim in story.claims if not claim.rivals and by_claim.get(claim.key)]
    leads = [claim for claim in sure if claim.kind == "event"] or sure[:1]
    leads = [*leads[:1], *(claim for claim in leads[1:] if _opens(claim))]
    most = BOTTOM_LINES if words > SMALL else 1
    taken = 0
    for claim in leads[: 2 * most]:
        drafts = maker.lead(claim) if claim.kind == "event" else by_claim[claim.key]
        short = chosen.take_first(drafts, "bottom line", BOTTOM_WORDS)
        taken += short or chosen.take_first(drafts, "bottom line", LONGEST_BOTTOM)
        if taken == most:
            return
