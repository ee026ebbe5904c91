"""Articles of our own invention for the tests of adding: plain, distinct, and with figures in them."""

from __future__ import annotations

import random

PLACES = (
    "Portmere",
    "Carrow",
    "Sundry",
    "Lorn",
    "Tarn Aldo",
    "Brae",
    "Ness",
    "Kelm",
    "Ossa",
    "Harn",
    "Brant",
)
PEOPLE = ("Edda Lindqvist", "Tomas Verhey", "Marit Osei", "Jorun Vale", "Piet Amsel", "Rosa Imre")

FLOOD = (
    "The river Esk rose over the quay at Carrow on Friday and drove some 1,200 people from their houses.",
    "Soldiers from Lorn and Sundry filled 40,000 sandbags, the mayor of Carrow, Edda Lindqvist, said in Averna City.",
    "The dam at Tarn Aldo, about 30 kilometres upstream, held, according to Tomas Verhey of the Esk Valley Board.",
    "Trains between Portmere and Kelm were stopped until Sunday because the bridge at Hollin stood under water.",
)
FLOOD_AGAIN = (
    "Water from the Esk stood two metres deep in the streets of Carrow on Friday evening.",
    "In Averna City the government sent soldiers from Lorn, and Edda Lindqvist thanked them in the town hall.",
    "Nobody knew whether the dam at Tarn Aldo would last; Tomas Verhey spoke of a night without sleep.",
    "Those who wanted to reach Kelm from Portmere had to go round by Hollin, a way of 90 kilometres.",
)
BAKERS = (
    "The bakers of Wexcombe won a prize for a rye loaf on Friday, the third in as many years.",
    "A jury in Ostrava tasted 214 loaves, among them eleven from Lower Wexcombe and one from Zell.",
    "The recipe is 150 years old, said Ondine Kray, whose family has baked in Mill Street since 1881.",
)


def page(paragraphs: tuple[str, ...], title: str = "", dateline: str = "") -> str:
    """A plain text: headline, dateline, paragraphs."""
    return "\n\n".join(part for part in (title, dateline, *paragraphs) if part) + "\n"


def made_up(number: int, paragraphs: int = 7) -> str:
    """The article of that number: always the same, and no two the same."""
    chance = random.Random(number)
    day = f"{chance.randint(1, 28)} {chance.choice(('March', 'May', 'June'))} 2031"
    text = tuple(" ".join(_sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(paragraphs))
    return page(text, f"Council of {chance.choice(PLACES)} decides on plan number {number}", day)


def _sentence(chance: random.Random) -> str:
    one, other = chance.sample(PLACES, 2)
    return chance.choice(
        (
            f"{one} lies about {chance.randint(12, 400)} kilometres north of {other}, as the map of the county shows.",
            f"Some {chance.randint(2, 90) * 100:,} people left {one} in {chance.randint(2015, 2030)}, the county said.",
            f"The mayor of {one}, {chance.choice(PEOPLE)}, put the cost at {chance.randint(2, 90)}.4 million crowns.",
            f"At least {chance.randint(3, 60)} houses in {other} were damaged when the river rose.",
            f"About {chance.randint(5, 95)} percent of the voters of {other} were in favour on Friday.",
            "Nobody in the town could say who would pay for it, or when the ferry would run again.",
            "The company wants to keep the old pier open until a new one has been built beside it.",
        )
    )
