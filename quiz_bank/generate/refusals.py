"""The checks a draft must pass, each with the gate it guards, and the names of all reasons."""

from __future__ import annotations

import re
from collections.abc import Callable

from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.listing import in_a_list, run_on
from quiz_bank.generate.pointing import (
    definite_noun,
    demonstrative,
    first_person,
    pronoun,
    unlinked,
    unnamed_subject,
)
from quiz_bank.generate.slight import slight_figure
from quiz_bank.generate.timing import changing_figure, no_occasion, relative_time
from quiz_bank.generate.wording import number_span
from quiz_bank.keys import Key

MOST_WORDS = 45
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
    "forecast": "G5: a plan, a guess or a condition",
    "too long": "G1: more than 45 words",
    "truncated": "G1: leftover markup, brackets or quotes",
    "first person": "G2: I, we, you",
    "unnamed subject": "G2: no name where the question says what it is about",
    "pronoun": "G2: a pronoun before any name",
    "definite noun": "G2: the N, with nothing that says which",
    "demonstrative": "G2: this, those, such, other",
    "relative time": "G2: today, last week, under a header without a date",
    "several answers": "G3: nothing but the name asked for tells which one is meant",
    "one of several": "G3: one of the, the two X",
    "share of nothing": "G3: what percentage, and of what is not said",
    "figure in a list": "G1: how many of one thing, among figures of others",
    "run on": "G1: two clauses with nothing but a comma between them",
    "changing figure": "G3: left, so far, under a header without a date",
    "no occasion": "G3: so much of something, and nothing that tells when or where",
    "giveaway": "G6: the answer stands in the question",
    "bare role": "G2: an office without its country or body",
    "former office": "G5: former, deputy, acting",
    "no name": "G5: the name is not a full one",
    "common knowledge": "worth: not about the event",
    "shape": "G1: the sentence does not fit the shape",
    "asked already": "G3: another question asks for it, or its wording asks for two answers",
    "disputed": "G3: the sources differ and none can be named",
}

_LEFTOVER = re.compile(
    r", ,|\b(?:[Ss]ince|[Uu]ntil|till|[Ff]rom|than|[Bb]etween|of) *,|"
    r"\b(?:of|since|until|till|from|than) (?:was|were|is|has|had) (?!that\b)|"
    r"\b(?:maximum|minimum) of (?:at|about|up|more|less)\b|"
    r"&#?\w+|\bthat (?:since|while|although|because|if|as)\b|\brespectively\b|"
    r"how many (\w+?)s? \1s?\b|\b([A-Za-z]{4,}) \2\b|\band (?:which|who) |\bof (?:in|on|at) |\b(?:in in|on on|in on)\b|"
    r"[ap]\.m\.\.|\b[a-z]+ed that [a-z]+ed\b|\b[Uu]p to ?,|^That, |\b[a-z]+ In (?:his|her|its|their|a|the) |"
    r"\b(?:instead of|rather than) (?:[a-z]+ ){0,2}(?:how (?:many|much)|what|____)|"
    r"\b(?:due|scheduled|slated|expected|planned),|\b(?:[Bb]ack|[Ee]arly|[Ll]ate), [A-Z]|"
    r", (?:said|says) (?:the (?=[a-z])|that )|\bsaid, (?:from|to|by|at) |"
    r"\bhow many [a-z]+ \d+ [a-z]+\?|"
    r", (?:he|she|they|it) (?:said|says|added|told)\b|"
    r"\ufffd|\b[Bb]etween on\b|\b(?:the|an?) how (?:many|much)\b|"
    r"https?:|www\.|[<>{}|\\]|\bImage\b|\bcaption\b|\.\.\.|…|\( ?\)|,,"
)
_STEM = 5  # letters of a name that tell it from a part of another word
_A_QUESTION = re.compile(r"(?:How|Why|What|Where|When) (?:was|is|can|could|did|does|do) ")
_ONE_OF = re.compile(
    r"(?:____|\b(?:one|two|three|both|each|none)) of (?:the|them|these|those|its|their)\b"
    r"|(?<!how )\b(?:some|many|most|all) of (?:them|these|those|(?:the|its|their) (?:[a-z\-]+ )?[a-z]+s\b)"
    r"|\bthe (?:two|three|four|five|pair)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:could|might|may(?= [a-z])|should|would(?! have)|if|unless|possible|possibly|potentially|"
    r"allegedly|reportedly|(?:is|are|was|were|been) (?:likely|due|set|expected|to)|expects?|expected to|"
    r"hopes?|hoping|(?<!its )(?<!their )(?<!his )(?<!her )(?<!the )(?<!a )plans? to|planning|planned|wants? to|"
    r"(?:has|have|had|is|are|was) proposed|proposes|proposing|"
    r"to (?:suggest|claim|imply|pretend|argue)|"
    r"threatens?|threatened|vowed|pledged|promised|predicts?|predicted|forecasts?|will)\b"
)


def too_long(draft: Draft, frame: Frame) -> Refusal | None:
    """G1: an item over 45 words, its context counted."""
    return Refusal("too long") if len(draft.ask.split()) > MOST_WORDS else None


def truncated(draft: Draft, frame: Frame) -> Refusal | None:
    """G1: markup, unbalanced quotes or brackets, an ellipsis."""
    ask = draft.ask
    odd = ask.count('"') % 2 or ask.count("“") != ask.count("”") or ask.count("(") != ask.count(")")
    odd = odd or (draft.key.text or "").count('"') % 2 or (draft.key.text or "").endswith("U.S")
    found = _LEFTOVER.search(ask) or ("____" in draft.body and _A_QUESTION.match(draft.body)) or None
    return Refusal("truncated", found.group() if found else "") if odd or found else None


def one_of_several(draft: Draft, frame: Frame) -> Refusal | None:
    """G3: ``one of the``, ``the two X``."""
    found = None if draft.key.kind == "date" else _ONE_OF.search(draft.body)
    return Refusal("one of several", found.group()) if found else None


def forecast(draft: Draft, frame: Frame) -> Refusal | None:
    """G5: a plan or a guess asked as if it had happened; fine where its speaker is named."""
    found = _FORECAST.search(draft.body)
    return Refusal("forecast", found.group()) if found and not draft.speaker else None


def _number_in(text: str, context: str) -> bool:
    """Whether the figure of the key is printed in the context."""
    span = number_span(text)
    figure = re.sub(r"^.*\s", "", text[span[0] : span[1]].replace(" million", "million")) if span else text
    return bool(re.search(rf"(?<!\w){re.escape(figure)}(?!\w)", context, re.IGNORECASE))


_SHARE_OF_NOTHING = re.compile(
    r"^(?:only |just |about |some |nearly |more than |less than |up to |over |at least |around )*"
    r"(?:what (?:percentage|fraction)|____(?: ?%| per ?cent)?+)(?:,| (?!of |in ))",
    re.IGNORECASE,
)


_HELD_OF_NOTHING = re.compile(
    r"\b(?:took|takes?|won|wins?|got|gets?|received|secured|polled|holds?|held|controls?|controlled|has|had|have|scored|"
    r"owns?|owned|gained|lost)(?: [a-z]+){0,2} (?:what (?:percentage|fraction)|____(?: ?%| per ?cent)?+)"
    r"(?! (?:of|in|from|at)\b)",
    re.IGNORECASE,
)


def share_of_nothing(draft: Draft, frame: Frame) -> Refusal | None:
    """G3: a share that opens the clause with nothing it is a share of."""
    found = draft.key.kind == "share" and (
        _SHARE_OF_NOTHING.match(draft.body) or _HELD_OF_NOTHING.search(draft.body)
    )
    return Refusal("share of nothing") if found else None


def _name_in(key: Key, text: str) -> str:
    """The spelling of the key's name that stands in the text; empty where none does."""
    forms = [form for form in (key.name, key.surname, *key.aliases) if len(form) > 1]
    if key.kind == "text" and isinstance(key.value, str):
        forms.append(key.value)
    found = (form for form in forms if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE))
    return next(found, "")


_WORD_OF_A_NAME = 4  # letters, of a word that gives the whole name away


def told_in(key: Key, title: str) -> bool:
    """Whether a title tells the answer: the name, or the figure, of the key stands in it."""
    words = [word for word in key.text.split() if word[:1].isupper() and len(word) >= _WORD_OF_A_NAME]
    if key.kind in ("person", "place", "text") and any(word.rstrip(".,") in title for word in words):
        return True
    stem = key.text[:_WORD_OF_A_NAME] if key.kind == "place" else ""
    if (
        len(stem) == _WORD_OF_A_NAME and stem.isalpha() and re.search(rf"\b{stem}", title)
    ):  # Norway, Norwegian
        return True
    return bool(_name_in(key, title)) or (key.kind not in ("date", "text") and _number_in(key.text, title))


_MEMBERS = re.compile(r"(?:how many|____) [a-z\- ]+, (?:[A-Z][\w'’ \-]+, )*[A-Z][\w'’ \-]+ and [A-Z]")


def _is_spelt_out(draft: Draft) -> bool:
    """Whether all words of a name stand in the question, or one opens a word of the header: ``Salm``, ``Salmers``."""
    name = draft.key.name or (str(draft.key.value) if draft.key.kind == "text" else "")
    if not name or "____" not in draft.body:
        return False
    shown = f"{draft.context} {draft.body}"
    words = name.split()
    if len(words) > 1:
        return all(re.search(rf"\b{re.escape(word)}\b", shown, re.IGNORECASE) for word in words)
    return len(name) >= _STEM and bool(re.search(rf"\b{re.escape(name)}[a-z]", draft.context))


def giveaway(draft: Draft, frame: Frame) -> Refusal | None:
    """G6: the key or a spelling of it stands in the question."""
    key = draft.key
    shown = f"{draft.context} {draft.speaker}".strip()
    if shown and _number_in(key.text, shown):
        return Refusal("giveaway", key.text)
    if key.kind == "share" and _number_in(key.text, draft.body):
        return Refusal("giveaway", key.text)
    listed = _MEMBERS.search(draft.body) if key.kind in ("count", "population") else None
    if listed:
        return Refusal("giveaway", listed.group())
    named = _name_in(key, f"{draft.context} {draft.ask}")
    if named:
        return Refusal("giveaway", named)
    if _is_spelt_out(draft):
        return Refusal("giveaway", key.text)
    if (
        key.kind == "date"
        and isinstance(key.value, str)
        and re.search(rf"(?<!\d){key.value[:4]}(?!\d)", draft.ask)
        and len(key.value) == 4
    ):
        return Refusal("giveaway", key.value)
    return None


Check = Callable[[Draft, Frame], Refusal | None]
CHECKS: tuple[Check, ...] = (
    truncated,
    too_long,
    first_person,
    demonstrative,
    one_of_several,
    share_of_nothing,
    in_a_list,
    run_on,
    relative_time,
    changing_figure,
    forecast,
    pronoun,
    unnamed_subject,
    unlinked,
    definite_noun,
    giveaway,
    no_occasion,
    slight_figure,
)
NEED_CONTEXT = frozenset(("pronoun", "unnamed subject", "definite noun", "no occasion"))


def refuse(draft: Draft, frame: Frame) -> Refusal | None:
    """The first reason against a draft, or None."""
    for check in CHECKS:
        refusal = check(draft, frame)
        if refusal:
            return refusal
    return None
