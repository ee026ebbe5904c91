"""The map: every place keeps its marker, no name covers another, distances are true."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from briefings.places.checks import great_circle
from briefings.stories import Place
from tui.widgets.place_map import ASCII, Look, draw, kilometres
from tui.widgets.projection import View, away, core, round_length, view_of

LOOK = Look()
SALM = Place("Salm", 40.0, 10.0, "XX", 200_000, 9)
VELO = Place("Velo", 40.5, 11.0, "XX", 4_000, 5)
BRIDGE = Place("Salm Bridge", 40.0, 10.0, "XX", 900, 1)
FAR = Place("Quay", -30.0, 150.0, "YY", 1_000_000, 1)


def drawn(places: list[Place], width: int = 60, height: int = 16, view: View | None = None) -> list[str]:
    return draw(places, places[0] if places else None, view or view_of(places, width, height), LOOK).plain()


def crowd(number: int) -> list[Place]:
    """Places close together, with names of many lengths."""
    chance = random.Random(7)
    return [
        Place("Town " + "x" * chance.randrange(1, 20), 40 + chance.random(), 10 + chance.random(), "XX", 0, 1)
        for _ in range(number)
    ]


def test_the_focus_has_a_marker_of_its_own_and_a_city_another_than_a_town() -> None:
    text = "\n".join(drawn([SALM, VELO, replace(SALM, name="Lorn", latitude=39.5)]))
    assert "◉ Salm" in text
    assert "○ Velo" in text
    assert "● Lorn" in text


def test_north_is_above_and_east_is_at_the_right() -> None:
    lines = drawn([SALM, VELO])
    rows = {name: next(y for y, line in enumerate(lines) if name in line) for name in ("Salm", "Velo")}
    assert rows["Velo"] < rows["Salm"]
    assert lines[rows["Velo"]].index("Velo") > lines[rows["Salm"]].index("Salm")


@pytest.mark.parametrize("places", [[SALM, VELO, BRIDGE], [VELO, BRIDGE, SALM]])
def test_two_places_in_one_cell_share_a_marker_and_a_name(places: list[Place]) -> None:
    text = "\n".join(drawn(places))
    together = [f"{one} / {other}" for one, other in (("Salm", "Salm Bridge"), ("Salm Bridge", "Salm"))]
    assert any(words in text for words in together)


def test_three_in_one_cell_are_named_or_counted() -> None:
    third = replace(BRIDGE, name="Salm Old Town and Harbour")
    assert "◉ Salm +2" in "\n".join(drawn([SALM, BRIDGE, third, VELO]))


def test_no_name_covers_a_marker_or_another_name() -> None:
    places = crowd(60)
    view = view_of(places, 70, 24)
    cells = {(int(x) // 2, int(y) // 4) for x, y in (view.at(p.latitude, p.longitude) for p in places)}
    lines = drawn(places, view=view)
    assert all(lines[y][x] in "◉○◍" for x, y in cells)
    assert not [line for line in lines if re.search(r"\STown|x[○◍◉]", line)]


def test_the_place_in_focus_gets_its_name_where_others_go_without() -> None:
    places = crowd(60)
    focus = places[40]
    text = "\n".join(draw(places, focus, view_of(places, 40, 12), LOOK).plain())
    assert focus.name[:12] in text
    assert text.count("Town") < 40


def test_every_line_is_as_wide_as_the_drawing_with_wide_and_hostile_names() -> None:
    from rich.cells import cell_len

    names = ("字字字", "e\u0301tage", "\x1b[31mred", "[/] [b]x", "\u202ereversed", "", "\ud800", "a" * 500)
    places = [Place(name, 40 + at / 10, 10 + at / 7, "XX", 0, 1) for at, name in enumerate(names)]
    lines = drawn(places)
    assert all(cell_len(line) == 60 for line in lines)
    assert not any(char in "".join(lines) for char in "\x1b\u202e\ud800")
    assert "[/] [b]x" in "\n".join(lines)


def test_in_ascii_nothing_else_is_drawn() -> None:
    places = [replace(SALM, name="Sälm"), VELO, replace(VELO, name="字", latitude=41.0)]
    lines = draw(places, places[0], view_of(places, 60, 16), ASCII, [(SALM, VELO)], ascii_only=True).plain()
    assert "".join(lines).isascii()
    assert "@ Salm" in "\n".join(lines)


def test_without_places_and_without_room_nothing_fails() -> None:
    assert drawn([]) == drawn([], 60, 16)
    for size in ((0, 0), (1, 1), (3, 2), (200, 1), (1, 60)):
        lines = drawn([SALM, VELO, FAR], *size)
        assert len(lines) == max(size[1], 1)


def test_the_scale_bar_is_true() -> None:
    view = view_of([SALM, VELO], 60, 16)
    last = drawn([SALM, VELO])[-1]
    bar = last[last.index("├") : last.index("┤") + 1]
    length = float(last[last.index("┤") + 1 :].split()[0])
    assert abs(len(bar) * 2 * view.km_per_dot - length) <= view.km_per_dot * 2


def test_rings_stand_at_their_distance() -> None:
    for turn in (0, 90, 200):
        latitude, longitude = away(SALM, turn, 50)
        assert great_circle(SALM, Place("", latitude, longitude, "")) == pytest.approx(50, rel=1e-6)


def test_one_place_alone_is_in_the_middle() -> None:
    view = view_of([SALM], 60, 16)
    assert view.at(SALM.latitude, SALM.longitude) == (60, 32)


def test_places_on_both_sides_of_the_date_line_stay_neighbours() -> None:
    west, east = replace(SALM, longitude=179.5), replace(SALM, name="Velo", longitude=-179.5)
    view = view_of([west, east], 60, 16)
    assert 0 < view.at(40, 179.5)[0] < view.at(40, -179.5)[0] < 120


def test_near_a_pole_the_map_is_still_drawn() -> None:
    assert any("◉" in line for line in drawn([replace(SALM, latitude=89.9), replace(VELO, latitude=89.5)]))


def test_a_place_far_off_does_not_shrink_the_scene_but_stays_on_the_list() -> None:
    assert core([SALM, VELO, BRIDGE, FAR]) == [SALM, VELO, BRIDGE]
    assert core([SALM, FAR]) == [SALM, FAR]
    assert core([SALM]) == [SALM]
    assert core([]) == []


def test_going_nearer_enlarges_around_the_place_and_ends_somewhere() -> None:
    view = view_of([SALM, VELO], 60, 16)
    assert view.nearer(1, VELO).km_per_dot < view.km_per_dot
    assert view.nearer(1, VELO).at(VELO.latitude, VELO.longitude) == (60, 32)
    assert view.nearer(500, VELO) == view.nearer(501, VELO)
    assert view.nearer(-500, VELO) == view.nearer(-501, VELO)


@pytest.mark.parametrize(
    ("km", "rounded"), [(1, 1), (1.9, 1), (2, 2), (4.9, 2), (5, 5), (99, 50), (100, 100), (0.01, 0.1)]
)
def test_lengths_are_rounded_down_to_one_two_or_five(km: float, rounded: float) -> None:
    assert round_length(km) == pytest.approx(rounded)


@pytest.mark.parametrize(
    ("km", "words"), [(0.5, "0.5 km"), (9.94, "9.9 km"), (10.2, "10 km"), (1240, "1,240 km"), (5, "5 km")]
)
def test_kilometres_in_words(km: float, words: str) -> None:
    assert kilometres(km) == words
