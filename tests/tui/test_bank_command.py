"""``briefing bank`` and ``briefing instructors`` as a person or a program meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz_bank.formats.bank_toml import read_bank
from tests.tui.typed import Ran, run

ARTICLE = """Port Salm empties as the river rises

GAZETTE, 3 May 2031 - Some 12,000 residents of Port Salm have left their homes since April, the coastguard said.

Port Salm, about 60 kilometres (37 miles) north of Lorn, is the largest port of the Varn coast.
"""
BANK = """[bank]
title = "The flood"
story = "salm"

[[question]]
id = "port-distance"
kind = "number"
ask = "How far is Port Salm from Lorn?"
answer = "60 km"
source = "salm.txt"
quote = "about 60 kilometres (37 miles) north of Lorn"

[[question]]
id = "left"
kind = "number"
ask = "How many people left?"
answer = "12,000"
"""
Run = Callable[..., Ran]


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a folder of its own with a store of its own."""
    monkeypatch.chdir(tmp_path)

    def typed(*arguments: str, given: str = "", **environment: str) -> Ran:
        names = {"USER": "ana", "LOGNAME": "ana", **environment}
        return run(tmp_path / "store.db", *arguments, given=given, **names)

    return typed


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "flood.toml"
    path.write_text(BANK, encoding="utf-8")
    return path


def test_a_clean_bank_is_told_on_stderr_alone(briefing: Run, bank: Path, tmp_path: Path) -> None:
    run = briefing("bank", "check", "flood.toml")
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr == (
        "flood.toml: 2 questions, 0 faults; 1 quote not looked up: the articles are not at hand\n"
    )
    assert not (tmp_path / "store.db").exists()


def test_faults_are_told_with_line_and_caret_and_the_exit_code_is_1(briefing: Run, bank: Path) -> None:
    bank.write_text(BANK.replace('"60 km"', '"60"').replace("12,000", "12.000"), encoding="utf-8")
    run = briefing("bank", "check", "flood.toml")
    assert run.returncode == 1
    assert run.stdout.splitlines() == [
        'flood.toml:9:10: "60" has no unit; the question says "How far"  [B017]',
        '    9 | answer = "60"',
        '      |          ^^^^ write "30 km", or unit = "none"',
        'flood.toml:17:10: "12.000" is ambiguous (12 or 12000?): write 12000 or 12  [B018]',
        '   17 | answer = "12.000"',
        "      |          ^^^^^^^^",
    ]


@pytest.mark.parametrize("begun", [b"\x7fELF\xff\x01", b"a = \xff\x00\x01"])
def test_what_is_no_text_is_told_as_no_bank(briefing: Run, bank: Path, begun: bytes) -> None:
    bank.write_bytes(begun)
    ran = briefing("bank", "check", str(bank))
    assert ran.returncode == 1
    assert ran.stderr.endswith("; a bank is a text file that ends in .toml\n")


def test_faults_as_json_lines(briefing: Run, bank: Path) -> None:
    bank.write_text(BANK.replace("kind =", "knid =", 1), encoding="utf-8")
    run = briefing("bank", "check", "--format", "json", "flood.toml")
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert (run.returncode, run.stderr) == (1, "")
    assert found == [
        {
            "path": "flood.toml",
            "line": 7,
            "column": 1,
            "end_column": 5,
            "code": "B004",
            "message": 'unknown key "knid"',
            "hint": 'did you mean "kind"?',
        }
    ]


def test_a_missing_file_is_one_line_and_the_others_are_looked_over(briefing: Run, bank: Path) -> None:
    run = briefing("bank", "check", "nowhere.toml", "flood.toml")
    assert run.returncode == 1
    assert run.stderr.splitlines()[0].startswith("briefing: nowhere.toml: No such file")
    assert "flood.toml: 2 questions, 0 faults" in run.stderr


def test_quotes_are_looked_up_in_the_articles_of_the_store(briefing: Run, bank: Path, tmp_path: Path) -> None:
    (tmp_path / "salm.txt").write_text(ARTICLE, encoding="utf-8")
    assert briefing("add", "salm.txt", "--story", "salm").returncode == 0
    assert briefing("bank", "check", "flood.toml").stderr == "flood.toml: 2 questions, 0 faults\n"
    bank.write_text(BANK.replace("north of", "south of"), encoding="utf-8")
    run = briefing("bank", "check", "flood.toml")
    assert '11:9: quote is not in source "salm.txt" (closest' in run.stdout
    assert "north of Lorn" in run.stdout


def test_articles_may_lie_beside_the_bank(briefing: Run, bank: Path, tmp_path: Path) -> None:
    (tmp_path / "salm.txt").write_text(ARTICLE, encoding="utf-8")
    manifest = '[story]\nslug = "salm"\ntitle = "Salm"\n[[article]]\nfile = "salm.txt"\noutlet = "Gazette"\n'
    (tmp_path / "story.toml").write_text(manifest, encoding="utf-8")
    bank.write_text(BANK.replace('source = "salm.txt"', 'source = "Gazete"'), encoding="utf-8")
    run = briefing("bank", "check", "flood.toml")
    assert 'source "Gazete" is not among the story\'s articles  [B029]' in run.stdout


def test_a_bank_from_first_line_to_removal(briefing: Run, bank: Path) -> None:
    assert briefing("bank", "add", "flood.toml").stdout == "flood: 2 questions of 2\n"
    (kept,) = [json.loads(line) for line in briefing("bank", "list", "--json").stdout.splitlines()]
    assert (kept["bank"], kept["questions"], kept["faults"]) == ("flood", 2, 0)
    bank.write_text(BANK.replace("12,000", "13,000 or so"), encoding="utf-8")
    listed = briefing("bank", "list")
    assert "flood: read again, 0 faults" in listed.stderr
    assert "flood" in listed.stdout
    assert briefing("bank", "remove", "flood").stdout == "flood: removed\n"
    gone = briefing("bank", "remove", "flood")
    assert (gone.returncode, gone.stderr) == (
        2,
        "briefing: no bank 'flood'; add one with: briefing bank add FILE\n",
    )


def test_adding_a_bank_shows_its_faults_and_takes_the_good_questions(briefing: Run, bank: Path) -> None:
    bank.write_text(BANK.replace("12,000", "many"), encoding="utf-8")
    run = briefing("bank", "add", "flood.toml")
    assert (run.returncode, run.stdout) == (1, "flood: 1 question of 2\n")
    assert "flood.toml:17:10" in run.stderr
    bank.write_text("[bank]\n", encoding="utf-8")
    assert "nothing was kept" in briefing("bank", "add", "flood.toml").stderr


def test_a_new_bank_has_no_fault(briefing: Run, tmp_path: Path) -> None:
    made = briefing("bank", "new")
    assert made.returncode == 0
    (tmp_path / "new.toml").write_text(made.stdout, encoding="utf-8")
    checked = briefing("bank", "check", "new.toml")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr.startswith("new.toml: 7 questions, 0 faults")


def test_a_new_bank_may_begin_with_the_questions_of_a_story(briefing: Run, tmp_path: Path) -> None:
    briefing()  # loads the sample story
    made = briefing("bank", "new", "deir-ez-zor", "--from-claims")
    path = tmp_path / "sample.toml"
    path.write_text(made.stdout, encoding="utf-8")
    checked = briefing("bank", "check", "sample.toml")
    assert (checked.returncode, checked.stdout) == (0, "")
    number = int(made.stderr.split()[0])
    assert number > 20
    assert checked.stderr == f"sample.toml: {number} questions, 0 faults\n"


def test_instructors_are_named_and_listed(briefing: Run) -> None:
    assert "first user" in briefing("instructors", "list").stderr
    assert briefing("instructors", "add", "Ben", "--as", "Ana").stdout == "Ben: instructor\n"
    assert briefing("instructors", "list").stdout == "Ana\nBen\n"
    assert briefing("instructors", "remove", "Ana").stdout == "Ana: trainee\n"
    assert "only an instructor names" in briefing("instructors", "add", "Ana").stderr
    last = briefing("instructors", "remove", "Ben", "--as", "Ben")
    assert (last.returncode, "only instructor" in last.stderr) == (1, True)


WORKS = """[bank]
title = "Works"
[[question]]
id = "lake-area"
kind = "number"
ask = "How large is the lake above Lorn?"
answer = "12 km2"
wrong = ["5 km2", "40 km2"]
[[question]]
id = "dam-cost"
kind = "number"
ask = "What did the dam at Lorn cost?"
answer = "5 million USD"
wrong = ["2 million USD", "9 million USD"]
[[question]]
id = "mayor-age"
kind = "number"
ask = "How old was the mayor when it opened?"
answer = "34 years"
wrong = ["29 years", "51 years"]
"""


@pytest.mark.parametrize(
    ("mode", "given"), [("type", "1200 hectares\n$5,000,000\n34\n"), ("choice", "2\n2\n2\n")]
)
def test_an_area_a_sum_and_an_age_play_through_line_by_line(
    briefing: Run, tmp_path: Path, mode: str, given: str
) -> None:
    (tmp_path / "works.toml").write_text(WORKS)
    assert briefing("bank", "check", "works.toml").returncode == 0
    assert briefing("bank", "add", "works.toml").returncode == 0
    played = briefing("quiz", "--bank", "works", "--plain", "--mode", mode, given=given)
    assert (played.returncode, "3 of 3 answered: 3 correct" in played.stdout) == (0, True), played.stdout
    kinds = {question.kind for question in read_bank(WORKS).questions}
    assert kinds == {"area", "money", "age"}
