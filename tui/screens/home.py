"""Home: the stories, what is due in each, and how the latest answers went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.keymap import HELP, QUIT
from tui.messages import AddWanted, PageWanted, SampleWanted, ScoresWanted, StoriesWanted
from tui.quiz_messages import QuizWanted, ReviewWanted
from tui.rooms.messages import RoomsWanted
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.rows import Row, Rows
from tui.widgets.score_table import ScoreTable
from tui.widgets.story_row import LINES, StoryRow
from tui.wording import counted, plain

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefings.errors import BriefingError
    from quiz_bank.desk import KindScore, StoryCard
    from tui.sittings import Waiting

_Scores = tuple[tuple["KindScore", ...], "Waiting | None"]
FRAME = 4  # lines of the page's head and foot
AROUND = 4  # lines of the scores that are no score: title and blanks
SHARE = 0.6  # of the room that is left, for the stories
REST = 0.15  # seconds the cursor stays on a story before its scores are read
KEY = "bold $text-accent"
OPENING = "Opening your stories …"
LOADING = "Loading the sample story …"
EMPTY = Content.assemble(
    ("No story here yet.\n\n", "bold"),
    ("  a ", "bold $text-accent"),
    "                     adds articles of your own: files, folders, web pages\n",
    ("  s ", "bold $text-accent"),
    "                     loads the sample story: five articles on one event\n",
    ("  briefing add FILE… ", "bold $text-accent"),
    "    does the same as a on the command line",
)


class HomeScreen(Page):
    """The list of stories."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="home.open", tooltip="Read the story's briefing"),
        Binding("f,2", "facts", "Facts", id="home.facts", show=False, tooltip="List the story's facts"),
        Binding("z,4", "quiz", "Quiz", id="home.quiz", tooltip="Take a quiz on the story"),
        Binding("r", "review", "Review", id="home.review", tooltip="Review what is due in the story"),
        Binding(
            "R",
            "review_all",
            "Review all",
            show=False,
            id="home.review.all",
            tooltip="Review what is due in all stories",
        ),
        Binding(
            "d",
            "review_due",
            "Due only",
            show=False,
            id="home.due",
            tooltip="Review only what is due in the story, nothing new",
        ),
        Binding(
            "D",
            "review_all_due",
            "All due only",
            show=False,
            id="home.due.all",
            tooltip="Review only what is due in all stories",
        ),
        Binding(
            "a", "add", "Add articles", id="home.add", tooltip="Add articles to a story, or to a new one"
        ),
        Binding(
            "o,8", "rooms", "Rooms", id="home.rooms", show=False, tooltip="Join a live room, or open one"
        ),
        Binding("s", "sample", "Sample story", id="home.sample", show=False, tooltip="Load the sample story"),
        HELP,
        QUIT,
    ]

    def __init__(self) -> None:
        super().__init__()
        self._has_desk = False
        self._resting: Timer | None = None
        self._advice = Content("")
        self._read: dict[str, _Scores] = {}  # by story, since the stories were last shown

    def body(self) -> ComposeResult:
        """The stories, and below them the scores of the one under the cursor."""
        yield Masthead("briefing")
        yield Static(OPENING, id="notice", markup=False)
        yield Rows(id="stories")
        with Vertical(id="scores"):
            yield Static("Your latest answers", id="scores-title", markup=False)
            yield ScoreTable()
        yield Static(id="advice")

    def on_screen_resume(self) -> None:
        """Asks for fresh counts whenever the page comes back."""
        self.post_message(StoriesWanted())

    def on_resize(self) -> None:
        """Gives the stories whole rows, and what they leave to the scores."""
        self.query_one("#stories").styles.max_height = LINES * max(int(self._room * SHARE) // LINES, 1)
        if (card := self.card) and card.slug in self._read:
            self.call_after_refresh(self.show_scores, card.slug, *self._read[card.slug])

    @property
    def _room(self) -> int:
        """Lines between the head and the foot of the page."""
        return self.size.height - FRAME

    async def show(self, cards: Sequence[StoryCard]) -> None:
        """Shows the stories; the cursor stays on its story."""
        self._has_desk = True
        self._read.clear()
        stories = self.query_one("#stories", Rows)
        current = stories.current
        slug = current.card.slug if isinstance(current, StoryRow) else ""
        await stories.remove_children()
        await stories.mount(*(StoryRow(card) for card in cards))
        self.query_one(Masthead).note = _summary(cards)
        self._notice("" if cards else EMPTY)
        slugs = [card.slug for card in cards]
        stories.focus_row(slugs.index(slug) if slug in slugs else 0)

    def show_scores(self, slug: str, scores: Sequence[KindScore], waiting: Waiting | None) -> None:
        """Shows the scores of a story and the round that waits, if it is still the one under the cursor."""
        self._read[slug] = (tuple(scores), waiting)
        card = self.card
        if card is not None and card.slug == slug:
            advice = _advice(card, bool(scores), waiting)
            lines = self._room - self.query_one("#stories").size.height - AROUND
            lines -= advice.get_height({}, max(self.query_one("#advice").size.width, 1))
            self.query_one("#scores").set_class(bool(scores) and lines > 1, "-shown")
            self.query_one(ScoreTable).show(scores, lines)
            self._advise(advice)

    def show_appeals(self, waiting: int) -> None:
        """Says how many appeals wait for the instructor; nothing where none do."""
        cards = [row.card for row in self.query(StoryRow)]
        told = f"{counted(waiting, 'appeal')} (i)" if waiting else ""
        self.query_one(Masthead).note = " · ".join(filter(None, (told, _summary(cards))))

    def show_failure(self, error: BriefingError) -> None:
        """Says in place of the stories why there are none to show."""
        self._notice(Content.assemble(("✗ ", "bold $text-error"), plain(str(error))))

    def _advise(self, words: Content) -> None:
        """Says what to do next; the page is laid out again only where the words need another number of lines."""
        advice = self.query_one("#advice", Static)
        if not words.is_same(self._advice):
            before, after = (each.get_height({}, max(advice.size.width, 1)) for each in (self._advice, words))
            self._advice = words
            advice.update(words, layout=before != after)

    def _notice(self, words: Content | str) -> None:
        notice = self.query_one("#notice", Static)
        notice.display = bool(words)
        notice.update(words)

    @on(Row.Reached)
    def _reached(self, event: Row.Reached) -> None:
        event.stop()
        if self._resting is not None:
            self._resting.stop()
        card = self.card
        if card is not None and card.slug in self._read:
            self.show_scores(card.slug, *self._read[card.slug])
        else:
            self._resting = self.set_timer(REST, self._ask_for_scores)

    def _ask_for_scores(self) -> None:
        if card := self.card:
            self.post_message(ScoresWanted(card.slug))

    @on(Row.Chosen)
    def action_open(self) -> None:
        """Opens the briefing of the story under the cursor."""
        if card := self.card:
            self.post_message(PageWanted("briefing", card.slug))

    def action_facts(self) -> None:
        """Opens the facts of the story under the cursor."""
        if card := self.card:
            self.post_message(PageWanted("facts", card.slug))

    def action_quiz(self) -> None:
        """Asks for a quiz on the story under the cursor."""
        if card := self.card:
            self.post_message(QuizWanted(card.slug, card.title))

    def action_review(self) -> None:
        """Asks for what is due in the story under the cursor."""
        if card := self.card:
            self.post_message(ReviewWanted(card.slug))

    def action_review_all(self) -> None:
        """Asks for what is due in all stories."""
        if self.card:
            self.post_message(ReviewWanted())

    def action_review_due(self) -> None:
        """Asks for what is due in the story under the cursor, and nothing new."""
        if card := self.card:
            self.post_message(ReviewWanted(card.slug, only_due=True))

    def action_review_all_due(self) -> None:
        """Asks for what is due in all stories, and nothing new."""
        if self.card:
            self.post_message(ReviewWanted(only_due=True))

    def action_add(self) -> None:
        """Asks for articles."""
        if self._has_desk:
            self.post_message(AddWanted())

    def action_rooms(self) -> None:
        """Asks for the live rooms."""
        if self._has_desk:
            self.post_message(RoomsWanted())

    def action_sample(self) -> None:
        """Asks for the sample story; Home shows it once it is loaded."""
        if self._has_desk:
            self._notice(LOADING)
            self.post_message(SampleWanted())

    @property
    def card(self) -> StoryCard | None:
        """The story under the cursor."""
        row = self.query_one("#stories", Rows).current
        return row.card if isinstance(row, StoryRow) else None


def _summary(cards: Sequence[StoryCard]) -> str:
    if not cards:
        return ""
    due, new = sum(card.due for card in cards), sum(card.new for card in cards)
    fresh = f" · {new:,} new" if new else ""
    return f"{counted(len(cards), 'story')} · {due:,} due{fresh}"


def _advice(card: StoryCard, is_known: bool, waiting: Waiting | None) -> Content:
    """What to do next with a story, and the key that does it."""
    if waiting is not None:
        missed = ", what was missed comes back" if waiting.answered == waiting.total else ""
        told = f"A round waits: {waiting.answered} of {waiting.total} answered{missed}. "
        return Content.assemble(("↻ ", "bold"), told, ("z", KEY), " or ", ("r", KEY), " goes on with it.")
    if not card.questions:
        return Content.assemble("There is nothing to ask here yet: ", ("a", KEY), " adds articles.")
    if not is_known:
        return Content.assemble(
            "First time here? ", ("enter", KEY), " reads the briefing, ", ("z", KEY), " asks you about it."
        )
    if card.due:
        alone = (", then new ones; ", ("d", KEY), " those alone.") if card.new else (".",)
        return Content.assemble(("r", KEY), f" reviews the {counted(card.due, 'fact')} due now", *alone)
    return Content.assemble(
        "Nothing is due now. ", ("z", KEY), " asks new questions." if card.new else " starts a quiz."
    )
