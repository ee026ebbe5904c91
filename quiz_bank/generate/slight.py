"""Worth and gates 2 and 3: figures that tell little of the event, or that no event in the question holds.

The rules were measured on wire copy of two agencies: each refuses at least two bad questions for a good one.
"""

from __future__ import annotations

import re

from briefings.extract.nations import DEMONYMS
from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.grammar import different, subject_of, tokens
from quiz_bank.generate.setting import NAME
from quiz_bank.generate.subjects import has_name, names_in
from quiz_bank.generate.wording import ASKED
from quiz_bank.generate.words import IRREGULAR_PAST

REPORT = "the report"  # the article itself, where nothing is known of who printed it
_FEW = 5  # a count below it is kept only of people to whom something happened
_VICTIMS = re.compile(
    r"\b(?:kill(?:ed|ing|s)|injur(?:ed|ing)|wound(?:ed|ing)|dead|deaths?|died|arrest(?:ed|s|ing)|detained|displaced|"
    r"homeless|fled|flee|kidnapped|abducted|hostages?|sentenced|jailed|imprisoned|freed|released|struck|buried|"
    r"missing|evacuated|infected|drowned|rescued|executed|shot|lives|captured|charged|convicted|stranded|trapped|"
    r"massacred|murdered|slain)\b"
)
_AT_DEATH = re.compile(r"At what age did [^,]+ die$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_FIGURE = r"(?:how (?:many|much|long)|what (?:percentage|fraction)|____)"
_CEREMONY = re.compile(
    r"____[ -](?:hour|day|week|month|year|minute)s?(?:-long)? (?:[\w'’\-]+ ){0,3}?(?:visits?|trip|tour|stay|stopover|"
    r"conference|meeting|gathering|summit|seminar|workshop|forum|festival|carnival|fair|exhibition|show|break|holiday|vacation|"
    r"session|course|training|celebrations?|ceremony|games?|match|series|contract|high|low|interbank|bonds?|bills?|"
    r"notes?|yields?|loans?|mortgages?|ARMs?|symposium|peak|record|lease|mission|grace|congress|maneuvers|manoeuvres|exercises?|shutdown|rate)\b"
)
_BRIEF_EVENT = re.compile(r"____[ -](?:second|minute|hour|day)\b")
_LASTING = re.compile(
    r"\b(?:siege|war|battle|stand-?off|curfew|cease-?fire|truce|strikes?|blackout|blockade|deadline|limit|detention|"
    r"waiting|quarantine|lockdown|fast|riots?|mourning|ordeal|hijack\w*|hostage|fighting)\b"
)
_A_WEEK = 7  # days or hours: the length of a visit or a rally tells little of it
_AFTERWARDS = re.compile(
    rf"{_FIGURE} (?:hours|days?|weeks?|months?|years?) (?:after|before|ahead|later|earlier)\b"
)
_QUARTERS = re.compile(rf"\b(?:[Ff]or|[Ii]n) the {_FIGURE} (?:months|quarters|weeks)\b|____-century\b")
_TALKED = re.compile(
    r"\b(?:met|talked|spoke|talks|meeting|waited|released|stay(?:ed|ing)?)\b"
    rf".* (?:for|after) {_FIGURE} (?:hours|minutes)\b"
)
_SOON = re.compile(rf"\bin {_FIGURE} (?:hours|days|weeks|months|years)\W*$", re.IGNORECASE)
_IN_ALL = re.compile(
    rf" in {_FIGURE} (?:days|weeks|months|years) (?:was|were|is|has|had)\b|\btop ____"
    r"|____ (?:week|day|month|hour)\b(?! \w+ed\b)"
)
_EACH = re.compile(rf"{_FIGURE} (?:[\w. ]{{1,40}}? )?(?:per|a|an|each) (?:shares?|barrel|ounce|bushel)\b")
_ASIDE = re.compile(
    rf"(?:^|, )of {_FIGURE}|, {_FIGURE} of (?!the\b)|{_FIGURE} of (?:them|whom|whose|which)\b|\b[A-Z]- {_FIGURE}"
)
_NO_END = re.compile(
    r"(?:\b(?:from|of|to|with|by|than|over|against|said|previous|presumably|apparently|because|and|or|the|a|an|its|their)|,)\W*$"
)
_PART_OF_DAY = re.compile(
    r"\b(?:in the (?:morning|afternoon|evening)|overnight|at (?:dawn|dusk|noon|midnight))\b"
)
_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}|\b[A-Z][a-z]+\.? \d{1,2}\b")
_LONG_AGO = re.compile(
    r"(?:In [A-Z][a-z]+ last year|Last year|A year (?:ago|earlier)),? "
)  # background of no date
_RECENT = re.compile(r"\b(?:[Aa] recent|[Rr]ecently|[Tt]he recent)\b")
_BARE_TOTAL = re.compile(
    r"^(?:In \d{4}, )?the (?:growth|rate|figure|total|number|amount|increase|decline|deficit|surplus|turnover|volume) "
    r"(?!of |in |for |between |among |at the |with )",
    re.IGNORECASE,
)
_TURNOVER = re.compile(r"\b(?:[Tt]urnover|[Vv]olume) (?:totall?ed|amounted|was|were|stood|reached|came)\b")
_SURNAME = re.compile(r"[A-Z][a-z]+(?:['’]s)?")
_EXPERT = re.compile(
    r"\b(?:professors?|analysts?|economists?|strategists?|dealers?|brokers?|traders?|lecturers?|researchers?|experts?|"
    r"consultants?|academics?|commentators?)\b",
    re.IGNORECASE,
)
_OF_SPORT = re.compile(
    r"\b(?:seasons?|pitchers?|baseball|football|soccer|rugby|basketball|cricket|hockey|tennis|golf|league|career games|"
    r"ERA|club|squad|coach|tournament|championships?|striker|midfielder|goalkeeper|innings|champions|play-?offs?|"
    r"Olympics?|medals?|ski race|Cup|race|team-?mates?|captain|Premiership|premier league|playmaker|scored|fans|"
    r"midfield|defender|winger|goalless|penalty area|squash|badminton|cricket|one-day internationals?|wickets?|"
    r"wildcards?|qualifiers?|top seed|fly-half|full-back|flanker|drop-goal|half-time|scrum|bowled|batsm[ae]n|"
    r"fouls?|ejections?|NBA|NFL|NHL|gold|silver|bronze|volleyball|boxing|athletics|cycling|swimming|"
    r"skating|marathon|(?:quarter|semi)-?finals?|seeds?|seeded|world number|fixtures?|match(?:es)?|unbeaten|"
    r"\d{1,2}-\d{1,2}(?=[ ,.]))\b"
)
_FEWEST_WORDS = {
    True: 8,
    False: 10,
}  # of a clause with a gap that says of what event; by the header: dated or not
_SIGNS = 4  # different words of sport that tell what an article is about
_SOME_MEETING = re.compile(
    r"^(?:Bilateral|Mutual|Two-way) |"
    r"^(?:An?|One|Another|The) (?:[a-z\-]+ ){0,2}(?:workshop|seminar|ceremony|conference|meeting|forum|"
    r"exhibition|service|reception|banquet|mass|luncheon|briefing) (?:was|is|were|took)\b"
)
_HE_AFTER_NOUN = re.compile(
    r"^(?!When|After|Before|While|If|As|Since|Because|Once|Until|What|That|In|On|At|By|How)"
    r"[A-Z][\w ]{2,40} (?:he|she|they) "
    r"[a-z]+ed\b"
)
_OPINION = re.compile(
    r"^(?:Analysts|Investors|Traders|Dealers|Brokers|Economists|Shares|Markets|Observers)\b"
)
_OF_THE_LAST = re.compile(r"\band [A-Z][\w\-]+, where (?!.*, )[^,]*$")
_PEOPLE = re.compile(
    r"\b(?:people|persons?|residents|inhabitants|citizens|civilians|others|homeless|dead|lives|men|women)\b"
    r"|\b[A-Z][a-z]+(?:ans|is|ese)\b"
)
_NAMELESS = re.compile(r"(?:An?|The|Some|One|Another) [^A-Z]+")
_PICTURE = re.compile(
    r"\b(?:is|are) (?:photographed|pictured)\b|"
    r"^[A-Z][^,]{2,60} (?:is|are) (?:seen|shown|pictured|holding|wearing|standing|sitting|smiling|posing|waving)\b"
)
_BIRTHDAY = re.compile(r"\bturned (?:\d\d|____)\b|^Each ____ |\bmargin of error\b|\bquoted as saying\b")
_INVERTED = re.compile(
    r"^(?:Named|Among|Included|Also [a-z]+ed|Others [a-z]+ed)\b[^,]* (?:was|were|are|is)\b"
)
_SAID_IN = re.compile(r"\bsaid in ____")
_PASSING = re.compile(
    r"\b(?:arrived (?:in|at)|left for|flew to|(?:paid|is paying|began|is on) an? [^,]{0,30}visit|"
    r"paid the [^,]{0,30}visit|"
    r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b)"
)
_NATIONS = "|".join(sorted(map(re.escape, DEMONYMS), key=len, reverse=True))
_UNNAMED_PAPER = re.compile(
    rf"^(?:the|a|an) (?:(?:US|UK|EU|{_NATIONS}) )?"
    r"(?:newspaper|paper|daily|magazine|weekly|report|agency|channel|station|website)$"
)
_ONE_OF_A_NATION = re.compile(
    rf"^[Tt]he (?:{_NATIONS}) "
    r"(?:minister|official|diplomat|envoy|delegation|team|side|firm|company|group|giant|leader|player|guest|visitor)\b"
)
_OF_A_NATION = re.compile(rf"(?:{_NATIONS})s?")
_RESULT = re.compile(
    r"\b(?:beat|beats|victory|win over|final|won|wins|defeated|champions?|titles?|medals?|banned|"
    r"died|killed|host|hosts|hosted|elected)\b"
)
_POLL = re.compile(r"\b(?:polls?|pollsters?|opinion|voters|lead at)\b")
_POLLS = 3
_FIGURES = frozenset(("count", "population", "share", "money", "duration"))
_COUNTS = frozenset(("count", "population"))
_TELLS_NOTHING = 8  # words of a question that fit many events
_TELLS_WHERE = 12  # words of a clause with one name that say of which event it tells
_PAST = re.compile(
    r"\b(?:has|have) (?:[a-z]+ly )?[a-z]+(?:ed|en|wn|ost|old|ut|one)\b"
    r"|(?<!of )(?<!from )\b[a-z]{2,}ed (?!by\b|cases\b)"
)
_OVER = frozenset(("was", "were", "had"))  # verbs that open what is done or suffered


def slight_figure(draft: Draft, frame: Frame) -> Refusal | None:
    """The first reason why a figure is of no weight or has nothing to hold it, or None.

    Names and dates are looked at for their speaker, their subject and whether a report on sport holds them.
    """
    refusal = _of_nobody_known(draft, frame) or _of_nothing_named(draft, frame)
    if refusal or draft.key.kind not in _FIGURES | {"age", "distance"}:
        return refusal
    if "how many people" in draft.body and not _PEOPLE.search(frame.fact.sentence.text):
        return Refusal("shape", "people whom the sentence does not name")
    return _cut(draft) or _minor(draft, frame) or _without_event(draft, frame)


def _of_nothing_named(draft: Draft, frame: Frame) -> Refusal | None:
    """Why a question of any kind has no subject, no event or no weight, or None."""
    body = draft.body
    nameless = (
        _SOME_MEETING.search(body)
        or _INVERTED.search(body)
        or (not draft.context and _ONE_OF_A_NATION.search(body))
    )
    if nameless:
        return Refusal("unnamed subject", nameless.group())
    two_subjects = _HE_AFTER_NOUN.search(body)
    if two_subjects:
        return Refusal("no clause", two_subjects.group())
    if _TURNOVER.search(body):
        return Refusal("changing figure", "a turnover of some day")
    plain = _PICTURE.search(body) or _BIRTHDAY.search(body) or _OPINION.search(body) or _SAID_IN.search(body)
    if plain:
        return Refusal("too plain", "what somebody said or thought, or a picture shows")
    if draft.key.kind == "date" and _NAMELESS.fullmatch(body):
        return Refusal("unnamed subject", body)
    if _OF_THE_LAST.search(frame.fact.sentence.text[: frame.fact.start - frame.fact.sentence.start]):
        return Refusal("several answers", "where, after several places")
    counted = draft.key.kind in _COUNTS and len(body.split()) < _TELLS_WHERE and not draft.context
    told = f"{draft.speaker}, {body}"
    if counted and all(_OF_A_NATION.fullmatch(name) for name in names_in(told, frame.setting)):
        return Refusal("no occasion", body)
    if "____" in body and not draft.context and len(body.split()) < _FEWEST_WORDS[frame.setting.dated]:
        return Refusal("no occasion", body)
    passing = None if frame.setting.dated else _PASSING.search(body)
    if passing and not _YEAR.search(body):
        return Refusal("no occasion", passing.group())
    return Refusal("too plain", "a detail of sport") if _is_detail_of_sport(draft, frame) else None


def _is_detail_of_sport(draft: Draft, frame: Frame) -> bool:
    """Whether a date or a gap of a report on sport tells of no result; offices have rules of their own."""
    asked = draft.key.kind == "date" or "____" in draft.body
    if "____" in draft.body and not frame.setting.dated and not _YEAR.search(draft.body):
        return is_of_sport(frame)
    return asked and not _RESULT.search(draft.body) and is_of_sport(frame)


def _cut(draft: Draft) -> Refusal | None:
    """G1: a clause whose end or whose noun was cut off."""
    found = _NO_END.search(draft.body) or _ASIDE.search(draft.body)
    return Refusal("truncated", found.group()) if found else None


def _minor(draft: Draft, frame: Frame) -> Refusal | None:
    """Worth: a handful of things, the length of a visit, a price of one share, ages, figures of sport."""
    body, value = draft.body, frame.fact.value
    few = draft.key.kind in _COUNTS and isinstance(value, (int, float)) and (value < _FEW or value % 1 > 0)
    if few and not (draft.key.kind == "population" and _VICTIMS.search(body)):
        return Refusal("too plain", "a handful")
    brief = _BRIEF_EVENT.search(body) if frame.fact.kind == "duration" else None
    short = isinstance(value, (int, float)) and (value <= _A_WEEK or frame.fact.unit in ("minute", "second"))
    if brief and short and not _LASTING.search(body):
        return Refusal("too plain", brief.group())
    told = _VICTIMS.search(body) or _AT_DEATH.match(body)
    if draft.key.kind == "age" and ("____" in body or not told):
        return Refusal("too plain", "an age")
    for pattern in (_CEREMONY, _AFTERWARDS, _QUARTERS, _TALKED, _SOON, _IN_ALL, _EACH):
        found = pattern.search(body)
        if found:
            return Refusal("too plain", found.group())
    return Refusal("too plain", "a figure of sport") if is_of_sport(frame) else None


def is_of_sport(frame: Frame) -> bool:
    """Whether the article prints enough different words of sport to be a report on it."""
    return different(_OF_SPORT, frame.setting.text) >= _SIGNS


def _of_nobody_known(draft: Draft, frame: Frame) -> Refusal | None:
    """G2 and worth: a figure that a surname alone or some expert gives."""
    speaker = draft.speaker
    if (_UNNAMED_PAPER.match(speaker) and speaker != REPORT) or (
        speaker and not re.search(r"[A-Za-z]", speaker)
    ):
        return Refusal("unknown speaker", speaker)
    if _EXPERT.search(speaker):
        return Refusal("too plain", speaker)
    known = speaker in frame.setting.bodies or speaker in {frame.article.outlet, frame.article.agency}
    if _SURNAME.fullmatch(speaker) and not known and _is_surname(speaker, frame):
        return Refusal("unknown speaker", speaker)
    return None


def _is_surname(speaker: str, frame: Frame) -> bool:
    """Whether the word is the last name of a person of the article."""
    return speaker in frame.setting.persons or any(
        speaker in name.split() for name in frame.setting.persons.values()
    )


def _without_event(draft: Draft, frame: Frame) -> Refusal | None:
    """G3: a figure of some day, of a total of nothing, or, under a header without a date, of no year and no victims."""
    body = draft.body
    part = _PART_OF_DAY.search(body)
    if part and not _DAY.search(body):
        return Refusal("relative time", part.group())
    recent = _RECENT.search(body)
    if recent:
        return Refusal("relative time", recent.group())
    total = _BARE_TOTAL.search(body)
    if total:
        return Refusal("definite noun", total.group())
    if frame.setting.dated or draft.key.kind not in _FIGURES:
        return None
    if _LONG_AGO.match(frame.fact.sentence.text):
        return Refusal("relative time", frame.fact.sentence.text[:40])
    if draft.key.kind == "share" and len(_POLL.findall(frame.setting.text)) >= _POLLS:
        return Refusal("changing figure", "a poll of some day")
    if len(body.split()) < _TELLS_NOTHING and not draft.context and not _YEAR.search(body):
        return Refusal("no occasion", body)
    if _YEAR.search(body) or _VICTIMS.search(body) or _is_placed(draft, frame):
        return None
    return Refusal("no occasion", "no year and no victims")


def _is_placed(draft: Draft, frame: Frame) -> bool:
    """Whether a deed that is over, or a plan somebody tells, stands with words that say of which event it tells."""
    told = ASKED.sub("5", draft.body)
    words = tokens(told)
    over = any(word in IRREGULAR_PAST | _OVER for word in words[1:]) or bool(_PAST.search(told))
    if not over and not (draft.speaker and "will" in words):
        return False
    subject = subject_of(told)
    if draft.context or has_name(told[len(subject) :], frame.setting, first=False):
        return True
    named = [name for name in NAME.findall(subject) if has_name(name, frame.setting)]
    return len(named) > 1 or (bool(named) and len(words) >= _TELLS_WHERE)
