"""Python looks for circles again once the work is done, and only if it did before."""

from __future__ import annotations

import gc

import pytest

from briefings.collecting import without_collecting


@without_collecting()
def fail() -> None:
    raise ValueError(gc.isenabled())


def test_it_looks_again_after_the_work_even_if_that_failed() -> None:
    with pytest.raises(ValueError, match="False"):
        fail()
    assert gc.isenabled()


def test_whoever_had_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
