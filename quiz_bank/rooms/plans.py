"""What a room is opened with: the questions of a story or of a bank, chosen and put in order."""

from __future__ import annotations

from dataclasses import dataclass

from quiz_bank.bank_shelf import bank_questions, kept_bank
from quiz_bank.desk import Desk
from quiz_bank.questions import Mode
from quiz_bank.rooms.shelf import MOST_QUESTIONS, Plan
from quiz_bank.rooms.state import Settings
from quiz_bank.turns import mixed

LENGTH = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """What a host asks for.

    Attributes:
        story: a story's slug; None for the newest. Passed over where a bank is named.
        bank: a bank's slug, or None.
        questions: how many.
        mode: typed, or with options.
        settings: how the room is played.
    """

    story: str | None = None
    bank: str | None = None
    questions: int = LENGTH
    mode: Mode = "type"
    settings: Settings = Settings()  # noqa: RUF009  # frozen: sharing it is safe


def plan_of(desk: Desk, wish: Wish) -> Plan:
    """The plan of a wish: the best questions of a story, mixed, or a bank's in its own order.

    Raises:
        BriefingError: there is no story or no bank of that name.
    """
    limit = min(wish.questions, MOST_QUESTIONS)
    if wish.bank is not None:
        slug = wish.bank
        bank = desk.store.read(lambda session: kept_bank(session, slug))
        asked = desk.store.read(lambda session: bank_questions(session, slug, wish.mode))
        return Plan(asked[0].story if asked else slug, bank.title, tuple(asked[:limit]), wish.settings)
    story = desk.story(wish.story)
    best = desk.questions(story.slug, wish.mode)[:limit]
    return Plan(story.slug, story.title, tuple(mixed(best)), wish.settings)
