"""The front door: ``briefing --help`` is answered here, everything else behind ``tui.group``.

Importing click takes three times as long as starting Python, so the help is printed without it; the group
prints the same text.
"""

from __future__ import annotations

import sys
from typing import NoReturn

from tui.command_list import help_text


def main() -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    if sys.argv[1:] in (["--help"], ["-h"]):
        sys.stdout.write(f"{help_text()}\n")
        sys.exit(0)
    from tui.group import run

    run()


if __name__ == "__main__":
    main()
