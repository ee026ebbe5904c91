"""How long Home and Progress wait for a trainee with a long history.

Run ``python benchmarks/progress.py [ATTEMPTS] [STORIES]`` in the project's environment (10,000 and 20 by default).
Makes a store of invented questions and answers over half a year, opens it, and times what the pages ask of the desk
once the store is loaded: the stories with their counts, the progress of all stories and of one, what is due, one more
answer kept, and all cards folded again. The bar is that of the first three: 150 ms of a processor, best of the rounds.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import Session

from briefings.store import shelf
from briefings.store.models import AttemptRow, QuestionRow
from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from quiz_bank.grading.verdicts import Verdict
from quiz_bank.keys import Key
from quiz_bank.learning.trainees import trainee_id
from quiz_bank.questions import Question, Source, question_id
from quiz_bank.session import Attempt

ATTEMPTS, STORIES = 10_000, 20
QUESTIONS = 50  # of each story
ROUNDS = 7
BAR = 0.150  # seconds
KINDS = ("distance", "date", "count", "place")


def invented(story: str, number: int) -> Question:
    """A question of an invented story."""
    keys = (
        Key("distance", number + 1, "km", text=f"{number + 1} kilometres"),
        Key("date", f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"),
        Key("count", number + 1, "bridge", text=f"{number + 1} bridges"),
        Key(
            "place",
            name=f"Town {number}",
            aliases=(f"Tn {number}",),
            others=tuple(f"Town {n}" for n in range(40)),
        ),
    )
    sentence = (
        f"It was {number} when the dyke of {story} gave way, the board said on Monday in a long sentence."
    )
    sources = tuple(Source(f"{n}", f"Outlet {(number + n) % 5}", None, 3, 9, sentence, 0) for n in range(3))
    claim = f"{story} claim {number}"
    return Question(
        question_id(claim, "invented"),
        story,
        f"What about {number} in {story}?",
        "",
        keys[number % 4],
        claim,
        "t",
        sources,
    )


def fill(store: Store, attempts: int, stories: int) -> Question:
    """Stories, questions, answers and cards; returns one of the questions."""
    chance = random.Random(1)
    questions = [invented(f"story-{at}", number) for at in range(stories) for number in range(QUESTIONS)]
    began = datetime.now(UTC) - timedelta(days=180)

    def work(session: Session) -> None:
        for at in range(stories):
            shelf.ensure_story(session, f"story-{at}", f"Story {at}")
        rows = [
            {
                "id": each.id, "story": each.story, "claim": each.claim, "kind": each.kind, "rank": rank,
                "body": each.as_json(), "revision": 1,
            }
            for rank, each in enumerate(questions)
        ]  # fmt: skip
        session.execute(insert(QuestionRow), rows)
        mine = trainee_id(session, "ana")
        answers = [
            {
                "uid": uuid.uuid4().hex, "trainee_id": mine, "question_id": chance.choice(questions).id, "mode": "type",
                "answer": f"{chance.randrange(60)} km",
                "verdict": chance.choices(("correct", "close", "wrong"), (7, 1, 2))[0],
                "rule": "made", "reason": "made", "ms": chance.randrange(1_000, 20_000),
                "at": began + timedelta(days=180 * number / attempts),
                "confidence": chance.choice((None, "think", "sure")),
                "hints": 0,
            }
            for number in range(attempts)
        ]  # fmt: skip
        session.execute(insert(AttemptRow), answers)

    store.write(work)
    return questions[0]


def timed(name: str, work: Callable[[], object]) -> float:
    """Prints how long it keeps a processor busy, and returns the shortest time in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    print(f"{name:<24}{min(times) * 1000:>8.1f}{statistics.median(times) * 1000:>8.1f}")
    return min(times)


def main() -> None:
    """Prints the times; exits with 1 where the bar is missed."""
    attempts = int(sys.argv[1]) if len(sys.argv) > 1 else ATTEMPTS
    stories = int(sys.argv[2]) if len(sys.argv) > 2 else STORIES
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "store.db")) as store:
        asked = fill(store, attempts, stories)
        desk = Desk(store, "ana")

        def answer() -> None:
            verdict = Verdict("correct", "made", "made")
            desk.record(Attempt(uuid.uuid4().hex, asked, "1 km", verdict, 4000, datetime.now(UTC)))

        desk.rebuild_cards()
        gc.freeze()  # as the app does once it is open
        print(f"{f'ms, {attempts:,} attempts':<24}{'min':>8}{'median':>8}")
        slowest = max(
            timed("stories (Home)", desk.stories),
            timed("progress, all stories", desk.progress),
            timed("progress, one story", lambda: desk.progress(asked.story)),
        )
        timed("scores of a story", lambda: desk.scores(asked.story))
        timed("due", desk.due)
        timed("keep an answer", answer)
        timed("fold all cards again", desk.rebuild_cards)
    print(f"slowest page {slowest * 1000:.0f} ms; bar {BAR * 1000:.0f}")
    sys.exit(slowest > BAR)


if __name__ == "__main__":
    main()
