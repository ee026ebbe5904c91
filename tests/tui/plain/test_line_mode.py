"""Quiz, review, progress and curating line by line, as a screen reader or a script meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefings.errors import BriefingError
from tui.group import cli

NEWS = """Dyke at Ostrel holds

Ostrel, 9 March 2019

About 4,200 people left the town of Ostrel by boat. The dam lies 12 kilometres north of Ostrel.

The governor of Ostrel, Mira Tolan, said more than 60 percent of Ostrel was under water.
"""

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one story of a few questions, made once."""
    folder = tmp_path_factory.mktemp("line-mode")
    (folder / "dyke.txt").write_text(NEWS, encoding="utf-8")
    added = CliRunner().invoke(cli, ["add", str(folder / "dyke.txt"), "--db", str(folder / "store.db")])
    assert added.exit_code == 0
    return folder / "store.db"


@pytest.fixture
def briefing(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a copy of the store; ``lines`` are typed."""
    store = tmp_path / "store.db"
    store.write_bytes(filled.read_bytes())
    monkeypatch.setenv("BRIEFING_DB", str(store))
    monkeypatch.setenv("BRIEFING_CONFIG", str(tmp_path / "none.toml"))

    def run(*arguments: str, lines: tuple[str, ...] = ()) -> Result:
        return CliRunner().invoke(cli, arguments, input="".join(f"{line}\n" for line in lines))

    return run


def records(run: Result) -> list[dict[str, Any]]:
    assert run.exit_code == 0, run.output
    return [json.loads(line) for line in run.stdout.splitlines()]


def first_answer(briefing: Run) -> str:
    return str(records(briefing("curate", "--json"))[0]["answer"])


@pytest.fixture
def asked(briefing: Run) -> int:
    """How many questions the story has; at least enough for two answers and one more."""
    count = len(records(briefing("curate", "--json")))
    assert count >= 3
    return count


def test_the_commands_are_listed_and_obeyed(briefing: Run) -> None:
    run = briefing("quiz", "--plain", "-n", "3", lines=(":help", "?", ":hint", "no idea", ":right", ":end"))
    for word in (":hint", ":skip", ":right", ":undo", ":report TEXT", ":end", ":guess ANSWER"):
        assert run.stdout.count(f"  {word} ") == 2
    assert "Hint: " in run.stdout
    assert "Counted as correct" in run.stdout
    assert "1 of 3 answered: 1 correct, 0 close, 0 wrong" in run.stdout
    assert ":help lists the commands" in run.stderr


def test_undo_asks_again_and_the_first_answer_does_not_count(briefing: Run) -> None:
    run = briefing("quiz", "--plain", "-n", "3", lines=("no idea", ":undo", first_answer(briefing), ":end"))
    assert run.stdout.count("\n1/3") == 2
    assert "1 of 3 answered: 1 correct" in run.stdout
    assert [row["appeals"] for row in records(briefing("results", "--json"))] == ["undo", ""]
    assert [
        line.endswith("-> no idea  (taken back)") for line in briefing("results").stdout.splitlines()
    ] == [
        True,
        False,
    ]


def test_before_any_answer_there_is_nothing_to_take_back(briefing: Run) -> None:
    run = briefing("quiz", "--plain", "-n", "1", lines=(":undo", ":right", ":end"))
    assert run.stderr.count("there is no answer yet") == 2
    assert records(briefing("results", "--json")) == []


def test_confidence_is_said_with_the_answer(briefing: Run) -> None:
    briefing("quiz", "--plain", "-n", "3", lines=(":sure no idea", ":guess no idea", "no idea", ":end"))
    assert [row["confidence"] for row in records(briefing("results", "--json"))] == ["sure", "guess", None]


def test_confidence_without_an_answer_answers_nothing(briefing: Run) -> None:
    run = briefing("quiz", "--plain", "-n", "1", lines=(":guess", ":sure ", ":end"))
    assert run.stderr.count("write your answer behind it: ") == 2
    assert records(briefing("results", "--json")) == []


def test_a_colon_alone_makes_no_command(briefing: Run) -> None:
    briefing("quiz", "--plain", "-n", "1", lines=(":sunk",))
    assert [row["answer"] for row in records(briefing("results", "--json"))] == [":sunk"]


def test_a_miss_comes_back_until_it_is_right(briefing: Run) -> None:
    right = first_answer(briefing)
    run = briefing("quiz", "--plain", "-n", "1", lines=("no idea", right, ""))
    assert "1/1  (again)" in run.stdout
    assert "1 of 1 answered: 0 correct, 0 close, 1 wrong" in run.stdout
    assert "came back: 1 answered, 0 still to learn" in run.stdout
    assert "That was the last question" in run.stderr


def test_the_last_answer_can_still_be_taken_back(briefing: Run) -> None:
    right = first_answer(briefing)
    run = briefing("quiz", "--plain", "-n", "1", lines=(right, ":undo", right, ""))
    assert run.stdout.count("1/1") == 2
    assert "1 of 1 answered: 1 correct" in run.stdout


def test_a_round_that_broke_off_is_taken_up_again(briefing: Run) -> None:
    briefing("quiz", "--plain", "-n", "3", lines=("no idea",))
    run = briefing("quiz", "--plain", lines=("no idea", ":end"))
    assert "resuming your round: 1 of 3 answered; --new starts over" in run.stderr
    assert run.stdout.startswith("\n2/3")
    assert "2 of 3 answered" in run.stdout
    assert "resuming" not in briefing("quiz", "--plain").stderr


def test_new_starts_over_and_so_do_options(briefing: Run) -> None:
    briefing("quiz", "--plain", "-n", "3", lines=("no idea",))
    for options in (("--new",), ("-n", "2"), ("--mode", "choice")):
        assert "resuming" not in briefing("quiz", "--plain", *options).stderr


def test_what_changed_meanwhile_is_left_out_with_a_note(briefing: Run, asked: int) -> None:
    briefing("quiz", "--plain", "-n", str(asked), lines=("no idea",))
    names = [each["id"] for each in records(briefing("curate", "--json"))]
    answered = {row["question"] for row in records(briefing("results", "--json"))}
    name = next(each for each in names if each not in answered)
    briefing("curate", "--reword", name, "In other words?")
    run = briefing("quiz", "--plain", lines=(":end",))
    assert f"resuming your round: 1 of {asked - 1} answered" in run.stderr
    assert run.stderr.count("left out, as it has changed since: ") == 1


def test_a_review_brings_what_is_new_within_the_days_limit_and_then_nothing(
    briefing: Run, tmp_path: Path
) -> None:
    (tmp_path / "none.toml").write_text("[review]\nnew_a_day = 1\n", encoding="utf-8")
    run = briefing("review", "--plain", lines=(first_answer(briefing), ""))
    assert "1 of 1 answered: 1 correct" in run.stdout
    assert "next: 1 due on " in run.stdout
    for again in (briefing("review", "--plain"), briefing("quiz", "--plain", "--due")):
        assert again.stdout.startswith("nothing is due; 1 on ")


def test_due_alone_brings_nothing_that_is_new(briefing: Run) -> None:
    assert briefing("quiz", "--plain", "--due").stdout == "nothing is due\n"
    assert "answered" in briefing("review", "--plain", lines=("no idea",)).stdout


def test_the_round_is_written_at_its_end(briefing: Run, tmp_path: Path) -> None:
    target = tmp_path / "round.jsonl"
    run = briefing("quiz", "--plain", "-o", str(target), lines=("no idea", ":end"))
    assert f"written to {target}" in run.stderr
    (record,) = map(json.loads, target.read_text("utf-8").splitlines())
    assert (record["said"], record["verdict"]) == ("no idea", "wrong")


def test_a_file_of_no_format_is_told_before_the_first_question(briefing: Run, tmp_path: Path) -> None:
    run = briefing("quiz", "--plain", "-o", str(tmp_path / "round.doc"), lines=("no idea",))
    assert run.exit_code == 2
    assert "end the name in .md, .txt, .csv, .jsonl" in run.output
    assert "1/" not in run.output


def test_a_review_that_broke_off_is_taken_up_again(briefing: Run, asked: int) -> None:
    briefing("review", "--plain", lines=("no idea",))
    assert f"resuming your round: 1 of {asked} answered" in briefing("quiz", "--due", "--plain").stderr


def test_progress_tells_what_was_answered(briefing: Run, asked: int) -> None:
    assert f"due now: 0   never asked: {asked}" in briefing("progress").stdout
    briefing("quiz", "--plain", "-n", "2", lines=(":sure no idea", "no idea", ":end"))
    text = briefing("progress").stdout
    for words in (
        "days in a row: 1",
        "recalled when asked again: nothing yet",
        "sure but wrong:",
        "coming due:",
    ):
        assert words in text
    (found,) = records(briefing("progress", "dyke", "--json"))
    assert (found["answered"], found["new"], found["streak"]) == (2, asked - 2, 1)
    assert len(found["forecast"]) == 14
    (nobody,) = records(briefing("progress", "--json", "--as", "ben"))
    assert (nobody["answered"], nobody["new"]) == (0, asked)


def test_curating_lists_decides_and_tells_what_was(briefing: Run) -> None:
    name = records(briefing("curate", "--json"))[0]["id"]
    for option in (("--approve", name[:6]), ("--add-spelling", name[:6], "lots"), ("--retire", name)):
        assert briefing("curate", *option).exit_code == 0
    row = next(each for each in records(briefing("curate", "--json")) if each["id"] == name)
    assert (row["state"], row["spellings"]) == ("retired", ["lots"])
    assert name not in {each["id"] for each in records(briefing("questions", "--json"))}
    history = briefing("curate", "--history", name[:6]).stdout.splitlines()
    assert len(history) == 4
    assert history[0].startswith("revision 1, until today: ")
    assert history[-1].endswith(": retire")
    assert f"{name[:8]}  retired" in briefing("curate").stdout


def test_appeals_are_listed_and_decided(briefing: Run) -> None:
    briefing("quiz", "--plain", "-n", "2", lines=("half the town", ":right", ":report which boat?", ":end"))
    listed = briefing("curate", "--appeals").stdout.splitlines()
    assert "was right with 'half the town'" in listed[0]
    assert "reports the question; which boat?" in listed[1]
    right, report = records(briefing("curate", "--appeals", "--json"))
    assert briefing("curate", "--accept", str(right["id"])).exit_code == 0
    assert briefing("curate", "--refuse", str(report["id"])).exit_code == 0
    assert "nobody appealed" in briefing("curate", "--appeals").stderr
    spelled = [each["spellings"] for each in records(briefing("curate", "--json"))]
    assert ["half the town"] in spelled


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("curate", "--retire", "ffffffff"), "fits no question"),
        (("curate", "--retire", "ab"), "is no question's id"),
        (("curate", "--accept", "7"), "no appeal 7"),
        (("curate", "mars"), "no story 'mars'"),
        (("progress", "mars"), "no story 'mars'"),
        (("review", "mars", "--plain"), "no story 'mars'"),
        (("quiz", "mars", "--plain"), "no story 'mars'"),
        (("quiz", "--plain", "--kind", "money"), "no questions on dyke"),
    ],
)
def test_what_cannot_be_done_is_told(briefing: Run, arguments: tuple[str, ...], told: str) -> None:
    error = briefing(*arguments).exception
    assert isinstance(error, BriefingError)
    assert told in str(error)


@pytest.mark.parametrize(
    "arguments",
    [("curate", "--approve", "abcd", "--retire", "abcd"), ("quiz", "--due", "--kind", "date", "--plain")],
)
def test_what_does_not_go_together_is_told(briefing: Run, arguments: tuple[str, ...]) -> None:
    assert briefing(*arguments).exit_code == 2
