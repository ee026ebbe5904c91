"""Whole stories: what is joined, what is kept apart, what is disputed."""

from __future__ import annotations

import re
import time
from dataclasses import replace

from briefings.facts import Fact, Sentence
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Claim, Story
from tests.briefings.reconcile.invented import Told, election, flood, make_article, people, rail


def story_of(articles: list[Article]) -> Story:
    return reconcile("invented", "Invented", articles)


def holding(story: Story, quote: str) -> list[Claim]:
    """The claims with a mention of exactly that quote, most important first."""
    return [claim for claim in story.claims if any(m.fact.quote == quote for m in claim.mentions)]


def quotes(claim: Claim) -> set[str]:
    return {mention.fact.quote for mention in claim.mentions}


def test_a_bound_joins_the_figure_it_was_meant_for() -> None:
    (toll,) = holding(story_of(flood()), "14 people")
    assert quotes(toll) == {"14 people", "At least 14 people"}
    assert (toll.value, toll.qualifier) == (14, None)


def test_another_toll_of_the_same_day_is_a_dispute() -> None:
    story = story_of(flood())
    (toll,), (other,) = holding(story, "14 people"), holding(story, "17 people")
    assert toll.rivals == (other.key,)
    assert other.rivals == (toll.key,)
    assert toll.standing == other.standing == "disputed"


def test_the_toll_of_an_old_flood_disputes_nothing() -> None:
    (old,) = holding(story_of(flood()), "61 people")
    assert old.rivals == ()


def test_a_rounded_figure_is_the_same_claim() -> None:
    (moved,) = holding(story_of(flood()), "About 8,200 residents")
    assert quotes(moved) == {"About 8,200 residents", "Some 8,000 residents"}
    assert moved.origins == ("Harbour Post", "NWA")
    assert moved.standing == "confirmed"


def test_equal_numbers_of_different_things_stay_apart() -> None:
    story = story_of(flood())
    (moved,), (sandbags,) = holding(story, "About 8,200 residents"), holding(story, "8,200 sandbags")
    assert moved.key != sandbags.key
    assert len(holding(story_of(election()), "31 percent")) == 2


def test_one_sentence_altered_by_one_outlet_is_a_dispute_of_one_origin() -> None:
    story = story_of(flood())
    (two,), (three,) = holding(story, "two weeks"), holding(story, "three weeks")
    assert two.rivals == (three.key,)
    assert two.origins == three.origins == ("NWA",)


def test_two_outlets_of_one_agency_text_confirm_nothing() -> None:
    (water,) = holding(story_of(flood()), "2.4 metres")
    assert len(water.mentions) == 2
    assert water.standing == "single source"


def test_two_turnouts_from_one_commission_are_a_dispute() -> None:
    story = story_of(election())
    (one,), (other,) = holding(story, "61 percent"), holding(story, "58 percent")
    assert one.rivals == (other.key,)


def test_a_share_and_its_rounding_agree() -> None:
    (share,) = holding(story_of(election()), "52.4 percent")
    assert quotes(share) == {"52.4 percent", "52 percent"}
    assert share.rivals == ()


def test_a_claim_that_all_take_from_one_speaker_is_claimed_by_it() -> None:
    (speed,) = holding(story_of(rail()), "140 km/h")
    assert speed.standing == "claimed"
    assert speed.claimant == "Norrail"
    assert speed.origins == ("Echo", "Times")


def test_a_speed_and_its_limit_are_two_claims_without_dispute() -> None:
    story = story_of(rail())
    (speed,), (limit,) = holding(story, "140 km/h"), holding(story, "90 km/h")
    assert speed.key != limit.key
    assert not speed.rivals
    assert not limit.rivals


def test_injured_and_missing_are_different_measures() -> None:
    story = story_of(rail())
    (hurt,), (missing,) = holding(story, "43 passengers"), holding(story, "5 passengers")
    assert quotes(hurt) == {"43", "43 passengers"}
    assert not missing.rivals


def test_two_spellings_of_a_driver_are_one_person() -> None:
    (driver,) = [claim for claim in story_of(rail()).claims if claim.kind == "role"]
    assert len(driver.mentions) == 2


def test_keys_do_not_depend_on_the_value() -> None:
    before = story_of(flood())
    articles = flood()
    moved = replace(articles[0].facts[-1], value=32_000_000)
    articles[0] = replace(articles[0], facts=(*articles[0].facts[:-1], moved))
    after = story_of(articles)
    (old,) = [claim for claim in before.claims if claim.kind == "money"]
    (new,) = [claim for claim in after.claims if claim.kind == "money"]
    assert (old.value, new.value) == (31_000_000, 32_000_000)
    assert old.key == new.key


def test_keys_are_unique_and_claims_do_not_depend_on_the_order_of_articles() -> None:
    for articles in (flood(), election(), rail()):
        story, turned = story_of(articles), story_of(articles[::-1])
        assert len({claim.key for claim in story.claims}) == len(story.claims)
        assert story.claims == turned.claims
        assert story.articles == turned.articles[::-1]


def test_every_fact_but_aliases_is_in_exactly_one_claim() -> None:
    articles = flood()
    told = [m.fact for claim in story_of(articles).claims for m in claim.mentions]
    facts = [fact for article in articles for fact in article.facts]
    assert sorted(told, key=repr) == sorted(facts, key=repr)


def test_a_toll_of_the_next_day_supersedes_and_does_not_contradict() -> None:
    text = "The storm at Salm killed {} people, the mayor of Salm said."
    one = make_article("Post", text.format(4), [people(4, "4 people", "people killed", as_of="2031-04-08")])
    other = make_article("Mail", text.format(9), [people(9, "9 people", "people killed", as_of="2031-04-09")])
    assert not any(claim.rivals for claim in story_of([one, other]).claims)


def test_a_share_of_two_countries_is_none_of_one_of_them() -> None:
    one = make_article(
        "Post",
        "The company lost about 95 percent of its customers in Norway.",
        [
            Told(
                "share", 95, "percent", "about 95 percent", "customers lost in Norway", {"qualifier": "about"}
            )
        ],
    )
    other = make_article(
        "Mail",
        "The company lost more than 90 percent of its customers in Norway and Sweden.",
        [Told("share", 90, "percent", "more than 90 percent", "customers lost", {"qualifier": "more than"})],
    )
    claims = story_of([one, other]).claims
    assert len(claims) == 2
    assert not any(claim.rivals for claim in claims)


def test_no_articles_make_an_empty_story() -> None:
    assert story_of([]).claims == ()


def test_articles_without_facts_or_words_are_kept() -> None:
    odd = [make_article("Post", ""), make_article("Mail", "\x00\ud800 \x1b[31m"), make_article("Star", "Hm.")]
    assert story_of(odd).articles == tuple(odd)


def test_one_endless_sentence_takes_no_endless_time() -> None:
    text = "Orla sold 70 ships between Salm and Hessle, which the city liked, and " * 800
    facts = [
        Fact("count", 70, "ship", "70 ships", m.start(), m.end(), Sentence(0, len(text), text), "ships sold")
        for m in list(re.finditer("70 ships", text))[:100]
    ]
    endless = replace(make_article("Post", text), facts=tuple(facts))
    started = time.process_time()
    assert len(story_of([endless, make_article("Mail", text[:-40])]).claims) > 0
    assert time.process_time() - started < 5


def test_two_hundred_articles_take_under_two_seconds() -> None:
    articles = [
        make_article(
            f"Paper {n}",
            f"The river at Salm killed {n + 20} people in district {n % 17} on Tuesday.\n\n"
            f"Some {n + 3},400 residents of Salm were evacuated, the mayor of Salm said.\n\n"
            f"Repairs in Salm will cost {n + 5} million euros and take {n + 2} months.",
            [
                people(n + 20, f"{n + 20} people", "people killed"),
                people((n + 3) * 1000 + 400, f"Some {n + 3},400 residents", "residents evacuated"),
                Told("money", (n + 5) * 1_000_000, "EUR", f"{n + 5} million euros", "repairs in Salm"),
                Told("duration", n + 2, "month", f"{n + 2} months", "repairs in Salm"),
            ],
        )
        for n in range(200)
    ]
    started = time.process_time()
    story = story_of(articles)
    assert time.process_time() - started < 2
    assert len(story.claims) > 200


def tolls(*texts: tuple[str, int, str]) -> Story:
    """A story of one-sentence articles, each with one count of people."""
    return story_of(
        [
            make_article(f"Paper {n}", text, [people(value, quote, "people killed", as_of="2031-04-08")])
            for n, (text, value, quote) in enumerate(texts)
        ]
    )


def test_the_year_a_clause_hangs_on_keeps_an_old_toll_out_of_a_dispute() -> None:
    story = tolls(
        ("Nine people were killed when a train left the rails near Orla.", 9, "Nine people"),
        ("It was the worst accident near Orla since 2003, when 26 people were killed.", 26, "26 people"),
    )
    assert not any(claim.rivals for claim in story.claims)


def test_equal_tolls_told_of_anyone_are_one_claim() -> None:
    story = tolls(
        ("A train left the rails near Orla, killing nine people.", 9, "nine people"),
        ("At least nine people died, the ministry said.", 9, "nine people"),
    )
    assert len(story.claims) == 1


def test_a_count_of_some_special_people_does_not_dispute_a_count_of_all() -> None:
    story = tolls(
        ("Nine people were killed in the flood at Orla.", 9, "Nine people"),
        ("Three children were killed in the flood at Orla.", 3, "Three children"),
    )
    assert not any(claim.rivals for claim in story.claims)


def test_a_figure_of_another_year_in_the_sentence_is_no_hindrance() -> None:
    one = make_article(
        "Post",
        "Turnout was 61 percent, down from 68 percent in 2019.",
        [
            Told("share", 61, "percent", "61 percent", "Turnout was"),
            Told("share", 68, "percent", "68 percent", "down in 2019"),
        ],
    )
    other = make_article(
        "Mail",
        "Turnout fell to 58 percent, the lowest since 1994.",
        [Told("share", 58, "percent", "58 percent", "Turnout fell")],
    )
    story = story_of([one, other])
    assert {quote for claim in story.claims if claim.rivals for quote in quotes(claim)} == {
        "61 percent",
        "58 percent",
    }


def test_month_dates_of_one_event_join_across_wordings() -> None:
    def dated(text: str) -> Told:
        return Told("date", "2030-09", None, "September", text)

    one = make_article(
        "Post", "Norwegian troops broke the siege of Orla in September.", [dated("troops broke the siege")]
    )
    other = make_article(
        "Mail", "In September Norwegian forces entered Orla, breaking the siege.", [dated("forces entered")]
    )
    (claim,) = story_of([one, other]).claims
    assert claim.origins == ("Mail", "Post")
