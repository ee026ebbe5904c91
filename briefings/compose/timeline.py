"""A story's dated facts and events in order: the briefing's timeline, the app's, and what is put in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefings.compose.briefing import Mark
from briefings.compose.drafts import Draft, Drafts
from briefings.compose.labels import standing_words
from briefings.compose.wording import alike, content
from briefings.reconcile.values import dates_agree, days
from briefings.stories import Claim, Standing, Story


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, and when.

    Attributes:
        when: an ISO date as long as its precision, always with its year: a day ``2031-04-08``, a month
            ``2031-04``, a year ``2031``, a decade ``203X``, a week ``2031-W15``.
        text: what happened, without a full stop. The date is left out of it where that can be done; a text
            that hangs on its date otherwise (``since 2031``) keeps it.
        claims: keys of the claims it tells, the dated one first; never empty.
        standing: of the claim it rests on.
        basis: the same in words (``confirmed by 2 independent origins``), as a line of a briefing says it.
        origins: how many independent origins tell it.
        sources: the sentences that tell it, one for each origin, that of the text first; never empty.
    """

    when: str
    text: str
    claims: tuple[str, ...]
    standing: Standing
    basis: str
    origins: int
    sources: tuple[Mark, ...]


def timeline(story: Story) -> tuple[Moment, ...]:
    """The story's moments, earliest first; each told once, in its best wording.

    A date the sources dispute is there too, with the standing ``disputed``. Left out are vague dates, dates
    without a year, and those no clause of their own tells. Where two moments tell the same of dates that can
    be one (a month and a day in it), the finer date stays, with the claims and sources of both.
    """
    return moments(Drafts(story))


def moments(drafts: Drafts) -> tuple[Moment, ...]:
    """``timeline`` of the story the drafts were made for."""
    found: list[Moment] = []
    for moment in _told(drafts):
        same = next((n for n, other in enumerate(found) if _same(moment, other)), None)
        if same is None:
            found.append(moment)
        else:
            found[same] = _merged(found[same], moment)
    return tuple(sorted(found, key=_order))


def _told(drafts: Drafts) -> Iterator[Moment]:
    for claim in drafts.story.claims:
        if claim.kind == "date" and days(claim.value):
            wordings = [draft for draft in drafts.of(claim) if draft.when]
            if wordings:
                yield _moment(claim, max(wordings, key=_plainest))
        elif claim.kind == "event" and days(claim.as_of) and (wordings := drafts.of(claim)):
            yield _moment(claim, replace(max(wordings, key=_plainest), when=str(claim.as_of)))


def _plainest(draft: Draft) -> tuple[float, int, int, str]:
    """By worth, then the finest date, then the fewest words."""
    return (draft.worth, len(draft.when), -len(draft.text.split()), draft.text)


def _moment(claim: Claim, draft: Draft) -> Moment:
    told = tuple(other.key for other in draft.tells)
    text = draft.bare or draft.text
    return Moment(
        draft.when, text, told, claim.standing, standing_words(claim), len(claim.origins), draft.marks
    )


def _same(one: Moment, other: Moment) -> bool:
    if not dates_agree(one.when, other.when):
        return False
    return one.claims[0] in other.claims or alike(content(one.text), content(other.text))


def _merged(first: Moment, second: Moment) -> Moment:
    """The moment that came first, with the finer date, and the claims and sources of both."""
    finer = max((first, second), key=lambda moment: len(moment.when))
    marks: dict[str, Mark] = {}
    for mark in (*first.sources, *second.sources):
        marks.setdefault(mark.article_key, mark)
    claims = tuple(dict.fromkeys((*first.claims, *second.claims)))
    return replace(first, when=finer.when, claims=claims, sources=tuple(marks.values()))


def _order(moment: Moment) -> tuple[date, int, str]:
    """By the first day of its date, a coarser date before the finer ones within it."""
    first, last = days(moment.when) or (date.max, date.max)
    return first, (first - last).days, moment.text
