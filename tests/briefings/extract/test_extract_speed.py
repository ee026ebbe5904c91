"""The extractor's own part is linear in the length of any text, and costs little to import."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from briefings.extract.date_finder import find_dates
from briefings.extract.dates import Setting
from briefings.extract.figure_finder import find_figures
from briefings.extract.masks import address_spans
from briefings.extract.pipeline import extract
from briefings.extract.triggers import find_triggers

_HOSTILE = [
    "1", "1,", "1.", "1-", "1/", "1-a-", "one ", "one-", "two and a half ", " ", "\n", "(", "((1)", "100 km (", "1 to ",
    "of 1 ", "1 of the ", "between 1 and ", "1 in ", "(0", "020 7", "+1 ", "a@", "http://", "May ", "2014 ",
    "a year ago ",    "half ", "third ", "size of ", "another ", "$1 ", "Aaa Bbb, ", "x", "'", "12 people and ",
]  # fmt: skip


def seconds(unit: str, length: int) -> float:
    text = unit * (length // len(unit))
    begin = time.process_time()
    triggers = find_triggers(text)
    dates = find_dates(text, triggers, Setting())
    taken = [(span.start, span.end) for span in dates] + address_spans(text, triggers)
    find_figures(text, triggers, taken, None, True)
    return time.process_time() - begin


@pytest.mark.parametrize("unit", _HOSTILE)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    def grows() -> bool:
        short = max(seconds(unit, 1_500), 0.004)
        return seconds(unit, 12_000) < 8 * 3 * short  # eight times the text; thrice that for a cold cache

    assert any(grows() for _ in range(3))  # the rest of the machine may be busy


def test_a_very_long_line_is_read() -> None:
    assert len(extract("Two boats sank. " * 1_000, every_quantity=True)) == 1_000


def test_importing_the_extractor_compiles_none_of_its_patterns() -> None:
    code = (
        "import re, sys; before = re.compile; made = []\n"
        "re.compile = lambda p, f=0: made.append(sys._getframe(1).f_globals['__name__']) or before(p, f)\n"
        "import briefings.extract.figure_finder, briefings.extract.date_finder\n"
        "print([name for name in made if name.startswith('briefings')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
