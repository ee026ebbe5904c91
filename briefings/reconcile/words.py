"""Words that carry meaning: stop-words out, light stems, and the classes of verbs that tell one event.

The classes hold general news vocabulary. Two clauses with verbs of one class can tell the same event
(``retook`` and ``recaptured``); two figures with different classes measure different things.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefings.extract.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from briefings.extract.numbers import ONES, SCALES, TENS

STOP_WORDS = frozenset(
    str.split(
        """
        a an the this that these those it its he she they them their his her we you i our your who whom whose
        which what when where why how and or but nor so yet if then than as of in on at by for from to with
        into onto upon out off over under about above below between among during since until till within
        without against around across along near after before while because though although is are was were
        be been being am has have had having do does did done will would can could may might must shall should
        not no also now just only even still already very more most less least many much few some any all both
        each every other another such same own there here again once one too however meanwhile later earlier
        ago per via up down mr mrs ms dr said say says saying told tell according report reported reports
        including include includes well back way like part nearly almost roughly estimated approximately largely
        """
    )
)
# class -> the words of it, as stems (see ``stem``)
_CLASSES: dict[str, str] = {
    "dead": "kill killed dead death deaths die died dies dying toll fatality fatalities body bodies drown"
    " perish perished",
    "hurt": "injur injure injured injury injuries wound wounded hurt hospitalised hospitalized maim burns",
    "survived": "survive survived survivor survivors",
    "missing": "missing unaccounted",
    "held": "arrest arrested detain detained detention custody",
    "jailed": "jail jailed imprison imprisoned prison sentence sentenced",
    "charged": "charge charged indict indicted prosecute",
    "displaced": "displace displaced flee fled fleeing evacuate evacuated evacuation homeless uprooted",
    "blown": "explode exploded explodes exploding explosion explosions blast blasts blew erupt erupted eruption",
    "sworn": "sworn swear inaugurate inaugurated inauguration",
    "trapped": "trap trapped strand stranded besiege besieged siege sieges stuck",
    "rescued": "rescue rescued saved pulled",
    "freed": "free freed release released",
    "taken": "retake retook retaken capture captured recapture recaptured seize seized"
    " liberate liberated liberation conquer conquered overrun overran lose lost losing loses"
    " regain regained recover recovered oust ousted drive driven drove push pushed loss recovery",
    "possess": "hold held holding control controls controlled controlling occupation rule ruled occupy occupied",
    "break": "break broke broken breaking lift lifted",
    "fight": "fight fighting fought battle clash clashes chase chasing resistance",
    "win": "win won wins victory elect elected re-elected triumph",
    "defeat": "defeat defeated beat beaten",
    "vote": "vote votes voted voter voters ballot ballots",
    "crash": "crash crashed derail derailed derailment collide collided collision overturned",
    "begin": "reopen reopened begin began begun start started starts launch launched open opened opening",
    "end": "end ended ends finish finished close closed closing halt halted suspend suspended",
    "sign": "sign signed agree agreed agreement deal treaty",
    "build": "build built construct constructed",
    "damage": "damage damaged destroy destroyed ruin ruined flatten flattened wreck wrecked"
    " gut gutted raze razed scorch scorched char charred burn burned burnt burns",
    "flood": "flood flooded flooding burst submerge submerged inundate inundated",
    "split": "divide divided division split splits",
    "quit": "resign resigned quit step stepped",
    "name": "appoint appointed nominate nominated",
    "power": "power office became become presidency premiership",
    "lead": "lead led leads leading head headed heads",
    "live": "live lived living resident residents inhabitant inhabitants population home populace",
    "announce": "announce announced announces declare declared declares confirm confirmed statement",
    "arrive": "arrive arrived reach reached enter entered",
    "attack": "attack attacked strike struck strikes raid bomb bombed shell shelled shelling bombing",
    "cost": "cost costs costing worth price",
    "rise": "rise rose risen rises raise raised increase increased grow grew grown climb climbed jump jumped hike",
    "drop": "drop dropped decrease decreased decline declined shrink shrank",
    "spend": "spend spent invest invested pay paid",
}

_ENDINGS: tuple[tuple[str, str, int], ...] = (
    ("ies", "y", 5),
    ("sses", "ss", 6),
    ("ches", "ch", 6),
    ("shes", "sh", 6),
    ("xes", "x", 5),
    ("s", "", 4),
)
_DOUBLE_TAIL = re.compile(r"([bdfgmnprt])\1$")


def stem(word: str) -> str:
    """The word in lower case without a plural or verb ending (``kilometres`` -> ``kilometre``)."""
    bare = word.casefold()
    for ending, instead, shortest in _ENDINGS:
        if bare.endswith(ending) and len(bare) >= shortest and not bare.endswith(("ss", "us", "is")):
            bare = bare[: len(bare) - len(ending)] + instead
            break
    if bare.endswith("ied") and len(bare) >= 6:
        return f"{bare[:-3]}y"
    for ending in ("ing", "ed"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 4:
            return _DOUBLE_TAIL.sub(r"\1", bare[: -len(ending)]).removesuffix("e")
    return bare.removesuffix("e") if len(bare) > 4 else bare


_OTHER_SENSE = frozenset(("miss",))  # a jet that missed the runway is not missing

CLASS_OF: dict[str, str] = {
    form: f"*{name}"
    for name, words in _CLASSES.items()
    for word in words.split()
    for form in (word, stem(word))
    if form not in _OTHER_SENSE
}


# words that newspapers use for one thing, as stems
_SAME_THING = {
    stem(form): stem(word)
    for word, forms in {
        "fire": "blaze flame wildfire bushfire inferno",
        "earthquake": "quake tremor",
        "plane": "aeroplane airplane aircraft airliner",
        "lorry": "truck",
        "factory": "plant",
        "child": "children kid",
        "jobless": "unemployed",
        "soldier": "troops servicemen",
        "police": "policemen policeman officer officers",
        "worker": "workers",
        "pupil": "student schoolchild schoolchildren",
        "fan": "supporter backer",
        "tourist": "holidaymaker visitor",
        "protester": "demonstrator marcher",
        "rebel": "militant insurgent",
        "migrant": "refugee",
        "firefighter": "firemen fireman",
        "lawmaker": "legislator deputy deputies",
        "job": "position post",
        "vessel": "ship boat",
        "wind": "gust breeze",
        "landslide": "mudslide landslip",
        "turnout": "participation",
        "frontier": "border",
        "nation": "country countries",
        "ceasefire": "truce armistice",
        "war": "conflict hostilities",
        "offensive": "assault campaign operation",
        "found": "founded establish established create created",
        "violation": "irregularity irregularities breach breaches",
        "talk": "talks negotiation negotiations meet meeting",
        "shop": "store supermarket retailer",
        "walkout": "stoppage",
        "wage": "salary salaries earnings",
        "poor": "poverty",
        "centre": "center epicentre epicenter centred centered",
    }.items()
    for form in forms.split()
}
# forms that are no verb though their singular is: "340 homes" are houses, "home to 340" is where they live
_NOUNS = {
    "homes": stem("houses"),
    "dwellings": stem("houses"),
    "buildings": "buildings",
    "holdings": "holdings",
}


@lru_cache(maxsize=20_000)
def token(word: str) -> str:
    """What a word counts as: nothing for a stop-word or figure, ``*class`` for a known verb, or its stem."""
    bare = word.casefold().replace("’", "'").removesuffix("'s").strip("'")
    if len(bare) < 2 or bare in STOP_WORDS or any(c.isdigit() for c in bare):
        return ""
    if bare in NUMBER_WORDS or bare.removesuffix("s") in NUMBER_WORDS:
        return ""
    root = stem(bare)
    return CLASS_OF.get(bare) or _NOUNS.get(bare) or CLASS_OF.get(root) or _SAME_THING.get(root, root)


NUMBER_WORDS = frozenset(
    (
        *ONES,
        *TENS,
        *SCALES,
        *(name.lower() for name in MONTH_NAMES + WEEKDAY_NAMES),
        *str.split(
            """
            half third quarter percent cent today yesterday tomorrow week month year
            km kilometre kilometer mile
            """
        ),
    )
)
