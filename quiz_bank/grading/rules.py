"""The rules a verdict can name: short name, the policy's rule it belongs to, one sentence for the help page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: ``policy`` is the number of the rule in the grading policy (1-20)."""

    name: str
    policy: int
    sentence: str


RULES: tuple[Rule, ...] = tuple(
    Rule(*row)
    for row in (
        ("own-words", 16, "The answer is the source's own wording or a recorded spelling."),
        ("empty", 3, "Nothing readable was typed."),
        ("no-idea", 3, "The answer says that it does not know."),
        ("not-an-answer", 3, "Markup, code and patterns with wildcards are not answers."),
        ("too-long", 3, "An answer has at most 300 characters."),
        ("two-answers", 4, "Two different answers are wrong, even if one of them is right."),
        ("negated", 4, "Saying that the right answer is not the answer is wrong."),
        ("no-number", 6, "The question asks for a figure and the answer holds none."),
        ("other-word", 18, "A number word that turned into another English word is not a number."),
        ("same-unit", 7, "A figure is correct if it rounds to the source's at the source's precision."),
        ("converted", 8, "A figure in another unit is converted; within 2 % it is correct."),
        ("within-tolerance", 7, "The figure is as near as the question's author lets it be."),
        ("within-10-percent", 9, "A figure within 10 % is close."),
        ("within-5-points", 9, "A share within 5 points is close."),
        ("too-far", 9, "A figure more than 10 % off is wrong."),
        ("exact-count", 10, "Counts under 20 must be exact, and this one is."),
        ("count-off", 10, "Counts under 20 must be exact."),
        ("unit-missing", 11, "The figure is right but its unit is missing."),
        ("wrong-dimension", 11, "A figure of another kind (hours for kilometres) is wrong."),
        ("wrong-currency", 11, "A sum in another currency is wrong."),
        ("unit-incomplete", 11, "Part of the unit is missing (km for square km)."),
        ("opposite-direction", 12, "'Less than' where the source says 'more than' is wrong."),
        ("direction-not-given", 12, "A direction the source does not give makes the answer close."),
        ("narrow-range", 13, "A range is never correct; one no wider than 10 % that holds the figure is close."),
        ("range", 13, "A range that is wide, misses the figure or stands for a small count is wrong."),
        ("range-ends", 13, "The source gives a range and the answer gives both its ends."),
        ("range-part", 13, "The source gives a range and the answer gives one figure of it."),
        ("date", 14, "The date is the source's, in any usual form; the year may be left out."),
        ("inside-period", 14, "A more precise date inside the asked period is correct."),
        ("less-precise", 14, "A true but less precise date is close."),
        ("day-off", 14, "One day off is close."),
        ("weekday-contradicts", 14, "The right date with a wrong weekday is close."),
        ("wrong-date", 14, "Years and months are exact; the 10 % rule never applies to dates."),
        ("impossible-date", 14, "The calendar has no such date."),
        ("relative-date", 14, "Yesterday, last week and the like name no date."),
        ("no-date", 14, "The question asks for a date and the answer holds none."),
        ("date-range", 13, "A range of dates is not a date."),
        ("date-direction", 12, "Before or after the date is not the date."),
        ("name", 15, "The name, in any order, with or without title; a surname is enough."),
        ("given-name-only", 15, "The given name alone is close."),
        ("part-of-surname", 15, "Part of the surname is close."),
        ("other-given-name", 15, "A contradicting given name or initial is another person."),
        ("other-person", 15, "The answer is another person's name."),
        ("other-office", 15, "The right person with a contradicting office or rank is close."),
        ("spelling", 16, "Another spelling of the same name; articles, hyphens and spaces do not count."),
        ("typo", 17, "A slip of the pen: one edit in 5-8 letters, two in longer names."),
        ("typos", 17, "One edit more than a slip of the pen is close."),
        ("other-known-name", 18, "The answer is the name of something else."),
        ("place", 16, "The name of the place; a true container does no harm."),
        ("wrong-container", 19, "The right name in a wrong country or region is close."),
        ("same-name-other-thing", 19, "The province, valley or river of the same name is close."),
        ("container-only", 19, "The country or region instead of the place is wrong."),
        ("one-of-two", 20, "Two things are asked and one is given: close."),
        ("both-parts", 20, "Two things are asked and both are given."),
        ("words", 20, "All content words of the source's answer are there."),
        ("part-of-words", 20, "Half or more of the content words and nothing contradicting is close."),
        ("contradicting-word", 20, "A content word contradicts the source's."),
        ("other-answer", 20, "The answer shares too little with the source's."),
        ("choice", 4, "The right option was chosen."),
        ("other-choice", 4, "Another option was chosen."),
        ("some-choices", 20, "Some of the right options and no wrong one is close."),
        ("true-false", 4, "The right one of true and false."),
        ("not-true-false", 4, "The other one of true and false, or neither."),
        ("order", 20, "Every item in its place."),
        ("order-incomplete", 20, "In order, but items are missing: close."),
        ("order-swapped", 20, "One pair of neighbours changed places in a list of four or more: close."),
        ("order-wrong", 20, "The items stand in another order."),
        ("match", 20, "Every pair is right."),
        ("match-incomplete", 20, "The pairs given are right and at least half of them are there: close."),
        ("match-wrong", 20, "A pair is wrong, or fewer than half are given."),
    )
)  # fmt: skip

RULE_NAMES: frozenset[str] = frozenset(rule.name for rule in RULES)
