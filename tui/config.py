"""The settings file: one TOML file, every field optional; a bad value gives a notice and the default.

Each field of ``Config`` says in its metadata where it stands in the file (``at``), what it does (``says``) and what
it may be (``within`` numbers, or ``one_of`` words). The skeleton, the checks and the documentation's test are made
from that.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from briefings.store.location import config_path

VARIABLE = "BRIEFING_CONFIG"
FILE = "briefing.toml"


def _setting(at: str, default: Any, says: str, **limits: Any) -> Any:
    return field(default=default, metadata={"at": at, "says": says, **limits})


@dataclass(frozen=True, slots=True)
class Config:
    """What a person set, or the defaults.

    Attributes:
        keys: an action's id -> the keys that do it, several apart by commas.
        given: names of the fields that the file sets, be it to their default.
    """

    name: str = _setting("name", "", "The name your answers are kept under; empty: your login.")
    theme: str = _setting(
        "look.theme", "", "A theme of the app, such as textual-light or ansi-dark; empty: textual-dark."
    )
    quiz_length: int = _setting("quiz.length", 10, "How many questions a quiz asks.", within=(1, 200))
    quiz_mode: str = _setting(
        "quiz.mode", "type", "Typed answers, or options to choose from.", one_of=("type", "choice")
    )
    confidence: bool = _setting(
        "quiz.confidence", False, "Whether a quiz asks how sure you are before it judges an answer."
    )
    new_a_day: int = _setting(
        "review.new_a_day", 20, "How many new facts a day reviews bring.", within=(0, 500)
    )
    reviews_a_day: int = _setting(
        "review.reviews_a_day", 200, "How many facts a day come up again at most.", within=(1, 2000)
    )
    retention: float = _setting(
        "review.retention",
        0.9,
        "The share of facts you want to recall when they are due.",
        within=(0.7, 0.97),
    )
    keys: Mapping[str, str] = field(default_factory=dict)
    given: frozenset[str] = field(default=frozenset(), compare=False)


def config_file() -> Path:
    """The settings file: as ``BRIEFING_CONFIG`` names it, else in the platform's settings folder; creates nothing."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else config_path() / FILE


def read_config(path: Path | None = None) -> tuple[Config, tuple[str, ...]]:
    """The settings, and a line for each thing in the file that could not be used.

    Args:
        path: the file; None for ``config_file``. A missing file means the defaults.
    """
    path = path or config_file()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Config(), ()
    except OSError as fault:
        return Config(), (f"{path}: could not be read ({fault.strerror}); the defaults are used",)
    import tomllib

    try:
        found = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        return Config(), (f"{path}: {fault}; the defaults are used",)
    return _checked(found, path)


def skeleton() -> str:
    """A settings file with every field at its default, commented out, each under what it does."""
    lines: list[str] = []
    table = ""
    for setting in settings():
        where, _, name = setting.metadata["at"].rpartition(".")
        if where != table:
            lines += [f"[{where}]", ""]
            table = where
        lines += [
            f"# {setting.metadata['says']}{limits(setting)}",
            f"# {name} = {as_toml(setting.default)}",
            "",
        ]
    lines += [
        "[keys]",
        "",
        "# The keys of an action, by its id; docs/keys.md lists the ids.",
        '# "page.quit" = "q,ctrl+q"',
    ]
    return "\n".join(lines) + "\n"


def settings() -> Iterator[Field[Any]]:
    """The fields that stand in the file; the metadata of each says where (``at``) and what it does (``says``)."""
    return (setting for setting in fields(Config) if setting.metadata)


def _checked(found: Mapping[str, Any], path: Path) -> tuple[Config, tuple[str, ...]]:
    notices: list[str] = []
    flat = dict(_flat(found))
    chosen: dict[str, Any] = {"keys": _keys(flat, notices)}
    given = set()
    for setting in settings():
        at = setting.metadata["at"]
        if at not in flat:
            continue
        value = flat.pop(at)
        wrong = _wrong(setting, value)
        if wrong:
            notices.append(f"{at} {wrong}; {as_toml(setting.default)} is used")
        else:
            chosen[setting.name] = _kind(setting)(value)
            given.add(setting.name)
    notices += [f"{at} is not a setting" for at in flat]
    return Config(**chosen, given=frozenset(given)), tuple(f"{path}: {notice}" for notice in notices)


def _flat(found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in found.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", held) for inner, held in _flat(value))
        else:
            yield name, value


def _keys(flat: dict[str, Any], notices: list[str]) -> dict[str, str]:
    keys = {}
    for at in [at for at in flat if at.startswith("keys.")]:
        value = flat.pop(at)
        if isinstance(value, str) and value.strip():
            keys[at.removeprefix("keys.")] = value.replace(" ", "")
        else:
            notices.append(f'{at} must be keys in quotes, such as "f5" or "j,down"')
    return keys


def _wrong(setting: Field[Any], value: Any) -> str:
    """What is wrong with a value; empty where nothing is."""
    kind = _kind(setting)
    if kind is bool or isinstance(value, bool):
        return "" if kind is bool and isinstance(value, bool) else f"must be {_KINDS[kind]}"
    if not isinstance(value, (int, float) if kind is float else kind):
        return f"must be {_KINDS[kind]}"
    within, one_of = setting.metadata.get("within"), setting.metadata.get("one_of")
    if within and not within[0] <= value <= within[1]:
        return f"must be from {within[0]} to {within[1]}"
    if one_of and value not in one_of:
        return f"must be one of: {', '.join(one_of)}"
    return ""


_KINDS: Mapping[type, str] = {
    bool: "true or false", int: "a whole number", float: "a number", str: "a text in quotes"
}  # fmt: skip


def _kind(setting: Field[Any]) -> type:
    default: object = setting.default
    return type(default)


def limits(setting: Field[Any]) -> str:
    """What a setting may be, as a sentence after a blank; empty where any value of its kind will do."""
    within, one_of = setting.metadata.get("within"), setting.metadata.get("one_of")
    if within:
        return f" From {within[0]} to {within[1]}."
    return f" One of: {', '.join(one_of)}." if one_of else ""


def as_toml(value: Any) -> str:
    """A value as it is written in the file."""
    return (
        str(value).lower()
        if isinstance(value, bool)
        else f'"{value}"'
        if isinstance(value, str)
        else str(value)
    )
