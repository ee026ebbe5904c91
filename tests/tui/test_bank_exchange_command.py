"""``briefing bank import`` and ``export`` as a user runs them: what is printed where, and the exit code."""

from __future__ import annotations

import functools
import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefings.errors import BriefingError
from quiz_bank.formats.foreign import settle
from quiz_bank.formats.foreign.exchange import FORMATS
from quiz_bank.formats.foreign.exchange import WRITTEN as WRITABLE
from tests.tui import typed
from tests.tui.typed import Ran
from tui.commands.bank_exchange import READ, WRITTEN, import_banks

GIFT = """// rivers
::Long::Which river crosses Lorn? {=Varn ~Salm}

Tell of Lorn. {}

Which came first? {=Lorn ~%50%Salm ~Hale}
"""


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``briefing bank`` in a folder of its own that holds ``quiz.gift``."""
    (tmp_path / "quiz.gift").write_text(GIFT)
    monkeypatch.chdir(tmp_path)
    return functools.partial(typed.run, tmp_path / "store.db", "bank")


def test_an_import_prints_a_bank_and_tells_the_losses_beside_it(run: Run) -> None:
    result = run("import", "quiz.gift")
    assert [each["ask"] for each in tomllib.loads(result.stdout)["question"]] == [
        "Which river crosses Lorn?", "Which came first?",
    ]  # fmt: skip
    assert result.stderr.splitlines() == [
        'quiz.gift:4: "Tell of Lorn." skipped: essay is not supported',
        'quiz.gift:6: "Which came first?" changed: part of a mark for an answer',
        "quiz.gift: gift: 2 imported, 1 of them changed, 1 skipped: essay is not supported (line 4)",
    ]
    assert result.returncode == 1


def test_a_table_of_unnamed_columns_is_refused_in_one_line_and_read_with_their_names(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "rivers.csv").write_text("Varn;Salm;Which is long?\nSalm;Varn;Which is old?\n")
    refused = run("import", "rivers.csv")
    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (1, "", 1)
    assert "name them in a first row, or with --columns" in refused.stderr
    named = run("import", "rivers.csv", "--columns", "answer,wrong,question")
    assert [each["answer"] for each in tomllib.loads(named.stdout)["question"]] == ["Varn", "Salm"]
    assert named.returncode == 0
    assert (
        "no question and answer among the columns" in run("import", "rivers.csv", "--columns", "a,b").stderr
    )


def test_what_one_bank_cannot_hold_fills_several_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settle, "bank_texts", functools.partial(settle.bank_texts, largest=200))
    quiz = tmp_path / "quiz.gift"
    quiz.write_text("Which river? {=Varn}\n\nWhich town? {=Lorn}\n")
    told = CliRunner().invoke(import_banks, [str(quiz), "--to", str(tmp_path / "mine.toml")])
    assert "mine-2.toml: part 2 of 2, as one bank cannot hold all questions" in told.stderr
    parts = [tomllib.loads((tmp_path / f"mine-{number}.toml").read_text()) for number in (1, 2)]
    assert [part["question"][0]["answer"] for part in parts] == ["Varn", "Lorn"]
    refused = CliRunner().invoke(import_banks, [str(quiz)])
    assert isinstance(refused.exception, BriefingError)
    assert refused.exception.hint == "name a file with --to"


def test_what_was_only_changed_is_no_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "quiz.gift").write_text(GIFT.replace("Tell of Lorn. {}", ""))
    assert run("import", "quiz.gift").returncode == 0


def test_an_imported_bank_is_kept_and_exported_again(run: Run, tmp_path: Path) -> None:
    assert run("import", "quiz.gift", "--to", "rivers.toml", "--title", "Rivers").stdout == ""
    assert run("add", "rivers.toml").stdout == "rivers: 2 questions of 2\n"
    for name in ("rivers", "rivers.toml"):
        result = run("export", name, "--format", "moodle", "-o", "rivers.xml")
        assert (result.returncode, result.stdout) == (0, "")
        assert result.stderr == f"{name}: moodle: 2 exported\n"
        again = run("import", "rivers.xml")
        assert (tomllib.loads(again.stdout)["question"], again.returncode) == (
            tomllib.loads((tmp_path / "rivers.toml").read_text())["question"], 0,
        )  # fmt: skip


def test_programs_get_an_object_for_each_item(run: Run, tmp_path: Path) -> None:
    result = run("import", "quiz.gift", "--json", "--to", "rivers.toml")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["outcome"] for record in records] == ["imported", "skipped", "changed"]
    assert records[0]["question"]["answer"] == "Varn"
    assert records[1]["question"] is None
    assert records[1]["notes"] == [{"outcome": "skipped", "what": "essay is not supported"}]
    assert (tmp_path / "rivers.toml").exists()


def test_files_of_several_formats_make_one_bank_with_ids_of_their_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "more.csv").write_text("id,question,answer\nlong,How long is the Varn?,300\n")
    result = run("import", "quiz.gift", "more.csv")
    assert [each["id"] for each in tomllib.loads(result.stdout)["question"]] == [
        "long", "which-came-first", "long-2",
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_hides_no_other(run: Run) -> None:
    result = run("import", "gone.gift", "quiz.gift")
    assert result.stderr.startswith("briefing: gone.gift: No such file or directory")
    assert result.stdout.count("[[question]]") == 2
    assert result.returncode == 1


def test_a_package_is_not_printed(run: Run) -> None:
    run("import", "quiz.gift", "--to", "rivers.toml")
    result = run("export", "rivers.toml", "--format", "apkg")
    assert (result.returncode, result.stdout) == (2, "")
    assert "-o" in result.stderr


def test_the_formats_offered_are_those_there_are() -> None:
    assert set(READ) == set(FORMATS)
    assert set(WRITTEN) == set(WRITABLE)
