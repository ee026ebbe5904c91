"""The real ``ssh`` client, as a trainee uses it: what Textual's internals must go on allowing."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from tests.tui.ssh.machines import PATIENCE, Opener, Server, Terminal, wait_for
from tests.tui.typed import run as typed

HOME = "Deir ez-Zor and al-Qaim"
REFUSED = 255  # the exit code of ssh when it could not log in


def run(command: list[str], said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, input=said, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )


def start_quiz(mine: Terminal) -> None:
    mine.shows("nothing due")
    mine.keys("z")
    mine.shows("recall them")
    mine.keys("Enter")
    mine.shows("question 1 of")


def test_a_trainee_logs_in_reads_answers_and_leaves(server: Server, terminal: Opener) -> None:
    mine = terminal(server.ssh())
    mine.shows(HOME)
    mine.keys("Enter")
    mine.shows("BOTTOM LINE")
    mine.keys("Escape")  # a lone escape is told by the pause after it
    start_quiz(mine)
    wait_for(lambda: mine.at_cursor() == "›", mine.at_cursor)
    mine.keys("中文 héllo")
    mine.shows("中文 héllo")
    mine.resize(80, 24)
    mine.paste("one\x1b[Atwo")
    mine.shows("one[Atwo")
    mine.resize(120, 40)
    mine.keys("Escape")
    mine.shows("Quit")
    mine.keys("q")
    mine.shows("ended with 0")


def test_the_mouse_works(server: Server, terminal: Opener) -> None:
    mine = terminal(server.ssh(), 80, 24)
    mine.shows(HOME)
    screen = mine.shows("q Quit").splitlines()
    row = next(number for number, line in enumerate(screen, 1) if "q Quit" in line)
    column = screen[row - 1].index("q Quit") + 3
    for state in "Mm":
        mine.keys("-l", f"\x1b[<0;{column};{row}{state}")
    mine.shows("ended with 0")


def test_who_comes_back_finds_her_answers_kept_and_goes_on(server: Server, terminal: Opener) -> None:
    first = terminal(server.ssh())
    start_quiz(first)
    first.keys("no idea", "Enter")
    first.shows("Wrong")
    first.close()  # the line drops
    wait_for(lambda: "end who='ada'" in server.log, "the session to end")
    assert '"answer": "no idea"' in typed(server.store, "results", "--who", "ada", "--json").stdout
    assert "no idea" not in server.log
    again = terminal(server.ssh())
    again.shows(HOME)


@pytest.mark.parametrize(
    "asked",
    [
        ["echo", "hello"],
        ["-s", "sftp"],
        ["-N", "-W", "127.0.0.1:22"],
    ],
    ids=["exec", "sftp", "direct-tcpip"],
)
def test_nothing_but_a_shell_is_given(server: Server, asked: list[str]) -> None:
    options = [word for word in asked if word.startswith("-") or ":" in word]
    words = [word for word in asked if word not in options]
    done = run([*server.ssh("ada", *options), *words])
    assert done.returncode != 0
    assert "hello" not in done.stdout


@pytest.mark.parametrize("forward", [["-R", "0:127.0.0.1:22"], ["-R", "/tmp/nowhere:127.0.0.1:22"]])
def test_no_port_is_forwarded(server: Server, forward: list[str]) -> None:
    done = run([*server.ssh("ada", "-N", "-o", "ExitOnForwardFailure=yes", *forward)])
    assert done.returncode == REFUSED


def test_an_unknown_key_is_refused_and_logged(server: Server) -> None:
    assert run(server.ssh("eve", user="eve")).returncode == REFUSED
    assert "refused what='key' who='eve'" in server.log


def test_a_shell_without_a_terminal_gets_the_briefing(server: Server) -> None:
    done = run(server.ssh("ada", "-T"))
    assert (done.returncode, HOME in done.stdout, "\x1b" in done.stdout) == (0, True, False)


def test_a_dumb_terminal_gets_the_briefing(server: Server, terminal: Opener) -> None:
    mine = terminal(["env", "TERM=dumb", *server.ssh("ada", "-tt")], 80, 24)
    mine.shows("ended with 0")


def test_a_new_key_comes_in_with_the_class_code_and_then_without(server: Server, terminal: Opener) -> None:
    code = typed(server.store, "enrol").stdout.strip()
    mine = terminal(server.ssh("eve", user="root"))
    mine.shows("Class code:")
    mine.keys("WRONG-CODE", "Enter")
    mine.shows("not the class code")
    mine.keys(code.lower(), "Enter")
    mine.shows(HOME, "kept under root-2")
    typed(server.store, "enrol", "--close")
    terminal(server.ssh("eve", user="someone-else")).shows(HOME)
    assert "enrolled who='root-2'" in server.log


def test_who_was_named_before_she_came_gets_her_name_with_a_code_of_her_own(
    server: Server, terminal: Opener
) -> None:
    named = typed(server.store, "instructors", "add", "ines", "--as", "root")
    assert "briefing enrol --name ines" in named.stderr
    code = typed(server.store, "enrol", "--name", "ines").stdout.strip()
    mine = terminal(server.ssh("ines", user="ines"))
    mine.shows("Class code:")
    mine.keys(code, "Enter")
    mine.shows(HOME)
    assert "enrolled who='ines'" in server.log


def test_an_open_classroom_asks_for_no_key_checks_no_name_and_says_goodbye(
    grounds: Path, terminal: Opener
) -> None:
    server = Server(grounds, ("--open",))
    server.start()
    try:
        terminal(server.ssh(None, user="anybody")).shows(HOME)
        assert "nobody's name is checked" in server.log
        mine = terminal(server.ssh(None, user="another"))
        mine.shows(HOME)
        server.stop(signal.SIGTERM)
        mine.shows("your answers are kept")
    finally:
        server.stop()
