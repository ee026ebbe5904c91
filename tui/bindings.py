"""Every key binding of an app, gathered from its pages and widgets; imports all of them."""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, KEY_TO_UNICODE_NAME, Keys

import tui.pages
import tui.rooms
import tui.screens
import tui.widgets

MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "hyper", "meta"))
_NAMED = frozenset((*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()))
PACKAGES = (tui.pages, tui.screens, tui.rooms, tui.widgets)


@dataclass(frozen=True, slots=True)
class Bound:
    """A binding and the class that declares it; its module's name tells which page it belongs to."""

    owner: type[DOMNode]
    binding: Binding


def bindings(app: type[App[Any]]) -> list[Bound]:
    """The app's own, then those of pages and widgets by the names of their modules."""
    modules = (module for package in PACKAGES for module in _modules(package))
    return [*_own(app), *(each for module in modules for each in _declared(module))]


def ids(app: type[App[Any]]) -> set[str]:
    """The ids that keys can be set for."""
    return {each.binding.id for each in bindings(app) if each.binding.id}


def clashes(app: type[App[Any]], keymap: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The actions of one page that share a key because of the keymap.

    Args:
        app: the class of the app.
        keymap: an action's id -> its keys, apart by commas.

    Returns:
        The key, the action that it was set for, the action that has it by default; each pair once.
    """
    declared = bindings(app)
    found: dict[tuple[str, str, str], None] = {}
    for page in dict.fromkeys(each.owner for each in declared):
        here = [each.binding for each in declared if issubclass(page, each.owner)]
        for moved in here:
            for key in keymap.get(moved.id or "", "").split(","):
                stays = (each for each in here if each.id not in (moved.id, *keymap))
                found |= {
                    (key, moved.id or "", each.id or ""): None for each in stays if key in each.key.split(",")
                }
    return list(found)


def unknown_keys(keymap: Mapping[str, str]) -> list[tuple[str, str]]:
    """The actions of a keymap with a key that no keyboard has, beside that key."""
    pairs = ((name, key) for name, keys in keymap.items() for key in keys.split(","))
    return [(name, key) for name, key in pairs if key and not _is_key(key)]


def _is_key(key: str) -> bool:
    """Whether it names a key as Textual does: a character, its Unicode name, or a name of its own; with modifiers."""
    plain = key
    while plain.partition("+")[0] in MODIFIERS and "+" in plain:
        plain = plain.partition("+")[2]
    if len(plain) == 1 or plain in _NAMED or plain in KEY_TO_UNICODE_NAME:
        return True
    try:
        unicodedata.lookup(plain.replace("_", " "))
    except KeyError:
        return False
    return True


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def _declared(module: ModuleType) -> Iterator[Bound]:
    for owner in vars(module).values():
        if isinstance(owner, type) and issubclass(owner, DOMNode) and owner.__module__ == module.__name__:
            yield from _own(owner)


def _own(owner: type[DOMNode]) -> Iterator[Bound]:
    return (Bound(owner, each) for each in vars(owner).get("BINDINGS", ()) if isinstance(each, Binding))
