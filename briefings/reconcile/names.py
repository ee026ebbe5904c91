"""The proper names of a story, and which spellings of them belong together.

Spellings join by an equal fold, by an alias that an article states, by a table of widely known bodies, or because
they name one place of the gazetteer; a person's decision goes before all of these.
Countries, and names of four letters or fewer, join only where they are written alike (accents, articles
and doubled letters apart): Iran is not Iraq, and Raqa is Raqqa but never Rawa.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefings.extract.name_words import CALENDAR
from briefings.extract.nations import NATION_OF
from briefings.extract.offices import is_office
from briefings.extract.proper_names import find_names
from briefings.facts import Fact, Sentence
from briefings.fold import fold, plain_fold
from briefings.places.gazetteer import Gazetteer
from briefings.reconcile.atlas import Atlas
from briefings.reconcile.bodies import BODY_OF
from briefings.reconcile.misprints import misprinted
from briefings.reconcile.words import token
from briefings.stories import Article, Decision, Name, NameKind

SURE = 3  # hints of a neighbour that one stated role outweighs
_PERSON: NameKind = "person"
SHORT = 4  # letters: a name up to this long has too few to be told apart by a fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "Pianist Clara Venn", "Parts of the Alder Creek": a capital that only opens the sentence, before a name
_LEADING_WORD = re.compile(
    r"^(?!(?:North|South|East|West|New|Saint|San|Great|Upper|Lower)\b)[^\W\d_]\w+(?: of(?: the)?)? (?=[^\W\d_a-z])"
)
# nothing but names, initials and the small words within names: no clause that opens with a name
_COURTESY = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame)\.? )+")
_FULL_NAME = re.compile(
    r"[^\W\d_a-z][\w.’'-]*"
    r"(?: (?:(?:al|el|bin|ibn|da|de|del|der|di|do|dos|du|la|le|of|van|von|y)[ -])*[^\W\d_a-z][\w.’'-]*)*"
)
_RIVERS_AND_TOWNS = ("River", "City", "Town")


# a content word or name (``=key``), and its span in the text it was read from
Token = tuple[str, int, int]


class _Seen(NamedTuple):
    """One form of a name: how often it stands in the story and what its neighbours say it is."""

    uses: int
    kinds: Counter[NameKind]


class NameIndex:
    """The name clusters of one story, and the way from words to them.

    Attributes:
        names: the clusters whose kind is known, most used first.
        clusters: key -> forms of every cluster, also of unknown kind; most used first.
        atlas: what they mean on the map; None without a gazetteer.
    """

    def __init__(
        self, clusters: Sequence[tuple[str, ...]], kinds: dict[str, NameKind], atlas: Atlas | None = None
    ) -> None:
        self.atlas = atlas
        self.clusters: dict[str, tuple[str, ...]] = {}
        self._key: dict[tuple[str, ...], str] = {}
        self._nations: set[str] = set()
        self._canonical: dict[str, str] = {}
        for forms in clusters:
            key = "=" + (min(fold(form) for form in forms) or forms[0].casefold())
            while key in self._canonical:
                key += "'"
            self._canonical[key] = forms[0]
            self.clusters[key] = forms
            for form in forms:
                parts = tuple(_WORD.findall(form))
                self._key.setdefault(parts, key)
        for form, nation in NATION_OF.items():
            key = self._key.get(tuple(_WORD.findall(nation)), "=" + fold(nation))
            self._key.setdefault(tuple(_WORD.findall(form)), key)
            self._canonical.setdefault(key, nation)
            self._nations.add(key)
        self._openings = _openings(self._key)
        self.names = tuple(Name(forms[0], kinds[forms[0]], forms) for forms in clusters if forms[0] in kinds)
        self._kind = {self._key[tuple(_WORD.findall(name.canonical))]: name.kind for name in self.names}

    def key(self, form: str) -> str | None:
        """The cluster's key (it starts with ``=``) for a form the story uses, else None."""
        return self._key.get(tuple(_WORD.findall(form)))

    def canonical(self, key: str) -> str:
        """The most used form of the cluster with that key."""
        return self._canonical[key]

    def kind(self, key: str) -> NameKind | None:
        """Whether the cluster is a place, a person or a group, where the story tells."""
        return self._kind.get(key)

    def is_nation(self, key: str) -> bool:
        """Whether the cluster is a country or its people."""
        return key in self._nations

    def tokens(self, text: str) -> list[Token]:
        """The text's content words and names, in order, each with its span; names as cluster keys.

        The second half of a compound says nothing of its own: an ``army-held`` town is not being held.
        """
        words = [(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]
        bare = [word[:-2] if word.endswith(("'s", "’s")) else word for word, _, _ in words]
        found: list[Token] = []
        at = 0
        while at < len(words):
            taken = self._name_at(bare, at)
            if taken:
                length, key = taken
                found.append((key, words[at][1], words[at + length - 1][2]))
                at += length
                continue
            word, start, end = words[at]
            compound = text[start - 1 : start] == "-" and word.islower()
            meaning = "" if compound else token(word)
            if meaning:
                found.append((meaning, start, end))
            at += 1
        return found

    def _name_at(self, words: list[str], at: int) -> tuple[int, str] | None:
        for length in range(min(self._openings.get(words[at], 0), len(words) - at), 0, -1):
            if key := self._key.get(tuple(words[at : at + length])):
                return length, key
        return None


def _openings(forms: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """First word of a name -> the words of the longest form it opens; a small letter opens none but ``al-Hasaka``."""
    longest: dict[str, int] = {}
    for first, *rest in filter(None, forms):
        if first[:1].isupper() or first.casefold() in ("al", "el"):
            longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


def index_of(names: Sequence[Name]) -> NameIndex:
    """The index of clusters that are known already."""
    return NameIndex([name.forms for name in names], {name.canonical: name.kind for name in names})


def index_names(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Sentence]],
    gazetteer: Gazetteer | None = None,
    decisions: Sequence[Decision] = (),
) -> NameIndex:
    """The name clusters of a story's articles; the order of the articles does not matter.

    Args:
        articles: the story's articles, with their facts.
        sentences: article key -> its sentences.
        gazetteer: joins names of one place; None for none.
        decisions: what a person decided of names; it goes before every rule.
    """
    seen = _collect(articles, sentences)
    seen |= _opening_surnames(seen, sentences)
    groups = _Groups(seen, decisions)
    atlas = _atlas(gazetteer, seen) if gazetteer else None
    for join in (_by_fold, _by_feature, _by_table, _by_surname):
        join(seen, groups)
    for article in articles:
        _by_alias((fact for fact in article.facts if fact.kind == "alias"), seen, groups)
    for one, other in misprinted(articles):
        groups.join(_untitled(one), _untitled(other))
    if atlas:
        _by_place(atlas, seen, groups, sentences)
    clusters = groups.clusters(seen)
    kinds: dict[str, NameKind] = {}
    for forms in clusters:
        if kind := _kind_of(forms, seen):
            kinds[forms[0]] = kind
    return NameIndex(clusters, kinds, atlas)


def _collect(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]]) -> dict[str, _Seen]:
    uses: Counter[str] = Counter()
    kinds: defaultdict[str, Counter[NameKind]] = defaultdict(Counter)
    opening: Counter[str] = Counter()
    for article in articles:
        for sentence in sentences[article.key]:
            for name in find_names(sentence.text):
                form = " ".join(name.text.split())
                uses[form] += 1
                opening[form] += name.start == 0
                if name.kind_hint:
                    kinds[form][name.kind_hint] += 1
        for fact in article.facts:
            for form in _stated(fact):
                uses[form] += 1
            if fact.kind in ("role", "age") and " " in fact.what and _FULL_NAME.fullmatch(fact.what):
                kinds[_untitled(fact.what)]["person"] += SURE
    for form in [form for form, count in opening.items() if count == uses[form]]:
        rest = _LEADING_WORD.sub("", form, count=1)
        if " " in rest and rest != form and rest in uses:
            uses[rest] += uses.pop(form)
    return {form: _Seen(count, kinds[form]) for form, count in uses.items()}


def _opening_surnames(
    seen: Mapping[str, _Seen], sentences: Mapping[str, Sequence[Sentence]]
) -> dict[str, _Seen]:
    """Surnames of people of the story that stand alone at the beginning of sentences and nowhere else."""
    last = {form.rpartition(" ")[2] for form, known in seen.items() if " " in form and _mostly_person(known)}
    last -= seen.keys() | NATION_OF.keys() | BODY_OF.keys() | CALENDAR
    opening: Counter[str] = Counter()
    for told in sentences.values():
        for sentence in told:
            first, _, rest = sentence.text.partition(" ")
            if rest[:1].islower() or first.endswith(","):
                opening[first.rstrip(",")] += 1
    found = {form: opening[form] for form in last if len(form) >= SHORT and opening[form]}
    return {
        form: _Seen(count, Counter({_PERSON: 1}))
        for form, count in found.items()
        if not any(f" {form.lower()} " in s.text for told in sentences.values() for s in told)
    }


def _stated(fact: Fact) -> tuple[str, ...]:
    """The names a fact itself states: the person of a role or an age, both sides of an alias."""
    if fact.kind in ("role", "age"):
        person = _untitled(fact.what)
        return (person,) if _FULL_NAME.fullmatch(person) else ()
    if fact.kind == "alias":
        return tuple(form for form in (str(fact.value), fact.what) if form[:1].isupper())
    return ()


def _untitled(person: str) -> str:
    """The name without the office before it: ``President Marta Ferreira`` is ``Marta Ferreira``."""
    words = _COURTESY.sub("", person).split()
    while len(words) > 2 and is_office(words[0]):
        words = words[1:]
    return " ".join(words)


class _Groups:
    """Disjoint sets of forms; what a person decided stands."""

    def __init__(self, forms: Iterable[str], decisions: Sequence[Decision]) -> None:
        self._parent = {form: form for form in forms}
        self._apart = [
            (decision.first, decision.second)
            for decision in decisions
            if not decision.joined and {decision.first, decision.second} <= self._parent.keys()
        ]
        for decision in decisions:
            if decision.joined:
                self.join(decision.first, decision.second)

    def find(self, form: str) -> str:
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def join(self, one: str, other: str) -> None:
        if one in self._parent and other in self._parent:
            first, second = sorted((self.find(one), self.find(other)))
            if all({self.find(a), self.find(b)} != {first, second} for a, b in self._apart):
                self._parent[second] = first

    def clusters(self, seen: dict[str, _Seen]) -> list[tuple[str, ...]]:
        """Every set, its most used form first; sets most used first."""
        sets: defaultdict[str, list[str]] = defaultdict(list)
        for form in self._parent:
            sets[self.find(form)].append(form)
        ordered = [tuple(sorted(forms, key=lambda f: (-seen[f].uses, -len(f), f))) for forms in sets.values()]
        return sorted(ordered, key=lambda forms: (-sum(seen[f].uses for f in forms), forms[0]))


def _by_fold(seen: dict[str, _Seen], groups: _Groups) -> None:
    by_key: dict[str, str] = {}
    for form in sorted(seen):
        if form in NATION_OF:
            continue
        plain = plain_fold(form)
        keys = [f"plain {plain}"] if plain else []
        if len(plain) > SHORT and not form.isupper():
            keys.append(f"fold {fold(form)}")
        for key in keys:
            groups.join(form, by_key.setdefault(key, form))


def _by_feature(seen: dict[str, _Seen], groups: _Groups) -> None:
    """The ``Orla River`` is the ``Orla``, and so is its valley; provinces and airports of a name are other places."""
    for form in sorted(seen):
        head, _, last = form.rpartition(" ")
        if last == "Valley":
            river = head.removesuffix(" River")
            if head != river or f"{river} River" in seen:
                groups.join(form, next((name for name in (river, f"{river} River") if name in seen), form))
        elif head in seen and last in _RIVERS_AND_TOWNS:
            groups.join(form, head)


def _by_table(seen: dict[str, _Seen], groups: _Groups) -> None:
    by_body: dict[str, str] = {}
    for form in sorted(seen):
        if body := NATION_OF.get(form) or BODY_OF.get(form):
            groups.join(form, by_body.setdefault(body, form))


def _by_surname(seen: dict[str, _Seen], groups: _Groups) -> None:
    """A surname alone belongs to the one person of the story who bears it."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for form in sorted(seen):
        words = form.split()
        if len(words) > 1 and seen[form].kinds.most_common(1)[:1] and _mostly_person(seen[form]):
            bearers[fold(words[-1])].add(form)
    for form in sorted(seen):
        if " " in form or form in NATION_OF or form in BODY_OF:
            continue
        full = bearers.get(fold(form), set())
        if full and len({groups.find(name) for name in full}) == 1:
            groups.join(form, min(full))


def _atlas(gazetteer: Gazetteer, seen: dict[str, _Seen]) -> Atlas:
    placed = [form for form, known in seen.items() if known.kinds["place"]]
    untold = [form for form, known in seen.items() if not known.kinds]
    return Atlas(gazetteer, {form: known.uses for form, known in seen.items()}, placed, untold)


def _by_place(
    atlas: Atlas, seen: dict[str, _Seen], groups: _Groups, sentences: Mapping[str, Sequence[Sentence]]
) -> None:
    """Names of one place of the gazetteer are one, unless a sentence tells them apart by naming both."""
    by_place: dict[int, tuple[str, ...]] = {}
    for forms in groups.clusters(seen):
        if _kind_of(forms, seen) != "place" or any(form in NATION_OF for form in forms):
            continue
        spot = atlas.locate(forms, sure=True)
        if spot is None or not spot.alike:
            continue
        others = by_place.setdefault(spot.id, forms)
        if others != forms and not _stand_together(forms, others, sentences):
            groups.join(forms[0], others[0])


def _stand_together(
    forms: Sequence[str], others: Sequence[str], sentences: Mapping[str, Sequence[Sentence]]
) -> bool:
    one, other = (
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
        for names in (forms, others)
    )
    for told in sentences.values():
        for sentence in told:
            text = sentence.text
            if any(form in text for form in forms) and any(form in text for form in others):
                rest, found = other.subn("", text)
                if found and one.search(rest):
                    return True
    return False


def _mostly_person(seen: _Seen) -> bool:
    return seen.kinds["person"] > max(seen.kinds["place"], seen.kinds["group"])


def _by_alias(aliases: Iterable[Fact], seen: dict[str, _Seen], groups: _Groups) -> None:
    for fact in aliases:
        form, thing = str(fact.value), fact.what
        if form in NATION_OF and thing in NATION_OF and NATION_OF[form] != NATION_OF[thing]:
            continue
        groups.join(form, thing)


def _kind_of(forms: tuple[str, ...], seen: dict[str, _Seen]) -> NameKind | None:
    votes: Counter[NameKind] = Counter()
    for form in forms:
        votes.update(seen[form].kinds)
        if form in BODY_OF:
            return "group"
    if not votes:
        return None
    best = max(votes.values())
    return min(kind for kind, count in votes.items() if count == best)
