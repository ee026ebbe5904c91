"""Textual's innermost functions with less work in them, for a process that runs them for everybody at once.

A key makes some thirty messages, each looked up in the classes of whom it comes to, and paints a few lines. Here what a
class decides is looked up once; only styles that change are set; and only lines that are painted are rendered. Each
function stands in for one of Textual 8.2 and does the same: the tests hold it against the one it replaces.
"""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import cache, lru_cache
from types import FunctionType
from typing import Any

import textual._callback
import textual.message_pump
from textual._compositor import Compositor
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.strip import Strip

Handler = Callable[[Message], Awaitable[None]]
_SAY_OTHERWISE = frozenset(("__wrapped__", "__signature__"))  # what a function may say of its parameters

_dispatch_methods = MessagePump._get_dispatch_methods
_count_parameters = textual._callback._count_parameters
_renders = Compositor._get_renders
_replace_rules = Stylesheet.replace_rules.__func__  # type: ignore[attr-defined]
_reactive_value: Callable[..., Any] = Reactive.__get__


def make_lean() -> None:
    """Puts the functions of this module in the place of Textual's, for the whole process."""
    MessagePump._get_dispatch_methods = dispatch_methods  # type: ignore[method-assign,assignment]
    textual.message_pump.log = _Silence()  # type: ignore[assignment,attr-defined]
    textual._callback._count_parameters = count_parameters  # type: ignore[assignment]
    Compositor._get_renders = renders  # type: ignore[method-assign,assignment]
    Stylesheet.replace_rules = classmethod(replace_rules)  # type: ignore[method-assign,assignment]
    Reactive.__get__ = reactive_value  # type: ignore[method-assign,assignment]


class _Silence:
    """In place of the log of every message to developer tools, which a server has none of."""

    def __getattr__(self, _name: str) -> _Silence:
        return self

    def __call__(self, *_words: object, **_named: object) -> _Silence:
        return self


def dispatch_methods(pump: MessagePump, name: str, message: Message) -> Iterator[tuple[type, Handler]]:
    """The handlers of a message, of the most special class first, until one of them prevents the default."""
    handlers = _handlers(type(pump), type(message), name)  # type: ignore[arg-type]  # a class can be hashed
    if handlers is None:
        yield from _dispatch_methods(pump, name, message)
        return
    of: type | None = None
    for owner, handler in handlers:
        if owner is not of:
            if message._no_default_action:
                return
            of = owner
        yield owner, handler.__get__(pump, owner)


@lru_cache(8192)
def _handlers(pump: type, message: type[Message], name: str) -> tuple[tuple[type, Any], ...] | None:
    """The handlers that classes have for a message; None where a selector decides anew for each message."""
    found: list[tuple[type, Any]] = []
    for owner in pump.__mro__:
        for kind in message.__mro__:
            for handler, selectors in owner.__dict__.get("_decorated_handlers", {}).get(kind, ()):
                if selectors:
                    return None
                if all(handler is not each for _, each in found):
                    found.append((owner, handler))
        named = owner.__dict__.get(f"_{name}") or owner.__dict__.get(name)
        if named is not None and not getattr(named, "_textual_on", None):
            found.append((owner, named))
    return tuple(found)


def count_parameters(callback: Callable[..., Any]) -> int:
    """How many parameters a callback takes, told by its code where nothing says otherwise."""
    function = getattr(callback, "__func__", callback)
    if type(function) is not FunctionType or not function.__dict__.keys().isdisjoint(_SAY_OTHERWISE):
        return _count_parameters(callback)
    code = function.__code__
    bound = int(function is not callback)
    if code.co_argcount < bound:
        return _count_parameters(callback)
    starred = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
    return code.co_argcount + code.co_kwonlyargcount + starred - bound


def renders(
    compositor: Compositor, crop: Region | None = None
) -> Iterator[tuple[Region, Region, list[Strip]]]:
    """Widgets in sight, each with the lines of it that are in the crop and nothing more."""
    if crop is None:
        yield from _renders(compositor, crop)
        return
    for widget, (region, clip) in compositor.visible_widgets.items():
        seen = region.intersection(clip)
        lines = Region(seen.x, crop.y, seen.width, crop.height).intersection(seen)
        if lines and lines.overlaps(crop):
            yield region, lines, widget.render_lines(lines.translate(-region.offset))


def replace_rules(_cls: type, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
    """Gives a node other styles; only those that differ are set."""
    base = node.styles.base
    old: Mapping[str, object] = base._rules
    new: Mapping[str, object] = rules
    if animate and ("transitions" in old or "transitions" in new):
        _replace_rules(Stylesheet, node, rules, animate)
        return
    changed = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    for name in changed:
        setattr(base, name, new.get(name))
    if changed or not animate:
        node.notify_style_update()


def reactive_value(reactive: Reactive[Any], owner: Any, kind: type) -> Any:
    """The value of a reactive attribute; that which is not set yet or is computed by Textual's own way."""
    if owner is not None and not _is_computed(kind, reactive.compute_name):
        try:
            return owner.__dict__[reactive.internal_name]
        except KeyError:
            pass
    return _reactive_value(reactive, owner, kind)


@cache
def _is_computed(kind: type, method: str) -> bool:
    return hasattr(kind, method)
