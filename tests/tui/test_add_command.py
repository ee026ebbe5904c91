"""``briefing add`` as a person meets it: one line an article, what is missing, what was left out, and Ctrl-C."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.briefings.ingest.invented_news import BAKERS, FLOOD, FLOOD_AGAIN, made_up, page
from tests.tui import typed
from tests.tui.typed import Ran

Run = Callable[..., Ran]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    known = {"BRIEFING_DB": str(tmp_path / "store.db"), "HOME": str(tmp_path), "TERM": "xterm-256color"}
    return {**os.environ, **known, "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str = "") -> Ran:
        return typed.run(tmp_path / "store.db", "add", *arguments, given=stdin)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "flood"
    made.mkdir()
    (made / "a.txt").write_text(page(FLOOD, "Esk floods Carrow", "3 May 2031"), encoding="utf-8")
    (made / "b.txt").write_text(page(FLOOD_AGAIN, "Carrow under water"), encoding="utf-8")
    (made / "c.txt").write_text(
        page((*BAKERS, "Share this article"), "Rye loaf wins again"), encoding="utf-8"
    )
    return made


@pytest.mark.parametrize("option", ["--story", "--outlet", "--title"])
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_name_is_said_and_nothing_is_added(add: Run, folder: Path, option: str, empty: str) -> None:
    ran = add("flood", option, empty)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"briefing: {option} is empty: say what it is, or leave it out")
    assert ran.stderr.count("\n") == 1


def test_each_article_is_one_line_and_what_is_missing_is_said(add: Run, folder: Path) -> None:
    (folder / "d.txt").write_bytes((folder / "a.txt").read_bytes())
    run = add("flood", "--verbose")
    assert run.returncode == 0
    lines = [re.sub(r"\d+ facts?", "n facts", line) for line in run.stdout.splitlines()]
    assert lines == [
        "a.txt: added, n facts, 1 line of page furniture cut; outlet not known, 2031-05-03",
        "    cut: 3 May 2031",
        "b.txt: added, n facts; outlet not known, 2031-05-03 (inferred)",
        "c.txt: added, n facts, 1 line of page furniture cut; outlet not known, date not known",
        "    cut: Share this article",
        "d.txt: duplicate of a.txt, 1 line of page furniture cut; outlet not known, 2031-05-03",
        "    cut: 3 May 2031",
    ]
    assert run.stderr.splitlines() == [
        "flood: 3 added, 1 duplicate; read it with: briefing show flood",
        "1 without a date (days such as 'on Friday' are left out of the facts): add again with --published DATE",
        "4 without an outlet: add again with --outlet NAME",
    ]


def test_json_tells_the_same_and_nothing_else(add: Run, folder: Path) -> None:
    (folder / "d.txt").write_bytes((folder / "a.txt").read_bytes())
    run = add("flood", "--json")
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert (run.returncode, run.stderr) == (0, "")
    assert [(r["source"], r["outcome"], r["duplicate_of"], r["date_basis"]) for r in records] == [
        ("a.txt", "added", None, "stated"),
        ("b.txt", "added", None, "inferred"),
        ("c.txt", "added", None, "unknown"),
        ("d.txt", "duplicate", "a.txt", "stated"),
    ]


@pytest.mark.parametrize(
    ("names", "code", "told"),
    [
        (["scan.pdf"], 1, "scan.pdf is a PDF document; copy its text into a .txt file"),
        (["ftp://news.example/a"], 1, "only http and https ones are read"),
        (["http://127.0.0.1:9/a"], 1, "give --allow-local if you mean it"),
        (["http://127.0.0.1:9/a", "--allow-local"], 3, "could not be fetched (Connection refused)"),
        (["http://no-such-host.invalid/a"], 3, "check it, and that you are online"),
    ],
)
def test_what_is_left_out_gives_its_line_and_code(
    add: Run, tmp_path: Path, names: list[str], code: int, told: str
) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    run = add(*names)
    assert (run.returncode, run.stdout) == (code, "")
    line, summary = run.stderr.splitlines()
    assert told in line
    assert summary.endswith(": 1 left out")


def test_what_is_left_out_does_not_stop_the_rest(add: Run, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\0\1\2" * 50)
    run = add("flood", "http://no-such-host.invalid/a")
    assert run.returncode == 3
    assert len(run.stdout.splitlines()) == 3
    assert "flood: 3 added, 2 left out; read it with" in run.stderr


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Says nothing."""

    (tmp_path / "site").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site")))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_web_page_is_added_and_a_changed_one_takes_its_place(add: Run, site: str, tmp_path: Path) -> None:
    def publish(*paragraphs: str) -> None:
        story = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        (tmp_path / "site" / "esk-flood.html").write_text(
            "<html><head><title>Esk floods Carrow | Daily Esk</title><meta property='article:published_time' "
            f"content='2031-05-03'></head><body><nav>Home</nav><article>{story}</article></body></html>",
            encoding="utf-8",
        )

    publish(*FLOOD)
    address = f"{site}/esk-flood.html"
    run = add(address, "--allow-local")
    assert run.stdout.startswith(f"{address}: added")
    assert run.stdout.endswith("; Daily Esk, 2031-05-03\n")
    assert "esk-flood: 1 added" in run.stderr
    assert add(address, "--allow-local").stdout.startswith(f"{address}: unchanged")
    publish(*FLOOD, "On Sunday the trains ran again.")
    assert add(address, "--allow-local").stdout.startswith(f"{address}: replaced")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    made = tmp_path / "many"
    made.mkdir()
    for number in range(150):
        (made / f"{number:03}.txt").write_text(made_up(number), encoding="utf-8")
    return made


def read_all(terminal: int) -> str:
    shown = b""
    while True:
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # how Linux reports the end of the other side
            break
        if not chunk:
            break
        shown += chunk
    return shown.decode()


def test_a_terminal_shows_a_bar_on_stderr_and_stdout_stays_data(
    environment: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    terminal, inside = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "add", "flood"],
        stdout=subprocess.PIPE,
        stderr=inside,
        env=environment,
        cwd=tmp_path,
        text=True,
    ) as process:
        os.close(inside)
        shown = read_all(terminal)
        assert process.stdout is not None
        printed = process.stdout.read()
    os.close(terminal)
    assert "Reading" in shown
    assert "100%" in shown
    assert [line[:5] for line in printed.splitlines()] == ["a.txt", "b.txt", "c.txt"]
    assert "\x1b" not in printed


def test_ctrl_c_says_what_was_done_and_the_same_command_does_the_rest(
    environment: dict[str, str], add: Run, many: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tui.cli", "add", "many"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=tmp_path, text=True
    ) as process:
        store = tmp_path / "store.db-wal"
        until = time.monotonic() + 20
        while time.monotonic() < until and not (store.exists() and store.stat().st_size > 1_200_000):
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        printed, told = process.communicate()
    assert (process.returncode, printed) == (130, "")
    assert re.fullmatch(r"briefing: stopped; \d+ of 150 are done, the same command does the rest\n", told)
    rest = add("many")
    outcomes = [line.split(": ")[1].split(",")[0].split(";")[0] for line in rest.stdout.splitlines()]
    assert (rest.returncode, len(outcomes)) == (0, 150)
    assert set(outcomes) <= {"added", "unchanged"}
    assert "unchanged" in outcomes


def test_each_folder_inside_becomes_a_story_whoever_reads(add: Run, tmp_path: Path) -> None:
    for story, paragraphs in (("esk", FLOOD), ("rye", BAKERS)):
        (tmp_path / "archive" / story).mkdir(parents=True)
        (tmp_path / "archive" / story / "a.txt").write_text(page(paragraphs), encoding="utf-8")
    (tmp_path / "archive" / "empty").mkdir()
    run = add("archive", "--by-folder", "--jobs", "2")
    assert run.returncode == 0
    assert [line.split(",")[0] for line in run.stdout.splitlines()] == ["a.txt: added"] * 2
    assert [line for line in run.stderr.splitlines() if "read it with" in line] == [
        "esk: 1 added; read it with: briefing show esk",
        "rye: 1 added; read it with: briefing show rye",
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--by-folder", "--story", "s"], "--by-folder names each story after its folder: leave out --story"),
        (["--jobs", "2", "--cluster", "tcp://h:1"], "--jobs reads on this machine, --cluster elsewhere"),
        (["--jobs", "0"], "0 is not in the range 1<=x<=64"),
        (["--by-folder"], "flood: no folder with articles inside; leave out --by-folder"),
    ],
)
def test_options_that_do_not_go_together_are_told(
    add: Run, folder: Path, options: list[str], told: str
) -> None:
    run = add(folder.name, *options)
    assert run.returncode in (1, 2)
    assert told in run.stderr
