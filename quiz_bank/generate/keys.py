"""What counts as right: a key from a claim, its mention and the names of the story."""

from __future__ import annotations

import re

from briefings.facts import NUMERIC_KINDS
from briefings.places.finding import open_gazetteer
from briefings.stories import Name, NameKind, Story
from quiz_bank.generate.drafts import Frame
from quiz_bank.keys import Key, KeyKind

_KINDS: dict[str, KeyKind] = {
    "distance": "distance",
    "population": "population",
    "share": "share",
    "duration": "duration",
    "area": "area",
    "money": "money",
    "count": "count",
    "age": "age",
}
MOST_OTHERS = 40
_TITLES = (
    "(?:Brigadier |Major |Lieutenant |Vice |Rear )?(?:General|Admiral|Colonel|Commander|Commodore)"
    "|Gen|Col|Maj|Lt|Capt|Sgt|Major|Lieutenant|Captain|Sergeant|Brigadier|Professor|Prof|Doctor|Dr|Mr|Mrs|Ms|Miss"
    "|Sir|Dame|Lord|Lady|Judge|Justice|Senator"
)
_TITLE_LAST = re.compile(rf"\b((?:{_TITLES})\.?) $")
_LONGEST_TITLE = 30


def number_key(frame: Frame, asked_unit: str | None = None) -> Key:
    """The key of a figure: value, unit and hedge of the mention, units of the whole claim."""
    fact = frame.fact
    if fact.kind not in NUMERIC_KINDS:
        raise ValueError(f"{fact.kind} is not a figure")
    measures = dict.fromkeys((*fact.also, *frame.claim.also))
    return Key(
        _KINDS[fact.kind],
        value=fact.value,
        unit=fact.unit,
        value_max=fact.value_max if isinstance(fact.value_max, (int, float)) else None,
        qualifier=fact.qualifier,
        text=fact.quote,
        also=tuple(
            {"value": measure.value, "unit": measure.unit}
            for measure in measures
            if (measure.value, measure.unit) != (fact.value, fact.unit)
        ),
        asked_unit=asked_unit,
    )


def date_key(frame: Frame, value: str) -> Key:
    """The key of a date, as precise as asked."""
    return Key("date", value=value, text=frame.fact.quote)


def person_key(frame: Frame, full: str, role: str) -> Key:
    """The key of a person, the story's spellings as aliases and its other people as near misses."""
    name = _cluster(frame.story, full, "person")
    words = full.split()
    return Key(
        "person",
        name=full,
        given=" ".join(words[:-1]),
        surname=words[-1],
        role=role,
        text=frame.fact.quote,
        aliases=(*_forms(name, full), *_titled(frame.story, full)),
        others=_others(frame.story, name, full, "person"),
    )


def _titled(story: Story, full: str) -> tuple[str, ...]:
    """The name with the rank or title that an article prints before it: ``General Ada Verrin``."""
    found = set()
    for article in story.articles:
        place = article.text.find(full)
        while place >= 0:
            title = _TITLE_LAST.search(article.text, max(0, place - _LONGEST_TITLE), place)
            found.update([title[1]] if title else [])
            place = article.text.find(full, place + len(full))
    return tuple(f"{title} {full}" for title in sorted(found))


def place_key(frame: Frame, place: str, noun: str) -> Key:
    """The key of a place, the story's spellings as aliases and its other places as near misses."""
    name = _cluster(frame.story, place, "place")
    return Key(
        "place",
        name=place,
        type=noun,
        within=_country(frame.story, name.canonical if name else place),
        text=frame.fact.quote,
        aliases=_forms(name, place),
        others=_others(frame.story, name, place, "place"),
    )


def _country(story: Story, canonical: str) -> str:
    """The country of a place that the gazetteer knows, in words; empty where it does not."""
    code = next((place.country for place in story.places if place.name == canonical), "")
    gazetteer = open_gazetteer() if code else None
    return gazetteer.country_name(code) if gazetteer else ""


def name_key(frame: Frame, kind: NameKind) -> Key:
    """The key of the name that a claim of a name is about."""
    name = str(frame.fact.value)
    if kind == "person":
        return person_key(frame, name, "")
    if kind == "place":
        return place_key(frame, name, "")
    cluster = _cluster(frame.story, name, kind)
    others = _others(frame.story, cluster, name, kind)
    return Key("text", value=name, text=name, aliases=_forms(cluster, name), others=others)


def spellings(frame: Frame, kind: NameKind) -> tuple[str, ...]:
    """The story's other spellings of the name that a claim of a name is about."""
    name = str(frame.fact.value)
    return _forms(_cluster(frame.story, name, kind), name)


def text_key(frame: Frame, value: str, aliases: tuple[str, ...] = ()) -> Key:
    """The key of an answer in words; its text is the answer alone, as it is shown."""
    return Key("text", value=value, text=value, aliases=aliases)


def _cluster(story: Story, form: str, kind: NameKind) -> Name | None:
    for name in story.names:
        if name.kind == kind and (form == name.canonical or form in name.forms):
            return name
    return None


def _forms(name: Name | None, form: str) -> tuple[str, ...]:
    return tuple(other for other in name.forms if other != form) if name else ()


def _others(story: Story, mine: Name | None, form: str, kind: NameKind) -> tuple[str, ...]:
    own = {form, *(mine.forms if mine else ())}
    return tuple(
        name.canonical
        for name in story.names
        if name.kind == kind and name is not mine and not own & {name.canonical, *name.forms}
    )[:MOST_OTHERS]
