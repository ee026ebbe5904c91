"""The gap for a name: "Fill the gap with a place: “The navy broke the siege of ____.”".

Needs a clause that holds a second name, or a sentence before it that does, so that only one name fits the gap.
Refused: names that stand twice in the clause, one of a list of names, clauses told of nobody else.
"""

from __future__ import annotations

import re

from briefings.extract.given_names import GIVEN_NAMES
from briefings.extract.nations import COUNTRIES, DEMONYMS
from briefings.places.finding import open_gazetteer
from briefings.stories import Article, NameKind
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import main_verb, starts_with_verb
from quiz_bank.generate.keys import name_key, spellings, text_key
from quiz_bank.generate.setting import Setting
from quiz_bank.generate.shapes.role import LEADING, known_to_all
from quiz_bank.generate.statements import checked, first_accepted, lead
from quiz_bank.generate.subjects import NAMELESS_OFFICE, NO_NAMES
from quiz_bank.generate.timing import SHARES
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.wording import in_quotes
from quiz_bank.generate.words import PLACE_CLASSES, REPORTING, STATEMENTS

WANTED: dict[NameKind, str] = {
    "place": "a place",
    "person": "a person's name",
    "group": "the name of a group, body or company",
}
_SOME_NAME = "a name"  # of a kind that the text leaves open
_FEWEST_WORDS = 7
_TITLE = "(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President|Minister|General|Senator)"
_CONTINENTS = frozenset(
    (
        *("Europe", "Asia", "Africa", "America", "North America", "South America", "Latin America"),
        *("Wall Street", "West", "East", "North", "South", "Middle East", "Far East"),
    )
)
_FEATURE = re.compile(
    r" (?:Airport|Park|Bay|Sea|Straits?|River|Islands?|Valley|Mountains?|Hills?|Beach|Bridge|Square|Street|Road|Desert|"
    r"Gulf|Lake|Dam|Harbou?r|Prison|Centre|Center|Base|Peninsula|Coast|Province|District|County|City|Palace|Stadium|"
    r"Hospital|University|Station|Port)$|^(?:Lake|Mount|Cape|Port|Fort|Gulf) "
)
_PARTS = (
    "town|city|village|port|suburb|island|harbours?|castle|streets|pier|coast|edge|outskirts|people|residents"
)
_COMPASS = re.compile(
    r"\b(?:north|south|east|west)(?:-?(?:east|west))? of (?:the )?$|\bborders? with (?:the )?$"
)
_WITHIN_NAME = re.compile(
    r"\b(?:Republic|Kingdom|State|Party|Congress|Council|Parliament|Federation|Association|Institute|Church|"
    r"University|Bank|Union|Bay|Gulf|Province|City|Tower|House|Isle|Duke|Archbishop|Bishop|Dome|Temple) of (?:the )?$"
)
_OF_A_PERSON = re.compile(
    r" (?:has |had )?(?:arrived|flew|visited|married|resigned|died|was born|left for|met)\b"
)
_PAPER_AFTER = re.compile(r" (?:news agency|newspaper|daily|magazine|company|group|airline|party|bank)\b")
_SAID_BY = re.compile(r"\b(?:said|says?|told|[Aa]ccording to)(?: [a-z]+){0,2} $")
_OF_A_WORK = re.compile(
    r"\b(?:show|film|movie|song|single|album|novel|book|play|musical|series|game|opera|thriller|comedy|drama) $"
)  # before a title, which is often longer than its words with capitals
_PRICE = re.compile(
    r"\bmost active\b|\b(?:up|down|rose|fell|increased|eased|added|"
    r"advanced|ended|closed|finished|gained|lost|slipped|dropped|climbed) "
    r"(?:by )?(?:[$£€]|[\d.]+ ?(?:%|per ?cent|cents?|points))"
)
_OWNED = re.compile(
    r"(?:%|per ?cent|stakes?|shares?|interests?|control) (?:of|in) $"
)  # a firm's, though a place bears the name
_AT_A_PLACE = re.compile(
    r"\b(?:in|to|at|from|near|towards?|outside|urges|urged) $"
)  # "to Raleigh": no body stands there bare
_BARE_HEAD = re.compile(r"(?:[Tt]he )?(?:Prime Minister|President(?:-elect)?|Chancellor|Queen|King|Pope)")
_BARE_ENVOY = re.compile(r"\b(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul)$")  # to which country is not said
_OF_A_FIRM = re.compile(
    r"\b(?:giant|firm|group|company|maker|retailer|airline|bank|operator|chain|insurer|studio|label|network|carrier|"
    r"lender|brewer|publisher|broadcaster|builder|carmaker|manufacturer) $"
)
_BARE_MINISTER = re.compile(
    r"(?:^|[,;] |\b(?:and|that|by|of|to|with|from|for) )(?:the )?"
    r"(?:[A-Z][a-z]+ ){0,2}(?<!Prime )(?:Minister|Secretary) $"
)
_EMPLOYER = re.compile(
    r"^(?:Mr |Ms |Dr )?[A-Z][\w\-]+(?: [A-Z][\w\-]+)+, (?:[a-z \-]+ )?(?:of|from|at|for|with) [^,]*$"
)
_OF_WHOM_SAYS = re.compile(r", (?:said|says) [A-Z][^,]+, an? [^,]+ (?:with|at|of|for|from) (?:the )?$")
_THINKS = re.compile(
    r"^,? (?:said|says|believe[sd]|thinks|thought|argue[sd]|felt|feels|agree[sd]|insist(?:s|ed)|warn(?:s|ed))\b"
)
_WORKS = (
    "(?:film|movie|novel|book|album|song|play|series|show|opera|musical|drama|[Ss]huttle|ship|ferry|yacht|magazine|"
    "newspaper)"
)
_TRADES = re.compile(
    r" (?:has |had )?(?:received|acquired|bought|posted|earned|sold|owns|makes|shares|stock|reported|launched|hired)\b"
)
_DOT_OF_NAME = re.compile(r"^\.(?= [a-z]|,|$)")  # of "Kessel Inc."
_TRADE = re.compile(r"(?:er|or|man|ist|ian|ess|star) $")  # of one person: "Author", "Actress"
_ONE_OF_MANY = re.compile(
    r"\b(?:reporter|correspondent|journalist|columnist|like|such as) $"
)  # who asked, examples
_ONE_WORD = re.compile(rf"(?!The |{_TITLE} )[A-Z][a-z]+ ")
_OFFICE = 40  # characters before a name in which its office stands
_LISTED_AFTER = re.compile(r"(?:,? and|, (?:in |at |the )*|/)(?: the)? ?[A-Z]")
_OFFICE_BEFORE = re.compile(
    r"(?:[Mm]inister|[Pp]resident|[Pp]remier|[Mm]ayor|[a-z]{4,}(?:er|or|man|ist|ian)),? $"
)
_LISTED_BEFORE = re.compile(r"[A-Z][\w'’\-]*(?:,? and|,|/)(?: in| at| the| from)* ?$")


def make(frame: Frame, kind: NameKind) -> Draft | Refusal:
    """The clause with a gap for the name, and what kind of name is wanted."""
    statement = frame.told
    if isinstance(statement, Refusal):
        return statement
    return first_accepted(frame, statement, lambda variant: _gapped(frame, variant, kind))


def is_askable(name: str, kind: NameKind, article: Article, setting: Setting) -> bool:
    """Whether the article bears out that it is a name worth asking, as can be told before its clause is cut out.

    A word that is also printed without a capital may be no name at all.
    """
    if name.partition(" ")[0] in DEMONYMS and kind == "person":
        return False
    if name.isupper() and " " in name:  # a heading
        return False
    if name in _CONTINENTS | NO_NAMES or (" " not in name and name.lower() in setting.lower):
        return False
    publisher = article.outlet or article.agency
    return not (publisher and name.startswith(publisher))


def _is_known_place(name: str, frame: Frame) -> bool:
    """Whether the gazetteer or the text's own words bear out that the name is a place's."""
    known = any(place.name == name for place in frame.story.places)
    return known or _is_called_a_place(name, frame.setting)


def _is_called_a_place(name: str, setting: Setting) -> bool:
    """Whether the text calls a place so that the gazetteer does not know: by its class, or ``60 km west of NAME``."""
    if _FEATURE.search(name) or name in COUNTRIES:
        return True
    if any(name in setting.classes.get(noun, ()) for noun in PLACE_CLASSES):
        return True
    where = (
        rf"\b(?:(?:{_PARTS}) of|(?:north|south|east|west) of|near|outside|off) (?:the )?{re.escape(name)}\b"
    )
    return bool(re.search(where, setting.text))


def _is_a_person(name: str, before: str, frame: Frame) -> bool:
    """Whether an office or a title tells that the name is a person's."""
    if _OF_A_FIRM.search(before):
        return False
    surname = re.escape(name.split()[-1])
    held = any(fact.kind == "role" and fact.what == name for fact in frame.article.facts)
    titled = re.search(rf"\b{_TITLE} {surname}\b", frame.setting.text)
    return held or bool(_OFFICE_BEFORE.search(before) or titled)


def _is_part_of_a_name(clause: Clause, kind: NameKind) -> bool:
    """Whether the name goes on at either end, or is the title of a work, of which words may be missing."""
    goes_on = re.match(r" & |\.(?! ?$)", clause.after) or clause.before.endswith(" & ")
    if goes_on or _OF_A_WORK.search(clause.before):
        return True
    opening = kind == "person" and _ONE_WORD.fullmatch(clause.before)
    return bool(opening and not (LEADING.search(clause.before) or _TRADE.search(clause.before)))


def _unfit(clause: Clause, kind: NameKind, frame: Frame) -> Refusal | None:
    """Why the name itself is not asked for, or None."""
    following = clause.after.lstrip(" ,")
    says = starts_with_verb(following) and main_verb(f"It {following}") in REPORTING
    if _WITHIN_NAME.search(clause.before):
        return Refusal("giveaway", clause.before[-_OFFICE:])
    if says or _SAID_BY.search(clause.before):
        return Refusal("too plain", "who said so")
    if _PRICE.search(clause.text) or SHARES.search(clause.text):
        return Refusal("changing figure", "a move of a market")
    if _is_part_of_a_name(clause, kind):
        return Refusal("no name", "part of a longer one")
    if kind not in ("person", "place") and _OF_A_PERSON.match(clause.after):
        return Refusal("no name", clause.mark)
    if clause.text.startswith("Born "):
        return Refusal("shape", "Born")
    bare = _BARE_ENVOY.search(clause.before.rstrip(" ,")) or _BARE_MINISTER.search(clause.before)
    if kind == "person" and bare:
        return Refusal("bare role", clause.before[-_OFFICE:])
    quoted = _EMPLOYER.match(clause.before) and _THINKS.match(clause.after)
    if quoted or _OF_WHOM_SAYS.search(clause.before) or _ONE_OF_MANY.search(clause.before):
        return Refusal("too plain", "whom a speaker works for, or one of many")
    if kind == "person" and _PAPER_AFTER.match(clause.after):
        return Refusal("no name", clause.mark)
    return None


def _is_sure(clause: Clause, kind: NameKind, frame: Frame) -> bool:
    """Whether the text bears out which kind of name it is: a firm may look like a person or a place."""
    if _OWNED.search(clause.before):
        return False
    mark = re.escape(clause.mark)
    if kind == "group" and " " not in clause.mark and not re.search(r"\b[Tt]he $", clause.before):
        return not _AT_A_PLACE.search(clause.before)
    if kind == "place":
        trades = clause.mark not in COUNTRIES and not clause.before and _TRADES.match(clause.after)
        work = re.search(rf"\b{_WORKS} {mark}\b", frame.setting.text)
        return not trades and not work and _is_known_place(clause.mark, frame)
    if kind == "group" and clause.mark.partition(" ")[0] in GIVEN_NAMES:
        return False
    return kind != "person" or _is_a_person(clause.mark, clause.before, frame)


def _tells_its_country(clause: Clause, frame: Frame) -> bool:
    """Whether a country is asked for beside one of its towns: an official visit to ____, and Beijing stands before."""
    if clause.mark not in COUNTRIES:
        return False
    around = f"{clause.before} {clause.after}"
    gazetteer = open_gazetteer()
    return gazetteer is not None and any(
        re.search(rf"\b{re.escape(place.name)}\b", around)
        and gazetteer.country_name(place.country) == clause.mark
        for place in frame.story.places
    )


def _gapped(frame: Frame, statement: Statement, kind: NameKind) -> Draft | Refusal:
    clause = statement.clause
    nameless = kind == "person" and re.fullmatch(f"{NAMELESS_OFFICE} ", clause.before)
    clause = clause.with_text("" if nameless else clause.before, _DOT_OF_NAME.sub("", clause.after))
    around = f"{clause.before}{clause.after}"
    if clause.mark in around or len(around.split()) < _FEWEST_WORDS:
        return Refusal("shape", around[:40])
    unfit = _unfit(clause, kind, frame)
    if unfit:
        return unfit
    beside = _LISTED_AFTER.match(clause.after) or _LISTED_BEFORE.search(clause.before)
    if beside and not (kind == "person" and _OFFICE_BEFORE.search(clause.before)):
        return Refusal("figure in a list", clause.mark)
    if _COMPASS.search(clause.before) and not re.search(r"\d", clause.before[-_OFFICE:]):
        return Refusal("common knowledge", clause.before[-_OFFICE:])
    if kind == "person" and known_to_all(clause.before.strip()[-_OFFICE:]):
        return Refusal("common knowledge", clause.before[-_OFFICE:])
    if kind == "person" and _BARE_HEAD.fullmatch(clause.before.strip()):
        return Refusal("common knowledge", clause.before)
    if kind == "place" and _tells_its_country(clause, frame):
        return Refusal("giveaway", clause.mark)
    if main_verb(clause.text) in REPORTING | STATEMENTS:
        return Refusal("too plain", main_verb(clause.text))
    body = f"{clause.before}____{clause.after}".strip()
    credit = lead(frame, statement).rstrip(", ")
    told = f", {credit[0].lower()}{credit[1:]}" if credit else ""
    sure = _is_sure(clause, kind, frame)
    ask = f"Fill the gap with {WANTED[kind] if sure else _SOME_NAME}{told}: {in_quotes(body)}"
    key = name_key(frame, kind) if sure else text_key(frame, clause.mark, spellings(frame, kind))
    return checked(frame, statement, Draft(ask, key, body, speaker=statement.speaker))
