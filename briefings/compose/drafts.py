"""Every line a briefing could hold, made from the claims of a story; choosing comes later."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefings.compose.aliases import short_forms
from briefings.compose.antecedents import Antecedents, people_of, subject_of
from briefings.compose.briefing import Mark
from briefings.compose.clauses import Clause, Clauses
from briefings.compose.datewords import RELATIVE, in_words, preposition, short_date, without_date
from briefings.compose.offices import Ages, office_lines
from briefings.compose.patterns import apart, apposed, counted, resulting
from briefings.compose.shortening import ShortForms
from briefings.compose.spellings import Spellings
from briefings.compose.verbs import capital
from briefings.extract.nations import ADJECTIVES
from briefings.extract.proper_names import find_names
from briefings.facts import NUMERIC_KINDS, Fact
from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_of
from briefings.reconcile.referents import Referents, Sentences
from briefings.reconcile.states import Opposed, find_opposed
from briefings.reconcile.values import days
from briefings.stories import Claim, Mention, Story

LEADS, LEAD_LENGTH = 60, 400  # articles whose first sentence is read, and its characters
MENTIONS = 6  # mentions of a claim whose wording is tried
# worth of a line without a name, of one that speaks of a thing as known, and of one that leaves out who did it
NAMELESS, DANGLING, PLAIN = 0.95, 0.35, 0.9
_DEFINITE_SUBJECT = re.compile(
    r"The (?!(?:government|army|navy|police|president|parliament|weather|next|first|last|country|economy|opposition"
    r"|(?:[a-z]+ ){0,2}(?:authority|ministry|minister|regulator|inspectorate|commission|agency|cabinet|bank"
    r"|association|federation|coastguard|currency|service|services))\b)[a-z]"
)
EVENT_CORE = 0.4  # part of an event's clause that has who did what; the rest says where and how
FIRST_CLAIMS = 8  # an event told with these is what the story is about
NEAR_EVENT = 20  # claims looked through for an event's day
SAME_CORE, SAME_NAMED = (
    0.7,
    0.5,
)  # part of an event's words a line must share; less where all its names are there
OFF_CORE = 0.5  # worth lost by a line with none of the words its sources share
_SMALL_START = re.compile(r"^(?:The|An?) (?![A-Z])")
# what is counted again every day: a line without its day would seem today's
_TOLL = re.compile(
    r"\b(?:kill|die|dead|injur|wound|hurt|miss|arrest|detain|infect|evacuat|displac|rescu|trapp|hospitali)\w*"
)
LONGEST_SAYING = 40  # characters
_SAID_ON = re.compile(
    r"\b(?:said|says|say|added|told [a-z ]+|(?:in|at) an? (?:statement|briefing))(?: late| early)?(?: on)?(?: the)? $"
    r"|\bsuch $"
)
NEWS_DAYS = 31  # an older date is no news
COARSE = 0.8  # worth left to a line with a coarser date than another mention gives
STALE, DISPUTED_LEAD = 0.6, 0.5  # worth left to a lead of an older article, and to a disputed one
VERDICTS = {"consistent": "consistent", "check": "worth a check", "conflict": "in conflict, or another place"}
MARKS = 4  # sources a line names


@dataclass(frozen=True, slots=True)
class Draft:
    """A possible line.

    Attributes:
        section: where it would stand.
        text: the line.
        claim: what it is about.
        tells: every claim whose value it holds, ``claim`` among them.
        marks: the sentences it rests on.
        when: the day it tells of, for the order of the timeline; empty elsewhere.
        dated: for a line of the timeline, how it reads elsewhere: with the date in its sentence.
        bare: what happened, without the date; empty where the date cannot be left out.
        worth: 1, less for a line that names nothing or leaves out what most sources tell.
    """

    section: str
    text: str
    claim: Claim
    tells: tuple[Claim, ...]
    marks: tuple[Mark, ...]
    when: str = ""
    worth: float = 1.0
    dated: str = ""
    bare: str = ""


class Drafts:
    """Makes drafts for one story; ``story`` is that story.

    Args:
        story: the story.
        checked: whether a stated distance is told with what the map says of it.
    """

    def __init__(self, story: Story, checked: bool = True) -> None:
        self.story = story
        self._checks = {check.claim: check for check in story.map_checks} if checked else {}
        self._articles = {article.key: article for article in story.articles}
        self._sentences = {article.key: split_sentences(article.text) for article in story.articles}
        self._names = index_of(story.names)
        sentences = Sentences(self._names, self._sentences)
        self._referents = Referents(sentences)
        self._as_of = story.as_of
        today = str(self._as_of or "")
        self._year = today[:4]
        self._antecedents = Antecedents(sentences, self._referents, people_of(story))
        self._short = ShortForms(short_forms(story), (article.text for article in story.articles))
        self._spellings = Spellings(story.names)
        self._ages = Ages(story.claims, self._names)
        self._clauses = Clauses(self._antecedents, today, self._short)
        self._leads = self._lead_words()
        self._told: defaultdict[tuple[str, int], list[tuple[Fact, Claim]]] = defaultdict(list)
        for claim in story.claims:
            for mention in claim.mentions:
                self._told[mention.article, mention.fact.sentence.start].append((mention.fact, claim))
        self._places = {form for name in story.names if name.kind == "place" for form in name.forms}
        self._no_places = {form for name in story.names if name.kind != "place" for form in name.forms}

    def _lead_words(self) -> frozenset[str]:
        """The words by which the headlines and first sentences of most origins name what the story is about.

        ``The train`` needs no name in a briefing that opens with the crash.
        """
        by_origin: dict[str, set[str]] = {}
        for article in self.story.articles[:LEADS]:
            first = next((sentence.text for sentence in self._sentences[article.key]), "")
            tokens = self._names.tokens(f"{article.title or ''} {first[:LEAD_LENGTH]}")
            origin = self.story.origins.get(article.key, article.key)
            by_origin.setdefault(origin, set()).update(token for token, _, _ in tokens)
        counts = Counter(token for tokens in by_origin.values() for token in tokens)
        return frozenset(token for token, count in counts.items() if 2 * count >= len(by_origin))

    def opposed(self) -> tuple[Opposed, ...]:
        """The things of the story that are said to be in two states."""
        return find_opposed(self.story.articles, self._sentences, self._names, self._referents)

    def of(self, claim: Claim) -> list[Draft]:
        """The lines that could tell a claim, none for one that is vague or cannot stand alone."""
        if claim.best.fact.vague or claim.kind == "alias":
            return []
        if claim.kind == "role":
            return [*self._offices(claim), *self._offices(claim, self._ages.of(claim))]
        drafts = [
            draft
            for mention in claim.mentions[:MENTIONS]
            if not is_of_report(mention.fact)
            for draft in self._of_mention(claim, mention)
        ]
        known = {draft.text: self._with_check(draft) for draft in map(self._spelled, reversed(drafts))}
        core = self._core(claim) if claim.kind in ("date", "event") else frozenset()
        by = f", {claim.claimant}" if claim.standing == "claimed" else ""  # printed beside the line
        finest = max(len(str(mention.fact.value)) for mention in claim.mentions)
        return [
            replace(
                draft,
                worth=draft.worth
                * self._worth(f"{draft.text}{by}", core)
                * (COARSE if 0 < len(draft.when) < finest else 1.0),
            )
            for draft in reversed(known.values())
        ]

    def _offices(self, claim: Claim, aged: Claim | None = None) -> list[Draft]:
        """The lines on an office, with the age of who holds it where a claim tells it."""
        beside = self._marks(aged, aged.best) if aged else ()
        return [
            Draft(
                "who",
                self._spellings.apply(text),
                claim,
                (claim, aged) if aged else (claim,),
                tuple(dict.fromkeys((*self._marks(claim, mention), *beside))),
            )
            for text, mention in office_lines(claim, str(aged.value) if aged else "")
        ]

    def _spelled(self, draft: Draft) -> Draft:
        """The draft with one spelling for each name."""
        apply = self._spellings.apply
        return replace(draft, text=apply(draft.text), dated=apply(draft.dated), bare=apply(draft.bare))

    def _with_check(self, draft: Draft) -> Draft:
        """A distance between two places with the map's figure: ``; map check 336 km, consistent``."""
        check = self._checks.get(draft.claim.key)
        if check is None or draft.section != "places":
            return draft
        return replace(
            draft, text=f"{draft.text}; map check {check.computed:.0f} km, {VERDICTS[check.verdict]}"
        )

    def _core(self, claim: Claim) -> frozenset[str]:
        """The content words that most origins have in what they tell, where there are several."""
        by_origin: dict[str, set[str]] = {}
        for mention in claim.mentions[: 4 * MENTIONS]:
            origin = self.story.origins.get(mention.article, mention.article)
            tokens = self._names.tokens(f"{mention.fact.what} {mention.fact.quote}")
            by_origin.setdefault(origin, set()).update(token for token, _, _ in tokens)
        counts = Counter(token for tokens in by_origin.values() for token in tokens)
        least = max(2, (len(by_origin) + 1) // 2)
        return frozenset(token for token, count in counts.items() if count >= least)

    def centrality(self, event: Claim) -> int:
        """How many of the words that most headlines share the event has, and of the first claims its sentences."""
        tokens = {token for token, _, _ in self._names.tokens(str(event.value))}
        beside = {
            claim.key
            for mention in event.mentions[:MENTIONS]
            for _, claim in self._told[mention.article, mention.fact.sentence.start]
        }
        first = [claim for claim in self.story.claims[:FIRST_CLAIMS] if claim.kind != "event"]
        return len(tokens & self._leads) + sum(claim.key in beside for claim in first)

    def lead(self, event: Claim) -> list[Draft]:
        """The lines that tell an event, and those of dated claims and of events with its figures that tell it too."""
        core = self._core(event) or frozenset(
            token for token, _, _ in self._names.tokens(event.best.fact.quote)
        )
        near = [
            self._as_lead(draft, event)
            for claim in self.story.claims[:NEAR_EVENT]
            if claim.kind == "date" and not claim.rivals
            for draft in self.of(claim)
            if self._shares(draft.text, core) and self.recent(str(claim.value))
        ]
        own = self.of(event)
        figures = {claim.key for draft in own for claim in draft.tells if claim.kind in NUMERIC_KINDS}
        same = [
            self._as_lead(draft, event)
            for claim in self.story.claims[:NEAR_EVENT]
            if claim.kind == "event" and not claim.rivals and claim.key != event.key
            for draft in self.of(claim)
            if any(other.key in figures for other in draft.tells)
        ]
        return [self._weighed(draft) for draft in (*own, *near, *same)]

    def recent(self, when: str) -> bool:
        """Whether the date is not long before the day the story stands for."""
        covered = days(when)
        return not (self._as_of and covered) or (self._as_of - covered[1]).days <= NEWS_DAYS

    def _overtaken(self, article: str) -> bool:
        """Whether articles of a later day tell the story too."""
        published = self._articles[article].published
        return bool(published and self._as_of and published < self._as_of)

    def _weighed(self, draft: Draft) -> Draft:
        """The draft of a lead, worth less where it is disputed or from an article that later ones overtook."""
        worth = draft.worth * (STALE if self._overtaken(draft.marks[0].article_key) else 1.0)
        if any(claim.rivals for claim in draft.tells):
            worth *= DISPUTED_LEAD
        return replace(draft, worth=worth)

    def _as_lead(self, draft: Draft, event: Claim) -> Draft:
        """The draft of a dated claim as one of the event: its own source first, then the event's others."""
        marks: dict[str, Mark] = {}
        for mark in (*draft.marks[:1], *self._marks(event, event.best), *draft.marks):
            marks.setdefault(self.story.origins.get(mark.article_key, mark.article_key), mark)
        told = tuple({claim.key: claim for claim in (event, *draft.tells)}.values())
        text = draft.dated or draft.text
        return replace(draft, text=text, claim=event, tells=told, marks=tuple(marks.values())[:MARKS])

    def _shares(self, text: str, core: frozenset[str]) -> bool:
        """Whether the text names all that the core names, and has enough of its other words."""
        told = {token for token, _, _ in self._names.tokens(text)}
        names = {token for token in core if token.startswith("=")}
        least = SAME_NAMED if names else SAME_CORE
        return names <= told and len(core & told) >= least * max(len(core), 1)

    def _worth(self, text: str, core: frozenset[str]) -> float:
        """1, less where the line names nothing, or leaves out what most sources tell with it."""
        worth = 1.0
        if not self._referents.names_all(text):
            worth = DANGLING if _DEFINITE_SUBJECT.match(text) and not self._is_known(text) else NAMELESS
        if core:
            told = {token for token, _, _ in self._names.tokens(text)}
            worth *= 1 - OFF_CORE + OFF_CORE * len(core & told) / len(core)
        return worth

    def _is_known(self, text: str) -> bool:
        """Whether the subject's head is what the story is about."""
        words = self._names.tokens(subject_of(text))
        return bool(words) and words[-1][0] in self._leads

    def _of_mention(self, claim: Claim, mention: Mention) -> Iterator[Draft]:
        article = self._articles[mention.article]
        if claim.kind == "distance" and (text := apart(mention.fact)):
            yield Draft("places", text, claim, (claim,), self._marks(claim, mention))
        if self._undated(mention):
            yield from self._plain(claim, mention)
        for clause in self._clauses.around(article, mention.fact, self._said_beside(claim, mention)):
            tells = self._tells(claim, mention, clause)
            marks = self._marks(claim, mention)
            if claim.kind == "date":
                yield self._dated(claim, mention, clause, tells, marks)
            else:
                yield Draft(self._section(claim, clause), clause.text, claim, tells, marks)

    def _plain(self, claim: Claim, mention: Mention) -> Iterator[Draft]:
        """Lines of plain patterns that stand alone."""
        for pattern in (counted, resulting, apposed):
            text = self._short.apply(pattern(mention.fact))
            named = ": " not in text or self._referents.names_all(text)
            if text and named and self._antecedents.stands_alone(text):
                worth = 1.0 if self._referents.names_all(text) else PLAIN
                marks = self._marks(claim, mention)
                yield Draft("key facts", capital(text), claim, (claim,), marks, worth=worth)

    def _undated(self, mention: Mention) -> bool:
        """Whether the sentence is of the news: no date in it is an older one, which a shorter line would lose."""
        sentence = mention.fact.sentence
        if _TOLL.search(mention.fact.what) and self._overtaken(mention.article):
            return False
        dates = [f for f, _ in self._told[mention.article, sentence.start] if f.kind == "date"]
        known = bool(dates) or not RELATIVE.search(sentence.text)
        return known and all(self.recent(str(fact.value)) for fact in dates)

    def _said_beside(self, claim: Claim, mention: Mention) -> bool:
        """Whether the line names the mention's speaker beside its words, or needs none: several origins tell it."""
        if claim.standing == "confirmed":
            return True
        speaker = self._names.tokens(mention.fact.attribution or "")
        by = {token for token, _, _ in self._names.tokens(claim.claimant or "")}
        return claim.standing == "claimed" and not by.isdisjoint(token for token, _, _ in speaker)

    def _tells(self, claim: Claim, mention: Mention, clause: Clause) -> tuple[Claim, ...]:
        """The claims whose mention lies in the clause, the claim itself first."""
        inside = [
            other
            for fact, other in self._told[mention.article, mention.fact.sentence.start]
            if not fact.vague and _holds(clause, fact) and not is_of_report(fact)
        ]
        return tuple({other.key: other for other in (claim, *inside)}.values())

    def _marks(self, claim: Claim, first: Mention) -> tuple[Mark, ...]:
        """The sentence the wording is from, then one of every other origin that tells the claim."""
        marks: dict[str, Mark] = {}
        for mention in (first, *claim.mentions):
            sentence = mention.fact.sentence
            origin = self.story.origins.get(mention.article, mention.article)
            marks.setdefault(origin, Mark(mention.article, sentence.start, sentence.end))
            if len(marks) == MARKS:
                break
        return tuple(marks.values())

    def _section(self, claim: Claim, clause: Clause) -> str:
        """Distances between two places have a section; events that miss the bottom line join the facts."""
        return "places" if claim.kind == "distance" and self._place_count(clause.text) > 1 else "key facts"

    def _place_count(self, text: str) -> int:
        """How many places the text names; a people's name is none, and spellings count apart."""
        names = {name.text for name in find_names(text) if name.kind_hint in (None, "place")}
        names |= {form for form in self._places if form in text}
        longest = [name for name in names if not any(name != other and name in other for other in names)]
        return len(set(longest) - self._no_places - ADJECTIVES)

    def _dated(
        self,
        claim: Claim,
        mention: Mention,
        clause: Clause,
        tells: tuple[Claim, ...],
        marks: tuple[Mark, ...],
    ) -> Draft:
        """``17 October 2017: IS lost the city``; the date stays where it is more than a point in time.

        Beside figures or a second date it stays too, lest it seem to be the day of all of them.
        """
        when = str(mention.fact.value)
        if any(other.kind not in ("date", "event", "role") for other in tells):
            return Draft("key facts", clause.text, claim, tells, marks, when)
        words = short_date(mention.fact.value, self._year)
        text, bare = clause.text, ""
        if words and sum(other.kind == "date" for other in tells) == 1:
            forms = dict.fromkeys((in_words(mention.fact.value), words))
            phrases = [
                f"{link}{form}" for form in forms for link in (f"{preposition(mention.fact.value)} ", "")
            ]
            bare = next(filter(None, (without_date(text, phrase) for phrase in phrases)), "")
            told = _SMALL_START.sub(lambda found: found[0].lower(), bare)
            text = f"{words[0].upper()}{words[1:]}: {told}" if bare else text
        return Draft("timeline", text, claim, tells, marks, when, dated=clause.text, bare=capital(bare))


def is_of_report(fact: Fact) -> bool:
    """Whether a date is only the day on which somebody said what the sentence tells, or none (``such a day``)."""
    before = fact.sentence.text[: max(0, fact.start - fact.sentence.start)]
    return fact.kind == "date" and bool(_SAID_ON.search(before[-LONGEST_SAYING:]))


def _holds(clause: Clause, fact: Fact) -> bool:
    """Whether the clause has the fact's quote; of an event's clause the first part, which has who and what."""
    end = fact.start + int(EVENT_CORE * (fact.end - fact.start)) if fact.kind == "event" else fact.end
    gone = any(start < end and fact.start < stop for start, stop in clause.gaps)
    return clause.start <= fact.start and end <= clause.end and not gone
