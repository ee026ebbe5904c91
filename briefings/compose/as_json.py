"""The briefing as the object ``briefing show --format json`` prints."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from briefings.compose.briefing import Briefing, Line
from briefings.stories import Story


def to_json(briefing: Briefing, story: Story) -> dict[str, Any]:
    """Field names and their order are a contract with programs that read them."""
    names = {article.key: article.source for article in story.articles}
    return {
        "story": briefing.story_slug,
        "as_of": briefing.as_of.isoformat() if briefing.as_of else None,
        "words": briefing.words,
        "sections": [
            {"name": section.name, "lines": [_line(line, names) for line in section.lines]}
            for section in briefing.sections
        ],
    }


def one_line(record: Mapping[str, Any]) -> str:
    """The object as one line of JSON that a terminal can show: what could steer one is spelled as an escape.

    The values read back as they were; only their spelling differs.
    """
    text = json.dumps(record, ensure_ascii=False)
    return "".join(
        c if c.isprintable() or unicodedata.category(c)[0] != "C" else json.dumps(c)[1:-1] for c in text
    )


def _line(line: Line, names: dict[str, str]) -> dict[str, Any]:
    return {
        "text": line.text,
        "claims": list(line.claims),
        "standing": _word(line.standing),
        "origins": line.origins,
        "sources": [
            {"article": names.get(mark.article_key, mark.article_key), "start": mark.start, "end": mark.end}
            for mark in line.sources
        ],
    }


def _word(standing: str) -> str | None:
    """``confirmed by 3 independent origins`` -> ``confirmed``; None for lines that claim nothing."""
    if standing.startswith(("confirmed", "claimed")):
        return standing.split()[0]
    return standing or None
