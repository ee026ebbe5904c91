"""From a sentence to the one clause that holds the figure.

No parser: boundaries are found by closed-class words, and a clause is kept only where a subject and a finite
verb can be seen in it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz_bank.generate.completeness import complete
from quiz_bank.generate.grammar import (
    disagrees,
    has_subject_and_verb,
    has_verb,
    main_verb,
    runs_on,
    starts_with_verb,
    subject_of,
    tokens,
    verb_index,
)
from quiz_bank.generate.setting import PLAIN_NAME
from quiz_bank.generate.trimming import Clause, without_apposition
from quiz_bank.generate.words import (
    AUXILIARIES,
    IRREGULAR_PAST,
    PLACE_CLASSES,
    PREPOSITIONS,
    PRESENT_VERBS,
)

DISCOURSE = re.compile(
    r"^(?:So far|Meanwhile|However|But|And|So|Also|Yet|Still|Instead|Nevertheless|Nonetheless|In addition|Moreover|"
    r"Furthermore|Besides|Then|Now|Currently|Thus|Therefore|Indeed|Elsewhere|Separately|In fact|For example|In total|"
    r"A (?:short|little) (?:time|while) later|Moments later|Shortly afterwards?|Earlier|Later|"
    r"In all|In (?:another|a separate|a related) (?:development|incident|case)|In contrast|"
    r"By contrast|As a result|Overall|In a statement|At the same time)\b,? "
)
_CONCESSIVE = re.compile(r"^(?:While|Although|Though|Despite|With|Unlike|Besides|Asked)\b[^,]*, ")

_LIST_GOES_ON = re.compile(r"(?:[^,]*, )?[^,]*\b(?:and|or) [^,]*, ")
_A_SPAN = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)$"
)  # "two years" after ...
_TELLS_WHICH = 9  # words of a clause that can do without the clause of time that follows it
_MOST_BEFORE = 16  # words of a main clause kept before its clause of time
_A_VERB = "|".join(sorted(AUXILIARIES | IRREGULAR_PAST | PRESENT_VERBS))
_BOUNDARY = re.compile(
    rf"(?P<verb>,? (?:and|but)(?: later| then| also)? (?=(?:{_A_VERB}|[a-z]+ed) ))"
    r"|(?P<clause>, (?:and|but|so|yet|or) |,?(?<![Aa]ll)(?<!none) (?:but|and then) |; | and (?=(?:he|she|it|they) )"
    r"|(?:^|,? )(?:[Ww]hile|[Aa]lthough|[Tt]hough|[Ww]hereas|[Aa]s|[Aa]fter|[Bb]efore|[Ww]hen|[Bb]ecause) )"
    r"|(?P<relative>, (?:which|who) )|(?P<closed>,? (?:where|whose|whom) )"
    r"|(?P<joined> and )"
)
_PRONOUN_FIRST = re.compile(r"(?:it|they) ")
_END = re.compile(
    r"(?P<hard>;|, (?:(?:the|an?) [a-z]+ of )?"
    r"(?:which|who|whose|whom|where|while|when|as|after|although|though|whereas|but|because|since|"
    r"(?:and )?with|despite|so|including|before|if|unless|until|or|yet|not|nor|adding|saying) "
    r"| (?:but|while|whereas|although|because|unless|so that) |, an? (?:[a-z]+ )?(?:rise|fall|drop|increase|jump) )"
    r"|(?P<participle>, (?:[a-z]+ly )?[a-z]{3,}ing )|(?P<joined>,? and )|(?P<time> (?:as|after|when|before) )"
)
_ASIDE = re.compile(r"^(?P<head>[^,]{0,60}), (?P<aside>[^,]{2,80}), (?P<rest>.*)$")
_HEDGED_SUBJECT = re.compile(r"(?:At least|At most|Over|About|Around|Up to|Under|Near) ")
_PARTICIPLE = re.compile(
    r"^(?P<subject>[^,]{2,80}), (?P<told>(?:[a-z]+ly )?(?:[a-z]+ed|built|held|split|born|hit|struck|made) [^,]*)$"
)


def _of_its_subject(clause: Clause) -> Clause | None:
    """``Lorn, split for 3 years, is ...`` as ``Lorn was split for 3 years``; None where no such aside is."""
    found = _PARTICIPLE.match(clause.before)
    after, comma, rest = clause.after.partition(", ")
    if not found or not comma or not starts_with_verb(rest):
        return None
    subject = _antecedent(found["subject"])
    plural = (subject.endswith("s") and not subject[:1].isupper()) or " and " in subject
    return (
        replace(clause, before=f"{subject} {'were' if plural else 'was'} {found['told']}", after=after)
        if subject
        else None
    )


def cut_out(clause: Clause) -> Clause | None:
    """The clause that holds the mark, or None where none can be cut out safely."""
    started = _of_its_subject(clause) or _from_its_start(clause)
    cut = to_its_end(started) if started else None
    plain = None if cut else without_apposition(clause)
    return cut_out(plain) if plain else cut


_TIME_OR_CAUSE = frozenset(("after", "before", "when", "as", "because", "while"))


def with_main_clause(clause: Clause) -> Clause | None:
    """``Lorn fell after 40 were killed``, where ``40 were killed`` is cut out; None for other sentences."""
    before = DISCOURSE.sub("", clause.before)
    boundary = _last_boundary(before, clause)
    if boundary is None or boundary.group().strip(" ,") not in _TIME_OR_CAUSE:
        return None
    head = clause.with_text(before[: boundary.start()], "")
    plain = has_subject_and_verb(head.before) and "," not in head.before
    if not plain or _last_boundary(head.before, head) or len(head.before.split()) > _MOST_BEFORE:
        return None
    return to_its_end(clause.with_text(before, clause.after))


def _from_its_start(clause: Clause) -> Clause | None:
    before = DISCOURSE.sub("", clause.before)
    while True:
        boundary = _last_boundary(before, clause)
        if boundary is None:
            break
        if boundary.lastgroup == "closed":
            return _at_the_place(clause, before, boundary)
        when = boundary.group().strip().lower() == ", when"
        if when or boundary.lastgroup == "relative":
            passed = _past_relative(before, boundary)
            if passed is None:
                return None if when else _relative(clause, before, boundary)
            before = passed
            continue
        rest = before[boundary.end() :]
        if _is_to_come(boundary, rest + clause.mark + clause.after):
            return None
        own = _PRONOUN_FIRST.match(rest)
        if boundary.lastgroup == "verb":
            before = f"{subject_of(before[: boundary.start()])} {rest}"
        elif boundary.start() > 0:
            subject = subject_of(before[: boundary.start()])
            joined = re.match(r"(?:,|;)? ?(?:and|but|so|yet)? $", boundary.group())
            same = own and joined and subject and "," not in subject and subject[0].isupper()
            before = f"{subject} {rest[own.end() :]}" if own and same else rest
        elif "," in rest:
            break
        else:
            return _lead_clause(clause, rest)
    before = _without_concession(DISCOURSE.sub("", before))
    told = before.removeprefix("that ")
    whole = has_subject_and_verb(told + clause.mark + clause.after)
    return clause.with_text(told if whole else before, clause.after)


def _without_concession(before: str) -> str:
    """The text without a lead-in of ``despite`` or ``while``, the whole of its list included."""
    cut = _CONCESSIVE.sub("", before)
    rest = _LIST_GOES_ON.match(cut)
    return cut[rest.end() :] if cut != before and rest and not has_verb(rest.group()) else cut


def _last_boundary(before: str, clause: Clause) -> re.Match[str] | None:
    """The last place before the mark where a clause of its own begins."""
    last = None
    for found in _BOUNDARY.finditer(before):
        rest = before[found.end() :] + clause.mark + clause.after
        kind = found.lastgroup
        if kind in ("relative", "closed"):
            last = found
        elif kind == "verb":
            last = found if _second_verb(before, found) else last
        elif kind == "joined":
            head = (tokens(before[: found.start()])[-1:] or ("",))[0].lower()
            whole = has_subject_and_verb(before[: found.start()]) and head not in PREPOSITIONS
            last = found if whole and _opens_clause(rest) else last
        elif (
            has_subject_and_verb(rest)
            and not _COMPARED.match(rest)
            and not _in_a_list_of_names(before, found)
            and not disagrees(rest)
        ):
            last = last if _within_a_phrase(before, found) else found
    return last


def _in_a_list_of_names(before: str, boundary: re.Match[str]) -> bool:
    """Whether the ``and`` joins two names before any verb: ``The attacks at Salm, Lorn, and Port Tarn killed 40``."""
    if boundary.group() != ", and ":
        return False
    head, rest = before[: boundary.start()], before[boundary.end() :]
    return (tokens(head)[-1:] or ("",))[0][:1].isupper() and rest[:1].isupper() and not has_verb(head)


_CALLED = re.compile(
    r"\b(?:known|such|seen|well|same|so|[a-z]+ed|[a-z]+ing (?:it|them|him|her))(?: by [^,]{1,30})?$"
)  # as: no conjunction after these
_BARE_TIME = frozenset(("after", "before"))


def _within_a_phrase(before: str, boundary: re.Match[str]) -> bool:
    """Whether the word at the boundary opens no clause of the mark's.

    So in ``Profit before tax fell``, and where a comma has closed the fronted phrase that the clause belongs
    to: ``Of all it held when it was strongest, ...``.
    """
    word = boundary.group().strip(", ").lower()
    head, rest = before[: boundary.start()], before[boundary.end() :]
    if boundary.group().startswith(",") or not head:
        return False
    if word in _BARE_TIME:
        return not has_verb(head)
    if word == "as" and "," in subject_of(rest):
        return True
    if word == "as" and (_CALLED.search(head) or not has_verb(head)):
        return True
    first = (tokens(head)[:1] or [""])[0].lower()
    return word == "when" and first in PREPOSITIONS and "," not in head and ", " in rest


_PLACE_LAST = re.compile(
    rf"(?:(?P<link>[Ii]n|[Aa]t|[Oo]n) )?(?P<place>(?:(?:parts?|much|most) of )?"
    rf"(?:the (?:{'|'.join(sorted(PLACE_CLASSES))}) of )?{PLAIN_NAME})$"
)


def _at_the_place(clause: Clause, before: str, boundary: re.Match[str]) -> Clause | None:
    """``NAME, where CLAUSE`` as ``In NAME, CLAUSE``; None for other words that bind a clause to a noun."""
    place = _PLACE_LAST.search(before[: boundary.start()])
    if boundary.group() != ", where " or place is None:
        return None
    link = (place["link"] or "in").capitalize()
    name = re.sub(r"^The ", "the ", place["place"])
    rest = before[boundary.end() :]
    told = replace(clause, before=f"{link} {name}, {rest}", after=clause.after.partition(",")[0])
    return told if has_subject_and_verb(rest + clause.mark + told.after) else None


_TO_COME = AUXILIARIES - {"was", "were", "had", "did"} | PRESENT_VERBS


def _is_to_come(boundary: re.Match[str], rest: str) -> bool:
    """Whether a clause after ``before`` tells what has not happened: ``before the town is turned over``."""
    return boundary.group().strip(" ,").lower() == "before" and main_verb(rest) in _TO_COME


_COMPARED = re.compile(r"(?:\$?\d|either|well|much|many|far|long|soon|part|being|if) ")


def _relative(clause: Clause, before: str, boundary: re.Match[str]) -> Clause | None:
    """A relative clause made a sentence with what it hangs on as subject; else left in place where it ends."""
    comma = clause.after.find(",")
    antecedent = _antecedent(before[: boundary.start()])
    if antecedent and not re.search(r" (?:in|of|from) [a-z]", antecedent):
        after = clause.after[:comma] if comma >= 0 else clause.after
        return replace(clause, before=f"{antecedent} {before[boundary.end() :]}", after=after)
    return replace(clause, before=before) if comma < 0 else None


_ADVERBS = re.compile(r"^(?:(?:[a-z]+ly|also|now|then|later|soon|still) )+")


def _past_relative(before: str, boundary: re.Match[str]) -> str | None:
    """The text without a relative clause that is closed before the mark; None where the mark stands in it."""
    closing = before.find(", ", boundary.end())
    if closing < 0:
        return None
    head, rest = before[: boundary.start()], before[closing + 2 :]
    fronted = (tokens(head)[:1] or [""])[0].lower() in PREPOSITIONS
    told = _ADVERBS.sub("", rest)
    if rest and not fronted and not (starts_with_verb(told) or tokens(rest)[0].lower() in PREPOSITIONS):
        return None
    return f"{head}{',' if fronted else ''} {rest}"


def _lead_clause(clause: Clause, rest: str) -> Clause | None:
    """A clause that opens the sentence (``As ..., ``) made a sentence of its own."""
    comma = clause.after.find(",")
    return replace(clause, before=rest, after=clause.after[:comma]) if comma >= 0 else None


_RESTRICTIVE = re.compile(
    r"\b(?P<noun>(?:the|a|an) (?:(?!\b(?:the|a|an|that|which|who)\b)[^,;]){3,70}?) (?:that|which|who) (?P<rest>[^,;]*)$"
)


_HANGS_ON_ANOTHER = re.compile(
    r" (?:by|for|from|with|against|of [a-z]+ of) "
)  # the last noun may be what "that" means


def lifted(clause: Clause) -> Clause | None:
    """A closing ``the NOUN that VERB ...`` made a sentence of its own; None where the clause has none."""
    found = _RESTRICTIVE.search(clause.before)
    if (
        found is None
        or "," in clause.after
        or has_verb(found["noun"])
        or _HANGS_ON_ANOTHER.search(found["noun"])
    ):
        return None
    whole = f"{found['rest']}{clause.mark}{clause.after}"
    if not starts_with_verb(whole):
        return None
    return replace(clause, before=f"{found['noun']} {found['rest']}")


_WITHIN_RELATIVE = re.compile(r"[a-z\w] (?:which|who) [^,]*$")


def _second_verb(before: str, conjunction: re.Match[str]) -> bool:
    """Whether a second verb of the same subject follows, such as can stand after the subject alone."""
    following = tokens(before[conjunction.end() :])
    subject = subject_of(before[: conjunction.start()])
    if not following or not subject or "," in subject:
        return False
    if _WITHIN_RELATIVE.search(before[len(subject) : conjunction.start()]):
        return False
    word = following[0]
    if word in AUXILIARIES:
        return word not in ("do", "does", "did")
    finite = word in IRREGULAR_PAST or word in PRESENT_VERBS or word.endswith("ed")
    return finite and main_verb(before[: conjunction.start()]) not in AUXILIARIES


OWN_CLAUSE = re.compile(rf"(?:the )?{PLAIN_NAME} (?=[a-z])")


def _opens_clause(text: str) -> bool:
    """Whether a clause follows a bare ``and``: a name and its verb, a determined subject and an auxiliary."""
    if OWN_CLAUSE.match(text) and starts_with_verb(OWN_CLAUSE.sub("", text)):
        return True
    words = tokens(text)[:12]
    index = verb_index(words)
    if index < 2 or words[index] not in AUXILIARIES:
        return False
    if "," in subject_of(text):
        return False
    low = words[0].lower()
    return low in ("the", "a", "an", "more", "about", "some", "at", "around", "nearly") or low[0].isdigit()


def _antecedent(text: str) -> str:
    """What a relative clause hangs on, where the text before the comma is nothing but that subject."""
    text = DISCOURSE.sub("", text)
    words = tokens(text)
    plain = 0 < len(words) <= 14 and "," not in text and words[0].lower() not in PREPOSITIONS
    return text if plain and not has_verb(text) else ""


def to_its_end(clause: Clause) -> Clause | None:
    """The clause cut where it is complete; None where it never is, or where the mark stands in an aside."""
    noted = _without_side_notes(clause)
    if noted is None:
        return None
    after = noted.after
    for found in _END.finditer(noted.after):
        if _ends_there(found, noted):
            after = noted.after[: found.start()]
            break
    result = noted.with_text(noted.before, after.rstrip(" ,"))
    return result if complete(result.text) and not runs_on(result.text) else None


def _ends_there(found: re.Match[str], clause: Clause) -> bool:
    rest = clause.after[found.end() :]
    if found.group() in (", who ", ", which "):
        closing = rest.find(", ")
        if closing >= 0 and starts_with_verb(rest[closing + 2 :]):  # after the rebels, who held Salm, left
            return False
    if found.lastgroup == "time":
        if found.group() == " as " and _CALLED.search(
            clause.before + clause.mark + clause.after[: found.start()]
        ):
            return False
        head = clause.before + clause.mark + clause.after[: found.start()]
        if _A_SPAN.search(head):
            return False
        if len(head.split()) < _TELLS_WHICH or not has_subject_and_verb(rest):
            return False
    if found.lastgroup == "joined":
        words = tokens(clause.before + clause.mark + clause.after[: found.start()])
        if verb_index(words) == len(words) - 1:  # gunmen ambushed and shot him: its object comes later
            return False
        own = found.group().startswith(",") and has_subject_and_verb(rest)
        if not (own or starts_with_verb(rest) or _opens_clause(rest)):
            return False
    return complete(clause.before + clause.mark + clause.after[: found.start()])


def _without_side_notes(clause: Clause) -> Clause | None:
    """Drops ``, X,`` between subject and verb; None where the mark itself stands in such an aside."""
    if has_verb(clause.before):
        return clause
    in_aside = _in_aside(clause.before)
    found = _ASIDE.match(clause.after)
    if found and starts_with_verb(found["rest"]) and not has_verb(found["head"]):
        return None if in_aside else replace(clause, after=f"{found['head']} {found['rest']}")
    closing = re.match(r"^[^,]{0,80}, (?P<rest>.*)$", clause.after)
    return None if in_aside and closing and has_verb(closing["rest"]) else clause


def _in_aside(before: str) -> bool:
    """Whether a comma before the mark opens an aside and does not close a lead-in."""
    head, comma, _ = before.rpartition(", ")
    words = head.split()
    lead_in = bool(words) and words[0].lower() in PREPOSITIONS and not _HEDGED_SUBJECT.match(head)
    return bool(comma) and not (lead_in and "," not in head)
