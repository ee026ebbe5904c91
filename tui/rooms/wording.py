"""What a room says on each screen, as a function of where it stands. Names and answers of others are cleaned here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from textual.content import Content

from quiz_bank.questions import Question
from quiz_bank.rooms.results import Bar, Standing, folded, shown_name, standings, tally
from quiz_bank.rooms.state import Given, Phase, Player, Room
from tui.widgets.feedback import source_sentence
from tui.wording import QUIET, VERDICTS, counted, one_line, plain, verdict_words

LONGEST_NAME = 24
LONGEST_ANSWER = 60
MOST_NAMES = 12
MOST_BARS = 6
TOP = 5
FULL_BAR = 24  # cells

#: seconds left -> how they are shown: rounded up to fives while there are many, so that a hundred screens need not
#: be painted every second
_EXACT = 20


def clock(room: Room, now: datetime) -> str:
    """The time left, ``0:25``; ``paused``; empty where there is no limit or no question is open."""
    if room.phase is Phase.ASKING and room.paused_at is not None:
        return "paused"
    left = room.left(now)
    if left is None:
        return ""
    seconds = int(left + 0.999)
    if seconds > _EXACT:
        seconds = -(-seconds // 5) * 5
    return f"{seconds // 60}:{seconds % 60:02}"


def note(room: Room, now: datetime) -> str:
    """Where a room stands, for the top of a screen: ``question 2 of 10 · 0:25``."""
    if room.phase is Phase.ENDED:
        return "ended"
    if room.number < 0:
        return "not started yet"
    parts = (f"question {room.number + 1} of {len(room.questions)}", clock(room, now))
    return " · ".join(filter(None, parts))


def name_of(room: Room, player: Player) -> str:
    """A player as screens show her, short and clean."""
    name = one_line(shown_name(room, player))
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def names(room: Room, players: Iterable[Player]) -> str:
    """The names of players on one line: ``Ana, Ben and 4 more``."""
    shown = [name_of(room, each) for each in players]
    more = len(shown) - MOST_NAMES
    return ", ".join(shown[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def how_to_join(room: Room) -> Content:
    """The code, and what a player types."""
    spaced = " ".join(room.code)
    return Content.assemble(
        ("Room  ", QUIET), (spaced, "bold $text-accent"), (f"      briefing room join {room.code}", QUIET)
    )


def who_is_in(room: Room) -> Content:
    """Everybody in the room now: players, and those who look on."""
    here = [each for each in room.players.values() if each.here]
    playing = [each for each in here if each.plays]
    looking_on = [each for each in here if each.watching]
    said = [Content.assemble((f"In the room: {len(playing)}", "bold"))]
    if playing:
        said.append(plain(names(room, playing)))
    if looking_on:
        said.append(plain(f"looking on: {names(room, looking_on)}", QUIET))
    said += who_is_away(room)
    return Content("\n").join(said)


def who_is_away(room: Room) -> list[Content]:
    """A line with the players whose lines dropped, or none."""
    away = [each for each in room.players.values() if each.away]
    return [plain(f"away: {names(room, away)}", QUIET)] if away else []


def rules(room: Room) -> Content:
    """How the room is played, on one line."""
    settings = room.settings
    parts = [counted(len(room.questions), "question")]
    parts.append(f"{settings.seconds} seconds each" if settings.seconds else "no time limit")
    parts.append("points for right answers, at most a quarter for speed" if settings.scored else "no points")
    if settings.anonymous:
        parts.append("players are shown by number")
    return Content.styled(" · ".join(parts), QUIET)


def asked(question: Question) -> Content:
    """The question, where it comes from, and its options."""
    parts = [plain(question.header, QUIET)] if question.header else []
    parts.append(plain(question.ask, "bold"))
    if question.options:
        parts.append(Content(""))
        parts += [
            Content.assemble((f"{place}  ", QUIET), plain(option))
            for place, option in enumerate(question.options, 1)
        ]
    return Content("\n").join(parts)


def progress(room: Room, named: bool) -> Content:
    """How many have answered, of those whom the question is for; ``named`` adds who has not."""
    asked_now = room.asked
    done = sum(each.login in room.given for each in asked_now)
    said = Content.assemble((f"{done} of {len(asked_now)} answered", "bold"))
    waiting = [each for each in asked_now if each.login not in room.given]
    if named and waiting and done:
        said = Content.assemble(said, ("   waiting for ", QUIET), plain(names(room, waiting), QUIET))
    return Content("\n").join([said, *who_is_away(room)])


def revealed(room: Room, own: Given | None = None, most: int = MOST_BARS) -> Content:
    """The right answer, the sentence it stands in, and how everybody answered."""
    question = room.question
    if question is None:
        return Content("")
    blocks = [Content.assemble(("Answer  ", QUIET), plain(question.answer, "bold"))]
    blocks += [source_sentence(source) for source in question.sources[:1]]
    if question.why:
        blocks.append(plain(question.why, QUIET))
    bars = distribution(room, own, most)
    return Content("\n\n").join([Content("\n").join(blocks), *([bars] if bars else [])])


def distribution(room: Room, own: Given | None, most: int) -> Content:
    """The answers to the question on show with a bar each, as many as there is room for; one's own is marked."""
    bars = tally(room, room.number)
    top = max((bar.count for bar in bars), default=0)
    shown = bars[:most]
    width = min(max((len(one_line(bar.answer)) for bar in shown), default=0), 30)
    lines = [_bar(bar, top, width, own) for bar in shown]
    rest = sum(bar.count for bar in bars[most:])
    if rest:
        lines.append(Content.styled(f"  and {counted(rest, 'other answer')}", QUIET))
    missing = sum(each.login not in room.given for each in room.asked)
    if missing:
        lines.append(Content.styled(f"  {missing} gave no answer", QUIET))
    return Content("\n").join(lines)


def _bar(bar: Bar, top: int, width: int, own: Given | None) -> Content:
    glyph, _, style = VERDICTS[bar.verdict] if bar.verdict else ("·", "", QUIET)
    answer = plain(bar.answer).truncate(width, ellipsis=True, pad=True)
    full = FULL_BAR * bar.count // top if top else 0
    mine = own is not None and folded(own.answer) == folded(bar.answer)
    return Content.assemble(
        (f"{glyph} ", style),
        answer,
        "  ",
        ("━" * full, style),
        f" {bar.count}" if full else f"{bar.count}",
        ("  you" if mine else "", "bold"),
    )


def ranking(room: Room, me: str = "", top: int = TOP) -> Content:
    """The first places, and one's own where it is further down; empty for a room without points."""
    rows = standings(room)
    if not room.settings.scored or not rows or not room.counted:
        return Content("")
    shown = rows[:top] + [row for row in rows[top:] if row.player.login == me]
    width = max(len(name_of(room, row.player)) for row in shown)
    lines = [Content.styled("Standing", "bold"), *(_rank(room, row, width, me) for row in shown)]
    return Content("\n").join(lines)


def _rank(room: Room, row: Standing, width: int, me: str) -> Content:
    name = plain(name_of(room, row.player)).truncate(width, pad=True)
    return Content.assemble(
        (f"{row.place:>3}  ", QUIET),
        name.stylize("bold") if row.player.login == me else name,
        f"  {row.points:>6,}",
        (f"   {row.right} right", QUIET),
    )


def own_score(room: Room, me: str) -> Content:
    """How one player stands: ``3 of 5 right``, with points where there are any; empty before a question counts."""
    row = next((each for each in standings(room) if each.player.login == me), None)
    if row is None or not row.asked:
        return Content("")
    points = (
        f", {row.points:,} points, place {row.place} of {len(standings(room))}"
        if room.settings.scored
        else ""
    )
    return Content.styled(f"You: {row.right} of {row.asked} right{points}", "bold")


def short(answer: str) -> str:
    """An answer, cut where it is long."""
    words = one_line(answer)
    return words if len(words) <= LONGEST_ANSWER else f"{words[: LONGEST_ANSWER - 1]}…"


def verdict_on(given: Given | None, was_asked: bool) -> Content:
    """What one's own answer was worth, with the reason."""
    if given is None:
        return Content.styled("You gave no answer" if was_asked else "You join at the next question", QUIET)
    return Content.assemble(
        verdict_words(given.verdict.verdict),
        ("  you: ", QUIET),
        short(given.answer),
        "\n",
        plain(given.verdict.reason, QUIET),
    )


def paragraphs(parts: Iterator[Content]) -> Content:
    """Parts with a blank line between them; empty ones are left out."""
    return Content("\n\n").join(part for part in parts if part)
