"""The docs are held against the program: what it has is named in them, and what they name is there."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import click
import pytest

from tui.app import BriefingApp
from tui.bindings import ids
from tui.config import VARIABLE as CONFIG_VARIABLE
from tui.config import Config
from tui.group import cli

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^    briefing ([^\n#]*)|`briefing ([^`]*)`", re.MULTILINE)


def reference() -> ModuleType:
    """The script that makes the lists of commands and keys."""
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def commands(command: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every command."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield (*path, name)
            yield from commands(inner, (*path, name))


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that words name, and the words after it."""
    found: click.Command = cli
    while words and isinstance(found, click.Group):
        inner = found.get_command(click.Context(found), words[0])
        if inner is None:
            break
        found, words = inner, words[1:]
    return found, words


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["commands", "keys"])
def test_the_lists_of_commands_and_keys_are_current(name: str) -> None:
    assert read(f"{name}.md") == getattr(reference(), name)(), "make reference"


def test_the_guide_names_every_command() -> None:
    guide = read("guide.md")
    missing = [" ".join(path) for path in commands() if f"briefing {' '.join(path)}" not in guide]
    # those of instructors beside add are named in one breath with it
    assert missing == ["instructors list", "instructors remove"]


def test_every_option_is_listed() -> None:
    listed = read("commands.md")
    for path in commands():
        command, _ = command_of(list(path))
        for option in (each for each in command.params if isinstance(each, click.Option)):
            assert all(name in listed for name in option.opts), (path, option.opts)


def test_every_command_line_in_the_docs_is_one() -> None:
    seen = 0
    for page in PAGES:
        for match in CODE.finditer(page.read_text(encoding="utf-8")):
            words = (match[1] or match[2] or "").replace("`", "").split()
            command, rest = command_of(words)
            known = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
            said = [word for word in rest if re.match(r"--?[a-z]", word)]
            assert [word for word in said if word not in {*known, "--help"}] == [], (page.name, words)
            assert not isinstance(command, click.Group) or not rest or rest[0][:1] in "-SC", (
                page.name,
                words,
            )
            seen += 1
    assert seen > 60


def test_every_key_id_is_listed() -> None:
    listed = set(re.findall(r"^\| `([a-z0-9.]+)` \|", read("keys.md"), re.MULTILINE))
    assert listed == ids(BriefingApp)


def test_every_setting_and_variable_is_described() -> None:
    text = read("configuration.md")
    for setting in fields(Config):
        if setting.metadata:
            assert f"`{setting.metadata['at']}`" in text
    for variable in ("BRIEFING_DB", CONFIG_VARIABLE, "NO_COLOR", "TERM=dumb"):
        assert f"`{variable}`" in text


def test_the_keys_of_the_example_settings_are_actions() -> None:
    example = read("configuration.md").split("```toml")[1].split("```")[0]
    named = set(re.findall(r'^"([a-z.]+)" = ', example, re.MULTILINE))
    assert named
    assert named <= ids(BriefingApp)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_there(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("#"):
            assert (page.parent / target.partition("#")[0]).exists(), target


def test_the_readme_credits_the_gazetteer() -> None:
    credit = "Place names and coordinates: GeoNames (https://www.geonames.org/), CC BY 4.0."
    assert credit in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_room_of_the_house_is_in_the_architecture() -> None:
    text = read("architecture.md")
    rooms = [
        f"{floor}/{folder.name}/"
        for floor in ("briefings", "quiz_bank", "tui")
        for folder in sorted((ROOT / floor).iterdir())
        if (folder / "__init__.py").exists()
    ]
    assert rooms
    for room in rooms:
        assert room in text or f"`{room.split('/')[1]}/" in text, room
