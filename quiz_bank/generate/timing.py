"""Gates 2 and 3, time: words that lean on a day the header does not show, and figures that age without one."""

from __future__ import annotations

import re

from briefings.extract.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.grammar import different, subject_of
from quiz_bank.generate.subjects import OF_TIME, RELATIVE_TIME, names_in
from quiz_bank.generate.wording import ASKED

_CHANGING = re.compile(
    r"\b(?:\w+ (?:days|weeks|months|years|hours) ago|so far|remain(?:s|ing)?|are left|still|now|to date|"
    r"(?:has|have) been (?:[a-z]+ ){0,4}for (?:how many|____)|"
    r"currently|yet|for the year|further|(?:has|have) (?:risen|climbed|grown|fallen|dropped|reached))\b"
)
_RELATIVE_NOUN = re.compile(
    r"\b(?:today|yesterday|tonight|tomorrow)['’]s|\b(?:this|last|next) (?:year|week|month)['’]s"
    rf"|\b(?:this|last|next|past|coming) (?:{'|'.join(MONTH_NAMES)}|summer|winter|spring|autumn|season)\b",
    re.IGNORECASE,
)
_OF_A_WEEKDAY = re.compile(
    r"\b[Ii]n the (?:first|second|third|fourth|last|final) (?:\w+ )?(?:months|quarter|half|weeks)\b"
    r"(?! of (?:\d{4}|[A-Z]))|"
    r"\b(?:earlier|later) in the day\b|"
    r"\bin recent (?:days|weeks|months|years)\b|"
    r"\b[Ff]or the (?:three|six|nine|twelve|\d+) months\b|"
    r"\bthe (?:past|last|next|coming) (?:[\w\-]+ ){0,4}(?:hours?|days?|weeks?|months?|years?)\b|"
    rf"\b(?:{'|'.join(WEEKDAY_NAMES)})['’]s\b|\bthe latest (?:report|figures?|survey|poll|data)\b|\b[Ii]n the month\b"
    r"|\b\w+ (?:days?|weeks?|months?|years?) ago\b"
)
_MONTHS = "|".join(MONTH_NAMES).replace("May", "May(?! [a-z])")
_MONTH_ALONE = re.compile(
    r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.(?! ?\d{1,2},? \d{4}| \d{4})|"
    rf"\bNew Year['’]s\b|\bBoxing Day\b|\bChristmas (?:Day|Eve)\b"
    rf"|\b(?:{_MONTHS})\b(?!(?: \d{{1,2}},?)? (?:of )?\d{{4}}| 11\b)"
)
_ONGOING = re.compile(
    r"\bthere (?:are|is|will (?:only |also )?be) "
    r"|(?:what percentage|____(?: ?%| per ?cent)?) .* (?:has|have) been "
    r"|(?:how many|____) (?:[\w\-]+ ){1,6}(?:are|is|remain) ",
    re.IGNORECASE,
)

_TALLY = re.compile(
    r"(?:how many|____) (?:[\w\-]+ ){1,4}(?:has|have) (?:already )?been [a-z]+(?:ed|en)\b"
    r"|\b(?:faces?|has|have|owns?|employs?|operates?) (?:more than |at least |about |nearly |up to )?(?:how many|____)"
    r"|\b(?:has|have) (?:already |now )?"
    r"(?:died|killed|lost (?:their|his|her) li(?:fe|ves)|infected|claimed|displaced|recorded|reported|"
    r"registered|received|"
    r"been (?:killed|recorded|reported|registered))\b"
)


_ON_ITS_WAY = re.compile(
    r"\b(?:was|is) (?:spotted|located|centred|centered|moving|packing|headed|heading)\b"
    r"|\b(?:left|kept|held|remained|stood) (?:its |the |their )?[^,]{0,40}\bunchanged\b"
    r"|\b(?:worst|best|highest|lowest|biggest|largest|fastest|slowest|sharpest) (?:[a-z]+ ){0,2}in "
    r"[^,]*(?:how many|____) years"
    r"|^[Aa]t last count|\b(?:has|have) sold (?:[a-z]+ ){0,2}(?:how many|____) (?:units|copies|cars|tickets)\b"
)  # where a storm was, what a rate was: of some day
_HAVE_BEEN = re.compile(r"(?:has|have) (?:already )?been (?!recorded|reported|registered)[a-z]+$")

_OF_A_DAY = frozenset(("share", "money", "count"))  # kinds of what a market shows
_COUNTED = frozenset(("population", "count", "share", "money"))
_YEAR = re.compile(r"\b\d{4}\b")
_MOVES = re.compile(
    r"\b(?:rose|fell|dipped|grew|dropped|climbed|slipped|jumped|slid|dived|tumbled|soared|surged|eased|plunged|"
    r"rising|falling|increased|decreased|sank|added|shrank|narrowed|widened|expanded|contracted|"
    r"would increase|year earlier)\b"
    r"|(?<!make )(?<!made )(?<!makes )\b(?:up|down) (?:by )?(?:about |nearly |more than )?(?:what|how|____|\d)"
)
_PERIOD = re.compile(
    rf"\b(?:\d{{4}}|(?:{'|'.join(MONTH_NAMES)})|quarter|half-year|first half|second half|since|previous|earlier|"
    r"year-on-year|month-on-month|annual|annually|a year|per year|fiscal|decade|between)\b"
)
_RECORD = re.compile(r"\b(?:record|since|largest|biggest|sharpest|worst|lowest|highest)\b")
_TICK = re.compile(
    r"\b(?:gained|lost|added|slid|slipped|dipped|fell|rose|climbed|dropped|jumped|shed|reversed|lifted|eased|dived|"
    r"plunged|surged|tumbled|sank|soared|advanced|retreated|moved|trading|closed|traded|opened|ended|settled|finished|stood|"
    r"up|down)\b[^,]{0,60}"
    r"\b(?:cents?|pence|yen|points?|(?:a|per|an) (?:barrel|ounce|share|bushel|dollar|euro|pound))\b"
)
_AT_A_PRICE = re.compile(
    r"\bby \d{4} GMT\b|"
    r"\b(?:lower|higher|down|up|fell|rose)\b[^,]* (?:at|to) "
    r"(?:[$£€¥][\d.]+\b(?! [a-z]+illion)|[\d.]+ (?!percent|per|[a-z]+illion))"
)
_POLL = re.compile(
    r"\b(?:respondents|polled|surveyed|(?:opinion )?polls?|survey|approval rating)\b", re.IGNORECASE
)
SHARES = re.compile(
    r"\b(?:[Ss]hares?|[Ss]tocks?|[Ii]ndex|[Aa]verage|bourse|prices?|dollar|greenback|euro|yen|pound)\b[^,]* "
    r"(?:hit|traded|opened|closed|rose|fell|lost|was|were|touched|gained|dropped|surged|jumped|"
    r"slipped|dipped|ended|trading|went|changed hands|recovered|rallied|rebounded|plunged|slumped|soared|climbed|"
    r"slid)\b"
    r"|\bsent [^,]*\b(?:shares?|stocks?)\b|\bled decliners\b"
    r"|\b(?:went (?:up|down)|climbed|gained|lost|added|fell|rose|slipped|dropped) \d+(?: \d/\d)?(?: to \d|[,.]|$)"
)
_PLAY = frozenset(
    str.split(
        """
        point goal run wicket over four six ball ace rebound winner error try birdie bogey shot frame lap assist
        touchdown penalty inning yard innings fifty hundred save cap unforced
        """
    )
)  # what is counted in a game: of no weight a week later
_TELLS_OF_WHAT = 9  # words of a question that says which event a tally counts
_TELLS_WHERE = {
    True: 9,
    False: 11,
}  # words of a question that says on what occasion; by the header: dated or not


_AHEAD = re.compile(
    r"^In (?:\w+|how many|____) (?:days|weeks|hours|months),|^[Ii]n the same "
    r"|^(?:An?|One|Half an) (?:hour|day|minute) later\b"
    r"|^(?:[\w\-]+ ){1,2}(?:days|weeks|hours|months|years?|day|week|month) (?:later|earlier|before|after),"
)


_OVERTAKEN = re.compile(
    r"\b(?:was|were|been) (?:originally |first |also )?(?:scheduled|due|expected|set|slated|supposed)\b"
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\b")


def relative_time(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: ``today`` or ``this year`` under a header that shows no date."""
    text = f"{draft.context} {draft.body}"
    ahead = _AHEAD.match(draft.body)
    if ahead:
        return Refusal("relative time", ahead.group())
    found = RELATIVE_TIME.search(text) if OF_TIME.search(text) else None
    found = found or _RELATIVE_NOUN.search(text) or _no_year(text, frame)
    overtaken = _OVERTAKEN.search(draft.body)  # "was due on Friday": the one before or the one to come
    if overtaken and _WEEKDAY.search(frame.fact.sentence.text):
        return Refusal("relative time", overtaken.group())
    if found and not frame.setting.dated:
        return Refusal("relative time", found.group())
    if found and re.search(r"day", found.group()):
        return Refusal("relative time", found.group())
    return None


def _no_year(text: str, frame: Frame) -> re.Match[str] | None:
    """A day or month without its year, where the header gives none either."""
    return None if frame.setting.dated else _MONTH_ALONE.search(text) or _OF_A_WEEKDAY.search(text)


def changing_figure(draft: Draft, frame: Frame) -> Refusal | None:
    """G3: a figure that ages, under a header without a date; what a market shows, and what tells of no event."""
    if draft.key.kind in _OF_A_DAY:
        refusal = _of_a_day(draft, frame)
        if refusal:
            return refusal
    bare = len(draft.body.split()) < _TELLS_OF_WHAT and draft.key.kind in ("population", "count")
    if bare and not draft.context and _TALLY.search(draft.body):
        return Refusal("changing figure", "a tally of no event")
    if frame.setting.dated:
        return None
    found = _CHANGING.search(draft.body) or _ONGOING.search(draft.body) or _ON_ITS_WAY.search(draft.body)
    if found:
        return Refusal("changing figure", found.group())
    tally = _TALLY.search(draft.body)
    if tally is None:
        return None
    befell = _HAVE_BEEN.search(tally.group())
    if befell is None:
        return Refusal("changing figure", tally.group())
    placed = draft.context or names_in(draft.body[tally.end() :], frame.setting, first=False)
    return None if placed else Refusal("no occasion", tally.group())


def _of_a_day(draft: Draft, frame: Frame) -> Refusal | None:
    """Why a figure of a market or of a poll is not asked: its day or period is not in the question."""
    body = draft.body
    if draft.key.kind == "share" and _AT_A_PRICE.search(body):
        return Refusal("changing figure", "a move of a market")
    if draft.key.kind != "share" and _TICK.search(body):
        return Refusal("changing figure", "a move of a market")
    if SHARES.search(body) and not _RECORD.search(body):
        return Refusal("changing figure", "a price of some day")
    dated = _PERIOD if frame.setting.dated else _YEAR
    if _MOVES.search(body) and not dated.search(body):
        return Refusal("changing figure", "a change of some period")
    if (
        draft.key.kind == "share"
        and not frame.setting.dated
        and _POLL.search(body)
        and not _YEAR.search(body)
    ):
        return Refusal("changing figure", "a poll of some day")
    return None


_GAME = re.compile(
    r"\b(?:birdies?|golfers?|tennis|match|game|innings|tournament|championship|league|cup|Test|striker|batsman|bowler|"
    r"goalkeeper|coach|"
    r"quarterback|midfielder|playoffs?|season|scored|wickets?|semifinals?|quarterfinals?|halftime|half-time|"
    r"all-star|team-mate|teammate|final|squad|players?|defeat)\b"
)


# more words of those whom something befell, since a place is the least that tells in which of many such events: most
# where they are the subject
_OF_VICTIMS = {True: 9, False: 1}
_BEFELL = re.compile(
    r"\b(?:killed|arrested|detained|wounded|injured|captured|seized|died|robbed|kidnapped|shot)\b"
)


_PLAYED = frozenset(("count", "share", "duration", "distance"))
_SIGNS = 4  # different words of a game or a market that tell what an article is about
_TRADE = re.compile(
    r"\b(?:shares?|stocks?|index|traded|trading|points|dealers|investors|brokers|Nasdaq|Dow Jones|Wall Street|"
    r"turnover|exchange|futures|bourse)\b"
)


def _is_of_a_game(draft: Draft, frame: Frame) -> bool:
    """Whether it counts what is counted in a game, or stands in an article on one."""
    unit = (draft.key.unit or "").rpartition(" ")[2].rpartition("-")[2]
    signs = _tells_of(_GAME, frame)
    return (unit in _PLAY and signs > 0) or signs >= _SIGNS


def _tells_of(words: re.Pattern[str], frame: Frame) -> int:
    """How many different ones of the words the article prints."""
    return different(words, frame.setting.text)


def no_occasion(draft: Draft, frame: Frame) -> Refusal | None:
    """G3: a short clause that names nobody but its subject: ``Ada Verrin scored how many points``."""
    if draft.key.kind in _PLAYED and _is_of_a_game(draft, frame):
        return Refusal("too plain", "a tally of a game")
    if draft.key.kind in _OF_A_DAY and not _YEAR.search(draft.body) and _tells_of(_TRADE, frame) >= _SIGNS:
        return Refusal("changing figure", "what a market showed")
    if draft.context or draft.key.kind not in _COUNTED:
        return None
    told = ASKED.sub("5", draft.body)
    subject = subject_of(told)
    victims = _OF_VICTIMS[ASKED.search(draft.body[: len(subject)]) is not None]
    most = _TELLS_WHERE[frame.setting.dated] + (victims if _BEFELL.search(draft.body) else 0)
    if len(draft.body.split()) >= most or _PERIOD.search(draft.body):
        return None
    if not subject or names_in(told[len(subject) :], frame.setting, first=False):
        return None
    return Refusal("no occasion", draft.body)
