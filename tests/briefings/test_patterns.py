"""Patterns compiled at first use behave like compiled ones."""

from __future__ import annotations

import re

from briefings.patterns import Pattern


def test_nothing_is_compiled_before_the_first_use() -> None:
    Pattern("(")  # a broken pattern is only found out when it is used


def test_it_finds_splits_and_replaces_as_the_compiled_pattern_does() -> None:
    pattern, compiled = Pattern(r"\bdam", re.I), re.compile(r"\bdam", re.I)
    text = "The Dam and the dam"
    for _ in range(2):  # the second round runs on the compiled methods
        assert pattern.match(text) is None
        found = pattern.search(text, 5)
        assert found is not None
        assert found.span() == (16, 19)
        assert pattern.search(text, 5, 18) is None
        assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in compiled.finditer(text)]
        assert pattern.split(text, maxsplit=1) == ["The ", " and the dam"]
        assert pattern.sub("lock", text, count=1) == "The lock and the dam"
        assert pattern.subn("lock", text) == ("The lock and the lock", 2)
        assert pattern.findall(text) == ["Dam", "dam"]
        assert pattern.fullmatch("dams") is None
        assert pattern.fullmatch("DAM") is not None
