"""Three invented stories with copies, roundings, contradictions and look-alikes planted in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from briefings.facts import Fact, Kind, Value
from briefings.reading.sentences import split_sentences
from briefings.stories import Article, content_key


class Told(NamedTuple):
    """A fact to be found in a text by its quote."""

    kind: Kind
    value: Value
    unit: str | None
    quote: str
    what: str
    more: dict[str, Any] = {}  # noqa: RUF012


def find_fact(text: str, told: Told) -> Fact:
    """The fact at the one place its quote stands."""
    assert text.count(told.quote) == 1, f"{told.quote!r} stands {text.count(told.quote)} times"
    start = text.index(told.quote)
    end = start + len(told.quote)
    sentence = next(s for s in split_sentences(text) if s.start <= start and end <= s.end)
    return Fact(told.kind, told.value, told.unit, told.quote, start, end, sentence, told.what, **told.more)


def make_article(
    outlet: str, text: str, told: Iterable[Told] = (), agency: str | None = None, day: date = date(2031, 4, 9)
) -> Article:
    """An article with the facts it is told to hold."""
    facts = tuple(sorted((find_fact(text, one) for one in told), key=lambda f: f.start))
    source = f"{outlet.lower().replace(' ', '-')}.txt"
    return Article(
        content_key("article", text), source, text, None, outlet, agency, day, "given", facts=facts
    )


def people(value: int, quote: str, what: str, **more: Any) -> Told:
    return Told("population", value, "people", quote, what, more)


def tuesday(what: str, quote: str = "Tuesday") -> Told:
    return Told("date", "2031-04-08", None, quote, what, {"relative": True})


def event(quote: str) -> Told:
    return Told("event", quote, None, quote, "")


FLOOD_POST = (
    "The river Orrin burst its banks at Tarnbeck on Tuesday and killed 14 people, the interior ministry said.\n\n"
    "About 8,200 residents of Tarnbeck were evacuated. Mayor Ilse Korden praised the volunteers.\n\n"
    "Tarnbeck lies 45 kilometres (28 miles) north of Hessle. A flood in 1988 killed 61 people in the valley.\n\n"
    "Repairs to the Hessle dam will cost 31 million euros."
)
FLOOD_WIRE = (
    "At least 14 people were killed when the Orrin flooded the town of Tarn-Beck on Tuesday.\n\n"
    "Some 8,000 residents of Tarnbeck were evacuated by boat and by helicopter during the night.\n\n"
    "Soldiers from three garrisons were filling sandbags along the eastern quays before dawn.\n\n"
    "The water stood 2.4 metres above its usual level at the old toll bridge, engineers said.\n\n"
    "Mayor Ilse Korden asked people in the lower streets to stay away for two weeks."
)
FLOOD_LANTERN = (
    "Soldiers from three garrisons were filling sandbags along the eastern quays before dawn.\n\n"
    "The water stood 2.4 metres above its usual level at the old toll bridge, engineers said.\n\n"
    "Mayor Ilse Korden asked people in the lower streets to stay away for three weeks."
)
FLOOD_VOICE = (
    "The flood at Tarnbeck killed 17 people on Tuesday, the district hospital said.\n\n"
    "The town hall of Tarnbeck said 8,200 sandbags had been filled."
)


def flood() -> list[Article]:
    """Four articles; the Lantern prints the wire's text with one figure altered; the Voice has another toll."""
    return [
        make_article(
            "Harbour Post",
            FLOOD_POST,
            [
                event("The river Orrin burst its banks at Tarnbeck"),
                tuesday("The river Orrin burst its banks at Tarnbeck"),
                people(
                    14, "14 people", "people killed", attribution="the interior ministry", as_of="2031-04-08"
                ),
                people(8200, "About 8,200 residents", "residents of Tarnbeck", qualifier="about"),
                Told("role", "Mayor", None, "Mayor Ilse Korden", "Ilse Korden"),
                Told("distance", 45, "km", "45 kilometres (28 miles)", "Tarnbeck north of Hessle"),
                Told("date", "1988", None, "1988", "flood in the valley"),
                people(61, "61 people", "people killed in the valley", as_of="1988"),
                Told("money", 31_000_000, "EUR", "31 million euros", "repairs to the Hessle dam"),
            ],
        ),
        make_article(
            "Evening Wire",
            FLOOD_WIRE,
            [
                event("the Orrin flooded the town of Tarn-Beck"),
                people(14, "At least 14 people", "people killed", qualifier="at least", as_of="2031-04-08"),
                tuesday("the Orrin flooded the town of Tarn-Beck"),
                people(8000, "Some 8,000 residents", "residents of Tarnbeck", qualifier="about"),
                Told("count", 3, "garrison", "three garrisons", "garrisons"),
                Told("distance", 2.4, "m", "2.4 metres", "water above its usual level"),
                Told("role", "Mayor", None, "Mayor Ilse Korden", "Ilse Korden"),
                Told("duration", 2, "week", "two weeks", "people in the lower streets to stay away"),
            ],
            agency="NWA",
        ),
        make_article(
            "The Daily Lantern",
            FLOOD_LANTERN,
            [
                Told("count", 3, "garrison", "three garrisons", "garrisons"),
                Told("distance", 2.4, "m", "2.4 metres", "water above its usual level"),
                Told("role", "Mayor", None, "Mayor Ilse Korden", "Ilse Korden"),
                Told("duration", 3, "week", "three weeks", "people in the lower streets to stay away"),
            ],
        ),
        make_article(
            "Valley Voice",
            FLOOD_VOICE,
            [
                people(
                    17, "17 people", "people killed", attribution="the district hospital", as_of="2031-04-08"
                ),
                tuesday("The flood at Tarnbeck killed 17 people"),
                Told("count", 8200, "sandbag", "8,200 sandbags", "sandbags filled"),
            ],
        ),
    ]


ELECTION_GAZETTE = (
    "Marta Vell won the presidential election in Norland with 52.4 percent of the vote on Sunday.\n\n"
    "Turnout was 61 percent, the electoral commission said.\n\n"
    "Her rival, Tomas Ruhl, won 31 percent of the vote in the capital."
)
ELECTION_MAIL = (
    "With 52 percent of the vote Marta Vell, the former teacher, won the election in Norland.\n\n"
    "Turnout was 58 percent, according to the electoral commission.\n\n"
    "Vell, 47, has led the Meadow Party since 2024."
)
ELECTION_OBSERVER = (
    "The electoral commission in Norland said 31 percent of polling stations had opened late.\n\n"
    "Marta Vell, 47, takes office in May 2031."
)


def election() -> list[Article]:
    """Three articles: a share and its rounding, two turnouts, and 31 percent of two different things."""
    return [
        make_article(
            "Gazette",
            ELECTION_GAZETTE,
            [
                event("Marta Vell won the presidential election in Norland"),
                Told("share", 52.4, "percent", "52.4 percent", "vote for Marta Vell"),
                Told("date", "2031-04-06", None, "Sunday", "Marta Vell won the election", {"relative": True}),
                Told("share", 61, "percent", "61 percent", "Turnout"),
                Told("share", 31, "percent", "31 percent", "vote for Tomas Ruhl in the capital"),
            ],
        ),
        make_article(
            "Mail",
            ELECTION_MAIL,
            [
                event("Marta Vell, the former teacher, won the election in Norland"),
                Told("share", 52, "percent", "52 percent", "vote for Marta Vell"),
                Told("share", 58, "percent", "58 percent", "Turnout"),
                Told("age", 47, "year", "47", "Vell"),
                Told("date", "2024", None, "2024", "Vell has led the Meadow Party"),
            ],
        ),
        make_article(
            "Observer",
            ELECTION_OBSERVER,
            [
                Told("share", 31, "percent", "31 percent", "polling stations that opened late"),
                Told("age", 47, "year", "47", "Marta Vell"),
                Told("date", "2031-05", None, "May 2031", "Marta Vell takes office"),
            ],
        ),
    ]


RAIL_TIMES = (
    "A night train derailed near Bir el-Hamra on Tuesday, injuring 43 of the 230 passengers on board.\n\n"
    "The train was travelling at 140 km/h, the railway operator Norrail said.\n\n"
    "Police detained the driver, Karim al-Sayed, in Bir el-Hamra."
)
RAIL_STAR = (
    "A night train carrying more than 200 passengers derailed near Beer Hamra on Tuesday.\n\n"
    "Doctors said 43 passengers were injured and 5 passengers were missing.\n\n"
    "The limit on the line is 90 km/h. The driver, Karim Sayed, joined Norrail in 2019."
)
RAIL_ECHO = (
    "Norrail said the train was travelling at 140 km/h when it derailed near Bir al-Hamra.\n\n"
    "Iran and Iraq sent messages of sympathy. So did Niger and Nigeria."
)


def rail() -> list[Article]:
    """Three articles: three spellings of a town, a bound and an exact figure, and a speed beside its limit."""
    return [
        make_article(
            "Times",
            RAIL_TIMES,
            [
                event("A night train derailed near Bir el-Hamra"),
                tuesday("A night train derailed near Bir el-Hamra"),
                people(43, "43", "passengers injured"),
                people(230, "230 passengers", "passengers on board a night train"),
                Told("count", 140, "km/h", "140 km/h", "train", {"attribution": "Norrail"}),
                Told("role", "driver", None, "the driver, Karim al-Sayed", "Karim al-Sayed"),
            ],
        ),
        make_article(
            "Star",
            RAIL_STAR,
            [
                event("A night train carrying more than 200 passengers derailed near Beer Hamra"),
                people(200, "more than 200 passengers", "passengers of a night train", qualifier="more than"),
                tuesday("A night train derailed near Beer Hamra"),
                people(43, "43 passengers", "passengers injured", attribution="Doctors"),
                people(5, "5 passengers", "passengers missing", attribution="Doctors"),
                Told("count", 90, "km/h", "90 km/h", "limit on the line"),
                Told("role", "driver", None, "The driver, Karim Sayed", "Karim Sayed"),
                Told("date", "2019", None, "2019", "Karim Sayed joined Norrail"),
            ],
        ),
        make_article(
            "Echo",
            RAIL_ECHO,
            [Told("count", 140, "km/h", "140 km/h", "train", {"attribution": "Norrail"})],
        ),
    ]
