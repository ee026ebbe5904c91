"""The places of a story, with coordinates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from briefings.fold import fold
from briefings.patterns import Pattern
from briefings.places.gazetteer import Spot
from briefings.reconcile.atlas import Atlas, as_place
from briefings.reconcile.names import NameIndex, Token
from briefings.reconcile.referents import Sentences
from briefings.stories import Name, NameKind, Place

_DIVISION = Pattern(
    r"(?:['’]s)? (?:[a-z]+ )?"
    r"(?:province|provinces|region|governorate|county|district|state|river|desert|oblast|prefecture)\b"
)
_POINTS_AT = Pattern(r"\b(?<!according )(?:of|to|from|at|into|in|near|between|outside|towards?) (?:the )?$")

_BEFORE = 20  # characters before a name in which such a word stands


@dataclass(slots=True)
class Setting:
    """How a story names one of its names, over all its sentences.

    Attributes:
        sentences: how many name it.
        divisions: how often a word for a part of a country follows it.
        pointed: how often a word before it points at a place.
        votes: of the countries that those sentences speak of.
        beside: the country or state set right beside it: ``Salm, Norway``.
    """

    sentences: int = 0
    divisions: int = 0
    pointed: int = 0
    votes: Counter[str] = field(default_factory=Counter)
    beside: set[str] = field(default_factory=set)


def find_places(index: NameIndex, sentences: Sentences) -> dict[str, Place]:
    """Cluster key -> the place it is; most mentioned first. No two names are one place; none without a gazetteer.

    Provinces, rivers and states are no points, so a name that stands mostly before such a word is left out.
    """
    atlas = index.atlas
    if atlas is None:
        return {}
    settings = _settings(index, sentences, atlas)
    found: defaultdict[int, list[tuple[str, Spot]]] = defaultdict(list)
    for key, setting in settings.items():
        kind = index.kind(key)
        sure = kind == "place"
        told = sure or (kind is None and setting.pointed > 0)
        if 2 * setting.divisions > setting.sentences or not told:
            continue
        if spot := atlas.locate(index.clusters[key], sure, setting.votes, setting.beside):
            found[spot.id].append((key, spot))
    places = {}
    for namesakes in found.values():
        key, spot = max(
            namesakes,
            key=lambda pair: (
                _is_own(pair[1], index.clusters[pair[0]]),
                settings[pair[0]].sentences,
                pair[0],
            ),
        )
        places[key] = as_place(spot, index.canonical(key), settings[key].sentences)
    return dict(sorted(places.items(), key=lambda item: (-item[1].mentions, item[1].name)))


def with_places(index: NameIndex, places: Mapping[str, Place]) -> tuple[Name, ...]:
    """The story's names, most used first; a place that only the map tells to be one is a name too."""
    kinds: dict[str, NameKind | None] = {
        key: "place" if key in places else index.kind(key) for key in index.clusters
    }
    return tuple(Name(forms[0], kind, forms) for key, forms in index.clusters.items() if (kind := kinds[key]))


def _is_own(spot: Spot, forms: Iterable[str]) -> bool:
    """Whether a name is the place's own, not one of the others it goes by, such as that of a quarter."""
    own = fold(spot.name)
    return any(fold(form) == own for form in forms)


def _settings(index: NameIndex, sentences: Sentences, atlas: Atlas) -> dict[str, Setting]:
    """How the story names each cluster that bears a name of the gazetteer."""
    known = {key for key, forms in index.clusters.items() if not index.is_nation(key) and atlas.knows(forms)}
    speaks = {key: atlas.votes_of(forms[0]) for key, forms in index.clusters.items()}
    settings: defaultdict[str, Setting] = defaultdict(Setting)
    for article in sentences.articles():
        for sentence in sentences.of(article):
            tokens = [token for token in sentences.tokens(article, sentence) if token[0] in speaks]
            named = {key for key, _, _ in tokens}
            if named.isdisjoint(known):
                continue
            votes = [vote for key in named for vote in speaks[key][:1]]
            for key in named & known:
                settings[key].sentences += 1
                settings[key].votes.update(votes)
            for token, after in zip_longest(tokens, tokens[1:]):
                if token[0] in known:
                    _look_beside(settings[token[0]], sentence.text, token, after, speaks)
    return settings


def _look_beside(
    setting: Setting, text: str, token: Token, after: Token | None, speaks: Mapping[str, Sequence[str]]
) -> None:
    """Takes down what stands right before and after one mention of a name."""
    _, start, end = token
    setting.divisions += _DIVISION.match(text, end) is not None
    setting.pointed += _POINTS_AT.search(text, max(0, start - _BEFORE), start) is not None
    if after and text[end : after[1]] == ", ":
        setting.beside.update(speaks[after[0]][-1:])
