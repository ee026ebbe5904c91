"""The settings file: what is set holds, what is wrong is named and left at its default."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from tui.config import Config, config_file, read_config, skeleton

DOCS = Path(__file__).parents[2] / "docs" / "configuration.md"


def read(tmp_path: Path, text: str) -> tuple[Config, list[str]]:
    path = tmp_path / "briefing.toml"
    path.write_text(text, encoding="utf-8")
    config, notices = read_config(path)
    assert all(notice.startswith(f"{path}: ") for notice in notices)
    return config, [notice.removeprefix(f"{path}: ") for notice in notices]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_config(tmp_path / "none.toml") == (Config(), ())


def test_what_is_set_holds_and_the_rest_stays(tmp_path: Path) -> None:
    text = 'name = "Ada"\n[quiz]\nlength = 25\n[review]\nretention = 0.85\n[keys]\nquit = "f10, q"\n'
    assert read(tmp_path, text) == (
        Config(name="Ada", quiz_length=25, retention=0.85, keys={"quit": "f10,q"}),
        [],
    )


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("[quiz]\nlength = 0", "quiz.length must be from 1 to 200; 10 is used"),
        ("[quiz]\nlength = 201", "quiz.length must be from 1 to 200; 10 is used"),
        ("[quiz]\nlength = 9.5", "quiz.length must be a whole number; 10 is used"),
        ("[quiz]\nlength = true", "quiz.length must be a whole number; 10 is used"),
        ('[quiz]\nmode = "typed"', 'quiz.mode must be one of: type, choice; "type" is used'),
        ('[quiz]\nconfidence = "yes"', "quiz.confidence must be true or false; false is used"),
        ("[review]\nretention = 1", "review.retention must be from 0.7 to 0.97; 0.9 is used"),
        ("name = 7", 'name must be a text in quotes; "" is used'),
        ("[quizz]\nlength = 3", "quizz.length is not a setting"),
        ("[keys]\nquit = 3", 'keys.quit must be keys in quotes, such as "f5" or "j,down"'),
    ],
)
def test_a_bad_value_is_named_and_the_default_holds(tmp_path: Path, text: str, notice: str) -> None:
    assert read(tmp_path, text) == (Config(), [notice])


@pytest.mark.parametrize("text", ["[quiz", "name = Ada", "\udc80"])
def test_a_file_that_is_no_toml_gives_one_notice(tmp_path: Path, text: str) -> None:
    path = tmp_path / "briefing.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    config, (notice,) = read_config(path)
    assert config == Config()
    assert notice.endswith("the defaults are used")


def test_what_the_file_sets_is_known_even_at_its_default(tmp_path: Path) -> None:
    path = tmp_path / "briefing.toml"
    path.write_text("[quiz]\nlength = 10\nmode = 3\n", encoding="utf-8")
    config, _ = read_config(path)
    assert config.given == {"quiz_length"}


def test_an_id_with_dots_needs_no_quotes_in_the_file(tmp_path: Path) -> None:
    assert read(tmp_path, '[keys]\npage.quit = "f10"\n') == (Config(keys={"page.quit": "f10"}), [])


def test_a_folder_in_its_place_gives_one_notice(tmp_path: Path) -> None:
    config, (notice,) = read_config(tmp_path)
    assert (config, notice.endswith("the defaults are used")) == (Config(), True)


def test_the_environment_names_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_CONFIG", str(tmp_path / "mine.toml"))
    assert config_file() == tmp_path / "mine.toml"


def test_the_skeleton_is_a_file_of_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, skeleton()) == (Config(), [])
    uncommented = "\n".join(
        line.removeprefix("# ") if " = " in line else line for line in skeleton().splitlines()
    )
    assert read(tmp_path, uncommented) == (Config(keys={"page.quit": "q,ctrl+q"}), [])
    assert "length = 10" in uncommented


def test_every_setting_is_documented_with_its_default() -> None:
    rows = {
        cells[1].strip(" `"): (cells[2].strip(" `"), cells[4].strip())
        for cells in (line.split("|") for line in DOCS.read_text(encoding="utf-8").splitlines())
        if len(cells) == 6 and cells[2].strip().startswith("`")
    }
    settings = {
        setting.metadata["at"]: (setting.default, setting.metadata["says"])
        for setting in fields(Config)
        if setting.metadata
    }
    assert {at: (tomllib.loads(f"x = {told}")["x"], says) for at, (told, says) in rows.items()} == settings
