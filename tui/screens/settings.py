"""Settings: each with its value, where that comes from and what it does, and the file to change it in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.config import Config, as_toml, limits, settings
from tui.keymap import BACK, HELP, QUIT
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.table import Column, Table
from tui.wording import QUIET, one_line, plain

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = (Column("setting", 22), Column("value"), Column("from", 8))


@dataclass(frozen=True, slots=True)
class SettingLine:
    """One setting as it holds now."""

    at: str
    value: str
    origin: str
    says: str


class SettingsScreen(Page):
    """A table; what the setting under the cursor does stands below it.

    Args:
        config: what was set.
        path: the file; None where whoever looks cannot reach it.
        notices: what of the file could not be used.
    """

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "t",
            "app.change_theme",
            "Theme",
            id="settings.theme",
            tooltip="Try other colours until the program ends",
        ),
        HELP,
        BACK,
        QUIT,
    ]

    def __init__(self, config: Config, path: Path | None, notices: Sequence[str] = ()) -> None:
        super().__init__(name="settings")
        self._notices = tuple(notices)
        self._config = config
        self._path = path

    def body(self) -> ComposeResult:
        """The table, what the row means, and the file."""
        yield Masthead("Settings")
        yield Table[SettingLine](COLUMNS, _cells, id="settings")
        yield Static(id="says")
        yield Static(self._file_words(), id="file")

    def on_mount(self) -> None:
        """Starts at the first setting."""
        table = self._table
        table.show(list(setting_lines(self._config)), COLUMNS, ("", False))
        table.focus()

    def action_back(self) -> None:
        """Closes the page."""
        self.dismiss()

    @on(Table.Reached)
    def _reached(self) -> None:
        if line := self._table.current:
            self.query_one("#says", Static).update(plain(line.says))

    def _file_words(self) -> Content:
        if self._path is None:
            return Content.styled(
                "They are those of the program you are a guest of; nothing can be set here.", QUIET
            )
        if self._path.exists():
            words = "The file, read when the program starts"
        else:
            words = "No file yet; briefing config prints one to start from. It belongs here"
        wrong = [Content.assemble("\n! ", plain(each, "$text-warning")) for each in self._notices]
        return Content.assemble((f"{words}:\n", QUIET), plain(str(self._path), "bold"), *wrong)

    @property
    def _table(self) -> Table[SettingLine]:
        return cast("Table[SettingLine]", self.query_one(Table))


def setting_lines(config: Config) -> Iterator[SettingLine]:
    """Every setting, then the keys that were set."""
    for setting in settings():
        origin = "the file" if setting.name in config.given else "default"
        says = setting.metadata["says"] + limits(setting)
        yield SettingLine(setting.metadata["at"], as_toml(getattr(config, setting.name)), origin, says)
    for name, keys in sorted(config.keys.items()):
        yield SettingLine(f'keys."{name}"', as_toml(keys), "the file", f"The keys of the action {name}.")


def _cells(line: SettingLine) -> Sequence[Content]:
    style = "bold" if line.origin != "default" else ""
    return plain(line.at), plain(one_line(line.value), style), Content.styled(line.origin, QUIET)
