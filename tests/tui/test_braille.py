"""The canvas: dots become braille, text lies over them and never over other text."""

from __future__ import annotations

from tui.widgets.braille import Canvas


def test_eight_dots_make_a_full_cell() -> None:
    canvas = Canvas(2, 1)
    for x in range(2):
        for y in range(4):
            canvas.dot(x, y)
    canvas.dot(2, 3)
    assert canvas.plain() == ["⣿⡀"]


def test_dots_outside_are_left_out() -> None:
    canvas = Canvas(1, 1)
    for x, y in ((-0.5, 0), (0, -1), (2, 0), (0, 4), (1e9, -1e9)):
        canvas.dot(x, y)
    assert canvas.plain() == [" "]


def test_text_lies_over_dots_and_clears_the_cells_beside_it() -> None:
    canvas = Canvas(6, 1)
    for x in range(12):
        canvas.dot(x, 0)
    assert canvas.write(2, 0, "Lo")
    assert canvas.plain() == ["⠉ Lo ⠉"]


def test_text_keeps_a_free_cell_to_other_text() -> None:
    canvas = Canvas(9, 1)
    assert canvas.write(0, 0, "abc")
    assert not canvas.write(3, 0, "d")
    assert canvas.write(4, 0, "ef")
    assert not canvas.write(8, 0, "xy")
    assert not canvas.write(-1, 0, "x")
    assert not canvas.write(7, 1, "x")
    assert canvas.plain() == ["abc ef   "]


def test_a_wide_letter_takes_two_cells_and_a_mark_none() -> None:
    canvas = Canvas(7, 1)
    assert canvas.write(1, 0, "字e\u0301")
    assert canvas.plain() == [" 字e\u0301   "]
    assert not canvas.write(4, 0, "字")
    assert canvas.write(5, 0, "字")


def test_runs_carry_their_styles() -> None:
    canvas = Canvas(4, 1)
    canvas.dot(0, 0, "dim")
    canvas.put(2, 0, "ab", "bold")
    assert canvas.lines() == [[("⠁", "dim"), (" ", ""), ("ab", "bold")]]


def test_in_ascii_a_cell_with_dots_is_a_full_stop() -> None:
    canvas = Canvas(2, 1, ascii_only=True)
    canvas.dot(0, 0)
    canvas.dot(1, 3)
    assert canvas.plain() == [". "]
