"""How the suite runs; tests that run on both back ends ask for ``back_end``.

A store that those name by a file is in a database the second time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from briefings.store.location import Location, resolve
from tests import cluster

settings.register_profile("suite", deadline=None)  # a busy machine is no fault of an example
settings.load_profile("suite")


def pytest_xdist_auto_num_workers() -> int:
    """Three workers for two cores: a third of the time a test waits, for a process, a lock or a screen."""
    cores = os.cpu_count() or 1
    return cores + (cores + 1) // 2


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "files: not on PostgreSQL, though the other tests of its module are")
    if not hasattr(config, "workerinput"):
        cluster.make_room()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        cluster.clear_away()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "back_end" in metafunc.fixturenames:
        only_files = metafunc.definition.get_closest_marker("files")
        metafunc.parametrize("back_end", ["sqlite", *([] if only_files else ["postgresql"])], indirect=True)


@pytest.fixture(scope="session")
def server() -> cluster.Cluster:
    """The PostgreSQL server of this run."""
    return cluster.cluster()


@pytest.fixture
def own_server(server: cluster.Cluster) -> Iterator[cluster.Cluster]:
    """A server that may be killed; ``server`` is asked for so that there can be one."""
    with TemporaryDirectory(prefix="briefing-pg-", ignore_cleanup_errors=True) as folder:
        cluster.create(Path(folder))
        found = cluster.Cluster(Path(folder))
        found.start()
        yield found
        found.kill()


@pytest.fixture
def database(server: cluster.Cluster) -> Iterator[str]:
    """The URL of a database that holds a fresh store."""
    name = server.database()
    yield server.url(name)
    server.recycle(name)


@pytest.fixture
def back_end(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The kind of database the test runs on; on PostgreSQL each file that is named stands for a database."""
    kind: str = request.param
    if kind == "sqlite":
        yield kind
        return
    server: cluster.Cluster = request.getfixturevalue("server")
    known: dict[str, str] = {}

    def elsewhere(named: str | None) -> Location:
        place = resolve(named)
        if place.path is None:
            return place
        if place.target not in known:
            known[place.target] = server.database()
        return Location(server.url(known[place.target]))

    monkeypatch.setattr("briefings.store.store.resolve", elsewhere)
    yield kind
    for name in known.values():
        server.recycle(name)
