"""Where a report was filed, as its first sentence says it: ``PORTO CLARO, 9 March (Wire) - ``."""

from __future__ import annotations

from typing import Final

from briefings.patterns import Pattern

_TAIL = r"(?:,[^–—-]{1,40}?)?"
# in capitals, with the agency or without it; else only with it
DATELINE: Final = Pattern(
    rf"^(?:[^\W\d_a-zß-ÿ](?:[^\W\d_a-zß-ÿ]|[ .'’/-])+{_TAIL}(?: ?\([^)]{{1,30}}\))?"
    rf"|[^\W\d_a-zß-ÿ][\w .'’-]{{1,30}}{_TAIL} ?\([A-Z][^)]{{1,30}}\)) ?[–—-]{{1,2}} (?=\S)"
)
