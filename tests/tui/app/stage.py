"""A desk without a store, a story made by hand, and the screen as text."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from textual.app import App
from textual.events import Paste
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Static

from briefings.compose.briefing import Briefing, Line, Mark, Section
from briefings.errors import BriefingError
from briefings.facts import Fact, Kind, Measure, Sentence, Value
from briefings.ingest import Added, Report
from briefings.reading.articles import Given
from briefings.reading.sentences import split_sentences
from briefings.store.search import Found
from briefings.stories import Article, Claim, Mention, Standing, Story, content_key
from quiz_bank.desk import KindScore, StoryCard
from quiz_bank.keys import Key
from quiz_bank.learning.progress import Progress
from quiz_bank.learning.rounds import Resumed
from quiz_bank.learning.schedule import DueList
from quiz_bank.questions import Mode, Question, Source
from quiz_bank.session import Appeal, Attempt, Quiz
from tests.tui.app.class_stage import ClassDesk
from tui.widgets.answer_input import AnswerInput

SIZES = ((80, 24), (120, 40))
KEYS = {" ": "space", ".": "full_stop", ",": "comma", "%": "percent_sign", "$": "dollar_sign"}

HARBOUR = """Harbour of Port Velo reopens after the flood

The harbour of Port Velo reopened on Monday, 4 March 2019, nine days after the Sarn river burst its banks.
The mayor, Ines Okafor, said about 1,200 people were still living in schools.

Port Velo lies 85 kilometres (53 miles) south of the capital, Tessaly. The water rose by 3.5 metres.
More than 60 percent of the old town was under water, according to the river board."""

RELIEF = """Relief convoy reaches Port Velo

A convoy of 42 trucks reached Port Velo on Sunday. Aid workers said 1,500 people were sheltering in schools,
more than the town hall has counted. The Sarn last burst its banks in 1987.

The river board put the damage at $12 million. Colonel Arne Vask led the convoy."""


def article(outlet: str, text: str, day: date, agency: str | None = None) -> Article:
    """An article of that outlet; its first line is the title."""
    title, _, body = text.partition("\n\n")
    body = body.replace("\n", " ").replace("  ", "\n\n")
    return Article(content_key(body), f"{outlet.lower()}.txt", body, title, outlet, agency, day, "stated")


ARTICLES = (
    article("Velo Courier", HARBOUR, date(2019, 3, 4)),
    article("The Tessaly Post", RELIEF, date(2019, 3, 3), "NRP"),
)


def span(index: int, words: str) -> tuple[str, int, int]:
    """Key of the article at ``index`` and the offsets of the words in it."""
    start = ARTICLES[index].text.index(words)
    return ARTICLES[index].key, start, start + len(words)


def sentence(index: int, words: str) -> Sentence:
    """The sentence of an article that holds the words."""
    _, start, end = span(index, words)
    return next(
        each for each in split_sentences(ARTICLES[index].text) if each.start <= start and end <= each.end
    )


def source(index: int, words: str) -> Source:
    """The words as the source of an answer, in their sentence."""
    key, start, end = span(index, words)
    found, around = ARTICLES[index], sentence(index, words)
    return Source(key, found.label, found.published, start, end, around.text, around.start)


def claim(index: int, words: str, standing: Standing, claimant: str | None = None) -> Claim:
    """A claim with the words as its one mention; its key is the words."""
    key, start, end = span(index, words)
    fact = Fact("count", 1, None, words, start, end, sentence(index, words))
    origin = ARTICLES[index].label
    return Claim(words, "count", "", 1, None, standing, (origin,), (Mention(key, fact),), claimant=claimant)


def question(ask: str, key: Key, index: int, words: str, why: str = "") -> Question:
    """A question on the words of an article."""
    header = f"{ARTICLES[index].label}, {ARTICLES[index].published:%-d %B %Y}"
    return Question(
        content_key(ask),
        "port-velo",
        ask,
        header,
        key,
        content_key(words),
        "made",
        (source(index, words),),
        why=why,
    )


QUESTIONS = (
    question(
        "About how far south of Tessaly is Port Velo?",
        Key("distance", 85, "km", text="85 kilometres (53 miles)", also=({"value": 53, "unit": "mile"},)),
        0,
        "85 kilometres (53 miles)",
    ),
    question(
        "On what date did the harbour of Port Velo reopen?",
        Key("date", "2019-03-04", text="Monday, 4 March 2019"),
        0,
        "Monday, 4 March 2019",
    ),
    question(
        "According to the mayor, how many people were living in schools?",
        Key("population", 1200, "people", qualifier="about", text="about 1,200 people"),
        0,
        "about 1,200 people",
        "The Tessaly Post says 1,500 people.",
    ),
    question(
        "What share of the old town was under water?",
        Key("share", 60, "percent", qualifier="more than", text="More than 60 percent"),
        0,
        "More than 60 percent",
    ),
    question(
        "Who is the mayor of Port Velo?",
        Key("person", name="Ines Okafor", given="Ines", surname="Okafor", role="mayor", text="Ines Okafor"),
        0,
        "Ines Okafor",
    ),
    question(
        "By how many metres did the water rise?",
        Key("distance", 3.5, "m", text="3.5 metres", asked_unit="m"),
        0,
        "3.5 metres",
    ),
    question(
        "How many trucks were in the convoy?", Key("count", 42, "truck", text="42 trucks"), 1, "42 trucks"
    ),
    question("In what year did the Sarn last burst its banks?", Key("date", "1987", text="1987"), 1, "1987"),
    question(
        "At how much did the river board put the damage?",
        Key("money", 12_000_000, "USD", text="$12 million"),
        1,
        "$12 million",
    ),
    question(
        "Which river burst its banks at Port Velo?",
        Key("place", name="Sarn", type="river", text="Sarn", aliases=("Sarn river", "the Sarn")),
        1,
        "Sarn",
    ),
)
ANSWERS = (
    "85 km",
    "4 March 2019",
    "1,250",
    "60 %",
    "Okafor",
    "3.5 m",
    "12 trucks",
    "1987",
    "$12 million",
    "Sarn",
)
OPTIONS = ("85 kilometres", "120 kilometres", "40 kilometres")

CLAIMS = (
    claim(0, "Monday, 4 March 2019", "single source"),
    claim(0, "about 1,200 people", "claimed", "the mayor"),
    claim(0, "More than 60 percent", "single source"),
    claim(0, "85 kilometres (53 miles)", "single source"),
    claim(1, "1,500 people", "disputed"),
)


def fact(index: int, words: str, kind: Kind, value: Value, unit: str | None = None, **more: Any) -> Fact:
    """The words as a fact of an article."""
    _, start, end = span(index, words)
    return Fact(kind, value, unit, words, start, end, sentence(index, words), **more)


FACTS = (
    (
        fact(0, "Monday, 4 March 2019", "date", "2019-03-04", what="harbour of Port Velo reopened"),
        fact(0, "nine days", "duration", 9, "day"),
        fact(
            0,
            "about 1,200 people",
            "population",
            1200,
            "people",
            qualifier="about",
            what="people living in schools",
            attribution="the mayor",
        ),
        fact(
            0,
            "85 kilometres (53 miles)",
            "distance",
            85,
            "km",
            what="Port Velo to Tessaly",
            also=(Measure(53, "mile"),),
        ),
        fact(0, "More than 60 percent", "share", 60, "percent", qualifier="more than", what="old town"),
    ),
    (fact(1, "42 trucks", "count", 42, "truck", what="trucks of the convoy"),),
)
READ = tuple(replace(each, facts=facts) for each, facts in zip(ARTICLES, FACTS, strict=True))
STORY = Story("port-velo", "The Port Velo flood", READ, CLAIMS)


def line(text: str, standing: str, *places: tuple[int, str]) -> Line:
    """A line that rests on the sentences of the words, told by the claims of those words."""
    sentences = [(ARTICLES[index].key, sentence(index, words)) for index, words in places]
    marks = tuple(Mark(key, each.start, each.end) for key, each in sentences)
    return Line(text, tuple(words for _, words in places), standing, len(marks), marks)


BRIEFING = Briefing(
    "port-velo",
    STORY.title,
    date(2019, 3, 4),
    87,
    (
        Section(
            "bottom line",
            (
                line(
                    "The harbour of Port Velo reopened on Monday, 4 March 2019, nine days after the Sarn river "
                    "burst its banks",
                    "single source",
                    (0, "Monday, 4 March 2019"),
                ),
            ),
        ),
        Section(
            "key facts",
            (
                line(
                    "The Sarn burst its banks",
                    "confirmed by 2 independent origins",
                    (0, "Sarn river burst its banks"),
                    (1, "Sarn last burst its banks"),
                ),
                line(
                    "More than 60 percent of the old town was under water",
                    "single source",
                    (0, "More than 60 percent"),
                ),
                line(
                    "About 1,200 people were still living in schools",
                    "claimed by the mayor",
                    (0, "about 1,200 people"),
                ),
            ),
        ),
        Section(
            "places",
            (
                line(
                    "Port Velo lies 85 kilometres (53 miles) south of Tessaly",
                    "single source",
                    (0, "85 kilometres (53 miles)"),
                ),
            ),
        ),
        Section(
            "where sources differ",
            (
                line(
                    "People in schools: “about 1,200 people” (Courier); “1,500 people” (Post).",
                    "disputed",
                    (0, "about 1,200 people"),
                    (1, "1,500 people"),
                ),
            ),
        ),
        Section("one story, several outlets", (line("No two of the sources print one text.", ""),)),
        Section(
            "sources",
            (
                line("Courier: Velo Courier, 4 March 2019", ""),
                line("Post: The Tessaly Post, 3 March 2019", ""),
            ),
        ),
    ),
    {ARTICLES[0].key: "Courier", ARTICLES[1].key: "Post"},
)
CARD = StoryCard("port-velo", STORY.title, 2, 23, 14, len(QUESTIONS), 7, date(2019, 3, 4))


REPORT = Report(
    "port-velo",
    (
        Added(
            "harbour.txt",
            "added",
            key=ARTICLES[0].key,
            outlet="Velo Courier",
            published=date(2019, 3, 4),
            date_basis="stated",
            facts=5,
            cut=("Share", "Read more"),
        ),
        Added("relief.txt", "added", key=ARTICLES[1].key, facts=1),
        Added("photo.txt", problem=BriefingError("photo.txt is a picture", "give text")),
        Added("copy.txt", "duplicate", twin="harbour.txt", key=ARTICLES[0].key, outlet="Velo Courier"),
    ),
)


class FakeDesk(ClassDesk):
    """The desk's methods over data made by hand; ``log`` tells what was asked of it, in order."""

    def __init__(self, cards: Sequence[StoryCard] = (CARD,)) -> None:
        super().__init__()
        self.cards = list(cards)
        self.story_shown = STORY
        self.asked: Sequence[Question] = QUESTIONS
        self.only_due: bool | None = None
        self.due_questions: Sequence[Question] = QUESTIONS[:2]
        self.kinds_answered: Sequence[KindScore] = (
            KindScore("distance", 3, 1, 0),
            KindScore("population", 1, 1, 2),
        )
        self.is_instructor = False
        self.returning = False
        self.broken_off: Resumed | None = None
        self.due_list = DueList((), 3, 200, 20, ())
        self.titles: dict[str, str] = {}
        self.started: list[tuple[str, int, str, tuple[str, ...]]] = []
        self.reviewed: list[str | None] = []
        self.finished: list[Quiz] = []
        self.appealed: list[Appeal] = []
        self.kept: list[Attempt] = []
        self.tried: list[Attempt] = []
        self.refusals: list[BriefingError] = []
        self.before_keeping: Callable[[Attempt], None] = lambda attempt: None
        self.sample_error: BriefingError | None = None
        self.closed = False
        self.report = REPORT
        self.wanted: list[tuple[list[str], str | None, Given]] = []
        self.corrections: list[tuple[str, str, str | None, date | None]] = []
        self.decisions: list[tuple[str, str, str, bool]] = []
        self.add_error: BriefingError | None = None
        self.progress_shown: Progress | BriefingError = BriefingError("no progress here", "set one")
        self.progress_of: list[str | None] = []
        self.found: dict[str, Found] = {}
        self.searched: list[tuple[str, str | None]] = []
        self.while_adding: Callable[[], object] = lambda: None

    def stories(self) -> list[StoryCard]:
        return list(self.cards)

    def story(self, slug: str) -> Story:
        if slug not in [card.slug for card in self.cards]:
            raise BriefingError(f"no story {slug}", "briefing stories lists them")
        return self.story_shown

    def questions(self, slug: str, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
        return [each for each in self.asked if not kinds or each.kind in kinds]

    def bank_titles(self) -> dict[str, str]:
        return self.titles

    def start(
        self,
        slug: str | None = None,
        *,
        limit: int = 10,
        mode: Mode = "type",
        kinds: Collection[str] = (),
        bank: str | None = None,
    ) -> Quiz:
        self.started.append((bank or slug or "", limit, mode, tuple(kinds)))
        questions = self.questions(slug or "", mode, kinds)[:limit]
        if mode == "choice":
            questions = [
                replace(each, mode="choice", options=(each.answer, "another", "a third"), right=each.answer)
                for each in questions
            ]
        return Quiz(questions, returning=self.returning, round_uid="round")

    def review(
        self, slug: str | None = None, *, limit: int = 20, mode: Mode = "type", only_due: bool = False
    ) -> Quiz:
        self.reviewed.append(slug)
        self.only_due = only_due
        return Quiz(self.due_questions[:limit], returning=self.returning, round_uid="review")

    def resume(self, slug: str | None = None, bank: str | None = None) -> Resumed | None:
        return self.broken_off if bank is None else None

    def finish(self, quiz: Quiz) -> None:
        self.finished.append(quiz)

    def appeal(self, appeal: Appeal) -> None:
        if self.refusals:
            raise self.refusals.pop(0)
        self.appealed.append(appeal)

    def due(self, slug: str | None = None) -> DueList:
        return self.due_list

    def record(self, attempt: Attempt) -> None:
        self.tried.append(attempt)
        self.before_keeping(attempt)
        if self.refusals:
            raise self.refusals.pop(0)
        self.kept.append(attempt)

    def scores(self, slug: str) -> list[KindScore]:
        return list(self.kinds_answered)

    def progress(self, slug: str | None = None) -> Progress:
        self.progress_of.append(slug)
        if isinstance(self.progress_shown, BriefingError):
            raise self.progress_shown
        return self.progress_shown

    def search(self, words: str, slug: str | None = None) -> Found:
        self.searched.append((words, slug))
        return self.found.get(words, Found())

    def add(
        self, names: list[str], story: str | None, given: Given, told: Callable[[Added, int, int], None]
    ) -> Report:
        self.wanted.append((names, story, given))
        self.while_adding()
        if self.add_error:
            raise self.add_error
        for at, entry in enumerate(self.report.added, 1):
            told(entry, at, len(self.report.added))
        return self.report

    def set_article(
        self, slug: str, key: str, outlet: str | None = None, published: date | None = None
    ) -> None:
        self.corrections.append((slug, key, outlet, published))
        if self.add_error:
            raise self.add_error
        articles = (
            replace(each, outlet=outlet, published=published, date_basis="given") if each.key == key else each
            for each in self.story_shown.articles
        )
        self.story_shown = replace(self.story_shown, articles=tuple(articles))

    def decide_names(self, slug: str, first: str, second: str, joined: bool) -> None:
        self.decisions.append((slug, first, second, joined))
        if self.add_error:
            raise self.add_error
        undecided = tuple(each for each in self.story_shown.suggestions if each.first != first)
        self.story_shown = replace(self.story_shown, suggestions=undecided)

    def load_sample(self) -> StoryCard:
        if self.sample_error:
            raise self.sample_error
        self.cards.append(CARD)
        return CARD

    def close(self) -> None:
        self.closed = True


def screen_text(app: App[None]) -> str:
    """What the terminal shows, line by line, without styles."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


async def settle(pilot: Pilot[None]) -> None:
    """Waits until the workers are done and what they brought is painted."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def resize(pilot: Pilot[None], width: int, height: int) -> None:
    """Resizes the terminal and waits until the page has the new size."""
    await pilot.resize_terminal(width, height)
    while pilot.app.screen.size != (width, height):
        await pilot.pause()
    await settle(pilot)


async def advised(pilot: Pilot[None]) -> None:
    """Waits until Home has read how the story under the cursor stands, which it does once the cursor rests."""
    async with asyncio.timeout(10):
        while not str(pilot.app.screen.query_one("#advice", Static).content):
            await pilot.pause()
    await settle(pilot)


async def cursor_at(pilot: Pilot[None], cell: Offset) -> None:
    """Waits until the terminal's cursor is there, which it is once the page is painted; fails after a while."""
    async with asyncio.timeout(10):
        while pilot.app.cursor_position != cell:
            await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, what each brings settled before the next."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def answer(pilot: Pilot[None], text: str) -> None:
    """Puts an answer into the input in one go, and sends it."""
    pilot.app.screen.query_one(AnswerInput).post_message(Paste(text))
    await press(pilot, "enter")


async def type_answer(pilot: Pilot[None], text: str) -> None:
    """Types an answer key by key, and sends it."""
    await pilot.press(*(KEYS.get(char, char) for char in text))
    await press(pilot, "enter")
