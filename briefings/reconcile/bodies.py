"""Bodies so widely known by a short form that articles no longer spell it out."""

from __future__ import annotations

_KNOWN_BODIES: dict[str, tuple[str, ...]] = {
    "United Nations": ("UN", "U.N."),
    "European Union": ("EU", "E.U."),
    "North Atlantic Treaty Organization": ("NATO", "Nato"),
    "Islamic State": ("IS", "ISIS", "ISIL", "Isis", "Isil", "Daesh", "Islamic State group"),
    "World Health Organization": ("WHO",),
    "Associated Press": ("AP", "The Associated Press"),
    "Agence France-Presse": ("AFP",),
}
BODY_OF: dict[str, str] = {form: name for name, forms in _KNOWN_BODIES.items() for form in (name, *forms)}
"""Every form of a body, its full name too -> the full name."""
