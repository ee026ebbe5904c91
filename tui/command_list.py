"""What there is to run: every command and option with a line on what it does, and the help made of them.

Imports nothing, so that ``briefing --help`` is as fast as Python starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

ABOUT = """Turns a stack of news articles into a short sourced briefing and a recall drill.

Without a command it opens the app; without a terminal it prints the newest story's briefing."""

#: option -> what it does
OPTIONS = {
    "--db PATH": "The store to use: a file, or a postgresql:// URL.",
    "--as NAME": "Whose answers to keep and count; default: your login.",
    "--version": "Show the version.",
    "-h, --help": "Show this message.",
}

#: command -> what it does, in one line; each lives in ``tui/commands/<name>.py`` under its own name
COMMANDS = {
    "add": "Add articles to a story: files, folders, web addresses, or -.",
    "remove": "Take out a story, or articles; what was answered stays.",
    "stories": "List the stories, their counts and what is due.",
    "articles": "List a story's articles: outlet, agency, date and how it is known.",
    "show": "Print a story's briefing.",
    "facts": "List every fact with its span.",
    "names": "List a story's names and places; decide which names are one.",
    "map": "Draw a story's places, with distances.",
    "claims": "List every claim with its standing and sources.",
    "search": "Find sentences, facts and names by words.",
    "extract": "Find the facts in plain text; uses no store.",
    "questions": "List the questions that would be asked, with keys and sources.",
    "curate": "Approve, reword or retire questions; decide what trainees appeal.",
    "quiz": "Take a quiz; one that broke off is taken up again.",
    "review": "Review what is due, in a story or in all.",
    "progress": "Print what is due, what is remembered and what goes wrong.",
    "bank": "Keep banks of your own questions: new, check, add, list, remove.",
    "instructors": "Say who instructs: add, list, remove.",
    "grade": "Judge answers: JSON Lines in, JSON Lines out.",
    "results": "Print what was answered.",
    "room": "Ask many people at once: open, join, list, results, end.",
    "serve": "Serve the app over SSH.",
    "enrol": "Print a class code that lets new keys log in for a while.",
    "db": "Look after the store: info, check, backup, upgrade.",
    "config": "Print a settings file to start from.",
    "paths": "Print where the store and the settings are.",
    "completion": "Print the completion script for a shell.",
}

_WIDTH = 80


def help_text() -> str:
    """What ``briefing --help`` prints, at most 80 columns wide."""
    paragraphs = [line for paragraph in ABOUT.split("\n\n") for line in (*_wrapped(paragraph, 2), "")]
    lines = ["Usage: briefing [OPTIONS] [COMMAND] [ARGS]...", "", *paragraphs]
    lines += ["Options:", *_columns(OPTIONS), "", "Commands:", *_columns(COMMANDS), ""]
    lines += ["What a command takes: briefing COMMAND --help"]
    return "\n".join(lines)


def _columns(rows: Mapping[str, str]) -> Iterator[str]:
    """Names, and what is said of them in a column of its own."""
    indent = max(len(name) for name in rows) + 4
    for name, said in rows.items():
        first, *more = _wrapped(said, indent)
        yield f"  {name}".ljust(indent) + first.strip()
        yield from more


def _wrapped(text: str, indent: int) -> list[str]:
    """The words in lines of at most 80 columns, indented."""
    lines = [""]
    for word in text.split():
        if lines[-1] and indent + len(lines[-1]) + 1 + len(word) > _WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [" " * indent + line for line in lines]
