"""What a client sends, made safe before Textual reads it: pastes capped, floods dropped, keys rationed.

A key costs the server some milliseconds of the one event loop everybody shares, so nobody may send more of them than
a person can type; a bracketed paste is one event, however long, so only its length is limited.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PASTE_START, PASTE_END = "\x1b[200~", "\x1b[201~"

# One key, click or report: a control sequence (ECMA-48, section 5.4), a function key (SS3), or a character.
_EVENT = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1bO.|.", re.DOTALL)
# The mouse moved: in xterm's SGR reports bit 5 of the button code is motion, bit 6 the wheel.
_MOTION = re.compile(r"\x1b\[<(?:3[2-9]|[45]\d|6[0-3]);")


@dataclass(frozen=True, slots=True)
class Ration:
    """How much one person may send.

    Attributes:
        rate: events a second in the long run; a held key repeats some 30 times a second.
        burst: events at once after a pause.
        waiting: characters kept for later; what comes beyond them is dropped.
        paste: characters of one paste; the rest of it is dropped.
    """

    rate: float = 50.0
    burst: float = 100.0
    waiting: int = 2048
    paste: int = 4096


class Intake:
    """One client's input: bytes in, text for the parser out as fast as the ration allows.

    Args:
        ration: what is allowed.
        clock: seconds, for the token bucket.
    """

    def __init__(self, ration: Ration, clock: Callable[[], float]) -> None:
        self.dropped = 0  # characters that were not kept
        self._ration = ration
        self._clock = clock
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._tokens = ration.burst
        self._filled = clock()
        self._waiting: deque[str] = deque()  # one event each; a paste is one, with its marks
        self._size = 0
        self._tail = ""  # what may be the beginning of a paste mark
        self._pasted: list[str] | None = None
        self._paste_size = 0

    def receive(self, data: bytes) -> None:
        """Takes in what arrived; keeps what is allowed."""
        text = self._tail + self._decoder.decode(data)
        self._tail = ""
        while text:
            text = self._take_paste(text) if self._pasted is not None else self._take_keys(text)

    def ready(self) -> Iterator[str]:
        """Texts for the parser, one event each, while the ration lasts."""
        self._fill()
        while self._waiting and self._tokens >= 1:
            text = self._waiting.popleft()
            self._size -= len(text)
            self._tokens -= 1
            yield text

    @property
    def wait(self) -> float | None:
        """Seconds until more may be given out; None where nothing waits."""
        if not self._waiting:
            return None
        self._fill()
        return max(0.0, (1 - self._tokens) / self._ration.rate)

    def _fill(self) -> None:
        now = self._clock()
        self._tokens = min(self._ration.burst, self._tokens + (now - self._filled) * self._ration.rate)
        self._filled = now

    def _take_keys(self, text: str) -> str:
        keys, mark, rest = text.partition(PASTE_START)
        if mark:
            self._pasted, self._paste_size = [], 0
        else:
            keys, self._tail = _without_tail(keys, PASTE_START, 2)  # a lone escape is a key
        for event in _EVENT.findall(keys):
            self._queue(event)
        return rest

    def _take_paste(self, text: str) -> str:
        assert self._pasted is not None
        inside, mark, rest = text.partition(PASTE_END)
        if not mark:
            inside, self._tail = _without_tail(inside, PASTE_END, 1)
        inside = inside.replace("\x1b", "")  # an escape inside a paste would leak out as keys
        room = max(0, self._ration.paste - self._paste_size)
        self._pasted.append(inside[:room])
        self._paste_size += min(room, len(inside))
        self.dropped += max(0, len(inside) - room)
        if mark:
            self._queue(f"{PASTE_START}{''.join(self._pasted)}{PASTE_END}")
            self._pasted = None
        return rest

    def _queue(self, event: str) -> None:
        if self._waiting and _MOTION.match(event) and _MOTION.match(self._waiting[-1]):
            self._size -= len(self._waiting.pop())  # only where the mouse has come to matters
        if self._size >= self._ration.waiting:
            self.dropped += len(event)
            return
        self._waiting.append(event)
        self._size += len(event)


def _without_tail(text: str, mark: str, shortest: int) -> tuple[str, str]:
    """The text, and what at its end may be the beginning of the mark, of so many characters at least."""
    for size in range(min(len(mark) - 1, len(text)), shortest - 1, -1):
        if mark.startswith(text[-size:]):
            return text[:-size], text[-size:]
    return text, ""
