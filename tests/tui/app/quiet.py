"""When an app in a test has done all that it can do without another key: told by its event loop, not by the clock."""

from __future__ import annotations

import asyncio
from typing import Any

SOON = 0.03  # seconds: what is put off to the next paint counts as being done
LONGEST = 10.0  # seconds, for a busy machine


async def wait_until_quiet(min_sleep: float = 0.0, max_sleep: float = LONGEST) -> None:
    """Takes the place of ``textual._wait.wait_for_idle``, which sleeps until the process uses little of the processor.

    The app is quiet when nothing in the loop can run but this, and no timer is about to.
    """
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + max_sleep
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        due = [timer.when() for timer in loop._scheduled if not timer.cancelled()]
        wait = min(due, default=end) - loop.time()
        if wait > SOON:
            return
        await asyncio.sleep(max(wait, 0))
