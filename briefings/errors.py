"""The one error a user is meant to see, and the exit code it leads to."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command's exit status tells the program that called it."""

    DONE = 0
    BAD_INPUT = 1  # the input was read and something in it is wrong
    BAD_USAGE = 2  # the command line is wrong
    UNAVAILABLE = 3  # the store or the network could not be used


class BriefingError(Exception):
    """Something the user can mend: what is wrong and where, how to mend it, and the exit code.

    Args:
        message: what is wrong and where, without a full stop at the end.
        hint: how to mend it, one clause; empty where there is nothing to say.
        code: the exit code a command ends with.
    """

    def __init__(self, message: str, hint: str = "", code: ExitCode = ExitCode.BAD_INPUT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code

    def __str__(self) -> str:
        """One line: the message, then the hint."""
        return f"{self.message}; {self.hint}" if self.hint else self.message
