"""How the figures of a class are worded, on the command line and on the pages."""

from __future__ import annotations

NOT_KNOWN = "–"


def percent(share: float | None) -> str:
    """``38 %``; a stroke where it is not known."""
    return NOT_KNOWN if share is None else f"{share:.0%}".replace("%", " %")


def signed(value: float | None) -> str:
    """``+0.42``; a stroke where it is not known."""
    return NOT_KNOWN if value is None else f"{value:+.2f}"


def seconds(ms: int | None) -> str:
    """``4.2 s``, ``75 s``; a stroke where it is not known."""
    if ms is None:
        return NOT_KNOWN
    return f"{ms / 1000:.1f} s" if ms < 10_000 else f"{ms / 1000:.0f} s"
