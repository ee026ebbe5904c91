"""The audit log: who came, from where, when, how much went through; never what was typed."""

from __future__ import annotations

import logging
from collections.abc import Mapping

LOG = logging.getLogger("briefing.ssh")


def record(event: str, **facts: object) -> None:
    """One line: the event, then its facts as ``name=value``; values of clients are shown quoted and escaped."""
    LOG.info("%s%s", event, "".join(f" {name}={_shown(value)}" for name, value in facts.items()))


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return ",".join(f"{name}:{_shown(held)}" for name, held in value.items())
    return ascii(value[:200]) if isinstance(value, str) else str(value)
