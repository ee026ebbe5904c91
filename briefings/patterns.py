"""Regular expressions that are compiled when they are first used, so that an import costs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any


class Pattern:
    """Stands in for ``re.compile(pattern, flags)``; after its first use each method is the compiled one's own.

    Args:
        pattern: the expression.
        flags: as for ``re.compile``.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self.flags = flags

    def _compile(self) -> re.Pattern[str]:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn"):
            setattr(self, method, getattr(compiled, method))
        return compiled

    def match(self, string: str, pos: int = 0, endpos: int = 2**62) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self._compile().match(string, pos, endpos)

    def fullmatch(self, string: str, pos: int = 0, endpos: int = 2**62) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self._compile().fullmatch(string, pos, endpos)

    def search(self, string: str, pos: int = 0, endpos: int = 2**62) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self._compile().search(string, pos, endpos)

    def finditer(self, string: str, pos: int = 0, endpos: int = 2**62) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self._compile().finditer(string, pos, endpos)

    def findall(self, string: str, pos: int = 0, endpos: int = 2**62) -> list[Any]:
        """As ``re.Pattern.findall``."""
        return self._compile().findall(string, pos, endpos)

    def split(self, string: str, maxsplit: int = 0) -> list[str | Any]:
        """As ``re.Pattern.split``."""
        return self._compile().split(string, maxsplit)

    def sub(self, repl: str, string: str, count: int = 0) -> str:
        """As ``re.Pattern.sub``, with a replacement in plain words."""
        return self._compile().sub(repl, string, count)

    def subn(self, repl: str, string: str, count: int = 0) -> tuple[str, int]:
        """As ``re.Pattern.subn``, with a replacement in plain words."""
        return self._compile().subn(repl, string, count)
