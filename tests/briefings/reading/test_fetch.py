"""Fetching a page: from a server of the test's own, within limits, and never from the own network unasked."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefings.errors import BriefingError, ExitCode
from briefings.reading import fetch as fetching
from briefings.reading.fetch import MOST_REDIRECTS, fetch, is_public

PAGE = "<!doctype html><title>Ferry</title><p>Čapek took the ferry at six.</p>".encode()
Reply = Callable[[BaseHTTPRequestHandler], None]


def send(
    handler: BaseHTTPRequestHandler,
    body: bytes = PAGE,
    status: int = 200,
    length: bool = True,
    **headers: str,
) -> None:
    handler.send_response(status)
    for name, value in {"Content_Type": "text/html; charset=UTF-8", **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    if length:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(50):
        handler.wfile.write(b"<p>")
        handler.wfile.flush()
        time.sleep(0.05)


def too_large(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    for _ in range(30):
        handler.wfile.write(b"a" * 1_000_000)


REPLIES: dict[str, Reply] = {
    "/page": send,
    "/plain": lambda handler: send(handler, b"It left at six.", Content_Type="text/plain"),
    "/packed": lambda handler: send(handler, gzip.compress(PAGE), Content_Encoding="gzip"),
    "/bomb": lambda handler: send(handler, gzip.compress(b"\0" * 40_000_000), Content_Encoding="gzip"),
    "/half": lambda handler: send(handler, PAGE[:20], length=False, Content_Length=str(len(PAGE))),
    "/moved": lambda handler: send(handler, b"", 302, Location="/page?from=moved"),
    "/round": lambda handler: send(handler, b"", 301, Location="/round"),
    "/to-file": lambda handler: send(handler, b"", 302, Location="file:" + "///etc/hostname"),
    "/to-nowhere": lambda handler: send(handler, b"", 302, Location="http://[::bad/"),
    "/picture": lambda handler: send(handler, b"GIF89a", Content_Type="image/gif"),
    "/secret": lambda handler: send(handler, b"", 403),
    "/broken": lambda handler: send(handler, b"", 503),
    "/drip": drip,
    "/large": too_large,
    "/caf%C3%A9": send,
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        reply = REPLIES.get(self.path.partition("?")[0])
        try:
            reply(self) if reply else send(self, b"", 404)
        except OSError:  # the client hung up, as some of the tests want it to
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def refused(address: str, allow_local: bool = True) -> BriefingError:
    with pytest.raises(BriefingError) as problem:
        fetch(address, allow_local)
    assert "\n" not in str(problem.value)
    assert problem.value.hint
    return problem.value


@pytest.mark.parametrize("path", ["/page", "/packed", "/moved", "/café"])
def test_a_page_comes_with_its_encoding_and_where_it_was_found(site: str, path: str) -> None:
    page = fetch(site + path, allow_local=True)
    assert (page.raw, page.encoding) == (PAGE, "utf-8")
    found = {"/moved": "/page?from=moved", "/café": "/caf%C3%A9"}.get(path, path)
    assert page.address == site + found


def test_plain_text_is_read_too(site: str) -> None:
    assert fetch(f"{site}/plain#part", allow_local=True).raw == b"It left at six."


@pytest.mark.parametrize(
    ("path", "told", "code"),
    [
        ("/nothing", "answered 404 Not Found; check the address", ExitCode.BAD_INPUT),
        ("/secret", "answered 403 Forbidden; open it in a browser, save the page", ExitCode.BAD_INPUT),
        ("/broken", "answered 503 Service Unavailable; try again later", ExitCode.UNAVAILABLE),
        ("/picture", "is image/gif, not a page of text", ExitCode.BAD_INPUT),
        ("/round", f"redirects more than {MOST_REDIRECTS} times", ExitCode.BAD_INPUT),
        ("/to-file", "leads to a file address; only http and https", ExitCode.BAD_INPUT),
        ("/to-nowhere", "is not a web address", ExitCode.BAD_INPUT),
        ("/bomb", "is larger than 20 MB", ExitCode.BAD_INPUT),
        ("/large", "is larger than 20 MB", ExitCode.BAD_INPUT),
        ("/half", "could not be fetched (IncompleteRead)", ExitCode.UNAVAILABLE),
    ],
)
def test_what_is_not_a_page_is_told_in_one_line(site: str, path: str, told: str, code: ExitCode) -> None:
    problem = refused(site + path)
    assert told in str(problem)
    assert (str(problem).startswith(site + path), problem.code) == (True, code)


def test_a_server_that_sends_drop_by_drop_is_left(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST_WAIT", 0.4)
    began = time.monotonic()
    problem = refused(f"{site}/drip")
    assert (problem.code, "did not answer within" in str(problem)) == (ExitCode.UNAVAILABLE, True)
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/",
        "http://localhost:1/",
        "http://[::1]:1/",
        "http://0.0.0.0:1/",
        "http://2130706433:1/",
    ],
)
def test_this_machine_is_refused_unless_allowed(address: str) -> None:
    problem = refused(address, allow_local=False)
    assert "is an address of this machine or its network" in problem.message
    assert (problem.code, "--allow-local" in problem.hint) == (ExitCode.BAD_INPUT, True)


def test_one_local_address_among_several_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("93.184.215.14", "10.0.0.7")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert "10.0.0.7" in refused("http://news.example/", allow_local=False).message


def test_a_redirect_to_the_own_network_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        REPLIES, "/inward", lambda handler: send(handler, b"", 302, Location="http://10.0.0.7/")
    )
    public = fetching.is_public
    monkeypatch.setattr(fetching, "is_public", lambda address: str(address) == "127.0.0.1" or public(address))
    assert fetch(f"{site}/page").raw == PAGE
    assert "10.0.0.7" in refused(f"{site}/inward", allow_local=False).message


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("127.8.8.8", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("2002:0a00:0001::", False),
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b::93.184.215.14", True),
        ("2001:0:53aa:64c:0:fffe:f5ff:fffe", False),
    ],
)
def test_which_addresses_are_of_the_open_internet(number: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(number)) is public


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://news.example/a.txt", "is a ftp address; only http and https ones are read"),
        ("file:" + "///etc/hostname", "is a file address; only http and https"),
        ("http://", "is not a web address"),
        ("http://user:secret@news.example/", "no user name or password"),
        ("http://[::bad/", "is not a web address"),
        ("http://news.example:port/", "is not a web address"),
        (f"http://{'a' * 80}.example/", "is not a web address"),
    ],
)
def test_what_is_no_address_of_a_page_is_told(address: str, told: str) -> None:
    assert told in str(refused(address))


def test_being_offline_is_told_with_the_code_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    problem = refused("https://news.example/a")
    assert problem.code is ExitCode.UNAVAILABLE
    assert str(problem) == (
        "https://news.example/a: no address is known for news.example; check it, and that you are online"
    )


def test_a_closed_port_is_told(site: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        problem = refused(f"http://127.0.0.1:{free.getsockname()[1]}/")
    assert (problem.code, "Connection refused" in str(problem)) == (ExitCode.UNAVAILABLE, True)
