"""Lines about the sources themselves: where they contradict each other, and where they are one text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefings.compose.briefing import Line, Mark
from briefings.compose.datewords import RELATIVE
from briefings.compose.spellings import Spellings
from briefings.compose.verbs import past
from briefings.reconcile.states import Events, Opposed, Statement, events_by_article, told_by
from briefings.stories import Claim, Mention, Story

Copies = defaultdict[tuple[str, int], set[tuple[str, int]]]  # place of a sentence -> those of its copies

SIDES = 4  # contradicting claims shown side by side
TOPIC_WORDS = 10  # a longer topic is a clause
LONGEST_STATE = 7  # words of a state
WORDS_BEFORE, WORDS_AFTER = 5, 2  # of the clause, beside a figure
TOPICS = {"decided": "the vote"}  # what an opposition is about where it names no thing

_LOOSE_VERB = re.compile(
    r"(?:\s+(?:is|are|was|were|has|have|had|been|will|would|reached|hit|stood|stands|totalled|totaled))+"
    r"(?: (?:[a-z]+ly )?[a-z]+ing)?(?: at the time)?$"
)
# "People killed in the crash: “Eight people”": the sides say who
_WHO = re.compile(
    r"(?:people|persons|others) (?=(?:killed|injured|hurt|wounded|arrested|detained|missing|evacuated)\b)"
)
_DOING = re.compile(r"^(?P<doing>(?:kill|injur|wound|hurt)[a-z]*ing) people\b", re.IGNORECASE)
_LOOSE_END = re.compile(r"\b(?:a|an|the|of|in|on|at|to|by|for|from|with|after|before|that|which|who|and|or)$")
_LOOSE_START = re.compile(r"(?:it|they|he|she|them|this|these|those|that|which)\b", re.IGNORECASE)
_CUT = re.compile(r"[,;:.!?“”\"]\s|\s(?:and|while|but|as|when)\s")
_LOOSE_EDGE = re.compile(r"(?:a|an|the|of|in|on|at|to|by|for|from|with|and|or|was|were|is|are|has|had|that)")
_STOP = re.compile(
    r"(?:of|in|on|at|to|by|for|from|with|and|or|was|were|is|are|has|had|have|will|that|which|who|as|after|before"
    r"|when|while|into|during|near|under|over|since|\w{2,}ed)[.,;:]?"
)
_MEASURED = re.compile(r"^[^,;]* that (?=[A-Z])")  # "registered voters that Turnout was" is of the turnout
_ON_DAY = re.compile(rf"\s*(?:\bon )?{RELATIVE.pattern}(?:['’]s)?", re.IGNORECASE)


def differing(story: Story, labels: Mapping[str, str], opposed: Sequence[Opposed] = ()) -> list[Line]:
    """One line for each contradiction, most important first: every side in its own words, with its sources.

    Args:
        story: whose claims name their rivals.
        labels: article key -> its mark.
        opposed: things the articles say to be in two states.
    """
    by_key = {claim.key: claim for claim in story.claims}
    order = {claim.key: place for place, claim in enumerate(story.claims)}
    copies: Copies = defaultdict(set)
    for one, other in story.copies:
        copies[one].add(other)
        copies[other].add(one)
    events = events_by_article(story.claims) if opposed else {}
    texts = {article.key: article.text for article in story.articles}
    spelled = Spellings(story.names).apply
    found = [
        _state_line(replace(one, thing=spelled(one.thing)), story, labels, events, texts) for one in opposed
    ]
    told = {key for line in found for key in line.claims}
    for claim in story.claims:
        if claim.rivals and claim.key not in told:
            sides = _sides(claim, by_key)
            told.update(side.key for side in sides)
            found.append(_line(sides[:SIDES], labels, copies))
    last = len(order)
    return sorted(found, key=lambda line: min((order[key] for key in line.claims), default=last))


def _state_line(
    opposed: Opposed, story: Story, labels: Mapping[str, str], events: Events, texts: Mapping[str, str]
) -> Line:
    """As ``Orla: “captured the town of Orla” (Post and Wire); “are fighting rebels in Orla” (Mail)``."""
    sides, keys = [], []
    for side in opposed.sides:
        said = [_words(statement, texts[statement.article]) for statement in side]
        outlets = dict.fromkeys(labels[statement.article] for statement in side)
        sides.append(f"“{min(said, key=len)}” [{'/'.join(outlets)}]")
        keys += [claim.key for statement in side for claim in told_by(statement, events)]
    statements = [statement for side in opposed.sides for statement in side]
    marks = {s.article: Mark(s.article, s.sentence.start, s.sentence.end) for s in reversed(statements)}
    topic = opposed.thing or TOPICS.get(opposed.name, "")
    opening = f"{topic[0].upper()}{topic[1:]}: " if topic else ""
    if topic.startswith(("al-", "el-")):
        opening = f"{topic}: "
    origins = {story.origins.get(statement.article, statement.article) for statement in statements}
    return Line(
        f"{opening}{'; '.join(sides)}.",
        tuple(dict.fromkeys(keys)),
        "disputed",
        len(origins),
        tuple(marks.values()),
    )


def _words(statement: Statement, text: str) -> str:
    words = text[statement.start : statement.end].split()[:LONGEST_STATE]
    while len(words) > 1 and _LOOSE_EDGE.fullmatch(words[-1]):
        words = words[:-1]
    return " ".join(words).rstrip(".,;:")


def _sides(claim: Claim, by_key: Mapping[str, Claim]) -> list[Claim]:
    """The claim and all it is at odds with, directly or through another; in the story's order."""
    found, open_ = {claim.key: claim}, [claim]
    while open_:
        for key in open_.pop().rivals:
            if key in by_key and key not in found:
                found[key] = by_key[key]
                open_.append(by_key[key])
    return list(found.values())


def _line(sides: list[Claim], labels: Mapping[str, str], copies: Copies) -> Line:
    altered = _altered(sides, copies)
    topic = "Altered copy" if altered else _topic(sides)
    quotes = [
        _quote(_copied(side, sides, copies) if altered else side.best, place == 0 and (altered or not topic))
        for place, side in enumerate(sides)
    ]
    told = "; ".join(
        f"“{quote}” [{'/'.join(_labels(side, labels))}]" for quote, side in zip(quotes, sides, strict=True)
    )
    marks = {
        mention.article: Mark(mention.article, mention.fact.sentence.start, mention.fact.sentence.end)
        for side in sides
        for mention in reversed(side.mentions)
    }
    return Line(
        f"{topic}: {told}." if topic else f"{told}.",
        tuple(side.key for side in sides),
        "disputed",
        len({origin for side in sides for origin in side.origins}),
        tuple(marks.values()),
    )


def _copied(side: Claim, sides: list[Claim], copies: Copies) -> Mention:
    """The mention of a side that stands in a copy of a sentence of another side; else its best."""
    others = {
        (m.article, m.fact.sentence.start) for other in sides if other.key != side.key for m in other.mentions
    }
    found = (m for m in side.mentions if not copies[m.article, m.fact.sentence.start].isdisjoint(others))
    return next(found, side.best)


def _quote(mention: Mention, in_context: bool) -> str:
    """The figure as printed, with the words of its clause around it where nothing else says what it is of.

    No word that opens or ends nothing stands at an edge: ``after a week-long strike``, not ``the`` before it.
    """
    fact = mention.fact
    if not in_context:
        return " ".join(fact.quote.split())
    text = fact.sentence.text
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    before = _CUT.split(text[:start])[-1].split()[-WORDS_BEFORE:]
    glued = [] if text[end : end + 1].isspace() else text[end:].split(" ")[:1]
    closed = "".join(glued)[-1:] in (",", ";", ":", ".")
    after = [] if closed else _CUT.split(text[end + len("".join(glued)) :])[0].split()[:WORDS_AFTER]
    while before and _LOOSE_EDGE.fullmatch(before[0]):
        before = before[1:]
    stop = next((n for n, word in enumerate(after) if _STOP.fullmatch(word)), len(after))
    figure = "".join((text[start:end], *glued))
    after = after[:stop]
    while after and _LOOSE_EDGE.fullmatch(after[-1]):
        after = after[:-1]
    return " ".join(" ".join((*before, figure, *after)).split()).rstrip(".,;:")


def _labels(claim: Claim, labels: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(labels[mention.article] for mention in claim.mentions))


def _topic(sides: list[Claim]) -> str:
    """What is measured, in the fullest of the sides' own words; empty where they make no phrase."""
    measured = (_MEASURED.sub("", side.subject) for side in sides)
    plain = (_ON_DAY.sub("", subject).partition(" and ")[0].split() for subject in measured)
    subjects = [" ".join(words) for words in plain if 0 < len(words) <= TOPIC_WORDS]
    topics = (_WHO.sub("", _LOOSE_VERB.sub("", subject) or subject, count=1) for subject in subjects)
    whole = [topic for topic in topics if not _LOOSE_END.search(topic) and not _LOOSE_START.match(topic)]
    topic = max(whole, key=lambda words: (len(words.split()), words), default="")
    topic = _DOING.sub(lambda found: past(found["doing"].lower()), topic)
    return topic[:1].upper() + topic[1:]


def _altered(sides: list[Claim], copies: Copies) -> bool:
    """Whether a sentence of the first side has a copy in which another side stands."""
    first, *others = ({(m.article, m.fact.sentence.start) for m in side.mentions} for side in sides)
    return any(not copies[place].isdisjoint(other) for place in first if place in copies for other in others)


def one_story(story: Story, labels: Mapping[str, str]) -> list[Line]:
    """One line for each text that several outlets carry."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for article in story.articles:
        members[story.origins.get(article.key, article.key)].append(article.key)
    shared = Counter(frozenset((one[0], other[0])) for one, other in story.copies)
    lines = []
    for origin, keys in members.items():
        if len(keys) < 2:
            continue
        copied = max((count for pair, count in shared.items() if pair <= set(keys)), default=0)
        common = f" ({copied} sentence{'s' * (copied > 1)})" if copied else ""
        names = ", ".join(labels[key] for key in keys)
        lines.append(Line(f"{names}: one {origin} text{common}.", (), "", 1, ()))
    return lines
