"""A page from the web: http and https only, within limits, and from no address of the own network.

A host's addresses are looked up first, all of them are checked, and the connection goes to one that was
checked, so that a name cannot point elsewhere between the two. Redirects are followed by hand, each checked
the same way. Proxies are not used: a proxy would look the name up again.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from briefings.errors import BriefingError, ExitCode
from briefings.reading.text import LARGEST_FILE

LONGEST_WAIT = 20.0  # seconds for one page, redirects and all
MOST_REDIRECTS = 5

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_READ = frozenset(("text/html", "application/xhtml+xml", "text/plain", "text/markdown", ""))
_CHUNK = 64 * 1024
_HEADERS = {
    "User-Agent": "briefing (reads one article for one person)",
    "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_EMBEDS = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an IPv4 address
_SAFE = "/%:=&?~#+!$,;'@()*[]"  # characters of an address that stay as they are

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, where they were found at last, and the encoding the server names."""

    raw: bytes
    address: str
    encoding: str | None


def fetch(address: str, allow_local: bool = False) -> Fetched:
    """Fetches a page.

    Args:
        address: an http or https address.
        allow_local: whether it may be on this machine or in its network.

    Raises:
        BriefingError: not such an address, refused, too large, no text, or nothing there; with the code
            ``UNAVAILABLE`` where the network or the server could not be used.
    """
    until = time.monotonic() + LONGEST_WAIT
    place, target = "", address
    for _ in range(MOST_REDIRECTS + 1):
        parts = _checked(place, target, address)
        with _told(address):
            answer = _Request(parts, allow_local, until).answer(address)
        if isinstance(answer, Fetched):
            return answer
        place, target = urlunsplit(parts), answer
    raise BriefingError(
        f"{address} redirects more than {MOST_REDIRECTS} times", "save the page, and add the file"
    )


def is_public(address: Address) -> bool:
    """Whether an IP address is one of the open internet, also where IPv6 only wraps an IPv4 one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _EMBEDS:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if address.teredo:
            return False
        if inner:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _checked(base: str, target: str, address: str) -> SplitResult:
    """The parts of an address that may be relative to another; its path and host in ASCII."""
    try:
        parts = urlsplit(urljoin(base, target.strip()))
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as problem:
        raise BriefingError(f"{address} is not a web address", "copy it again from the browser") from problem
    if parts.scheme.lower() not in _PORTS:
        raise BriefingError(
            f"{address} leads to a {parts.scheme} address"
            if base
            else f"{address} is a {parts.scheme} address",
            "only http and https ones are read",
        )
    if not ascii_host or parts.username is not None or parts.password is not None:
        raise BriefingError(
            f"{address} is not a web address", "it needs a host, and no user name or password"
        )
    shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    place = f"{shown}:{port}" if port else shown
    path = quote(parts.path or "/", safe=_SAFE)
    return SplitResult(parts.scheme.lower(), place, path, quote(parts.query, safe=_SAFE), "")


class _Request:
    """One request to one host.

    Args:
        parts: the address, checked.
        allow_local: as in ``fetch``.
        until: the monotonic time by which everything must be done.
    """

    def __init__(self, parts: SplitResult, allow_local: bool, until: float) -> None:
        self.parts = parts
        self.host = parts.hostname or ""
        self.port = parts.port or _PORTS[parts.scheme]
        self.allow_local = allow_local
        self.until = until

    def answer(self, address: str) -> Fetched | str:
        """The page, or the address its server points to."""
        connection = http.client.HTTPConnection(self.host, self.port)
        connection.sock = self._connected()
        # Each read has its own timeout; only the end of the connection stops a server that sends drop by drop.
        watch = threading.Timer(self._left(), _hang_up, (connection.sock,))
        watch.start()
        try:
            path = urlunsplit(("", "", self.parts.path, self.parts.query, ""))
            connection.request("GET", path, headers={**_HEADERS, "Host": self.parts.netloc})
            with connection.getresponse() as response:
                target = response.headers.get("Location")
                if response.status in _REDIRECTS and target:
                    return target
                _check_status(response, address)
                return self._page(response, address)
        except (OSError, http.client.HTTPException):
            self._left()
            raise
        finally:
            watch.cancel()
            connection.close()

    def _connected(self) -> socket.socket:
        """A socket to the first checked address that answers."""
        fault: OSError | None = None
        for family, place in self._places():
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(self._left())
                sock.connect(place)
                return self._secured(sock)
            except OSError as problem:
                sock.close()
                fault = problem
        raise fault or OSError(f"no address for {self.host}")

    def _places(self) -> list[tuple[int, tuple[str, int]]]:
        """The host's addresses; none of them may be local unless that is allowed."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        places = [(int(family), (str(place[0]), self.port)) for family, _, _, _, place in found]
        for _, (number, _port) in places:
            if not self.allow_local and not is_public(ipaddress.ip_address(number.partition("%")[0])):
                raise BriefingError(
                    f"{self.host} is an address of this machine or its network ({number})",
                    "give --allow-local if you mean it",
                )
        return places

    def _secured(self, sock: socket.socket) -> socket.socket:
        if self.parts.scheme == "http":
            return sock
        return ssl.create_default_context().wrap_socket(sock, server_hostname=self.host)

    def _page(self, response: http.client.HTTPResponse, address: str) -> Fetched:
        headers = response.headers
        kind = headers.get_content_type() if headers.get("Content-Type") else ""
        if kind not in _READ:
            raise BriefingError(f"{address} is {kind}, not a page of text", "save its words as a .txt file")
        unpack = zlib.decompressobj(31) if headers.get("Content-Encoding", "").lower() == "gzip" else None
        raw = bytearray()
        while chunk := response.read1(_CHUNK):
            raw += unpack.decompress(chunk, LARGEST_FILE + 1 - len(raw)) if unpack else chunk
            if len(raw) > LARGEST_FILE:
                largest = LARGEST_FILE // 2**20
                raise BriefingError(f"{address} is larger than {largest} MB", "save its words as a .txt file")
        self._left()
        if response.length or (unpack and not unpack.eof):
            raise http.client.IncompleteRead(bytes(raw), response.length)
        return Fetched(bytes(raw), urlunsplit(self.parts), headers.get_content_charset())

    def _left(self) -> float:
        """Seconds that are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _hang_up(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _check_status(response: http.client.HTTPResponse, address: str) -> None:
    if response.status == http.client.OK:
        return
    message = f"{address} answered {response.status} {response.reason}".rstrip()
    if response.status >= 500 or response.status == http.client.TOO_MANY_REQUESTS:
        raise BriefingError(message, "try again later", ExitCode.UNAVAILABLE)
    if response.status in (401, 402, 403):
        raise BriefingError(message, "open it in a browser, save the page, and add the file")
    raise BriefingError(message, "check the address")


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Turns what the network can refuse into the line a user sees."""
    try:
        yield
    except TimeoutError as fault:
        problem, hint = f"{address} did not answer within {LONGEST_WAIT:.0f} seconds", "try again later"
        raise BriefingError(problem, hint, ExitCode.UNAVAILABLE) from fault
    except ssl.SSLCertVerificationError as fault:
        problem, hint = f"{address} has no valid certificate ({fault.verify_message})", "check the address"
        raise BriefingError(problem, hint, ExitCode.UNAVAILABLE) from fault
    except socket.gaierror as fault:
        host = urlsplit(address).hostname
        problem, hint = f"{address}: no address is known for {host}", "check it, and that you are online"
        raise BriefingError(problem, hint, ExitCode.UNAVAILABLE) from fault
    except (OSError, http.client.HTTPException, zlib.error) as fault:
        why = getattr(fault, "strerror", None) or type(fault).__name__
        problem, hint = f"{address} could not be fetched ({why})", "check that you are online"
        raise BriefingError(problem, hint, ExitCode.UNAVAILABLE) from fault
