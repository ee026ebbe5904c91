"""Articles of our own invention in any number, as dense as news: some 30 sentences, 14 facts, a story of its own cast.

Run ``python -m benchmarks.corpus FOLDER ARTICLES [STORIES]`` to write them, a folder for each story. The same numbers
give the same files. The articles of a story tell one event: they share its people, places and most of its figures.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

APIECE = 100  # articles of a story, where nobody says how many stories
SENTENCES = 30
FIGURED = 7  # sentences of an article with such a figure in them; others name days, offices and short forms
AGREED = 0.7  # of the figures of a story are told alike by all

# ruff: noqa: SIM905  # written out, each of these would be a page
_STARTS = (
    "Bar Cal Dren El Fen Gar Hol Ives Jor Kel Lun Mor Nar Os Pel Quen Ros Sal Tor Ulm Ver Wes Yar Zel"
).split()

_MIDDLES = ("a e i o u an en in on ar er or al el ast ent und olm").split()

_ENDS = (
    "by dale den field ford gate ham haven holm ley mere mouth ness port ria stad ton vik ville wick"
).split()

_FIRST = (
    "Ada Bram Cleo Dirk Edda Fenna Goran Hanne Ivo Jana Koos Lena Marit Nils Olga Piet Rosa Sven Tilda Wim"
).split()

_LAST = "sen sson berg man ova ski ino ard ell ett".split()

# {n} is the figure the sentence tells, {a} and {b} places, {p} a person with an office, {o} a body
_FIGURES = (
    ("At least {n} people were killed when the dam above {a} gave way, {o} said.", 4, 90),
    ("Some {n},000 people had to leave {a} and the villages around {b}.", 3, 60),
    ("{a} lies about {n} kilometres north of {b}, on the road to the coast.", 8, 240),
    ("The flood damaged {n} houses in {b}, according to {o}.", 30, 900),
    ("{p} put the cost of the repairs at {n} million dollars.", 12, 800),
    ("About {n} percent of the fields near {a} stood under water, {o} said.", 15, 85),
    ("More than {n} soldiers were sent to {b} to fill sandbags.", 150, 900),
    ("The water rose by {n} centimetres within a night, {p} said.", 40, 300),
    ("{a}, a town of {n},000 people, was cut off from {b} for days.", 5, 400),
    ("{n} children were among the injured, a doctor in {a} said.", 3, 40),
    ("The reservoir covers {n} square kilometres and was built in 1968.", 6, 90),
    ("{o} had spent {n} million dollars on the dykes of {b} since 2019.", 3, 70),
    ("Rescuers in {n} boats searched the streets of {a} on Friday.", 7, 60),
    ("It was the worst flood in {b} for {n} years, {p} said.", 12, 95),
)
_PLAIN = (
    "{p} spoke to reporters in {a} and said that help was on its way.",
    "Roads out of {b} were blocked, and the trains to {a} did not run.",
    "People in {a} said that nobody had warned them in time.",
    "The government has promised to rebuild the school of {b} before the winter.",
    "{o} asked everybody in {b} to boil the water before they drink it.",
    "Volunteers handed out blankets and soup in the sports hall of {a}.",
    "It was not clear why the gates were not opened earlier.",
    "Critics of {p} say that the money went to other things.",
    "The market of {a} stayed closed, and so did most of the shops around it.",
    "Farmers near {b} tried to bring their cattle to higher ground.",
    "An inquiry is to find out who knew of the cracks in the wall.",
    "{p} rejected the accusation and spoke of a storm that nobody could foresee.",
    "In {b} the church bells rang through the night.",
    "Neighbours of the plant said they had heard a dull noise before the water came.",
)
_OFFICES = (
    "the mayor of {0}",
    "the governor of {0}",
    "the interior minister",
    "a spokesman for the army",
    "the head of the fire brigade",
)


@dataclass(frozen=True)
class Cast:
    """Who and what a story is about; ``told`` holds the figure of each sentence as most tell it."""

    places: tuple[str, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    told: tuple[int, ...]
    day: date


def cast(story: int) -> Cast:
    """The cast of that story, always the same."""
    chance = random.Random(f"cast {story}")
    places = tuple({_place(chance): None for _ in range(9)})
    people = tuple(
        f"{chance.choice(_FIRST)} {_place(chance)[:5].rstrip('aeiou')}{chance.choice(_LAST)}, "
        f"{chance.choice(_OFFICES).format(chance.choice(places))},"
        for _ in range(6)
    )
    bodies = (f"the {places[0]} Water Board", "the ministry of the interior", f"the {places[1]} police")
    told = tuple(chance.randint(low, high) for _, low, high in _FIGURES)
    return Cast(places, people, bodies, told, date(2031, 1, 1) + timedelta(days=chance.randrange(300)))


def article(story: int, number: int) -> str:
    """The article of that number in a story, as the text of a file."""
    chance, who = random.Random(f"{story} {number}"), cast(story)
    figured = chance.sample(range(len(_FIGURES)), FIGURED)
    lines = [_figure(which, who, chance) for which in figured]
    lines += [_filled(chance.choice(_PLAIN), who, chance) for _ in range(SENTENCES - FIGURED)]
    chance.shuffle(lines)
    paragraphs = [" ".join(lines[start : start + 3]) for start in range(0, len(lines), 3)]
    day = who.day + timedelta(days=chance.randrange(4))
    head = f"Dam above {who.places[0]} gives way, report {number} from {chance.choice(who.places)}"
    return "\n\n".join((head, f"{day.day} {day:%B} {day.year}", *paragraphs, "Share this article")) + "\n"


def write_stories(folder: Path, articles: int, stories: int) -> None:
    """Writes so many articles, spread over so many folders."""
    for story in range(stories):
        place = folder / f"story-{story:04}"
        place.mkdir(parents=True)
        for number in range(story, articles, stories):
            (place / f"{number:06}.txt").write_text(article(story, number), encoding="utf-8")


def _place(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)


def _figure(which: int, who: Cast, chance: random.Random) -> str:
    words, low, high = _FIGURES[which]
    number = who.told[which] if chance.random() < AGREED else chance.randint(low, high)
    steady = random.Random(f"{who.places} {which}")  # the same places and people each time it is told
    return _filled(words, who, steady, number)


def _filled(words: str, who: Cast, chance: random.Random, number: int = 0) -> str:
    one, other = chance.sample(who.places[:6], 2)
    person, body = chance.choice(who.people), chance.choice(who.bodies)
    if not words.startswith("{p}"):
        person = person.split(",")[0]
    text = words.format(n=number, a=one, b=other, p=person, o=body)
    return text[0].upper() + text[1:]


if __name__ == "__main__":
    count = int(sys.argv[2])
    write_stories(
        Path(sys.argv[1]), count, int(sys.argv[3]) if len(sys.argv) > 3 else max(1, count // APIECE)
    )
