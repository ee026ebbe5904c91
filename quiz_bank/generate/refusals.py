"""The checks a draft must pass, each with the gate it guards, and the names of all reasons."""

from __future__ import annotations

import re
from collections.abc import Callable

from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.grammar import verb_index
from quiz_bank.generate.subjects import RELATIVE_TIME, has_name, names_in
from quiz_bank.generate.wording import number_span
from quiz_bank.generate.words import (
    BODY_CLASSES,
    FIRST_PERSON,
    FUNCTION_WORDS,
    IRREGULAR_PLURALS,
    MONTHS,
    NUMBER_WORDS,
    PERSONAL,
    PLACE_CLASSES,
    POSSESSIVES,
    PRONOUNS,
    UNIQUE_NOUNS,
    WEEKDAYS,
)

MOST_WORDS = 45
_FEW_WORDS = 7  # before an object pronoun: with fewer, only the subject stands there, which it cannot mean

REASONS = {
    "too vague": "G3: dozens, several, a few, one",
    "too plain": "worth: a count of one or an ordinal",
    "no clause": "G1: no clause with subject and verb could be cut out",
    "attributive number": "G1: the number stands before a noun like an adjective",
    "reporting date": "G5: the day of a statement, not of an event",
    "no year": "G3: a date without its year",
    "date range": "G3: two ends of a period",
    "not an event": "G5: the date belongs to something else than the clause",
    "unknown speaker": "G5: somebody says so, but the sentence does not name him",
    "quoted speech": "G5: somebody's own words",
    "forecast": "G5: a plan, a guess or a condition",
    "too long": "G1: more than 45 words",
    "truncated": "G1: leftover markup, brackets or quotes",
    "first person": "G2: I, we, you",
    "unnamed subject": "G2: no name where the question says what it is about",
    "pronoun": "G2: a pronoun before any name",
    "definite noun": "G2: the N, with nothing that says which",
    "demonstrative": "G2: this, those, such, other",
    "relative time": "G2: today, last week, under a header without a date",
    "one of several": "G3: one of the, the two X",
    "figure in a list": "G1: how many of one thing, among figures of others",
    "changing figure": "G3: left, so far, under a header without a date",
    "giveaway": "G6: the answer stands in the question",
    "bare role": "G2: an office without its country or body",
    "former office": "G5: former, deputy, acting",
    "no name": "G5: the name is not a full one",
    "common knowledge": "worth: not about the event",
    "shape": "G1: the sentence does not fit the shape",
    "asked elsewhere": "G3: another question asks the same in other words",
    "two answers": "G3: the same wording asks for two values",
    "disputed": "G3: the sources differ and none can be named",
    "few options": "G6: fewer than two good wrong options",
}

_LEFTOVER = re.compile(r", ,|https?:|www\.|[<>{}|\\]|\bImage\b|\bcaption\b|\.\.\.|…|\( ?\)|,,")
_ONE_OF = re.compile(
    r"(?:____|\b(?:one|two|three|both|each|none)) of (?:the|them|these|those|its|their)\b"
    r"|(?<!how )\b(?:some|many|most|all) of (?:them|these|those|(?:the|its|their) (?:[a-z\-]+ )?[a-z]+s\b)"
    r"|\bthe (?:two|three|four|five|pair)\b",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those|such)(?: (?!one)[a-z]+)|^(?:That|This|These|Those|Such|Other|Another|Both)\b"
    r"|\b(?:the|an|and) others?\b|\b(?:next|last|first|other|another|latest|previous) one\b"
    r"|\b(?:the former|the latter|each other's|elsewhere|as well|likewise|in turn|here)\b"
)
_FORECAST = re.compile(
    r"\b(?:could|might|may(?= [a-z])|should|would(?! have)|if|unless|possible|possibly|potential(?:ly)?|"
    r"allegedly|reportedly|(?:is|are|was|were|been) (?:likely|due|set|expected|to)|expects?|expected to|"
    r"hopes?|hoping|(?<!its )(?<!their )(?<!his )(?<!her )(?<!the )(?<!a )plans? to|planning|planned|wants? to|"
    r"proposed|proposes|proposing|"
    r"threatens?|threatened|vowed|pledged|promised|predicts?|predicted|forecasts?|will)\b"
)
_CHANGING = re.compile(
    r"\b(?:\w+ (?:days|weeks|months|years|hours) ago|so far|remain(?:s|ing)?|are left|still|now|to date|"
    r"currently|yet)\b"
)
_DEFINITE = re.compile(r"\b[Tt]he (?=((?:(?!of\b|in\b|to\b)[\w'’\-]+ ?){1,6}))")
_NAMED_AFTER = re.compile(
    r"\s*(?:(?:of|between|against) \S+|"
    r"(?:in|for|from|on|at|near|with|to|by|under|behind|over|into|around|outside|"
    r"across) (?:(?:the|an?) )?(?:[a-z\-]+ ){0,2}[A-Z]|"
    r"(?:the [a-z]+|[A-Z]\w+) (?:once|had|has|have) |(?:that|who|which|where|when|it|they|he|she) )"
)
_RELATIVE_NOUN = re.compile(
    r"\b(?:today|yesterday|tonight|tomorrow)['’]s|\b(?:this|last|next) (?:year|week|month)['’]s"
    rf"|\b(?:this|last|next) (?:{'|'.join(MONTHS)}|summer|winter|spring|autumn|season)\b",
    re.IGNORECASE,
)
_DAYS = "|".join((*MONTHS, *WEEKDAYS))
_MONTHS = "|".join(MONTHS).replace("May", "May(?! [a-z])")
_MONTH_ALONE = re.compile(
    rf"\bNew Year['’]s\b|\bBoxing Day\b|\bChristmas (?:Day|Eve)\b"
    rf"|\b(?:{_MONTHS})\b(?!(?: \d{{1,2}},?)? (?:of )?\d{{4}}| 11\b)"
)
_CLASS_NAMED_AFTER = re.compile(
    rf"\s*(?:(?:of|in|at|near|for|on) (?!(?:{_DAYS})\b)(?:the )?[A-Z]|, (?:the|a|an) |"
    r"(?:that|who|which|where|it|they|he) )"
)
_PEOPLE_ONLY = re.compile(r"^The [A-Z][a-z]+s (?=[a-z])")


_ONGOING = re.compile(r"(?:how many|____) (?:[\w\-]+ ){1,6}(?:are|is|remain) ", re.IGNORECASE)


def too_long(draft: Draft, frame: Frame) -> Refusal | None:
    """G1: an item over 45 words, its context counted."""
    return Refusal("too long") if len(draft.ask.split()) > MOST_WORDS else None


def truncated(draft: Draft, frame: Frame) -> Refusal | None:
    """G1: markup, unbalanced quotes or brackets, an ellipsis."""
    ask = draft.ask
    odd = ask.count('"') % 2 or ask.count("“") != ask.count("”") or ask.count("(") != ask.count(")")
    found = _LEFTOVER.search(ask)
    return Refusal("truncated", found.group() if found else "") if odd or found else None


def first_person(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: words of a speaker about himself."""
    words = {word.lower() for word in re.findall(r"[A-Za-z'’]+", draft.body)}
    found = words & FIRST_PERSON
    if "us" in found and re.search(r"\bUS\b", draft.body) and not re.search(r"\bus\b", draft.body):
        found = found - {"us"}
    return Refusal("first person", min(found)) if found else None


def unnamed_subject(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: no proper name in the clause or in the context shown."""
    if draft.context:
        return None
    return None if has_name(draft.body, frame.setting) else Refusal("unnamed subject")


_EMPTY_IT = re.compile(r"\bit (?:was|is) (?:[a-z]+ ){0,3}(?:how many|____)")


def pronoun(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: a pronoun with no noun before it in the question that could be meant."""
    text = f"{draft.context} {draft.speaker}, {draft.body}".lstrip(" ,")
    empty = _EMPTY_IT.search(draft.body)
    if empty:
        return Refusal("pronoun", empty.group())
    for found in re.finditer(r"[A-Za-z][\w'’\-]*", text):
        word = found.group()
        low = word.lower()
        if (low not in PRONOUNS and low not in POSSESSIVES) or word == "US":
            continue
        if low == "it" and re.match(
            r" (?:is|was|has been) (?:[a-z]+ )?(?:that|to|feared|clear|believed)", text[found.end() :]
        ):
            continue
        earlier = text[: found.start()]
        named = names_in(earlier, frame.setting)
        if low in PERSONAL:
            if not any(
                name in person.split() for name in named for person in frame.setting.persons.values()
            ) and not re.search(
                r"\b(?:man|woman|boy|girl|husband|wife|father|mother|spokesman|spokeswoman|leader|president|minister)\b",
                earlier,
                re.IGNORECASE,
            ):
                return Refusal("pronoun", word)
        elif (not named and not re.search(r"\b(?:an?|[a-z]+s) ", earlier)) or (
            low in ("it", "they", "them") and not named
        ):
            return Refusal("pronoun", word)
        if low in ("them", "him") and len(earlier.split()) < _FEW_WORDS:
            return Refusal("pronoun", word)
    return None


def definite_noun(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: ``the crash`` where the question does not say which."""
    context = draft.context.lower()
    if draft.adjoining:
        return None
    if not context and _PEOPLE_ONLY.match(draft.body):
        return Refusal("definite noun", draft.body[:20])
    for found in _DEFINITE.finditer(draft.body):
        phrase = found[1].strip()
        words = phrase.split()
        if any(c.isupper() for word in words[:4] for c in word[:1]) or any(c.isdigit() for c in words[0]):
            continue
        head, rest = _head(words)
        if (
            head.lower() in UNIQUE_NOUNS
            or re.sub(r"['’]s?$", "", words[0].lower()) in UNIQUE_NOUNS
            or words[0].endswith("est")
            or words[0] in ("most", "least")
        ):
            continue
        if any(
            frame.setting.stands_in(name, draft.body)
            for name in _names_of_class(re.sub(r"['’]s?$", "", head.lower()), frame)
        ):
            continue
        tail = draft.body[found.start() + 4 + len(" ".join(words[:rest])) :]
        strict = re.sub(r"['’]s?$", "", head.lower()) in BODY_CLASSES | PLACE_CLASSES
        if (_CLASS_NAMED_AFTER if strict else _NAMED_AFTER).match(tail):
            continue
        bare = re.sub(r"['’]s?$", "", head.lower())
        earlier = draft.body[: found.start()].lower()
        if re.search(rf"\b{re.escape(bare)}s?\b", f"{context} {earlier}"):
            continue
        return Refusal("definite noun", f"the {phrase}")
    return None


def _names_of_class(noun: str, frame: Frame) -> tuple[str, ...]:
    setting = frame.setting
    return setting.classes.get(noun, setting.groups if noun in ("group", "militants", "jihadists") else ())


def _head(words: list[str]) -> tuple[str, int]:
    """The head noun of the words after ``the`` and how many words it takes: up to a verb or function word."""
    for i, word in enumerate(words):
        if word.lower() in IRREGULAR_PLURALS | {"man", "woman", "boy", "girl", "child", "couple"}:
            return word, i + 1
        bare = word.rstrip(',.;”"')
        if i and (bare.lower() in FUNCTION_WORDS or verb_index(["x", *words[: i + 1]]) == i + 1):
            return words[i - 1], i
        if bare != word:
            return bare, i + 1
    return words[-1], len(words)


def demonstrative(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: this, those, such, other: words that point out of the question."""
    found = _DEMONSTRATIVE.search(draft.body)
    return Refusal("demonstrative", found.group()) if found else None


def relative_time(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: ``today`` or ``this year`` under a header that shows no date."""
    text = f"{draft.context} {draft.body}"
    found = RELATIVE_TIME.search(text) or _RELATIVE_NOUN.search(text) or _no_year(text, frame)
    if found and not frame.setting.dated:
        return Refusal("relative time", found.group())
    if found and re.search(r"day", found.group()):
        return Refusal("relative time", found.group())
    return None


def _no_year(text: str, frame: Frame) -> re.Match[str] | None:
    """A day or month without its year, where the header gives none either."""
    return None if frame.setting.dated else _MONTH_ALONE.search(text)


def one_of_several(draft: Draft, frame: Frame) -> Refusal | None:
    """G3: ``one of the``, ``the two X``."""
    found = None if draft.key.kind == "date" else _ONE_OF.search(draft.body)
    return Refusal("one of several", found.group()) if found else None


def forecast(draft: Draft, frame: Frame) -> Refusal | None:
    """G5: a plan or a guess asked as if it had happened; fine where its speaker is named."""
    found = _FORECAST.search(draft.body)
    return Refusal("forecast", found.group()) if found and not draft.speaker else None


def changing_figure(draft: Draft, frame: Frame) -> Refusal | None:
    """G3: a figure that ages, under a header without a date."""
    if frame.setting.dated:
        return None
    found = _CHANGING.search(draft.body) or _ONGOING.search(draft.body)
    return Refusal("changing figure", found.group()) if found else None


def _number_in(text: str, context: str) -> bool:
    """Whether the figure of the key is printed in the context."""
    span = number_span(text)
    figure = re.sub(r"^.*\s", "", text[span[0] : span[1]].replace(" million", "million")) if span else text
    return bool(re.search(rf"(?<!\w){re.escape(figure)}(?!\w)", context, re.IGNORECASE))


def giveaway(draft: Draft, frame: Frame) -> Refusal | None:
    """G6: the key or a spelling of it stands in the question."""
    key = draft.key
    if draft.context and _number_in(key.text, draft.context):
        return Refusal("giveaway", key.text)
    forms = [form for form in (key.name, key.surname, *key.aliases) if len(form) > 1]
    if key.kind == "text" and isinstance(key.value, str):
        forms.append(key.value)
    for form in forms:
        if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", draft.ask, re.IGNORECASE):
            return Refusal("giveaway", form)
    if (
        key.kind == "date"
        and isinstance(key.value, str)
        and re.search(rf"(?<!\d){key.value[:4]}(?!\d)", draft.ask)
        and len(key.value) == 4
    ):
        return Refusal("giveaway", key.value)
    return None


_LISTED_AFTER = re.compile(
    rf"(?:how many|____)(?: [a-z\-]+){{1,4}}(?:,| and| or) (?:\d|(?:{'|'.join(NUMBER_WORDS)}|an?)\b)"
)
_LISTED_BEFORE = re.compile(
    rf"\b[Aa]n? [a-z\-]+(?: [a-z\-]+)?(?:,| and) how many"
    rf"|\b(?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)})(?: [a-z\-]+){{1,3}}(?:,| and| or) (?:how many|____)"
)


_SERIES = re.compile(
    rf"(?:,| and) (?:\d[\d,.]*|{'|'.join(NUMBER_WORDS)}|____|how many) (?:[a-z]+ ){{0,2}}(?:in|at|each|from|by|for)\b"
)


def in_a_list(draft: Draft, frame: Frame) -> Refusal | None:
    """G1: the figure stands in a list of figures."""
    series = _SERIES.findall(draft.body)
    if len(series) > 1:
        return Refusal("figure in a list", series[0])
    found = _LISTED_AFTER.search(draft.body) or _LISTED_BEFORE.search(draft.body)
    return Refusal("figure in a list", found.group()) if found else None


Check = Callable[[Draft, Frame], Refusal | None]
CHECKS: tuple[Check, ...] = (
    truncated,
    too_long,
    first_person,
    demonstrative,
    one_of_several,
    in_a_list,
    relative_time,
    changing_figure,
    forecast,
    pronoun,
    unnamed_subject,
    definite_noun,
    giveaway,
)
NEED_CONTEXT = frozenset(("pronoun", "unnamed subject", "definite noun"))


def refuse(draft: Draft, frame: Frame) -> Refusal | None:
    """The first reason against a draft, or None."""
    for check in CHECKS:
        refusal = check(draft, frame)
        if refusal:
            return refusal
    return None
