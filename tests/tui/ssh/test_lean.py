"""What stands in for Textual's innermost functions does what they do."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.events import Blur, Focus, Idle, Key, Mount
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Button, Input, Static

from tui.screens.home import HomeScreen
from tui.ssh import lean
from tui.widgets.rows import Row, Rows


class Bell(Static, can_focus=True):
    DEFAULT_CSS = """
    Bell { height: 2; color: red; &:focus { color: blue; border-left: outer green; } &.-old { width: 9; } }
    """
    rung: reactive[int] = reactive(3)
    loud: reactive[bool] = reactive(False)

    class Rung(Message):
        """It rang."""

    def compute_loud(self) -> bool:
        return self.rung > 3

    def on_key(self, event: Key) -> None:
        event.prevent_default()

    @on(Rung)
    def _first(self) -> None:
        pass

    def on_bell_rung(self) -> None:
        pass

    @on(Rung)
    @on(Mount)
    def _second(self) -> None:
        pass


class SmallBell(Bell):
    class Rung(Bell.Rung):
        """It rang, higher."""

    @on(Rung)
    def _third(self) -> None:
        pass

    def on_key(self, event: Key) -> None:
        pass


class Tower(App[None]):
    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield from (SmallBell(f"bell {number}\nof bronze") for number in range(30))
        yield Button("Ring")

    @on(Button.Pressed, "#ring")
    def _ring(self) -> None:
        pass


PUMPS: tuple[Callable[[], MessagePump], ...] = (Bell, SmallBell, Tower, HomeScreen, Rows, Row, Input, Button)
MESSAGES: tuple[Callable[[], Message], ...] = (
    lambda: Key("j", "j"), Focus, Blur, Idle, Mount, Bell.Rung, SmallBell.Rung, lambda: Row.Reached(Row()),
)  # fmt: skip


@pytest.mark.parametrize("pump", PUMPS)
def test_the_same_handlers_get_a_message(pump: Callable[[], MessagePump]) -> None:
    for make in MESSAGES:
        by, said = pump(), make()
        theirs = list(lean._dispatch_methods(by, said.handler_name, said))
        assert list(lean.dispatch_methods(by, said.handler_name, said)) == theirs


def test_a_handler_that_prevents_the_default_is_the_last() -> None:
    bell, key = SmallBell(), Key("j", "j")
    found = []
    for owner, _ in lean.dispatch_methods(bell, "on_key", key):
        found.append(owner)
        if owner is Bell:
            key.prevent_default()
    assert found == [SmallBell, Bell]


def test_handlers_behind_a_selector_are_looked_up_for_each_message() -> None:
    def handled(name: str) -> int:
        pressed = Button.Pressed(Button(id=name))
        pressed._sender = pressed.button
        return len(list(lean.dispatch_methods(Tower(), "on_button_pressed", pressed)))

    assert (handled("ring"), handled("rest")) == (1, 0)


def _plain(one: int, *more: int, two: int = 2, **named: int) -> None:
    pass


@functools.wraps(_plain)
def _wrapped(*words: object) -> None:
    pass


class _Callable:
    def __call__(self, one: int) -> None:
        pass

    @staticmethod
    def alone(one: int, two: int) -> None:
        pass

    def starred(*words: object) -> None:
        pass


@pytest.mark.parametrize(
    "callback",
    [
        _plain, _wrapped, _Callable(), _Callable.alone, _Callable().starred, lambda: None, SmallBell.on_key,
        SmallBell().on_key, SmallBell()._second, functools.partial(_plain, 1), "".join, Static, Rows.focus_row,
    ],
)  # fmt: skip
def test_parameters_are_counted_alike(callback: Callable[..., Any]) -> None:
    assert lean.count_parameters(callback) == lean._count_parameters(callback)


async def test_styles_end_up_the_same_and_only_a_change_repaints() -> None:
    app = Tower()
    async with app.run_test():
        bell = app.query(SmallBell)[1]
        plain = bell.styles.base._rules.copy()
        bell.has_focus = True
        focused = bell.styles.base._rules.copy()
        assert plain != focused
        lean.replace_rules(type(app.stylesheet), bell, plain, True)
        assert bell.styles.base._rules == plain
        lean.replace_rules(type(app.stylesheet), bell, focused)
        assert bell.styles.base._rules == focused
        updates = bell.styles.base._updates
        lean.replace_rules(type(app.stylesheet), bell, focused, True)
        assert bell.styles.base._updates == updates


CROPS = (Region(0, 3, 80, 2), Region(5, 0, 1, 24), Region(70, 20, 10, 4))


async def test_what_is_painted_is_the_same_with_fewer_lines() -> None:
    app = Tower()
    async with app.run_test() as pilot:
        app.query_one(VerticalScroll).scroll_to(y=3, animate=False)
        await pilot.pause()
        compositor = app.screen._compositor
        for crop in CROPS:
            (all_lines, theirs), (lines, ours) = (
                _painted(renders(compositor, crop), crop) for renders in (lean._renders, lean.renders)
            )
            assert ours == theirs
            assert lines < all_lines
        assert list(lean.renders(compositor)) == list(lean._renders(compositor))


def _painted(
    renders: Iterable[tuple[Region, Region, list[Strip]]], crop: Region
) -> tuple[int, list[tuple[int, int, str]]]:
    """How many lines were rendered; the column, line and text of those in the crop."""
    found = [(region.intersection(clip), strips) for region, clip, strips in renders]
    return sum(len(strips) for _, strips in found), [
        (seen.x, y, strip.text)
        for seen, strips in found
        if seen.overlaps(crop)
        for y, strip in zip(seen.line_range, strips, strict=True)
        if y in crop.line_range
    ]


def test_reactive_values_are_told_alike() -> None:
    bell = SmallBell()
    assert lean.reactive_value(Bell.rung, bell, SmallBell) == 3
    bell.set_reactive(Bell.rung, 7)
    assert lean.reactive_value(Bell.rung, bell, SmallBell) == 7
    assert lean.reactive_value(Bell.loud, bell, SmallBell) is True
    assert lean.reactive_value(Bell.rung, None, SmallBell) is Bell.rung
