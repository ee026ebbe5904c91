"""One line typed at a bare terminal, before there is an app: the class code of a new key."""

from __future__ import annotations

from enum import Enum

LONGEST = 40


class Line(Enum):
    """What became of a line."""

    GOING_ON = "going on"
    DONE = "done"
    LEFT = "left"


class LinePrompt:
    """Reads one line from raw bytes and says what to echo; only plain letters, digits, spaces and dashes."""

    def __init__(self) -> None:
        self.text = ""

    def take(self, data: bytes) -> tuple[Line, str]:
        """Takes in bytes; gives what became of the line and what to print."""
        echo = ""
        for char in data.decode("ascii", "ignore"):
            if char in "\r\n":
                return Line.DONE, f"{echo}\r\n"
            if char in "\x03\x04\x1b":
                return Line.LEFT, f"{echo}\r\n"
            if char in "\x7f\b" and self.text:
                self.text = self.text[:-1]
                echo += "\b \b"
            elif (char.isalnum() or char in " -") and len(self.text) < LONGEST:
                self.text += char
                echo += char
        return Line.GOING_ON, echo
