"""What may be asked: the questions made from a story, those of the banks on it, or those of one bank."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain, zip_longest

from sqlmodel import Session

from briefings.store.store import Store
from briefings.stories import Story
from quiz_bank import bank_shelf, library
from quiz_bank.curation import Curation, apply
from quiz_bank.questions import Mode, Question


def of_story(
    store: Store,
    story: Story,
    mode: Mode = "type",
    kinds: Collection[str] = (),
    turns: Mapping[str, int] | None = None,
) -> list[Question]:
    """A story's questions as they are asked, best first; in turn with those of the banks on it.

    Args:
        store: where curations and banks are.
        story: what is asked about.
        mode: typed, or with options.
        kinds: of answer; empty for all.
        turns: claim -> which of its wordings is asked.
    """

    def look(session: Session) -> tuple[Mapping[str, Curation], list[Question]]:
        written = bank_shelf.story_bank_questions(session, story.slug, mode)
        return library.curations(session, story.slug), written

    decided, written = store.read(look)
    made = library.questions_of(story, mode, kinds, decided, turns)
    asked = [each for each in apply(written, decided) if not kinds or each.kind in kinds]
    return [each for each in chain.from_iterable(zip_longest(asked, made)) if each is not None]


def of_bank(store: Store, bank: str, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
    """A bank's questions as they are asked, in the file's order.

    Raises:
        BriefingError: there is no bank of that name.
    """

    def look(session: Session) -> list[Question]:
        kept = bank_shelf.kept_bank(session, bank)
        return apply(kept.in_mode(mode), library.curations(session, kept.story))

    return [each for each in store.read(look) if not kinds or each.kind in kinds]


def follow_banks(store: Store) -> None:
    """Reads the banks again whose files changed."""
    if store.read(bank_shelf.changed_banks):
        store.write(bank_shelf.reload_banks)
