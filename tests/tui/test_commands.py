"""The commands as a person or a program meets them: what they print, where, and how they end."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.tui.typed import Ran, run

ARTICLE = """Port Salm empties as the river rises

GAZETTE, 3 May 2031 - Some 12,000 residents of Port Salm have left their homes since April, the coastguard said.

Port Salm, about 60 kilometres (37 miles) north of Lorn, is the largest port of the Varn coast.
"""

Run = Callable[..., Ran]


@pytest.fixture
def briefing(tmp_path: Path) -> Run:
    """Runs the command with a store of its own; ``stdin`` is text, not a terminal."""

    def typed(*arguments: str, stdin: str = "", **environment: str) -> Ran:
        return run(
            tmp_path / "store.db", *arguments, given=stdin, **{"TERM": "xterm-256color", **environment}
        )

    return typed


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "salm.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def records(ran: Ran) -> list[dict[str, Any]]:
    assert (ran.returncode, ran.stderr) == (0, "")
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_without_a_terminal_the_sample_briefing_is_printed(briefing: Run) -> None:
    ran = briefing()
    assert ran.returncode == 0
    assert "93,000" in ran.stdout
    assert "BBC" in ran.stdout
    assert "briefing quiz deir-ez-zor --plain" in ran.stderr
    assert "\x1b" not in ran.stdout


def test_a_dumb_terminal_gets_text_too(briefing: Run) -> None:
    assert "93,000" in briefing(TERM="dumb").stdout


def test_the_commands_of_a_first_session(briefing: Run, article: Path) -> None:
    added = briefing("add", str(article), "--story", "Salm flood", "--published", "2031-05-03")
    assert (added.returncode, added.stdout.split(":")[0]) == (0, "salm.txt")
    assert "salm-flood: 1 added" in added.stderr
    assert (
        "1 unchanged"
        in briefing("add", str(article), "--story", "Salm flood", "--published", "2031-05-03").stderr
    )
    (story,) = records(briefing("stories", "--json"))
    assert (story["story"], story["articles"], story["as_of"]) == ("salm-flood", 1, "2031-05-03")
    (kept,) = records(briefing("articles", "salm-flood", "--text", "--json"))
    assert kept["date_basis"] == "given"
    for fact in records(briefing("facts", "--json")):
        assert kept["text"][fact["start"] : fact["end"]] == fact["quote"]
    assert {"distance", "population"} <= {claim["kind"] for claim in records(briefing("claims", "--json"))}
    assert "12,000" in briefing("show").stdout
    assert briefing("remove", "--story", "salm-flood").stdout == "salm-flood: removed with 1 article\n"
    assert records(briefing("stories", "--json")) == []


def test_show_as_json_has_marks_that_resolve(briefing: Run, article: Path) -> None:
    briefing("add", str(article))
    (kept,) = records(briefing("articles", "--text", "--json"))
    (shown,) = records(briefing("show", "--format", "json"))
    marks = [mark for section in shown["sections"] for line in section["lines"] for mark in line["sources"]]
    assert marks
    for mark in marks:
        assert mark["article"] == kept["source"]
        assert kept["text"][mark["start"] : mark["end"]].strip()


def test_extract_gives_spans_into_the_text_as_given(briefing: Run) -> None:
    (fact,) = [fact for fact in records(briefing("extract", stdin=ARTICLE)) if fact["kind"] == "distance"]
    assert (fact["value"], fact["unit"], fact["qualifier"]) == (60, "km", "about")
    assert fact["also"] == [{"value": 37, "unit": "mile"}]
    assert ARTICLE[fact["start"] : fact["end"]] == fact["quote"] == "about 60 kilometres (37 miles)"


def test_extract_resolves_days_by_the_date_it_is_given(briefing: Run) -> None:
    facts = records(briefing("extract", "--published", "2017-11-03", stdin="The bridge fell on Thursday."))
    assert [fact["value"] for fact in facts if fact["kind"] == "date"] == ["2017-11-02"]


def test_extract_reads_json_lines_in_order_and_names_bad_ones(briefing: Run) -> None:
    lines = [
        '{"id": "a", "text": "It is 3 km away.", "published": null}',
        "nonsense",
        '{"id": "b", "text": ""}',
    ]
    ran = briefing("extract", "--jsonl", stdin="\n".join(lines))
    assert ran.returncode == 1
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == ["a", "b"]
    assert "line 2" in ran.stderr


def test_grade_judges_line_by_line_and_checks(briefing: Run) -> None:
    key = {"kind": "distance", "value": 60, "unit": "km", "qualifier": "about", "text": "about 60 kilometres"}
    rows = [
        {"id": 1, "key": key, "answer": "60 km", "verdict": "correct"},
        {"id": 2, "key": key, "answer": "600 km"},
    ]
    judged = records(briefing("grade", stdin="\n".join(json.dumps(row) for row in rows)))
    assert [(row["id"], row["verdict"]) for row in judged] == [(1, "correct"), (2, "wrong")]
    assert all(row["rule"] and row["reason"] for row in judged)
    checked = briefing("grade", "--check", stdin="\n".join(json.dumps(row) for row in rows))
    assert checked.returncode == 1
    assert "2 answers, 1 judged otherwise" in checked.stderr


def test_a_plain_quiz_keeps_each_answer(briefing: Run) -> None:
    briefing()
    (first, *_) = records(briefing("questions", "--json"))
    ran = briefing("quiz", "--plain", "-n", "3", "--as", "Ana", stdin=f"{first['key'].get('text')}\n\n")
    assert ran.returncode == 0
    assert "✓ Correct" in ran.stdout
    assert "1 of 3 answered: 1 correct, 0 close, 0 wrong, 1 skipped" in ran.stdout
    kept = records(briefing("results", "--json"))
    assert [(row["trainee"], row["verdict"], row["rule"] == "skipped") for row in kept] == [
        ("Ana", "correct", False),
        ("Ana", "wrong", True),
    ]


def test_questions_are_narrowed_by_the_kind_of_their_answer(briefing: Run) -> None:
    briefing()
    kinds = {question["kind"] for question in records(briefing("questions", "--kind", "person", "--json"))}
    assert kinds == {"person"}


def test_a_choice_quiz_takes_numbers(briefing: Run) -> None:
    briefing()
    ran = briefing("quiz", "--plain", "-n", "4", "--mode", "choice", stdin="1\n2\n3\n1\n")
    assert (ran.returncode, ran.stderr.count("Traceback")) == (0, 0)
    assert "4 of 4 answered" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["add", "missing.txt"], 1, "missing.txt: no such file or folder"),
        (["show", "nowhere"], 2, "no story 'nowhere'"),
        (["show"], 1, "the store is empty"),
        (["add", "x.txt", "--published", "soon"], 2, "soon"),
        (["extract", "--published", "soon"], 2, "soon"),
        (["show", "--format", "pdf"], 2, "pdf"),
        (["remove"], 2, "name articles, or a story"),
        (["sing"], 2, "No such command 'sing'"),
        (["stories", "--db", "no/such/folder/a.db"], 3, "does not exist"),
        (["stories", "--db", "."], 3, "is a folder"),
        (["stories", "--db", "mysql://here"], 2, "mysql"),
        (["extract", "missing.txt"], 1, "missing.txt"),
    ],
)
def test_what_goes_wrong_is_one_line_and_the_right_code(
    briefing: Run, arguments: list[str], code: int, told: str
) -> None:
    ran = briefing(*arguments)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert told in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_folder_without_articles_is_named(briefing: Run, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    ran = briefing("add", str(tmp_path / "photos"))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "no articles in this folder" in ran.stderr


def test_an_unreadable_file_does_not_stop_the_others(briefing: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02" * 100)
    ran = briefing("add", str(article), str(tmp_path / "broken.txt"), "--story", "salm")
    assert ran.returncode == 1
    assert "broken.txt" in ran.stderr
    assert [story["articles"] for story in records(briefing("stories", "--json"))] == [1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_store_that_cannot_be_written_is_told(briefing: Run, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    ran = briefing("stories", "--db", str(folder / "a.db"))
    assert (ran.returncode, ran.stderr.count("\n")) == (3, 1)


def test_a_csv_cell_is_never_a_formula(briefing: Run) -> None:
    briefing()
    briefing("quiz", "--plain", "-n", "1", "--as", "Ana", stdin="=HYPERLINK(1)\n")
    assert "'=HYPERLINK(1)" in briefing("results", "--csv").stdout


def test_search_finds_sentences_with_their_spans(briefing: Run, article: Path) -> None:
    briefing("add", str(article), "--story", "salm")
    (hit,) = records(briefing("search", "left", "homes", "--json"))
    (text,) = [record["text"] for record in records(briefing("articles", "salm", "--text", "--json"))]
    assert text[hit["start"] : hit["end"]] == hit["sentence"]
    assert (hit["published"], [hit["sentence"][a:b] for a, b in hit["marks"]]) == (
        "2031-05-03",
        ["left", "homes"],
    )
    assert "12,000 residents" in briefing("search", "homes").stdout
    nothing = briefing("search", '"')
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "", "nothing found\n")
