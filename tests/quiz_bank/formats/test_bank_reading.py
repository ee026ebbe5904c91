"""What a bank's questions become: keys, options, sources; and that no text raises."""

from __future__ import annotations

import gc
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.stories import Article
from quiz_bank.formats.bank import Bank
from quiz_bank.formats.bank_toml import read_bank, read_bank_file
from quiz_bank.formats.faults import rendered
from quiz_bank.keys import Key
from quiz_bank.questions import Question
from quiz_bank.session import Quiz

GAZETTE = Article(
    key="a" * 32,
    source="news/gazette.txt",
    text="It was calm.\n\nPort Salm lies about 60 kilometres north of Lorn. The mayor’s office is shut.",
    outlet="The Gazette",
    published=date(2031, 5, 3),
)
HEAD = '[bank]\ntitle = "Varn"\nas_of = 2031-05-03\nstory = "varn-floods"\n'


def read(*lines: str, head: str = HEAD, articles: tuple[Article, ...] = ()) -> Bank:
    return read_bank("\n".join((head, "[[question]]", 'id = "one"', *lines)), "varn.toml", lambda _: articles)


def only(bank: Bank) -> Question:
    assert bank.faults == ()
    (question,) = bank.questions
    return question


def figure(answer: str, ask: str = "How far is Port Salm from Lorn?", *more: str) -> Key:
    return only(read('kind = "number"', f'ask = "{ask}"', f"answer = {answer}", *more)).key


@pytest.mark.parametrize(
    ("answer", "ask", "kind", "value", "unit"),
    [
        ('"60 km"', "How far is it?", "distance", 60, "km"),
        ('"about 37 miles"', "How far is it?", "distance", 37, "mile"),
        ('"93,000 people"', "How large was the crowd?", "population", 93000, "people"),
        ("93000", "How many people fled?", "population", 93000, None),
        ('"4.4 million"', "How many civilians fled?", "population", 4400000, None),
        ('"95%"', "What share of the land?", "share", 95, "percent"),
        ('"a third"', "What share of the land?", "share", pytest.approx(1 / 3), "fraction"),
        ('"nearly three years"', "How long did it last?", "duration", 3, "year"),
        ('"34 years"', "How old was she?", "age", 34, "year"),
        ("34", "How old was she?", "age", 34, None),
        ('"12 km2"', "How much land was flooded?", "area", 12, "km2"),
        ('"$5 million"', "How much money was lost?", "money", 5000000, "USD"),
        ('"12 boats"', "How many were there?", "count", 12, "boat"),
        ("12", "How many boats were there?", "count", 12, None),
        ('"20 tonnes"', "How heavy was it?", "count", 20, "tonne"),
    ],
)
def test_a_number_is_of_the_kind_that_its_unit_measures(
    answer: str, ask: str, kind: str, value: object, unit: str | None
) -> None:
    key = figure(answer, ask)
    assert (key.kind, key.value, key.unit) == (kind, value, unit)


def test_a_figure_keeps_its_hedge_its_range_and_its_other_unit() -> None:
    assert figure('"about 60 km"').qualifier == "about"
    assert figure('"more than 60 km"').qualifier == "more than"
    assert figure('"nearly three years"', "How long did it last?").qualifier == "nearly"
    ranged = figure('"60-70 km"')
    assert (ranged.value, ranged.value_max, ranged.qualifier) == (60, 70, "between")
    assert figure('"60 km (37 miles)"').also == ({"value": 37, "unit": "mile"},)


def test_a_bare_figure_takes_its_unit_from_the_key_beside_it() -> None:
    assert figure("60", "How far is it?", 'unit = "km"').unit == "km"
    assert figure('"60"', "How far is it?", 'unit = "none"').unit is None


@pytest.mark.parametrize(
    ("tolerance", "far"), [('"10%"', 6), ('"3 km"', 3), ("3", 3), ('"±500 metres"', 0.5), ("0", 0)]
)
def test_a_tolerance_is_kept_in_the_unit_of_the_figure(tolerance: str, far: float) -> None:
    assert figure('"60 km"', "How far is it?", f"tolerance = {tolerance}").tolerance == pytest.approx(far)


def test_a_tolerance_of_a_share_is_in_points() -> None:
    assert figure('"40%"', "What share?", 'tolerance = "2%"').tolerance == pytest.approx(2)


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ('"2017-10-17"', "2017-10-17"),
        ("2017-10-17", "2017-10-17"),
        ('"17 October 2017"', "2017-10-17"),
        ('"2017-10"', "2017-10"),
        ('"Oct 2017"', "2017-10"),
        ("2017", "2017"),
        ('"the 1980s"', "198X"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(answer: str, value: str) -> None:
    assert only(read('kind = "date"', 'ask = "When?"', f"answer = {answer}")).key.value == value


def test_a_name_keeps_its_other_spellings_and_what_it_is_not() -> None:
    key = only(
        read(
            'kind = "place"',
            'ask = "Which town?"',
            'answer = "Raqqa"',
            'aliases = ["Raqa"]',
            'wrong = ["Rawa"]',
        )
    ).key
    assert (key.name, key.aliases, key.others) == ("Raqqa", ("Raqa",), ("Rawa",))
    person = only(read('kind = "person"', 'ask = "Who?"', 'answer = "Ada Maria Verrin"')).key
    assert (person.given, person.surname) == ("Ada Maria", "Verrin")


def test_a_wrong_option_one_letter_away_is_allowed_and_wrong() -> None:
    question = only(read('kind = "place"', 'ask = "Where?"', 'answer = "Moresby"', 'wrong = ["Moresky"]'))
    quiz = Quiz([question])
    assert quiz.grade("Moresky").verdict.verdict == "wrong"


def test_what_is_to_be_ordered_is_shown_in_another_order() -> None:
    question = only(
        read('kind = "order"', 'ask = "What came when?"', 'answer = ["first", "second", "third"]')
    )
    assert question.key.value == ["first", "second", "third"]
    assert sorted(question.key.options) == ["first", "second", "third"]
    assert list(question.key.options) != question.key.value
    assert all(item in question.ask for item in question.key.options)
    bank = read('kind = "order"', 'ask = "What came when?"', 'answer = ["first", "second"]')
    assert bank.entries[0].ask == "What came when?"


def test_pairs_may_stand_in_a_table_of_their_own() -> None:
    question = only(
        read('kind = "match"', 'ask = "Who?"', "[question.answer]", '"Ada V." = "mayor"', 'Hale = "priest"')
    )
    assert question.key.value == {"Ada V.": "mayor", "Hale": "priest"}


def test_a_text_over_several_lines_may_hold_what_looks_like_a_table() -> None:
    bank = read(
        'kind = "text"',
        'ask = "What?"',
        'answer = "it"',
        'why = """\nas in\n[[question]]\nid = "no"\n"""',
        "[[question]]",
        'id = "two"',
        'kind = "text"',
        'ask = "What?"',
        'answer = "it"',
    )
    assert (bank.faults, [entry.id for entry in bank.entries]) == ((), ["one", "two"])


def test_the_ids_of_questions_outlive_their_wording_and_their_renaming() -> None:
    lines = ('kind = "text"', 'ask = "What was found?"', 'answer = "it"')
    before = only(read(*lines))
    reworded = only(read(*lines[:1], 'ask = "What did they find?"', 'answer = "that"'))
    renamed = read_bank("\n".join((HEAD, "[[question]]", 'id = "new"', 'was = "one"', *lines)), "varn.toml")
    twice = read_bank(
        "\n".join((HEAD, "[[question]]", 'id = "newer"', 'was = ["one", "new"]', *lines)), "varn.toml"
    )
    elsewhere = read_bank("\n".join((HEAD, "[[question]]", 'id = "one"', *lines)), "other.toml")
    ids = {(question.id, question.claim) for question in (before, reworded, only(renamed), only(twice))}
    assert ids == {(before.id, "bank:varn:one")}
    assert only(elsewhere).id != before.id


def test_a_bank_belongs_to_its_story_else_to_itself() -> None:
    lines = ('kind = "text"', 'ask = "What?"', 'answer = "it"')
    assert only(read(*lines)).story == "varn-floods"
    assert only(read(*lines, head='[bank]\ntitle = "T"\n')).story == "bank:varn"
    assert only(read(*lines, head='[bank]\ntitle = "T"\nid = "mine"\n')).story == "bank:mine"


@pytest.mark.parametrize(
    "source", ["gazette.txt", "Gazette", "The Gazette", "the-gazette-2031-05-03", "a" * 32]
)
def test_a_quote_is_found_in_the_article_of_any_of_its_names(source: str) -> None:
    bank = read(
        'kind = "text"',
        'ask = "What is shut?"',
        'answer = "the office"',
        f'source = "{source}"',
        'quote = "The mayor\'s   office"',
        articles=(GAZETTE,),
    )
    (cited,) = only(bank).sources
    assert (cited.outlet, cited.published) == ("The Gazette", date(2031, 5, 3))
    assert GAZETTE.text[cited.start : cited.end] == "The mayor’s office"
    assert cited.sentence == "The mayor’s office is shut."
    assert GAZETTE.text[cited.sentence_start :].startswith(cited.sentence)


def test_without_the_articles_a_source_is_cited_as_it_is() -> None:
    (cited,) = only(
        read(
            'kind = "text"',
            'ask = "What?"',
            'answer = "it"',
            'source = "A book, page 3"',
            'quote = "It was."',
        )
    ).sources
    assert (cited.article, cited.outlet, cited.sentence) == ("", "A book, page 3", "It was.")


OPTIONS = [
    ('kind = "number"', 'answer = "60 km (37 miles)"', 'wrong = ["90 km", "20,000 metres"]'),
    ('kind = "number"', 'answer = "60 km"', ""),
    ('kind = "date"', 'answer = "2031-05-03"', 'wrong = ["4 June 2031", "2031-01-02"]'),
    ('kind = "date"', 'answer = "2031-05-03"', ""),
    ('kind = "place"', 'answer = "Lorn"', 'wrong = ["Salm"]'),
    ('kind = "choice"', 'answer = "a boat"', 'wrong = ["a car", "a cart"]'),
    ('kind = "true-false"', "answer = false", ""),
]


@pytest.mark.parametrize("lines", OPTIONS, ids=lambda lines: f"{lines[0]} {lines[2]}")
def test_where_there_is_something_to_choose_from_it_is_offered(lines: tuple[str, ...]) -> None:
    bank = read(*lines, 'ask = "What is it?"')
    (question,) = bank.in_mode("choice")
    assert question.mode == "choice"
    assert question.right in question.options
    assert len(question.options) >= 2
    for option in question.options:
        verdict = Quiz([question]).grade(option).verdict.verdict
        assert verdict == ("correct" if option == question.right else "wrong")


def test_figures_and_dates_to_choose_from_stand_in_order_of_size() -> None:
    figures, _, dates, *_ = (read(*lines, 'ask = "What is it?"').in_mode("choice")[0] for lines in OPTIONS)
    assert figures.options == ("20,000 metres", "60 km", "90 km")
    assert dates.options == ("2 January 2031", "3 May 2031", "4 June 2031")


def test_a_file_that_is_not_utf_8_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    text = f'{HEAD}author = "José"\n[[question]]\nid = "a"\nkind = "text"\nask = "Où?"\nanswer = "là-bas"\n'
    path.write_bytes(text.encode("cp1252"))
    bank = read_bank_file(path)
    (fault,) = bank.faults
    assert (fault.code, fault.line, fault.column) == ("B036", 5, 14)
    assert bank.author == "José"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [(fault.code, fault.line) for fault in read_bank_file(path).faults] == [("B036", 1)]
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert read_bank_file(path).faults == ()


def test_two_thousand_questions_are_checked_in_half_a_second() -> None:
    lines = [HEAD]
    for number in range(2000):
        lines += [
            "[[question]]",
            f'id = "q-{number}"',
            'kind = "number"',
            f'ask = "How far is post {number}?"',
        ]
        lines += [
            f'answer = "{number + 100} km"',
            f'wrong = ["{number + 900} km", "20 km"]',
            'tolerance = "5%"',
        ]
    text = "\n".join(lines)
    times = []
    for _ in range(3):
        gc.collect()  # the garbage of the tests before is not this one's
        started = time.process_time()
        bank = read_bank(text)
        times.append(time.process_time() - started)
    assert (len(bank.entries), bank.faults) == (2000, ())
    assert min(times) < 0.5


KEYS = st.sampled_from(
    ["id", "kind", "ask", "answer", "wrong", "tolerance", "was", "source", "quote", "why", "x"]
)
VALUES = st.one_of(
    st.sampled_from(
        [
            '"',
            "[",
            "{",
            '"""',
            "'''",
            "true",
            "1979-05-27",
            "1979-05-27T07:32:00",
            "07:32:00",
            "1e999",
            "nan",
            "-inf",
        ]
    ),
    st.sampled_from(
        ['"number"', '"match"', '"order"', '["a", "b"]', "{a = 1}", '{"a" = "b", c = "d"}', '"30 km"']
    ),
    st.sampled_from(["[" * 3000, "9" * 5000, '"2017-02-30"', '"\\ud800"', "“x”", "[[[1]]]", "[1, {a=[]}]"]),
    st.text(max_size=12),
    st.text(max_size=12).map(lambda text: f'"{text}"'),
)
LINES = st.one_of(
    st.sampled_from(["[bank]", "[[question]]", "[question]", "[question.answer]", "[[bank", "]", "#", ""]),
    st.builds("{} = {}".format, KEYS, VALUES),
    st.text(max_size=20),
)


@given(st.one_of(st.text(), st.lists(LINES, max_size=25).map("\n".join)))
def test_no_text_raises(text: str) -> None:
    bank = read_bank(text, "any.toml", lambda _: [GAZETTE])
    lines = text.replace("\r\n", "\n").split("\n")
    for fault in bank.faults:
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        assert all(char.isprintable() or char == "\n" for char in rendered(fault))
