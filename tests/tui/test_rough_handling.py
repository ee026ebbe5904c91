"""Commands that are handled roughly: closed streams, full disks, bytes that are no text, names nobody knows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ZshComplete

from tests.tui.typed import Ran, run
from tui.group import cli

ROOT = Path(__file__).parents[2]
GRADED = '{"id": 1, "key": {"kind": "age", "value": 41}, "answer": "41"}\n'
NO_TEXT = os.fsdecode(b"\xff\xfe")
ARTICLE = (
    "LORN, 3 May 2031 (Reuters) - Some 12,000 people have left Port Salm since April, the coastguard said.\n"
)


def shell(folder: Path, line: str, given: str = "") -> Ran:
    """Runs a line of shell in which ``briefing`` is the program."""
    program = f'briefing() {{ "{sys.executable}" -m tui.cli "$@"; }}; {line}'
    known = {"BRIEFING_DB": str(folder / "store.db"), "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        ["bash", "-c", program], input=given, capture_output=True, encoding="utf-8", check=False,
        cwd=folder, env={**os.environ, **known},
    )  # fmt: skip
    return Ran(*(ended.returncode, ended.stdout, ended.stderr))


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    ran = shell(tmp_path, 'briefing grade | head -n 1; echo "${PIPESTATUS[0]}"', GRADED * 2000)
    first, code = ran.stdout.splitlines()
    assert json.loads(first)["id"] == 1
    assert (code, ran.stderr) == ("0", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    ran = shell(tmp_path, "briefing config > /dev/full")
    assert ran == (3, "", "briefing: No space left on device; check the disk and the permissions\n")


@pytest.mark.parametrize(("command", "code"), [("grade", 0), ("extract", 0), ("add -", 1)])
def test_a_closed_input_is_an_empty_one(tmp_path: Path, command: str, code: int) -> None:
    ran = shell(tmp_path, f"briefing {command} <&-")
    assert (ran.returncode, ran.stdout) == (code, "")
    assert "Traceback" not in ran.stderr
    assert "fault of this program" not in ran.stderr


def test_a_byte_order_mark_is_no_part_of_the_input(tmp_path: Path) -> None:
    ran = shell(tmp_path, "briefing grade", f"\ufeff{GRADED}")
    assert json.loads(ran.stdout)["verdict"] == "correct"


def test_half_a_character_in_an_id_comes_back_as_it_was(tmp_path: Path) -> None:
    ran = shell(tmp_path, "briefing grade", GRADED.replace("1", r'"\\ud800"', 1).replace(r"\\", "\\"))
    assert json.loads(ran.stdout)["id"] == "\ud800"


@pytest.mark.parametrize(
    "command",
    [
        ("show", NO_TEXT), ("articles", NO_TEXT), ("quiz", NO_TEXT, "--plain"), ("results", "--story", NO_TEXT),
        ("remove", "--story", NO_TEXT), ("search", "--story", NO_TEXT, "x"), ("quiz", "--bank", NO_TEXT, "--plain"),
    ],
)  # fmt: skip
def test_a_name_that_is_no_text_is_a_wrong_command_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = run(tmp_path / "store.db", *command)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("briefing: ")
    assert ran.stderr.count("\n") == 1


def test_a_file_whose_name_is_no_text_is_read_all_the_same(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text(ARTICLE, encoding="utf-8")
    ran = run(tmp_path / "store.db", "add", str(path), "--story", "salm")
    assert (ran.returncode, ran.stdout.partition(":")[0]) == (0, "\ufffd.txt")


@pytest.mark.parametrize("group", ["db", "bank"])
def test_a_group_without_a_command_names_those_it_has(tmp_path: Path, group: str) -> None:
    ran = run(tmp_path / "store.db", group)
    assert ran.returncode == 2
    assert ran.stderr.startswith("briefing: say what to do: ")
    assert ran.stderr.endswith(f" (see briefing {group} --help)\n")
    assert ran.stderr.count("\n") == 1


def test_choices_are_told_in_one_line(tmp_path: Path) -> None:
    assert run(tmp_path / "store.db", "completion").stderr.count("\n") == 1


@pytest.mark.parametrize(
    "command", [("results", "--story", "nowhere"), ("search", "x", "--story", "nowhere")]
)
def test_a_story_that_is_not_there_is_said_so(tmp_path: Path, command: tuple[str, ...]) -> None:
    assert run(tmp_path / "store.db", "add", "-", "--story", "salm", given=ARTICLE).returncode in (0, 1)
    ran = run(tmp_path / "store.db", *command)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "nowhere" in ran.stderr


def test_results_are_csv_or_json_but_not_both(tmp_path: Path) -> None:
    ran = run(tmp_path / "store.db", "results", "--csv", "--json")
    assert (ran.returncode, ran.stderr.partition(" (")[0]) == (2, "briefing: choose one of --csv and --json")


COMPLETED = """
printf '#!/bin/sh\\nexec "{python}" -m tui.cli "$@"\\n' > shown && chmod +x shown
eval "$(./shown completion bash)"
COMP_WORDS=(briefing facts --kind dat); COMP_CWORD=3; _briefing_completion ./shown
echo "${{COMPREPLY[@]}}"
"""


@pytest.mark.skipif(sys.platform == "win32", reason="bash is no shell of this system")
def test_bash_completes_what_an_option_takes(tmp_path: Path) -> None:
    assert shell(tmp_path, COMPLETED.format(python=sys.executable)).stdout == "date\n"


@pytest.mark.parametrize("words", ["add", "bank check", "bank import", "bank export", "db copy", "extract"])
def test_shells_complete_files_where_a_file_is_meant(words: str) -> None:
    completing = ZshComplete(cli, {}, "briefing", "_BRIEFING_COMPLETE")
    assert [each.type for each in completing.get_completions(words.split(), "no")] == ["file"]


def test_bash_falls_back_to_files(tmp_path: Path) -> None:
    script = run(tmp_path / "store.db", "completion", "bash").stdout
    assert "complete -o nosort -o default -F _briefing_completion briefing" in script
