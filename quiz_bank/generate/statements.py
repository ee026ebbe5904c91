"""What a shape starts from: the clause named and credited, the sentence before it, and the lead-in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from briefings.compose.datewords import in_words
from briefings.extract.calendar_words import WEEKDAY_NAMES
from briefings.extract.nations import DEMONYMS
from quiz_bank.generate.clauses import DISCOURSE, cut_out, to_its_end, with_main_clause
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import has_subject_and_verb, has_verb, main_verb
from quiz_bank.generate.refusals import NEED_CONTEXT, refuse, told_in
from quiz_bank.generate.setting import Setting
from quiz_bank.generate.slight import REPORT, is_of_sport
from quiz_bank.generate.speakers import fit_whole, plain_speaker, speaker_phrase, told_by
from quiz_bank.generate.subjects import (
    has_name,
    resolve,
    with_absolute_time,
    without_bare_days,
    without_now,
)
from quiz_bank.generate.told import first_sentence, sentence_number, sentences_before, titles
from quiz_bank.generate.trimming import Clause, trimmed
from quiz_bank.generate.words import (
    FUNCTION_WORDS,
    IRREGULAR_PAST,
    NUMBER_WORDS,
    PREPOSITIONS,
    PRESENT,
    REPORTING,
)
from quiz_bank.keys import Key

_SCARE_QUOTES = re.compile(r"[\"“]([\w'’\-]+(?: [\w'’\-]+){0,2})[\"”]")  # of a word or three: no speech
_IN_CONTEXT = frozenset(
    ("changing figure", "share of nothing", "no occasion", "unnamed subject")
)  # no fault of a sentence shown first
_SETS_THE_SCENE = 8  # words of a sentence shown first
_BRIEF = 20  # words of a sentence shown first that needs no cutting
_NEAR = 12  # sentences from the start
_OF_ONE_EVENT = (
    1000  # characters from the start, in which an article still tells of its first sentence's event
)
_AGEING = frozenset(("population", "share", "distance", "area", "count", "money", "duration", "event"))


def state(frame: Frame) -> Statement | Refusal:
    """The statement a fact stands in, or why none can be made."""
    fact, text = frame.fact, frame.article.text
    sentence = fact.sentence
    start, end = fact.start - sentence.start, fact.end - sentence.start
    told = told_by(sentence.text, start, end)
    if told is None:
        return Refusal("no clause", sentence.text[:60])
    cut = told if told.reported_when else cut_out(told)
    uncut, clause = cut is None, cut or told
    if uncut and (not fit_whole(told) or (told.speaker and not complete(told.text))):
        return Refusal("no clause", sentence.text[:60])
    earlier = sentences_before(text, sentence.start)
    previous = earlier[0] if earlier else ""
    phrase = _credit(frame, clause, earlier)
    if isinstance(phrase, Refusal):
        return phrase
    recent = f"{previous} {sentence.text[: fact.start - sentence.start]}"
    if _TIME_SPENT.search(clause.text):
        return Refusal("not an event", "a time that was spent")
    timed = _named_and_dated(frame, clause, recent)
    if not clause.reported_when and not uncut and not complete(timed.text):
        return Refusal("no clause", timed.text[:60])
    if not phrase and _PLANNED.search(timed.text) and not _GUESS.search(timed.text):
        phrase = frame.article.outlet or frame.article.agency or REPORT
    if phrase.lower() in timed.text.lower():
        phrase = ""
    if phrase and main_verb(timed.text) in _SAYS:
        return Refusal("unknown speaker", timed.text[:40])
    named = has_name(f"{timed.before} {timed.after}", frame.setting) and not _HE_FIRST.match(timed.before)
    alone = uncut or told.reported_when or named
    longer = None if alone else with_main_clause(told)
    whole = _named_and_dated(frame, longer, recent) if longer else None
    return Statement(timed, phrase, previous, main_verb(timed.text) in PRESENT, whole, uncut)


_SAYS = frozenset(
    ("said", "says", "reported", "reports", "told", "claimed", "claims", "estimated", "estimates")
)
_HE_FIRST = re.compile(r"(?:it|he|she|they) ", re.IGNORECASE)


def _named_and_dated(frame: Frame, clause: Clause, recent: str) -> Clause:
    named = resolve(clause, frame.setting, recent, frame.article.text[: frame.fact.sentence.start])
    timed = without_now(with_absolute_time(named, _dates(frame)))
    return timed if frame.setting.dated or frame.fact.kind == "date" else without_bare_days(timed)


def _beyond_a_stop(frame: Frame, told: str) -> bool:
    """Whether a semicolon stands between the speaker and the fact: what follows may be told by the article alone."""
    sentence = frame.fact.sentence
    at, fact = sentence.text.find(told), frame.fact.start - sentence.start
    return at >= 0 and ";" in sentence.text[min(at, fact) : max(at, fact)]


def _credit(frame: Frame, clause: Clause, earlier: tuple[str, ...]) -> str | Refusal:
    """Whom the question names for the clause; empty where nobody is credited."""
    told = frame.fact.attribution or ""
    speaker = clause.speaker or plain_speaker(told, closed=True)
    if not clause.speaker and told and _beyond_a_stop(frame, told):
        return Refusal("unknown speaker", told)
    if not clause.speaker and told and (not speaker or has_verb(speaker) or REPORTING & set(speaker.split())):
        return Refusal("unknown speaker", told)
    phrase = speaker_phrase(speaker, frame.setting, earlier) if speaker else ""
    if phrase is None:
        return Refusal("unknown speaker", speaker)
    if frame.claim.standing == "disputed" and not phrase:
        return frame.article.outlet or Refusal("disputed")
    return phrase


# What somebody means to do is asked with the report that says so; what only may happen is not.
_PLANNED = re.compile(
    r"\b(?:will(?! have)|(?:is|are) (?:due|set|expected|scheduled|to|proposing|planning)|"
    r"(?<!its )(?<!their )(?<!his )(?<!her )(?<!the )(?<!a )plans? to)\b"
)
_GUESS = re.compile(
    r"\b(?:could|might|may(?= [a-z])|should|would|if|unless|possib\w+|potential\w*|likely|allegedly|reportedly|"
    r"hopes?|wants?)\b"
)


_SUNDAY = 6  # on which "last week" may mean the one that ends


def _dates(frame: Frame) -> dict[str, str]:
    """The relative dates of the fact's sentence that were resolved: their words and ISO values."""
    sentence, published = frame.fact.sentence, frame.article.published
    ahead = published.isoformat() if published and _PLANNED.search(sentence.text) else ""
    sunday = published is not None and published.weekday() == _SUNDAY
    return {
        fact.quote: fact.quote if sunday and "-W" in str(fact.value) else str(fact.value)
        for fact in frame.article.facts
        if fact.kind == "date"
        and fact.relative
        and str(fact.value) >= ahead
        and sentence.start <= fact.start < sentence.end
        and re.fullmatch(r"\d{4}(?:-\d\d){0,2}|\d{4}-W\d\d", str(fact.value))
    }


def lead(frame: Frame, statement: Statement) -> str:
    """``According to X, as of 3 November 2017, ``; empty where neither is needed."""
    parts = []
    if statement.speaker:
        parts.append(f"according to {statement.speaker}")
    published = frame.article.published
    if statement.present and published and frame.fact.kind in _AGEING:
        parts.append(f"as of {in_words(published)}")
    if not parts:
        return ""
    words = ", ".join(parts)
    return f"{words[0].upper()}{words[1:]}, "


def opened(lead_in: str, text: str, setting: Setting) -> str:
    """The text after its lead-in, its first letter fitted to its place."""
    text = text.strip()
    if not lead_in:
        return text[:1].upper() + text[1:]
    first = re.match(r"[\w'’\-]+", text)
    word = first.group() if first else ""
    keeps = word in setting.known or re.sub(r"['’]s?$", "", word) in setting.known
    keeps = keeps or word in DEMONYMS or word.removesuffix("s") in DEMONYMS
    name = word[1:] != word[1:].lower() or (
        re.match(r"[\w'’\-]+ [A-Z]", text) and not word.endswith(("ing", "ed"))
    )
    if (len(word) > 1 and word.isupper()) or re.match(r"[A-Z]\.", text):
        return lead_in + text
    if word.lower() in FUNCTION_WORDS or word.lower() in setting.lower or not (keeps or name):
        text = text[:1].lower() + text[1:]
    return lead_in + text


_ANCHOR = re.compile(
    r"^(?:excluding|including|except|adjusted|without|"
    r"(?:in|over|for|within) the (?:last|past|first|next|three|six|nine|twelve|\d+)|"
    r"before|after|until|since|by|if|unless|from|during|in \d|in (?:the )?[A-Z])\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|he|his|she|her|this|that|these|those)\b", re.IGNORECASE
)
_LEAD_IN = re.compile(r"^[A-Z][^,]{2,70}, ")
_TIME_SPENT = re.compile(
    rf"\bspen(?:t|ds?|ding) (?:(?:all|most) of |last |this )?(?:{'|'.join(WEEKDAY_NAMES)}|yesterday|night|week|month)\b"
)
_COUNTED = (
    rf"(?:(?:about|around|some|another|nearly|more than|at least) )?(?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)}|an?) "
    r"(?:[a-z\-]+ ){1,4}?"
)
_JOINED_AFTER = re.compile(rf"^ and {_COUNTED}(?=(?:have|had|were|are)\b)")
_JOINED_BEFORE = re.compile(rf"^(?:The )?{_COUNTED}and $", re.IGNORECASE)
LISTED = re.compile(r", (?:and |or )?(?:[A-Z][\w\-]* ){0,3}[\w\-]+(?:,? (?:and|or) |, |$)")  # one of a list
_BEFORE_VERB = re.compile(r" (?:have|had|were|are)\b")
_DROPPED = re.compile(
    rf"(?:{'|'.join(sorted(PREPOSITIONS))}|\w+(?:ed|ing|ly|en)|{'|'.join(sorted(IRREGULAR_PAST))})\b", re.I
)


def variants(frame: Frame, statement: Statement) -> list[Statement]:
    """The statement, then shorter ones: without a lead-in that names nothing, without the tail after a comma."""
    clause = statement.clause
    if statement.uncut:
        return [replace(statement, clause=clause.with_text(DISCOURSE.sub("", clause.before), clause.after))]
    shorter = [clause]
    opening = _LEAD_IN.match(clause.before)
    if (
        opening
        and _DROPPED.match(opening.group())
        and not _ANCHOR.match(clause.before)
        and not has_name(opening.group(), frame.setting)
        and not re.search(r"\d{4}", opening.group())
        and not _POINTS_BACK.search(opening.group())
    ):
        rest = replace(clause, before=clause.before[opening.end() :])
        if has_subject_and_verb(rest.text) and not has_verb(opening.group()):
            shorter.append(rest)
    alone = _uncounted(clause)
    if alone:
        shorter.insert(0, alone)
    for comma in dict.fromkeys((clause.after.rfind(", "), clause.after.find(", "))):
        for whole in tuple(shorter) if comma > 0 else ():
            if LISTED.match(clause.after, comma):
                continue
            cut = replace(whole, after=clause.after[:comma])
            if complete(cut.text):
                shorter.append(cut)
    pieces = shorter
    if statement.whole and complete(statement.whole.text):
        pieces = [*pieces, statement.whole]
    return [replace(statement, clause=piece) for piece in pieces]


def _uncounted(clause: Clause) -> Clause | None:
    """``185 guests and 12 cooks were saved`` told of the marked ones alone; None for other clauses."""
    joined = _JOINED_AFTER.match(clause.after)
    if joined and clause.before.strip().lower() in ("", "the"):
        return clause.with_text(clause.before, f" {clause.after[joined.end() :]}")
    if _JOINED_BEFORE.match(clause.before) and _BEFORE_VERB.match(clause.after):
        return clause.with_text("", clause.after)
    return None


def first_accepted(
    frame: Frame, statement: Statement, make: Callable[[Statement], Draft | Refusal]
) -> Draft | Refusal:
    """The first variant of a statement that makes an accepted draft, else the first refusal."""
    refusal: Refusal | None = None
    for variant in variants(frame, statement):
        result = make(variant)
        if isinstance(result, Draft):
            return result
        refusal = refusal or result
    return refusal or Refusal("no clause")


_POINTS_FIRST = re.compile(r"(?:he|she|it|they|his|her|its|their) ", re.IGNORECASE)  # at the sentence before


def checked(frame: Frame, statement: Statement, draft: Draft) -> Draft | Refusal:
    """The draft, if need be with the sentence before it shown as context, or why it is refused."""
    refusal = refuse(draft, frame)
    if refusal is None:
        return draft
    if refusal.reason not in NEED_CONTEXT:
        return refusal
    lead_sentence = first_sentence(frame.article.text)
    own = re.sub(r"\s+", " ", frame.fact.sentence.text).strip()
    first = titles(frame.article.text)
    number = sentence_number(frame.article.text, frame.fact.sentence.start)
    follows, near = number == first + 1, frame.fact.sentence.start < _OF_ONE_EVENT
    shown_first = (statement.previous, lead_sentence) if _near_the_lead(frame) else (statement.previous,)
    for shown in dict.fromkeys(shown_first):
        if shown == own:
            continue
        opening = shown == lead_sentence
        if opening and not follows and shown != statement.previous and _POINTS_FIRST.match(draft.body):
            continue
        for context in contexts(frame, shown):
            placed = replace(draft, context=context, adjoining=opening and follows, near=opening and near)
            fault = refuse(replace(placed, ask=f"{context} {draft.ask}"), frame)
            if fault is None:
                return replace(placed, ask=f"{context} {draft.ask}")
            told = replace(placed, headed=True)
            if fault.reason == "too long" and refuse(told, frame) is None:
                return told
    titled = None if refusal.reason == "pronoun" else _under_the_title(frame, draft)
    return titled or refusal


_TITLE = re.compile(r"[A-Z'‘“\"][^.!?|:;]*$")
_TITLE_WORDS = range(4, 16)
_UNDER_THE_TITLE = 8  # sentences after the first, in which an article still tells of what its title names
_OF_A_MARKET = re.compile(r"\btrading\b|\bagainst the (?:euro|dollar|yen|pound)\b")
_GUESS_AT = re.compile(
    r"\b(?:expects?|expected|predicted|forecast|will (?:reach|grow|rise|fall))\b(?!.*\b\d{4}\b)"
)  # of what year is not said
_FEW = 10  # a count below it needs a clause that tells its event itself
_POINTING = re.compile(r"\b(?:it|this|these|those|we|us|our|you|your|i|my|he|she|his|her|they|their)\b", re.I)


def _under_the_title(frame: Frame, draft: Draft) -> Draft | None:
    """The draft under a header with the article's title, where the title says enough of which event it tells."""
    title = " ".join((frame.article.title or "").split())
    if not _TITLE.match(title) or len(title.split()) not in _TITLE_WORDS or _POINTING.search(title):
        return None
    if told_in(draft.key, title) or _OF_A_MARKET.search(draft.body):
        return None
    few = frame.fact.kind in ("count", "population") and not (draft.key.value or 0) >= _FEW
    if few or (draft.key.kind == "duration" and "____" in draft.body) or is_of_sport(frame):
        return None
    number = sentence_number(frame.article.text, frame.fact.sentence.start) - titles(frame.article.text)
    if number > _UNDER_THE_TITLE or (draft.speaker and _GUESS_AT.search(draft.body)):
        return None
    told = replace(draft, context=title, headed=True, titled=True)
    return told if refuse(told, frame) is None else None


def _near_the_lead(frame: Frame) -> bool:
    """Whether the fact stands so early that the article's first sentence still sets the scene."""
    return sentence_number(frame.article.text, frame.fact.sentence.start) <= _NEAR


def made_plain(frame: Frame, clause: Clause) -> Clause | None:
    """The clause to its end, named and without words that lean on the article's day; None where it has no end."""
    cut = to_its_end(clause)
    return _named_and_dated(frame, cut, "") if cut else None


def placing_sentence(frame: Frame) -> str:
    """The article's first sentence as one that stands alone and names somebody; empty where it does not."""
    told = contexts(frame, first_sentence(frame.article.text))
    return next((one for one in told if has_name(one, frame.setting)), "")


def contexts(frame: Frame, sentence: str) -> list[str]:
    """The sentence as one that stands alone, whole and cut short; those that do not are left out."""
    made = frame.setting.contexts
    if sentence not in made:
        made[sentence] = _contexts(frame, sentence)
    return made[sentence]


def _contexts(frame: Frame, sentence: str) -> list[str]:
    plain = _SCARE_QUOTES.sub(r"\1", sentence)
    if not re.search(r"[.!]$", plain) or '"' in plain or "“" in plain:
        return []
    whole = trimmed(plain, 0, 0)
    if whole is None:
        return []
    short = to_its_end(whole)
    found = []
    for piece in (whole, short) if short and short != whole else (whole,):
        clause = without_now(with_absolute_time(piece, {}))
        named = resolve(clause, frame.setting, "", frame.article.text[: frame.fact.sentence.start])
        text = DISCOURSE.sub("", named.text.strip()).rstrip(" ,")
        text = text[:1].upper() + text[1:]
        alone = Draft(text, Key("text"), text, speaker="a source")
        if len(text.split()) < _SETS_THE_SCENE:
            continue
        told = main_verb(text) not in REPORTING or has_verb(text.partition(main_verb(text))[2])
        if told and complete(text) and _stands_alone(alone, frame):
            found.append(f"{text}.")
            if len(text.split()) <= _BRIEF:
                break
    return found


def _stands_alone(draft: Draft, frame: Frame) -> bool:
    refusal = refuse(draft, frame)
    if refusal and refusal.reason == "one of several":
        return refusal.detail.lower().startswith("one of")
    return refusal is None or refusal.reason in _IN_CONTEXT
