"""The door of the server, piece by piece: counts, files of keys, the server's own key, the line for a class code."""

from __future__ import annotations

from pathlib import Path

import asyncssh
import pytest

from briefings.errors import BriefingError
from tests.tui.ssh.machines import make_key
from tui.ssh.host_key import host_key
from tui.ssh.limits import Doorkeeper, Limits
from tui.ssh.prompt import LONGEST, Line, LinePrompt
from tui.ssh.server import AuthorizedKeys

HERE = "192.0.2.7"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_minute_later_an_address_may_come_again() -> None:
    clock = Clock()
    doors = Doorkeeper(Limits(connections_a_minute=2), clock)
    assert [doors.knock(HERE) for _ in range(3)] == [None, None, "too many connections from one address"]
    assert doors.knock("192.0.2.8") is None
    clock.now = 59.9
    assert doors.knock(HERE) is not None
    clock.now = 60.0
    assert doors.knock(HERE) is None


def test_who_has_logged_in_waits_at_the_door_no_more() -> None:
    doors = Doorkeeper(Limits(waiting=1), Clock())
    assert doors.knock(HERE) is None
    assert doors.knock(HERE) == "too many connections that have not logged in"
    doors.leave_door()
    assert doors.knock(HERE) is None


def test_who_leaves_makes_room() -> None:
    doors = Doorkeeper(Limits(sessions=2, sessions_a_user=1), Clock())
    assert doors.enter("ada") is None
    assert doors.enter("ada") == "you have 1 sessions open already; end one first"
    assert doors.enter("ben") is None
    assert doors.enter("cem") == "the server is full (2 sessions); try again later"
    doors.leave("ada")
    assert (doors.inside, doors.enter("ada")) == (1, None)


def test_a_window_the_client_does_not_know_is_an_ordinary_one() -> None:
    assert Limits().clamp(0, 0) == (80, 24)
    assert Limits().clamp(301, 101) == (300, 100)
    assert Limits().clamp(300, 100) == (300, 100)


def test_keys_are_read_again_when_their_file_changes_and_a_bad_one_changes_nothing(tmp_path: Path) -> None:
    ada, eve = (make_key(tmp_path / name).convert_to_public() for name in ("ada", "eve"))
    path = tmp_path / "keys"
    path.write_bytes(b"# the class\n" + ada.export_public_key())
    keys = AuthorizedKeys(path)
    assert (keys(ada, HERE), keys(eve, HERE)) == (True, False)
    path.write_bytes(b"ssh-ed25519 nonsense\n")
    assert (keys(ada, HERE), keys(eve, HERE)) == (True, False)
    path.unlink()
    assert keys(ada, HERE)
    path.write_bytes(eve.export_public_key())
    assert (keys(ada, HERE), keys(eve, HERE)) == (False, True)


def test_a_key_may_be_held_to_an_address(tmp_path: Path) -> None:
    ada = make_key(tmp_path / "ada").convert_to_public()
    (tmp_path / "keys").write_bytes(b'from="192.0.2.0/24" ' + ada.export_public_key())
    keys = AuthorizedKeys(tmp_path / "keys")
    assert keys(ada, HERE)
    assert not keys(ada, "198.51.100.1")


@pytest.mark.parametrize("content", [None, b"ssh-ed25519 nonsense\n", b"\xff\xfe\n"])
def test_without_readable_keys_no_server_starts(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "keys").write_bytes(content)
    with pytest.raises(BriefingError, match="could not be used"):
        AuthorizedKeys(tmp_path / "keys")


def test_the_host_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "host"
    made = host_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert host_key(path).get_fingerprint() == made.get_fingerprint()
    assert [each.name for each in path.parent.iterdir()] == ["host"]


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_host_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    host_key(tmp_path / "host")
    (tmp_path / "host").chmod(mode)
    with pytest.raises(BriefingError, match="can be read by others"):
        host_key(tmp_path / "host")


def test_a_file_that_is_no_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "host").touch(0o600)
    with pytest.raises(BriefingError, match="could not be used"):
        host_key(tmp_path / "host")
    assert isinstance(host_key(tmp_path / "another"), asyncssh.SSHKey)


@pytest.mark.parametrize(
    ("typed", "became", "text", "echo"),
    [
        (b"abcd-1\r", Line.DONE, "abcd-1", "abcd-1\r\n"),
        (b"ab\x7fc", Line.GOING_ON, "ac", "ab\b \bc"),
        (b"\x7f", Line.GOING_ON, "", ""),
        (b"a\x03", Line.LEFT, "a", "a\r\n"),
        (b"\x04", Line.LEFT, "", "\r\n"),
        (b"\xff\x9b;%\x07b", Line.GOING_ON, "b", "b"),
        (b"x" * 1000, Line.GOING_ON, "x" * LONGEST, "x" * LONGEST),
    ],
)
def test_of_a_line_only_letters_digits_and_dashes_are_taken_and_echoed(
    typed: bytes, became: Line, text: str, echo: str
) -> None:
    prompt = LinePrompt()
    assert (prompt.take(typed), prompt.text) == ((became, echo), text)
