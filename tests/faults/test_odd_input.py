"""Odd bytes, odd words and odd clocks: all of them are taken in or told, none breaks anything."""

from __future__ import annotations

import json
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefings.store.store import Store, open_store
from quiz_bank import upkeep
from quiz_bank.desk import Desk
from tests.quiz_bank.learning.invented_answers import attempt, made
from tests.tui.typed import run

NEWS = "Floods at Sarn Bridge\n\n{day}\n\nThe Orla rose by 3.7 metres at Al-Zahir. Some {count} people left, it's said."

ODD_FILES = {
    "nul.txt": NEWS.format(day="4 May 2031", count="240").replace("left", "le\x00ft").encode(),
    "surrogate.txt": NEWS.format(day="4 May 2031", count="250").encode() + b"\xed\xa0\x80 end\n",
    "huge.txt": NEWS.format(day="4 May 2031", count=f"1{'0' * 30}").encode(),
    "nan.txt": NEWS.format(day="4 May 2031", count="NaN").encode(),
    "day.txt": NEWS.format(day="0000-00-00", count="270").encode(),
    "lines.txt": NEWS.format(day="4 May 2031", count="280").replace("\n\n", "\r\n\r").encode(),
    "bom.txt": b"\xef\xbb\xbf" + NEWS.format(day="4 May 2031", count="290").encode(),
    "latin.txt": NEWS.format(day="4 May 2031", count="300").replace("Orla", "Orlá").encode("latin-1"),
}
SOUGHT = (
    "3.7", "al-Zahir", "it's", '"', "NEAR(", "*", "", "o", "orla " * 2000, "\U0001f30a",
    "\u0641\u064a\u0636\u0627\u0646", "orla AND", "title:orla", "-orla", "orla^2", "{orla}", "\x00", "\ud800",
)  # fmt: skip


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store to which all the odd files were added."""
    folder, path = tmp_path_factory.mktemp("odd"), tmp_path_factory.mktemp("store") / "store.db"
    for name, content in ODD_FILES.items():
        (folder / name).write_bytes(content)
    ran = run(path, "add", str(folder), "--story", "odd")
    assert "Traceback" not in ran.stderr
    assert "fault of this program" not in ran.stderr + ran.stdout
    assert ran.returncode in (0, 1)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


def test_odd_files_are_kept_clean_and_leave_a_sound_store(odd: Path) -> None:
    with closing(sqlite3.connect(odd)) as db:
        texts = [text for (text,) in db.execute("SELECT text FROM article")]
        values = [value for row in db.execute("SELECT value, value_max, also FROM fact") for value in row]
    assert len(texts) >= len(ODD_FILES) - 1
    assert not [text for text in texts if "\x00" in text or "\r" in text or "\ufeff" in text]
    assert not {"nan", "inf", "-inf", "infinity", "-infinity"} & {str(value).casefold() for value in values}
    ran = run(odd, "db", "check")
    assert (ran.returncode, ran.stderr) == (0, "nothing is wrong\n")
    for line in run(odd, "facts", "odd", "--json").stdout.splitlines():
        json.loads(line)


def test_a_database_takes_in_of_odd_files_what_a_file_takes_in(
    odd: Path, database: str, tmp_path: Path
) -> None:
    for name, content in ODD_FILES.items():
        (tmp_path / name).write_bytes(content)
    assert "Traceback" not in run(database, "add", str(tmp_path), "--story", "odd").stderr
    for listed in (
        ("facts", "odd", "--json"),
        ("claims", "odd", "--json"),
        ("names", "odd"),
        *(("search", typed) for typed in SOUGHT),
    ):
        here, there = run(odd, *listed), run(database, *listed)
        assert (there.returncode, there.stdout) == (here.returncode, here.stdout)
    with open_store(database) as store:
        desk = Desk(store, "ana \x00\ud800")
        for number, said in enumerate(("a\x00b", "\ud800", "9" * 400, "\x1b[31mred")):
            desk.record(attempt(made(number), datetime(2031, 5, 3, tzinfo=UTC), answer=said))
        assert len(desk.results()) == 4
        assert upkeep.check(store) == []


@pytest.mark.parametrize("typed", SOUGHT, ids=range(len(SOUGHT)))
def test_whatever_is_sought_is_words_and_never_syntax(odd: Path, typed: str) -> None:
    ran = run(odd, "search", typed)
    assert ran.returncode in (0, 1, 2)
    assert len(ran.stderr.splitlines()) <= 1


@pytest.mark.parametrize(
    ("typed", "found"), [("3.7", "3.7 metres"), ("al-Zahir", "Al-Zahir"), ("it's", "it's said")]
)
def test_words_with_signs_in_them_are_found(odd: Path, typed: str, found: str) -> None:
    assert found in run(odd, "search", typed).stdout


@pytest.mark.parametrize("said", ["a\x00b", "\ud800", "NaN", "9" * 400, "\u202etfel", "\x1b[31mred", "'; --"])
def test_any_answer_is_kept_harmless(store: Store, said: str) -> None:
    desk = Desk(store, f"ana {said}")
    desk.record(attempt(made(1), datetime(2031, 5, 3, tzinfo=UTC), answer=said))
    (kept,) = desk.results()
    assert all(sign not in kept.answer + kept.trainee for sign in "\x00\ud800\x1b")
    assert upkeep.check(store) == []


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Where the clock of the machine can be moved."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be set here")
    with monkeypatch.context() as patch:
        yield patch
    time.tzset()


@pytest.mark.parametrize("place", ["UTC", "Asia/Kathmandu", "Europe/London", "America/St_Johns"])
def test_answers_around_midnight_and_a_change_of_clocks_keep_their_moment(
    store: Store, zone: pytest.MonkeyPatch, place: str
) -> None:
    zone.setenv("TZ", place)
    time.tzset()
    moments = [
        datetime(2031, 3, 30, 0, 59, 59, tzinfo=UTC),  # London's clocks go on at 01:00 UTC
        datetime(2031, 3, 30, 1, 0, 1, tzinfo=UTC),
        datetime(2031, 5, 3, 18, 14, 59, tzinfo=UTC),  # Kathmandu's midnight is 18:15 UTC
        datetime(2031, 5, 3, 18, 15, 1, tzinfo=UTC),
    ]
    desk = Desk(store, "ana")
    for number, moment in enumerate(moments):
        desk.record(attempt(made(number), moment.astimezone()))
    kept = [result.at if result.at.tzinfo else result.at.replace(tzinfo=UTC) for result in desk.results()]
    assert kept == moments
    assert upkeep.check(store) == []


def test_articles_added_three_times_in_any_order_leave_answers_and_ids_alone(tmp_path: Path) -> None:
    names = []
    for number in range(12):
        path = tmp_path / f"{number}.txt"
        path.write_text(NEWS.format(day=f"{number + 1} May 2031", count=f"{number + 2}40"), encoding="utf-8")
        names.append(str(path))
    store = tmp_path / "store.db"
    assert run(store, "add", *names, "--story", "orla").returncode == 0
    assert run(store, "quiz", "orla", given="240\n" * 20).returncode == 0
    before = held(store)
    assert before["attempt"]
    for seed in range(3):
        random.Random(seed).shuffle(names)
        assert run(store, "add", *names, "--story", "orla").returncode == 0
        assert held(store) == before


def held(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of what adding again may not change."""
    tables = ("article", "fact", "claim", "question", "attempt", "card")
    with closing(sqlite3.connect(path)) as db:
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables}


def test_a_story_in_the_place_of_a_removed_one_has_nothing_of_it(tmp_path: Path) -> None:
    store, article = tmp_path / "store.db", tmp_path / "a.txt"
    article.write_text(NEWS.format(day="4 May 2031", count="240"), encoding="utf-8")
    assert run(store, "add", str(article), "--story", "first").returncode == 0
    assert run(store, "remove", "--story", "first").returncode == 0
    article.write_text("Rain at Holm\n\n5 May 2031\n\nRain fell for 9 days at Holm.\n", encoding="utf-8")
    assert run(store, "add", str(article), "--story", "second").returncode == 0
    told = run(store, "claims", "second").stdout + run(store, "names", "second").stdout
    assert "9 days" in told
    assert "Orla" not in told
    assert run(store, "db", "check").returncode == 0
