"""The finders of people and words stay linear on hostile input."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from briefings.extract.aliases import find_aliases
from briefings.extract.events import find_events
from briefings.extract.people import find_roles
from briefings.extract.proper_names import find_names
from briefings.extract.subjects import attribution, describe
from briefings.facts import Fact, Sentence

_HOSTILE = [
    "Ada Moore ", "A. ", ", ", "he said ", "according to ", "President ",
    "(AB ", "Salm, also known as ", 'said "x" ',
    "A-",
    "O'", "Bank of the ", "mayor and ", "former ", "Ada Moore, a ", "served as ", "using the name for ", "walked and ",
    "((((", "al-", "Mayor Ada Moore of ", "Said Ada Moore ", "the Right Rev ", "U.N. ",
    "who is the ", "X said that ", "as the ", "A", "\n",
]  # fmt: skip


def _describe_all(sentence: Sentence) -> None:
    step = max(1, len(sentence.text) // 40)
    for start in range(0, len(sentence.text) - 3, step):
        describe(
            sentence.text,
            Fact("count", 1, None, sentence.text[start : start + 3], start, start + 3, sentence),
        )


_FINDERS: list[Callable[[Sentence], object]] = [
    lambda s: find_roles(s.text, [s]),
    lambda s: find_aliases(s.text, [s]),
    lambda s: find_events(s.text, [s]),
    lambda s: find_names(s.text),
    attribution,
    _describe_all,
]


def _seconds(piece: str, size: int) -> float:
    text = (piece * (size // len(piece) + 1))[:size]
    sentence = Sentence(0, size, text)
    gc.disable()  # a collection of the whole run's objects would be timed with the text
    start = time.process_time()
    for finder in _FINDERS:
        finder(sentence)
    took = time.process_time() - start
    gc.enable()
    return took


@pytest.mark.parametrize("piece", _HOSTILE)
def test_eight_times_the_text_takes_no_more_than_twenty_times_as_long(piece: str) -> None:
    small, large = _seconds(piece, 6_000), _seconds(piece, 48_000)
    assert large < 20 * small + 0.2  # the rest of the machine may be busy


def test_importing_the_finders_compiles_none_of_their_patterns() -> None:
    code = (
        "import re, sys; before = re.compile; made = []\n"
        "re.compile = lambda p, f=0: made.append(sys._getframe(1).f_globals['__name__']) or before(p, f)\n"
        "from briefings.extract import aliases, events, people, subjects\n"
        "print([name for name in made if name.startswith('briefings')])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
