"""Measures claims and briefing against labels made by hand: ``python -m benchmarks.briefing [FOLDER]``.

FOLDER holds ``seeds/*.txt`` and ``gold/seeds.jsonl``, ``gold/seeds-crosscheck.json`` (default: the folder
``shared`` beside the repository). Prints clusters, contradictions, look-alikes, copied sentences, names,
coverage of the facts worth asking at 150, 300 and 450 words, checks of every mark, the same for the invented
stories of the tests, and times.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

from benchmarks.labels import PUBLISHED, Gold, Span, Union, located, overlap, read_gold, read_story
from benchmarks.large import print_times
from benchmarks.truth import Truth, marks_held, quoted, report, spaced, told_twice
from briefings.compose.briefing import Briefing, Line
from briefings.compose.compose import compose
from briefings.facts import NUMERIC_KINDS, Fact
from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_names
from briefings.stories import Article, Claim, Story

SHARED = Path(__file__).parents[1] / ".." / "shared"
STORIES = Path(__file__).parents[1] / "tests" / "briefings" / "stories"
NEAR = 40  # characters between the starts of a labelled event and of ours
WORDS = (150, 300, 450)


def mentions(story: Story) -> Iterator[tuple[Claim, Span, Fact]]:
    """Every mention of every claim, with its span."""
    sources = {article.key: article.source for article in story.articles}
    for claim in story.claims:
        for mention in claim.mentions:
            yield claim, (sources[mention.article], mention.fact.start, mention.fact.end), mention.fact


def claim_of(record: dict[str, Any], span: Span, story: Story) -> Claim | None:
    """The claim that holds the labelled fact: same kind, overlapping quote, the tightest one."""
    near = [
        (abs(place[1] - span[1]) + abs(place[2] - span[2]), claim.key, claim)
        for claim, place, fact in mentions(story)
        if overlap(place, span)
        and _kind(fact.kind) == _kind(record["kind"])
        and (fact.kind != "event" or abs(place[1] - span[1]) < NEAR)
    ]
    return min(near)[2] if near else None


def _kind(kind: str) -> str:
    return "figure" if kind in NUMERIC_KINDS else kind


def gold_groups(gold: Gold) -> list[set[str]]:
    """Records that are one fact: members of a cluster with one kind, subject and side; repeats; one person."""
    union = Union(gold.records)
    for cluster in gold.crosscheck["clusters"]:
        first: dict[tuple[str, ...], str] = {}
        for member in cluster["members"]:
            if key := member.get("record"):
                side = str(member["value"]) if cluster["agreement"] == "conflict" else ""
                subject = member.get("subject", "").partition(",")[0]
                union.join(first.setdefault((gold.records[key]["kind"], subject, side), key), key)
    people: dict[str, str] = {}
    for key, record in gold.records.items():
        if record.get("same_as"):
            union.join(record["same_as"], key)
        if record["kind"] == "role":
            union.join(people.setdefault(_person(record["what"], gold), key), key)
    return union.sets()


def _person(what: str, gold: Gold) -> str:
    for names in gold.crosscheck["name_variants"]:
        if names["type"] == "person" and any(
            form["form"] in what or what in form["form"] for form in names["variants"]
        ):
            return str(names["canonical"])
    return what


def print_clusters(gold: Gold, story: Story) -> None:
    """Pairwise precision and recall of merged facts, over labelled facts that were extracted."""
    group = {key: number for number, keys in enumerate(gold_groups(gold)) for key in keys}
    claims = {
        key: claim
        for key, span in gold.spans.items()
        if gold.records[key]["kind"] != "alias" and (claim := claim_of(gold.records[key], span, story))
    }
    true = merged = both = 0
    for one, other in combinations(sorted(claims), 2):
        if one[:3] == other[:3]:
            continue
        same_gold, same_claim = group[one] == group[other], claims[one].key == claims[other].key
        if _kind(gold.records[one]["kind"]) != _kind(gold.records[other]["kind"]) or _open(gold, one, other):
            continue
        true, merged, both = true + same_gold, merged + same_claim, both + (same_gold and same_claim)
        if same_gold != same_claim:
            told = [
                f"{key} {gold.records[key]['kind']} {gold.records[key]['quote'][:50]!r}"
                for key in (one, other)
            ]
            print("   ", "missed:" if same_gold else "false: ", " | ".join(told))
    print(f"clusters: {len(claims)} facts found; pairs P {_part(both, merged)} R {_part(both, true)}")


def _open(gold: Gold, *keys: str) -> bool:
    """Whether the labels leave it open if two dates or events are one: not both are in clusters, the day is."""
    told = {m.get("record") for cluster in gold.crosscheck["clusters"] for m in cluster["members"]}
    one, other = (gold.records[key] for key in keys)
    days = {record.get("when") or record["value"] for record in (one, other)}
    return one["kind"] in ("date", "event") and not told.issuperset(keys) and len(days) == 1


def _part(some: int, whole: int) -> str:
    return f"{some}/{whole} = {100 * some / whole:.1f} %" if whole else f"{some}/0"


def print_disagreements(gold: Gold, story: Story) -> None:
    """Contradictions the briefing shows, and pairs that only look like one: a line that tells both sides."""
    by_source = {article.source: article for article in story.articles}
    lines = [
        line
        for section in compose(story, 2 * max(WORDS)).sections
        if section.name == "where sources differ"
        for line in section.lines
    ]
    for item in gold.crosscheck["disagreements"]:
        sides = []
        for side in item["sides"]:
            source = side["article"]
            span = located(by_source[source], gold.raw[source], side["wording"], side["start"])
            told = [c for c, place, _ in mentions(story) if span and overlap(place, span)]
            sides.append(
                (told, {n for n, line in enumerate(lines) if span and _shows(line, told, span, story)})
            )
        raised = any(
            shown & others
            and (not told or not against or any(a.key in b.rivals for a in told for b in against))
            for (told, shown), (against, others) in combinations(sides, 2)
        )
        print(f"    {item['id']} {item['kind']:24} {'shown' if raised else '-':6} {item['topic']}")
    print(f"contradictions shown: {len(lines)}")


def _shows(line: Line, told: list[Claim], span: Span, story: Story) -> bool:
    """Whether the line tells a side: by its claim where it has one, else by quoting its sentence."""
    sentence = [
        m for m in line.sources if overlap((story.article(m.article_key).source, m.start, m.end), span)
    ]
    words = [spaced(story.article(m.article_key).text[m.start : m.end]) for m in sentence]
    return any(claim.key in line.claims for claim in told) or any(
        quote in text for quote in quoted(line) for text in words
    )


def print_look_alikes(gold: Gold, story: Story) -> None:
    """Values that must never stand in one claim, unless the labels call two of them one fact."""
    group = {key: number for number, keys in enumerate(gold_groups(gold)) for key in keys}
    wrong = 0
    for item in gold.crosscheck["look_alikes"]:
        for claim in story.claims:
            held = {
                group[key]
                for key, span in gold.spans.items()
                if gold.records[key]["kind"] == claim.kind
                and any(_holds(gold.records[key]["quote"], value) for value in item["values"])
                and any(c.key == claim.key and overlap(place, span) for c, place, _ in mentions(story))
            }
            wrong += len(held) > 1
    print(f"look-alikes merged: {wrong} of {len(gold.crosscheck['look_alikes'])}")


def _holds(quote: str, value: str) -> bool:
    return bool(re.search(rf"(?<![\d,]){re.escape(value)}(?![\d,])", quote))


def print_copies(gold: Gold, story: Story) -> None:
    """Copied sentences found and falsely found; phrases alone are no copies.

    A sentence that repeats a copied one is a copy too. Where one outlet's sentence is two of another's, the labels
    name one pair: the second, of the sentence beside it, is neither counted as right nor as wrong.
    """
    by_source = {article.source: article for article in story.articles}
    key_of = {article.source: article.key for article in story.articles}
    merged: set[frozenset[tuple[str, int]]] = set()
    true: set[frozenset[tuple[str, int]]] = set()
    for group in gold.crosscheck["shared_sentences"]:
        for pair in group["pairs"]:
            if "phrase" not in pair["degree"]:
                ones, others = (_sentences(by_source, key_of, gold.raw, pair[side]) for side in ("a", "b"))
                true |= {frozenset((one, other)) for one in ones[:1] for other in others[:1]}
                merged |= {frozenset((one, other)) for one in ones for other in others}
    merged |= {
        frozenset((beside, other))
        for pair in true
        if len(pair) > 1
        for one, other in permutations(pair)
        for beside in _beside(story, one)
    }
    same = Union(place for pair in true for place in pair)
    for pair in true:
        same.join(min(pair), max(pair))
    true = {
        frozenset(pair)
        for group in same.sets()
        for pair in combinations(sorted(group), 2)
        if pair[0][0] != pair[1][0]
    }
    found = {frozenset(pair) for pair in story.copies}
    labelled = found & true
    print(
        f"    of {len(found)} pairs found {len(found - true - merged)} are neither labelled nor part of one"
    )
    found = labelled | (found - merged)
    for pair in found - true:
        print("    not labelled:", " | ".join(_text(story, place)[:70] for place in sorted(pair)))
    for pair in true - found:
        print("    missed:", " | ".join(_text(story, place)[:70] for place in sorted(pair)))
    print(
        f"copied sentences: P {_part(len(found & true), len(found))} R {_part(len(found & true), len(true))}"
    )
    print("origins:", dict(Counter(story.origins.values())))


def _beside(story: Story, place: tuple[str, int]) -> list[tuple[str, int]]:
    """The sentences before and after the one that stands there."""
    starts = [sentence.start for sentence in split_sentences(story.article(place[0]).text)]
    at = starts.index(place[1])
    return [(place[0], start) for start in (*starts[max(0, at - 1) : at], *starts[at + 1 : at + 2])]


def _sentences(
    articles: dict[str, Article], keys: dict[str, str], raw: dict[str, str], side: dict[str, Any]
) -> list[tuple[str, int]]:
    """The sentences a labelled wording covers: one outlet's sentence may be two of another's."""
    source = side["article"]
    span = located(articles[source], raw[source], side["wording"], side["start"])
    return [
        (keys[source], sentence.start)
        for sentence in split_sentences(articles[source].text)
        if span and sentence.start < span[2] and span[1] < sentence.end
    ]


def _text(story: Story, place: tuple[str, int]) -> str:
    return next(s.text for s in split_sentences(story.article(place[0]).text) if s.start == place[1])


def print_names(gold: Gold, story: Story) -> None:
    """Spellings of one name joined, and names falsely joined; descriptions (``the militants``) are no spellings.

    An entry whose name is ``A and B`` lists two places that a sentence names side by side: these must stay apart.
    """
    index = index_names(story.articles, {a.key: split_sentences(a.text) for a in story.articles})
    owner: dict[str, str] = {}
    right = wanted = 0
    for names in gold.crosscheck["name_variants"]:
        forms = [v["form"] for v in names["variants"] if index.key(v["form"])]
        keys = {index.key(form) for form in forms}
        if len(forms) > 1 and names["canonical"] == " and ".join(
            forms
        ):  # two places that one entry lists, told together
            right, wanted = right + (len(keys) == len(forms)), wanted + 1
            continue
        wanted += len(forms) > 1
        right += len(forms) > 1 and len(keys) == 1
        if len(keys) > 1:
            print("    apart:", names["canonical"], forms)
        for form in forms:
            owner.setdefault(str(index.key(form)), names["canonical"])
    false = sum(
        owner.get(str(index.key(v["form"])), n["canonical"]) != n["canonical"]
        for n in gold.crosscheck["name_variants"]
        for v in n["variants"]
        if index.key(v["form"])
    )
    print(f"names: {right} of {wanted} with several spellings joined; {false} falsely joined")


def print_coverage(gold: Gold, story: Story) -> None:
    """Facts worth asking that the briefing tells, weighted by independent origins."""
    groups = [keys for keys in gold_groups(gold) if any(gold.records[key]["quiz"] for key in keys)]
    independent = {"000": "BBC", "001": "AFP", "002": "AP", "003": "DW", "004": "AP"}
    weights = [len({independent[key[:3]] for key in keys}) for keys in groups]
    for words in WORDS:
        briefing = compose(story, words)
        told = [any(_told(gold, key, story, briefing) for key in keys) for keys in groups]
        covered = sum(weight for weight, hit in zip(weights, told, strict=True) if hit)
        print(
            f"coverage at {words}: {_part(covered, sum(weights))} weighted; {_part(sum(told), len(told))} facts"
        )
        held, twice = marks_held(briefing, story), told_twice(briefing, story)
        print(f"    {briefing.words} words; marks {held}; told twice {twice}")
        if words == max(WORDS):
            for keys, hit in zip(groups, told, strict=True):
                if not hit:
                    first = gold.records[min(keys)]
                    quote = first["quote"][:60].replace("\n", " ")
                    print("    untold:", first["id"], first["kind"], quote, "|", first["what"])


def _told(gold: Gold, key: str, story: Story, briefing: Briefing) -> bool:
    """Whether a line holds the fact: a claim of the line has a mention there, or its text has name and value."""
    record, span = gold.records[key], gold.spans.get(key)
    claim = claim_of(record, span, story) if span else None
    for section in briefing.sections:
        for line in section.lines:
            if claim and claim.key in line.claims:
                return True
            if record["kind"] == "alias" and record["value"] in line.text and record["what"] in line.text:
                return True
            sources = [(story.article(m.article_key).source, m.start, m.end) for m in line.sources]
            value = record["quote"] if record["kind"] != "event" else ""
            if span and value and value in line.text and any(overlap(span, place) for place in sources):
                return True
    return False


def main(folder: Path) -> None:
    """Prints every figure."""
    story, raw = read_story(folder)
    gold = read_gold(folder, story, raw)
    for part in (
        print_clusters,
        print_disagreements,
        print_look_alikes,
        print_copies,
        print_names,
        print_coverage,
    ):
        part(gold, story)
    for name in sorted(path.parent for path in STORIES.glob("*/truth.json")):
        print("\n".join(report(Truth(name).score(), name.name)))
    print_times(story, PUBLISHED)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
