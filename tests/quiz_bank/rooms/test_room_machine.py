"""Anything may be tried in a room at any time, by anybody: what must hold however it goes."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from quiz_bank.rooms.events import CLOCK, Kind
from quiz_bank.rooms.results import attempts, standings
from quiz_bank.rooms.state import Phase, Room, fold
from tests.quiz_bank.rooms.played import HOST, QUESTIONS, Play

PLAYERS = st.sampled_from(["ana", "ben", "cleo"])
ANYBODY = st.sampled_from(["ana", "ben", "cleo", "nobody", HOST, CLOCK])
DEEDS: st.SearchStrategy[Kind] = st.sampled_from(
    ["question", "closed", "revealed", "paused", "resumed", "skipped", "left", "ended"]
)
WAITS = st.sampled_from([0.0, 0.4, 3.0, 11.0])
NUMBERS = st.integers(-1, len(QUESTIONS))


class AnyPlay(RuleBasedStateMachine):
    """Players, host and strangers do what they like."""

    play: Play

    @initialize(seconds=st.sampled_from([None, 10]), scored=st.booleans())
    def open(self, seconds: int | None, scored: bool) -> None:
        self.play = Play(seconds=seconds, scored=scored)
        self.kicked: set[str] = set()
        self.came_at: dict[str, int] = {}

    @rule(who=PLAYERS, watching=st.booleans())
    def join(self, who: str, watching: bool) -> None:
        is_open = self.play.room.phase is Phase.LOBBY
        refused = self.play.do("joined", who, name=who, watching=watching)
        assert bool(refused) == (who in self.kicked or self.play.room.phase is Phase.ENDED)
        if not refused:
            self.came_at.setdefault(who, 0 if is_open else self.play.room.number + 1)

    @rule()
    def host_comes_back(self) -> None:
        was_here = self.play.room.host_here
        refused = self.play.do("joined", HOST)
        assert bool(refused) == (was_here or self.play.room.phase is Phase.ENDED)
        assert HOST not in self.play.room.players

    @rule()
    def go_on(self) -> None:
        """What a host does next, so that runs get somewhere."""
        room = self.play.room
        steps: dict[Phase, tuple[Kind, int]] = {
            Phase.ASKING: ("closed", room.number),
            Phase.CLOSED: ("revealed", room.number),
        }
        kind, number = steps.get(room.phase, ("question", room.number + 1))
        self.play.do(kind, HOST, n=number)

    @rule(kind=DEEDS, by=ANYBODY, n=NUMBERS, after=WAITS)
    def try_deed(self, kind: Kind, by: str, n: int, after: float) -> None:
        before = self.play.room
        refused = self.play.do(kind, by, after, n=n)
        if not refused and kind != "left":
            assert by == HOST or (kind == "closed" and by == CLOCK and before.closes_at is not None)

    @rule(who=PLAYERS)
    def kick(self, who: str) -> None:
        if not self.play.do("kicked", HOST, who=who):
            self.kicked.add(who)

    @rule(
        who=ANYBODY,
        n=st.integers(0, len(QUESTIONS) - 1),
        said=st.sampled_from(["18 km", "1", ""]),
        after=WAITS,
    )
    def answer(self, who: str, n: int, said: str, after: float) -> None:
        before = self.play.room
        if self.play.answer(who, said, after, n):
            return
        assert (before.phase, before.number, before.paused_at) == (Phase.ASKING, n, None)
        assert who not in before.given
        assert who not in self.kicked
        assert before.closes_at is None or self.play.at <= before.closes_at
        assert n >= self.came_at[who]

    @rule(cut=st.integers(0, 60))
    def read_again(self, cut: int) -> None:
        """A server that starts again, or a session that comes back, sees the same room."""
        log = self.play.log
        assert fold(log[cut:], fold(log[:cut])) == fold(log) == self.play.room

    @invariant()
    def scores_are_in_bounds(self) -> None:
        room: Room = self.play.room
        for each in standings(room):
            assert 0 <= each.points <= 1000 * each.asked
            assert 0 <= each.right <= each.asked <= len(room.counted)
            assert each.player.login not in self.kicked

    @invariant()
    def every_answer_that_counts_is_one_attempt(self) -> None:
        room = self.play.room
        kept = attempts(room)
        assert len({attempt.uid for _, attempt in kept}) == len(kept)
        assert len(kept) == sum(len(room.answers.get(n, {})) for n in room.counted)


AnyPlay.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyPlay = AnyPlay.TestCase
