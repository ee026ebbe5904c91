"""What a client may not have, however it asks: refused, and told in the log."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import asyncssh
import pytest

from tests.tui.ssh.serving import connect, log_in, quiet, serving, small_house, until
from tui.ssh.intake import Ration
from tui.ssh.limits import Limits
from tui.ssh.server import Entry

NOBODY = Entry(open=False, is_authorized=lambda *_: False, person=lambda _: None, is_enrolling=lambda: False)
KNOWN = Entry(open=False, is_authorized=lambda *_: False, person=lambda _: "ada", is_enrolling=lambda: False)

Asks = Callable[[asyncssh.SSHClientConnection], Awaitable[object]]

ASKED: dict[str, Asks] = {
    "exec": lambda conn: conn.run("ls"),
    "sftp": lambda conn: conn.start_sftp_client(),
    "netconf": lambda conn: conn.create_process(subsystem="netconf"),
    "direct-tcpip": lambda conn: conn.open_connection("127.0.0.1", 22),
    "direct-streamlocal": lambda conn: conn.open_unix_connection("/run/any.sock"),
    "tcpip-forward": lambda conn: conn.forward_remote_port("", 0, "127.0.0.1", 22),
    "streamlocal-forward": lambda conn: conn.forward_remote_path("/tmp/any.sock", "/run/any.sock"),
    "tun": lambda conn: conn.create_tun(asyncssh.SSHTunTapSession),
    "tap": lambda conn: conn.create_tap(asyncssh.SSHTunTapSession),
}


@pytest.fixture(autouse=True)
def _log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "briefing.ssh")


async def test_nothing_but_a_shell_is_given(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(small_house(Limits())) as port:
        for what, ask in ASKED.items():
            conn = await connect(port, f"by {what}")
            with pytest.raises((asyncssh.ChannelOpenError, asyncssh.ChannelListenError)):
                await ask(conn)
            assert f"refused what={what!r} who='by {what}' address='127.0.0.1'" in caplog.text


@pytest.mark.parametrize(
    "request_",
    [(b"auth-agent-req@openssh.com",), (b"x11-req", b"\0" + b"\0\0\0\0" * 3)],
    ids=["agent", "X11"],
)
async def test_neither_agent_nor_x11_is_forwarded(request_: tuple[bytes, ...]) -> None:
    async with serving(small_house(Limits())) as port:
        client = await log_in(port)
        assert not await client.chan._make_request(*request_)


async def test_a_connection_opens_one_session(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(small_house(Limits())) as port:
        client = await log_in(port)
        with pytest.raises(asyncssh.ChannelOpenError):
            await client.conn.create_session(asyncssh.SSHClientSession, term_type="xterm")
    assert "refused what='second session'" in caplog.text


async def test_a_third_session_of_one_person_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(small_house(Limits())) as port:
        for _ in range(2):
            await log_in(port)
        third = await log_in(port)
        await until(lambda: b"you have 2 sessions open already" in third.received)
        ben = await log_in(port, "ben")
        await until(lambda: b"small app" in ben.received)
    assert "refused what='session' who='ada'" in caplog.text


async def test_a_full_server_says_so(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(small_house(Limits(sessions=1))) as port:
        await log_in(port)
        second = await log_in(port, "ben")
        await until(lambda: b"the server is full" in second.received)
    assert "refused what='session' who='ben'" in caplog.text


async def test_neither_a_password_nor_an_unknown_key_comes_in(caplog: pytest.LogCaptureFixture) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    async with serving(small_house(Limits()), NOBODY) as port:
        for way in ({"password": "secret"}, {"client_keys": [key]}):
            with pytest.raises(asyncssh.PermissionDenied):
                await connect(port, "eve", **way)
    assert f"refused what='key' who='eve' key='{key.get_fingerprint()}'" in caplog.text
    assert "secret" not in caplog.text


async def test_after_too_many_keys_the_line_is_dropped(caplog: pytest.LogCaptureFixture) -> None:
    keys = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(5)]
    async with serving(small_house(Limits(tries=3)), NOBODY) as port:
        with pytest.raises((asyncssh.DisconnectError, OSError)):
            await connect(port, "eve", client_keys=keys)
    assert caplog.text.count("what='key'") == 3
    assert "why='too many tries'" in caplog.text


async def test_a_key_that_is_only_shown_is_not_enough(caplog: pytest.LogCaptureFixture) -> None:
    """A public key is known to anybody; only who holds the other half comes in."""
    mine, hers = (asyncssh.generate_private_key("ssh-ed25519") for _ in range(2))
    forged = asyncssh.load_keypairs(mine)[0]
    forged.public_data = hers.convert_to_public().public_data
    async with serving(small_house(Limits()), KNOWN) as port:
        with pytest.raises(asyncssh.PermissionDenied):
            await connect(port, "eve", client_keys=[forged])
    assert " session " not in caplog.text


async def test_who_does_not_log_in_is_not_waited_for(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(small_house(Limits(login_grace=0.3, waiting=1))) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await until(lambda: reader._buffer)  # type: ignore[attr-defined]
        with pytest.raises((asyncssh.DisconnectError, OSError)):  # one at a time waits at this door
            await connect(port, "ben")
        await asyncio.wait_for(reader.read(), 5)
        writer.close()
        ben = await log_in(port, "ben")
        await until(lambda: b"small app" in ben.received)
    assert "why='too many connections that have not logged in'" in caplog.text


async def test_one_address_makes_so_many_connections_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(small_house(Limits(connections_a_minute=2))) as port:
        for _ in range(2):
            await connect(port)
        with pytest.raises((asyncssh.DisconnectError, OSError)):
            await connect(port)
    assert (
        "refused what='connection' address='127.0.0.1' why='too many connections from one address'"
        in caplog.text
    )


async def test_a_line_that_is_silently_cut_is_noticed(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(small_house(Limits(keepalive=0.1))) as port:
        client = await log_in(port)
        await until(lambda: b"small app" in client.received)
        transport = client.conn._transport
        assert isinstance(transport, asyncio.Transport)
        transport.pause_reading()
        await until(lambda: "end who='ada'" in caplog.text)


async def test_who_is_away_for_long_is_warned_then_sent_home() -> None:
    async with serving(small_house(Limits(idle=1.2, idle_warning=0.8))) as port:
        client = await log_in(port)
        await until(lambda: b"heard from you" in client.received)
        await until(lambda: client.closed)
        assert b"You were away for long" in client.received


async def test_the_log_tells_who_came_and_how_much_but_not_what_was_typed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with serving(small_house(Limits())) as port:
        client = await log_in(port, "ada' key='root")
        await until(lambda: b"small app" in client.received)
        client.chan.write(b"hidden words")
        await until(lambda: b"hidden words" in client.received)
        client.chan.write_eof()
        await until(lambda: " end " in f" {caplog.messages[-1]}")
    begun, ended = caplog.messages
    for line, kind in ((begun, "session"), (ended, "end")):  # a name is quoted, whatever it holds
        assert line.startswith(f"""{kind} who="ada' key='root" key="guest ada' key='root 127.0.0.1" """)
    assert "received=12 " in ended
    assert "hidden" not in caplog.text


async def test_a_window_of_any_size_is_painted_within_limits() -> None:
    limits = Limits()
    async with serving(small_house(limits)) as port:
        client = await log_in(port, size=(65_535, 65_535))
        await until(lambda: b"small app" in client.received)
        for size in range(1000):
            client.chan.change_terminal_size(60 + size % 50, 20 + size % 20)
        before = len(client.received)
        client.chan.change_terminal_size(2**31, 2**31)
        await until(lambda: len(client.received) > before)
        await quiet(client)
    rows = [
        int(move.partition(b";")[0])
        for move in client.received.split(b"\x1b[")
        if move[:1].isdigit() and b"H" in move
    ]
    assert max(rows) <= limits.height
    assert client.received.count(b"small app") < 20  # of a thousand sizes, those that stayed


async def test_what_comes_before_the_app_is_capped_and_what_floods_is_dropped(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with serving(small_house(Limits(ration=Ration(waiting=50, burst=10, rate=1000)))) as port:
        client = await log_in(port)
        client.chan.write(b"x" * 32_768)
        await until(lambda: b"xxxx" in client.received)
        await quiet(client)
        client.chan.write_eof()
        await until(lambda: "dropped=" in caplog.text)
    dropped = int(caplog.text.rpartition("dropped=")[2])
    assert dropped > 32_000


async def test_for_who_does_not_read_nothing_piles_up_and_the_last_page_is_painted() -> None:
    async with serving(small_house(Limits(settle=0.0))) as port:
        client = await log_in(port, window=32_768)
        await until(lambda: b"small app" in client.received)
        client.chan.pause_reading()
        for turn in range(80):  # each a page of some kilobytes
            client.chan.change_terminal_size(300, 80 + turn % 2)
            await asyncio.sleep(0.02)
        client.chan.change_terminal_size(100, 7)
        await asyncio.sleep(0.2)
        before = len(client.received)
        client.chan.resume_reading()
        await until(lambda: len(client.received) > before)
        await quiet(client)
    assert len(client.received) - before < 5 * 65_536
    assert b"\x1b[7;1H" in client.received[-8_000:]
    assert b"\x1b[8;1H" not in client.received[-4_000:]
