"""What a briefing is: sections of short lines, each with the claims it tells and the spans it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

# the sections a briefing may have, in the order they are printed; ``sources`` is filled by the renderers
SECTIONS = (
    "bottom line",
    "key facts",
    "timeline",
    "places",
    "who",
    "where sources differ",
    "one story, several outlets",
    "sources",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The place a line can be checked: a sentence of a stored article, offsets in characters of its text."""

    article_key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a briefing.

    Attributes:
        text: plain text, without marks.
        claims: keys of the claims it tells, the one it is about first; empty for lines about the sources.
        standing: what it rests on, in words (``confirmed by 2 independent origins``); empty where it makes
            no claim about the events.
        origins: how many independent origins it rests on.
        sources: the sentences that hold what it says; none for lines about the sources.
    """

    text: str
    claims: tuple[str, ...]
    standing: str
    origins: int
    sources: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A named run of lines; never empty."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A story in short.

    Attributes:
        story_slug: the story's name on the command line.
        title: its name for people.
        as_of: the latest day one of its articles was published, or None.
        words: printed words of everything but the heading and the list of sources.
        sections: in the order of ``SECTIONS``; empty ones are left out.
        source_labels: article key -> the short mark a line carries.
    """

    story_slug: str
    title: str
    as_of: date | None
    words: int
    sections: tuple[Section, ...]
    source_labels: Mapping[str, str] = field(default_factory=dict)
