"""A class that answered questions on the flood of the stage, and an instructor's desk over it; all invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from textual.app import App
from textual.pilot import Pilot

from quiz_bank.bank_shelf import BankCard
from quiz_bank.curation import UNTOUCHED, Curated, Edit
from quiz_bank.formats.bank import Bank
from quiz_bank.formats.faults import Fault
from quiz_bank.learning.appeals import PendingAppeal
from quiz_bank.learning.gradebook import Gradebook, asked_of
from quiz_bank.learning.items import Given, class_results
from quiz_bank.library import History, Version
from quiz_bank.session import OVERRULED
from tests.tui.app.stage import BRIEFING, QUESTIONS, FakeDesk, press, screen_text, settle
from tui.app import BriefingApp
from tui.screens.questions import REST

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
PEOPLE = ("Ana", "Ben", "Cleo", "Dina", "Egon", "Fay", "Gil", "Hana", "Ivo", "Jun")
DISTANCE, DAY, SCHOOLS = QUESTIONS[0], QUESTIONS[1], QUESTIONS[2]
ASKED = {question.id: asked_of(question.as_json()) for question in QUESTIONS}

CURATED = (
    Curated(DISTANCE, replace(UNTOUCHED, approved=True, spellings=("eighty-five",))),
    Curated(DAY, UNTOUCHED),
    Curated(SCHOOLS, replace(UNTOUCHED, changed=True)),
    Curated(QUESTIONS[4], replace(UNTOUCHED, retired=True)),
    Curated(replace(QUESTIONS[9], claim="bank:rivers:sarn", template="bank"), UNTOUCHED),
)
HISTORY = History(
    DISTANCE.id,
    "port-velo",
    (
        Version(1, {"key": {"kind": "distance", "value": 80, "text": "80 kilometres"}}, START),
        Version(2, DISTANCE.as_json()),
    ),
    (
        Edit(DISTANCE.id, "add-spelling", "eighty-five", "Mira", START),
        Edit(DISTANCE.id, "approve", "", "Mira", START + timedelta(days=3)),
    ),
    replace(UNTOUCHED, approved=True),
)
APPEALS = [
    PendingAppeal(
        1,
        "right",
        "the map says so",
        "Ana",
        "port-velo",
        DISTANCE.id,
        DISTANCE.ask,
        "90 km",
        "wrong",
        "you: 90 km; the source says 85 kilometres",
        START,
    ),
    PendingAppeal(
        2, "report", "", "Ben", "port-velo", DAY.id, DAY.ask, "", "wrong", "reported as a bad question", START
    ),
]
FAULT = Fault(
    "rivers.toml",
    7,
    10,
    "B019",
    '"a long way" holds no figure',
    'such as "85 km"',
    12,
    'answer = "a long way"',
)
BANK = Bank("rivers", "Rivers of the coast", "port-velo", entries=(), faults=(FAULT,), asked=9)
CARD_OF_BANK = BankCard(
    "rivers",
    BANK.title,
    "port-velo",
    "/banks/rivers.toml",
    is_there=True,
    questions=8,
    faults=1,
    added_at=START,
)


def answers() -> list[Given]:
    """Ten people at three questions: the first half knows all but the day, one of them overruled the grader."""
    found = []
    for place, name in enumerate(PEOPLE):
        is_strong = place < len(PEOPLE) / 2
        at = START + timedelta(minutes=place)
        right = "correct" if is_strong else "wrong"
        said = "85 km" if is_strong else "40 km"
        rule = OVERRULED if name == "Ana" else "figure"
        found.append(Given(name, "port-velo", DISTANCE.id, "distance", "type", said, right, rule, 4200, at))
        day, verdict = ("4 March 2019", "correct") if place % 2 else ("4 March", "close")
        found.append(Given(name, "port-velo", DAY.id, "date", "type", day, verdict, "date", 6000, at))
        option = "about 1,200 people" if is_strong else "1,500 people"
        bad = name == "Jun"
        found.append(
            Given(
                name, "port-velo", SCHOOLS.id, "population", "choice", option, right, "choice", 2500, at, bad
            )
        )
    return found


BOOK = Gradebook(class_results(answers()), ASKED)


def class_desk() -> FakeDesk:
    """An instructor's desk over all of it."""
    desk = FakeDesk()
    desk.is_instructor = True
    desk.questions_shown = CURATED
    desk.histories = {DISTANCE.id: HISTORY}
    desk.appeals_shown = list(APPEALS)
    desk.asked_shown = ASKED
    desk.books = {"port-velo": BOOK}
    desk.banks_shown = [(CARD_OF_BANK, BANK)]
    return desk


def class_app(desk: FakeDesk, writes_files: bool = True) -> BriefingApp:
    """The app at that desk."""
    return BriefingApp(lambda: desk, lambda _: BRIEFING, writes_files=writes_files)


async def at_page(pilot: Pilot[None], *keys: str) -> None:
    """Goes to the instructor's questions and presses the keys there."""
    await settle(pilot)
    await press(pilot, "i", *keys)
    await pilot.pause(REST * 2)
    await settle(pilot)


def footer(app: App[None]) -> str:
    """The line of keys."""
    return screen_text(app).splitlines()[-1]
