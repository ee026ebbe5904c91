"""The words that follow a number: where the counted noun phrase ends, which word is its head, its singular."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from briefings.extract.numbers import NUMBER_WORDS
from briefings.extract.people_words import is_people
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

_STEP = Pattern(
    r"(?P<gap> {1,4}|-| ?[\"“‘'] ?)"
    r"(?P<word>[^\W\d_]+(?:[-'’.&/][^\W_]+)*['’]?)"
)
_PASSED = frozenset(("a", "an", "per", "of", "to"))  # "miles an hour", "the 57th Orlo to Tessel race"
_WINDOW = 9  # words looked at after a number
_LONGEST_WORD = 80  # characters: a bound on the work that one number can cause

# Words that end a noun phrase: what follows them is no longer counted.
STOPS = word_set(
    """
    a an the this that these those his her its their our my your whose which who whom what when where
    why how in on at by for from to into onto over under near between among against during after before
    since until till within without with about around across along through per as than like unlike
    toward towards upon via amid behind beyond below above beside besides despite except outside inside
    off out up down and or but nor so yet if because while although though is are was were be been being
    am has have had having do does did will would can could may might must shall should said says say
    told added he she it they we you i him them us me not no never also too very just only even still
    already again ago apart away back there here then now each every all both either neither any some
    such same own once twice another alone together later earlier afterwards afterward today yesterday
    tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december last next every ever it's that's amidst
    versus vs v et etc of worth long high tall deep wide old thick left went came got took made gave
    became began told saw found kept held ran won lost fell rose met set sat stood sent spent led died
    paid remain remained remains took fled hit want need think believe believed feared lie lies stand
    stands
    """
)
# Nouns whose plural does not end in -s, with their singular.
IRREGULAR: dict[str, str] = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "schoolchildren": "schoolchild",
    "grandchildren": "grandchild", "police": "police", "troops": "troop", "staff": "staff", "personnel": "personnel",
    "cattle": "cattle", "sheep": "sheep", "deer": "deer", "fish": "fish", "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "hovercraft": "hovercraft", "helicopter gunships": "helicopter gunship", "crew": "crew", "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife",
    "wolves": "wolf",
    "thieves": "thief", "leaves": "leaf", "halves": "half", "shelves": "shelf", "calves": "calf", "loaves": "loaf",
    "data": "data", "media": "medium", "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium",
    "referenda": "referendum", "memoranda": "memorandum", "stimuli": "stimulus", "formulae": "formula",
    "antennae": "antenna", "larvae": "larva", "algae": "alga",
    "appendices": "appendix", "indices": "index", "matrices": "matrix",
    "strata": "stratum",
    "series": "series", "species": "species", "headquarters": "headquarters", "offspring": "offspring",
    "alumni": "alumnus",
    "fungi": "fungus", "cacti": "cactus", "analyses": "analysis", "crises": "crisis", "bases": "base",
    "theses": "thesis",
    "oases": "oasis", "hypotheses": "hypothesis", "axes": "axe", "policemen": "policeman", "gunmen": "gunman",
    "dead": "dead", "wounded": "wounded", "injured": "injured", "missing": "missing", "homeless": "homeless",
    "unemployed": "unemployed", "elderly": "elderly", "poor": "poor", "folk": "folk", "swiss": "swiss",
    "chinese": "chinese",
    "japanese": "japanese", "portuguese": "portuguese", "vietnamese": "vietnamese", "lebanese": "lebanese",
    "taiwanese": "taiwanese", "sudanese": "sudanese", "burmese": "burmese", "congolese": "congolese",
    "maltese": "maltese",
    "livestock": "livestock", "poultry": "poultry", "buses": "bus", "gases": "gas", "viruses": "virus",
    "lenses": "lens",
    "quizzes": "quiz", "movies": "movie", "zombies": "zombie", "ties": "tie", "pies": "pie", "dies": "die",
    "cookies": "cookie",
    "calories": "calorie", "rookies": "rookie", "selfies": "selfie", "hoodies": "hoodie", "prairies": "prairie",
    "causes": "cause", "houses": "house", "warehouses": "warehouse", "greenhouses": "greenhouse", "horses": "horse",
    "racehorses": "racehorse", "courses": "course", "nurses": "nurse", "purses": "purse", "causeways": "causeway",
    "cases": "case", "phases": "phase", "leases": "lease", "releases": "release", "diseases": "disease",
    "licenses": "license",
    "increases": "increase", "decreases": "decrease", "purchases": "purchase", "databases": "database",
    "vases": "vase",
    "corpses": "corpse", "responses": "response", "offenses": "offense", "expenses": "expense", "senses": "sense",
    "exercises": "exercise", "franchises": "franchise", "premises": "premise", "promises": "promise", "noses": "nose",
    "doses": "dose", "roses": "rose", "purposes": "purpose", "clauses": "clause", "pauses": "pause",
    "excuses": "excuse",
    "abuses": "abuse", "cruises": "cruise", "enterprises": "enterprise", "surprises": "surprise", "verses": "verse",
    "caches": "cache", "aches": "ache", "headaches": "headache", "shoes": "shoe", "canoes": "canoe", "axles": "axle",
    "avalanches": "avalanche", "niches": "niche", "toes": "toe", "foes": "foe", "bruises": "bruise",
    "glimpses": "glimpse",
    "eclipses": "eclipse", "universes": "universe", "tortoises": "tortoise", "spouses": "spouse", "mouses": "mouse",
    "blouses": "blouse", "successes": "success", "sizes": "size", "prizes": "prize", "seizes": "seize",
    "breezes": "breeze",
    "bronzes": "bronze", "gazes": "gaze", "blazes": "blaze", "mazes": "maze", "freezes": "freeze",
}  # fmt: skip
_PEOPLE_PLURALS = ("men", "people", "children", "folk")
_NOT_PEOPLE = word_set(
    "specimen regimen acumen abdomen stamen ramen omen semen hymen yemen cyclamen bitumen lumen"
)
_NOT_PLURAL_ENDINGS = ("ss", "us", "is", "'s", "’s", "ous", "ics", "ness", "less", "wards", "ways")
_NOT_PLURAL = word_set(
    """
    this his its was has is us as yes gas bus lens perhaps always sometimes towards across besides
    afterwards overseas alias atlas bias canvas christmas texas kansas arkansas dallas paris wales james
    says does goes news athletics mathematics politics less unless plus thus congress process
    business access express progress success press stress illness mass class glass loss boss cross dress
    grass gross guess kiss pass chess headless
    """
)
# Plurals in spite of their ending.
_PLURAL_AFTER_ALL = word_set(
    """
    academics alcoholics alibis alleyways analytics antibiotics antics asthmatics attics awards
    azerbaijanis bahrainis bangladeshis bengalis bikinis castaways catholics classics clerics clinics
    comics corgis cosmetics critics cupboards diabetics driveways emiratis emus epidemics fabrics
    fanatics fellas ferraris forwards gateways getaways giveaways graffitis graphics guards gurus
    heretics highways hispanics iraqis israelis jacuzzis jihadis kashmiris khakis kiwis kuwaitis
    lamborghinis lyrics maseratis mechanics medics menus metrics minis mosaics motorways narcotics nazis
    nepalis omanis pakistanis paparazzis picnics punjabis qataris rabbis railways relics republics
    rewards romantics runaways runways safaris saudis sceptics skeptics skis somalis statistics stewards
    stowaways subways synthetics tactics takeaways taxis topics tsunamis wards waterways ways yemenis
    """
)


class Word(NamedTuple):
    """One word after a number: offsets, the word, its lower case, and whether a hyphen ties it on."""

    start: int
    end: int
    text: str
    lower: str
    tied: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: the end of its phrase, the head as printed, and the head's singular in lower case."""

    end: int
    printed: str
    singular: str


def words_after(text: str, pos: int, limit: int = _WINDOW) -> list[Word]:
    """Up to ``limit`` words that follow ``pos`` with only spaces, quotes or a hyphen between them."""
    words: list[Word] = []
    while len(words) < limit:
        step = _STEP.match(text, pos, pos + _LONGEST_WORD)
        if step is None:
            break
        word = step["word"].rstrip(".'’")
        pos = step.start("word") + len(word)
        lower = word.lower()
        words.append(Word(step.start("word"), pos, word, lower, step["gap"] == "-"))
        if len(words) > 1 and lower in STOPS and lower not in _PASSED:  # a noun phrase ends there
            break
    return words


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like the plural of a noun."""
    if (
        word in IRREGULAR
        or word in _PLURAL_AFTER_ALL
        or (word.endswith(_PEOPLE_PLURALS) and word not in _NOT_PEOPLE)
    ):
        return True
    if len(word) < 3 or not word.endswith("s") or word in _NOT_PLURAL:
        return False
    return not word.endswith(_NOT_PLURAL_ENDINGS)


def singular(word: str) -> str:
    """The singular of a noun in lower case (``cities`` -> ``city``); a singular stays as it is."""
    head, hyphen, last = word.rpartition("-")
    if last in IRREGULAR:
        return head + hyphen + IRREGULAR[last]
    if not is_plural(last):
        return word
    if last.endswith("men"):
        return word[:-2] + "an"
    if last.endswith("children"):
        return word[:-3]
    if last.endswith("people"):
        return word[:-6] + "person"
    if last.endswith("ies") and len(last) > 4:
        return word[:-3] + "y"
    if last.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def counted_noun(words: list[Word], one: bool) -> Noun | None:
    """The noun that a number counts, from the words after it; ``one`` asks for a singular noun.

    A noun tied to the number by a hyphen (``200-seat``) may be singular too.
    """
    phrase = _phrase(words)
    if phrase and phrase[0].tied:
        return _tied(phrase[0])
    head = _single_head(phrase) if one else _plural_head(phrase)
    return Noun(head.end, head.text, singular(head.lower)) if head else None


def _plural_head(phrase: list[Word]) -> Word | None:
    """The first plural of a noun phrase, or the plural right after it that it belongs to (``police cars``)."""
    for place, word in enumerate(phrase):
        people = word.text[0].isupper() and is_people(word.lower, word.text)  # "a million Rohingya"
        if not (people or is_plural(word.lower.rpartition("-")[2])) or word.lower.endswith(("'", "’")):
            continue
        if word.lower == "times":  # "15 times earnings"
            return word
        rest = phrase[place + 1 : place + 4]
        if word.lower in _ATTRIBUTIVE:  # "sports utility vehicles"
            return next((later for later in rest if is_plural(later.lower)), word)
        if word.text[0].isupper():  # "United States soldiers"
            rest = [later for later in rest if is_plural(later.lower) and later.text[0].islower()]
            return rest[0] if rest else word
        if rest and is_plural(rest[0].lower) and rest[0].lower not in _STATES and _may_belong(word):
            return rest[0]
        return word
    return None


# Plurals that stand before a noun like an adjective.
_ATTRIBUTIVE = word_set("sports arms sales savings customs communications operations systems")
# What people are, not what they are called: "300 families homeless".
_STATES = word_set("dead wounded injured missing homeless unemployed elderly poor")


def _may_belong(word: Word) -> bool:
    """Whether a plural may describe the plural after it: ``police cars``, but not ``suspects opens``."""
    return word.lower in IRREGULAR or not is_people(singular(word.lower), word.text)


def _single_head(phrase: list[Word]) -> Word | None:
    """The singular noun after ``one``: the last word before a verb."""
    head = None
    for word in phrase:
        if is_plural(word.lower) and word.text[0].islower() and word.lower not in IRREGULAR:
            return None
        if head is not None and word.lower.endswith(("ed", "ing", "s")):
            break
        head = word
    return head


def _tied(word: Word) -> Noun | None:
    """The noun that a hyphen ties to its number (``11-nation``); an adjective such as ``two-faced`` is none."""
    first = word.lower.partition("-")[0]
    adjective = first.endswith(("ed", "fold", "ish")) and first not in _ED_NOUNS
    if adjective or first in _NOT_TIED or first in NUMBER_WORDS:
        return None
    end = word.start + len(first)
    return Noun(end, word.text[: len(first)], singular(first))


_ED_NOUNS = frozenset(("bed", "shed", "seed", "breed", "fish"))
_NOT_TIED = frozenset(
    (
        "calibre",
        "caliber",
        "gauge",
        "way",
        "time",
        "times",
        "and",
        "to",
        "or",
        "on",
        "up",
        "off",
        "in",
        "of",
        "a",
        "the",
        "by",
        "for",
        "at",
        "plus",
        "odd",
    )
)


def _phrase(words: list[Word]) -> list[Word]:
    """The words up to the first that ends the noun phrase."""
    phrase: list[Word] = []
    for word in words:
        soft = not phrase and word.lower in _SOFT_STOPS
        if (word.lower in STOPS and not soft and not _is_acronym(word)) or (
            word.lower.endswith("ly") and word.lower not in _LY_NOUNS
        ):
            break
        phrase.append(word)
    return phrase


# Words that end a phrase, but not right after the number: "two earlier attacks".
_SOFT_STOPS = word_set("earlier later last next same such own")


def _is_acronym(word: Word) -> bool:
    """Whether a word that looks like a stop word is a body's short name (``IS``, ``US``, ``UN``)."""
    return word.text.isupper() and len(word.text) > 1


_LY_NOUNS = frozenset(
    (
        "family",
        "early",
        "elderly",
        "daily",
        "weekly",
        "monthly",
        "friendly",
        "deadly",
        "only",
        "likely",
        "supply",
        "reply",
    )
)
