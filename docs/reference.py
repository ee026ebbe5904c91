"""Writes ``commands.md`` from the commands' own help and ``keys.md`` from the app's bindings: ``make reference``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from textual.app import App

from tui.app import BriefingApp
from tui.bindings import bindings
from tui.group import cli

FOLDER = Path(__file__).parent
COMMANDS, KEYS = FOLDER / "commands.md", FOLDER / "keys.md"
SETTINGS: dict[str, Any] = {
    "max_content_width": 100,
    "terminal_width": 100,
    "help_option_names": ["-h", "--help"],
}

SHARED = "On several pages"

#: class of a page or widget -> its heading, where that is not its name
TITLES = {
    "StoryPage": "Every page of a story",
    "SourcedPage": "Briefing and timeline",
    "FormScreen": "Every form",
    "DeskPage": "Every page of the instructor",
    "BankScreen": "Adding a bank",
    "ExportScreen": "Writing results",
    "QuestionForm": "Rewording and spelling",
    "SearchWords": "Search, in the line",
    "SearchLine": "Facts, in the search line",
    "SearchInput": "Facts, in the search line",
    "Scrolling": "Text that scrolls",
}

COMMANDS_HEAD = """# Commands

Made from the program's own help by `make reference`. Exit codes: 0 done; 1 the input was read and something in it
is wrong; 2 the command line is wrong; 3 the store could not be used. Data goes to stdout, everything said about it
to stderr.
"""
KEYS_HEAD = """# Keys

Made from the app's bindings by `make reference`. The first column is the id under which [the settings
file](configuration.md#keys) gives an action other keys, the second the keys as that file names them: `slash` is `/`,
`comma` is `,`, `question_mark` is `?`, `plus`, `minus` and `equals_sign` are what they say, a capital is the letter
with shift. In the app `?` (or `f1` while you type) lists the keys of the page you are on, and `ctrl+p` opens a
palette of everything there is.
"""


def commands() -> str:
    """The help of every command, those of groups below theirs."""
    return "\n".join((COMMANDS_HEAD, *_helps(cli, "briefing", None)))


def keys() -> str:
    """A table a page; what several pages share comes first."""
    owners: dict[str, dict[str, None]] = defaultdict(dict)
    rows: dict[str, str] = {}
    for each in bindings(BriefingApp):
        binding = each.binding
        if binding.id:
            owners[binding.id][_page(each.owner)] = None
            names = ", ".join(f"`{key.strip()}`" for key in binding.key.split(","))
            rows[binding.id] = f"| `{binding.id}` | {names} | {binding.tooltip} |"
    tables: dict[str, list[str]] = {SHARED: []}
    for name, pages in owners.items():
        page = next(iter(pages)) if len(pages) == 1 else SHARED
        tables.setdefault(page, []).append(rows[name])
    parts = [KEYS_HEAD]
    for page, lines in tables.items():
        parts += [f"## {page}", "", "| id | keys | what they do |", "|---|---|---|", *lines, ""]
    return "\n".join(parts)


def _page(owner: type) -> str:
    """The name of a page or widget, from that of its class: ``QuizStartScreen`` is ``Quiz start``."""
    if issubclass(owner, App):
        return SHARED
    if owner.__name__ in TITLES:
        return TITLES[owner.__name__]
    name = owner.__name__.removesuffix("Screen")
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip().capitalize()


def _helps(command: click.Command, name: str, above: click.Context | None) -> Iterator[str]:
    context = click.Context(command, above, name, **SETTINGS)
    yield f"## `{context.command_path}`\n\n```\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner_name in command.list_commands(context):
            inner = command.get_command(context, inner_name)
            assert inner is not None
            yield from _helps(inner, inner_name, context)


def main() -> None:
    """Writes both."""
    COMMANDS.write_text(commands(), encoding="utf-8")
    KEYS.write_text(keys(), encoding="utf-8")


if __name__ == "__main__":
    main()
