"""A row that keeps how it looks."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from tui.widgets.drawn_row import DrawnRow
from tui.widgets.rows import Rows


class Bench(DrawnRow):
    DEFAULT_CSS = "Bench { height: 1; }"
    drawn = 0

    def draw(self, width: int) -> Content:
        self.drawn += 1
        return Content(f"a bench {width} wide, and words that find no room on the line at all")


class Park(App[None]):
    def compose(self) -> ComposeResult:
        with Rows():
            yield Bench()
            yield Bench()


async def test_it_is_drawn_once_for_a_width_and_shows_the_focus_and_the_theme() -> None:
    app = Park()
    async with app.run_test(size=(40, 10)) as pilot:
        first, second = app.query(Bench)
        for key in "jkjk":
            await pilot.press(key)
        assert (first.drawn, second.drawn) == (1, 1)
        assert first.render_line(0).text == "a bench 37 wide, and words that find "
        backgrounds = {row.render_line(0)._segments[0].style.bgcolor for row in (first, second)}  # type: ignore[union-attr]
        assert len(backgrounds) == 2
        app.theme = "textual-light"
        await pilot.pause()
        assert first.render_line(0)._segments[0].style.bgcolor not in backgrounds  # type: ignore[union-attr]
        await pilot.resize_terminal(30, 10)
        assert first.render_line(0).text == "a bench 27 wide, and words "
        assert first.drawn == 2
