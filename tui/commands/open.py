"""Bare ``briefing``: the app, or without a terminal the newest story's briefing as text."""

from __future__ import annotations

from tui.console import is_terminal, note, out


def open_app(db: str | None, who: str | None) -> None:
    """Opens the app; where there is no terminal, prints the newest briefing and says how to take the quiz."""
    if is_terminal():
        from tui.app import run

        run(db, who)
        return
    from briefings.compose import compose, plain
    from quiz_bank.desk import open_desk

    desk = open_desk(db, who)
    try:
        story = desk.story()
    finally:
        desk.close()
    out(plain.render(compose.compose(story)))
    note(f"no terminal here, so this is the briefing as text; the quiz: briefing quiz {story.slug} --plain")
