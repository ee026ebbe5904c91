"""A store for rooms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.store.store import Store, open_store
from tests.tui.rooms.scene_of_room import Scene


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


@pytest.fixture
def scene(store: Store) -> Scene:
    return Scene(store)
