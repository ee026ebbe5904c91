"""A bank in which every question has one fault: each is told, with its code, its line and its column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from briefings.stories import Article
from quiz_bank.formats.bank_toml import read_bank
from quiz_bank.formats.faults import CODES, Fault, rendered

GAZETTE = Article(
    key="a" * 32,
    source="gazette.txt",
    text="Port Salm lies about 60 kilometres (37 miles) north of Lorn.\n\nThe mayor’s office opened on 3 May.",
    outlet="The Gazette",
    published=date(2031, 5, 3),
)


@dataclass(frozen=True)
class Faulty:
    """One question: its lines, with ``>>>`` right before the place of the fault, and what is said there."""

    code: str
    lines: str
    says: str = ""


GOOD = {
    "kind": 'kind = "text"',
    "ask": 'ask = "What did the crew find?"',
    "answer": 'answer = "a rusty anchor"',
}


def question(**changed: str) -> str:
    """A question without a fault, some of its lines changed; an empty line is left out."""
    lines = {**GOOD, **changed}
    return "\n".join(line for line in lines.values() if line)


def number(answer: str, ask: str = "How far is Port Salm from Lorn?", more: str = "") -> str:
    return question(kind='kind = "number"', ask=f'ask = "{ask}"', answer=f"answer = {answer}", more=more)


def place(more: str, answer: str = '"Raqqa"') -> str:
    return question(
        kind='kind = "place"', ask='ask = "Which town fell?"', answer=f"answer = {answer}", more=more
    )


def choice(wrong: str, answer: str = '"the red crew"') -> str:
    return question(kind='kind = "choice"', answer=f"answer = {answer}", wrong=wrong)


FAULTY = [
    # how a line is written
    Faulty("B001", question(answer="answer = >>>Abu Kamal"), 'write  answer = "Abu Kamal"'),
    Faulty("B001", number(">>>30 km"), 'write  answer = "30 km"'),
    Faulty("B001", number(">>>93,000", ask="How many towns?"), 'write  answer = "93,000"'),
    Faulty("B001", number(">>>95%", ask="What share?"), 'write  answer = "95%"'),
    Faulty("B001", question(kind='kind = "true-false"', answer="answer = >>>False"), "write  answer = false"),
    Faulty("B001", question(kind='kind = "true-false"', answer="answer = >>>yes"), "write  answer = true"),
    Faulty("B001", question(why="why = >>>None"), "leave why out"),
    Faulty("B001", question(kind='kind = "date"', answer="answer = >>>2017-10"), 'write  answer = "2017-10"'),
    Faulty("B001", place('wrong = ["Mosul", >>>Rawa]'), 'write  "Rawa"'),
    Faulty("B002", question(answer="answer = >>>“a rusty anchor”"), 'write  answer = "a rusty anchor"'),
    Faulty("B002", place('wrong = ["Mosul", >>>“Rawa”]'), "straight quotes"),
    Faulty("B003", question(answer='answer = >>>"a rusty anchor'), 'end it with "'),
    Faulty("B003", question(answer="answer = >>>'a rusty anchor"), "end it with '"),
    Faulty("B003", question(ask='ask = "What is a >>>"caliphate" here?"'), "'...'"),
    Faulty("B003", question(why='why = >>>"""It goes on\nand on'), 'end it with """'),
    Faulty("B003", place('wrong = ["Mosul", >>>"Rawa]'), "not closed"),
    Faulty("B005", place('wrong = >>>["Mosul", "Rawa"'), "end the list with ]"),
    Faulty("B005", place('wrong = ["Mosul" >>>"Rawa"]'), "comma"),
    Faulty(
        "B005",
        question(kind='kind = "match"', answer='answer = >>>{"Lorn" = "capital",\n"Salm" = "port"}'),
        "one line",
    ),
    Faulty(
        "B005",
        question(kind='kind = "match"', answer='answer = {"Lorn" >>>: "capital", "Salm" = "port"}'),
        "written with  =",
    ),
    Faulty("B005", place('wrong = ["Mosul",>>>, "Rawa"]'), "comma too many"),
    Faulty("B005", place('wrong = ["Mosul">>>; "Rawa"]'), "by commas"),
    Faulty("B005", place('wrong = >>>"Mosul", "Rawa"'), 'write  wrong = ["Mosul", "Rawa"]'),
    Faulty("B005", place('wrong = >>>("Mosul", "Rawa")'), 'write  wrong = ["Mosul", "Rawa"]'),
    Faulty("B005", place('wrong = >>>{"Mosul", "Rawa"}'), 'write  wrong = ["Mosul", "Rawa"]'),
    Faulty("B006", question(again='>>>ask = "What else?"'), "first at"),
    Faulty("B007", question(why=">>>why: It was there."), 'write  why = "It was there."'),
    Faulty("B007", question(why='>>>wrong options = ["x"]'), "wrong_options"),
    Faulty("B007", question(answer='>>>answer: "a rusty anchor"'), 'write  answer = "a rusty anchor"'),
    Faulty("B007", question(answer='>>>answer "a rusty anchor"'), "no  key = value"),
    Faulty("B007", question(why=">>>Check this one again"), "comment"),
    Faulty("B008", question(why='why = "see C:>>>\\data"'), "single quotes"),
    Faulty("B008", question(answer='answer = >>>"C:\\new"'), "a line break"),
    Faulty("B008", place('wrong = ["Mosul", >>>"C:\\table"]'), "a tab"),
    Faulty("B014", question(why="why = >>>"), "no value"),
    Faulty("B016", number('"30" >>>km'), "inside the quotes"),
    Faulty("B016", question(answer='answer = "a rusty anchor">>>,'), "leave it out"),
    Faulty("B040", number(">>>007", ask="How many towns?"), "write  7"),
    Faulty("B021", question(kind='kind = "date"', answer="answer = >>>2017-02-30"), "28 days"),
    # which keys there are
    Faulty("B004", question(more='>>>tolerence = "10%"'), 'did you mean "tolerance"?'),
    Faulty("B004", question(answer='>>>anwser = "a rusty anchor"'), 'did you mean "answer"?'),
    Faulty("B004", question(more='>>>Why = "so"'), 'did you mean "why"?'),
    Faulty("B004", question(more='>>>points = "3"'), "keys here"),
    Faulty("B012", question(answer="answer = >>>7"), 'write  answer = "a rusty anchor"'),
    Faulty("B012", question(more='tags = >>>"towns"'), 'write  tags = ["distance"]'),
    Faulty("B012", place('wrong = ["Mosul", >>>3]'), 'write "3"'),
    Faulty("B012", question(kind='kind = "true-false"', answer='answer = >>>"false"'), "answer = false"),
    Faulty("B012", question(kind='kind = "order"', answer='answer = >>>"a, b"'), "a list"),
    Faulty("B012", question(ask='ask = >>>["x"]'), "ask takes text"),
    Faulty("B013", question(head=">>>", answer=""), 'write  answer = "a rusty anchor"'),
    Faulty("B013", question(head=">>>", ask=""), "ask is missing"),
    Faulty("B013", question(head=">>>", kind=""), "kind is missing"),
    Faulty("B013", question(head=">>>", kind="", ask="", answer=""), "kind, ask, answer are missing"),
    Faulty(
        "B012", question(kind='kind = "date"', answer="answer = >>>10:30:00"), "date takes text or a date"
    ),
    Faulty("B014", question(answer='answer = >>>""'), "empty"),
    Faulty("B014", question(ask='ask = >>>"   "'), "empty"),
    Faulty("B014", place("wrong = >>>[]"), "empty list"),
    Faulty("B014", place('wrong = ["Mosul", >>>" "]'), "wrong[2]"),
    Faulty("B015", question(kind='kind = >>>"txet"'), 'did you mean "text"?'),
    Faulty("B015", question(kind='kind = >>>"multiple choice"'), 'did you mean "choice"?'),
    Faulty("B015", question(kind='kind = >>>"essay"'), "kinds: number"),
    Faulty("B032", question(more='>>>tolerance = "10%"'), "text"),
    Faulty(
        "B032",
        question(kind='kind = "order"', answer='answer = ["a", "b"]', wrong='>>>wrong = ["c"]'),
        "order",
    ),
    Faulty("B037", question(ask=f'ask = >>>"{"long " * 500}"'), "2,000"),
    Faulty("B032", choice('wrong = ["the blue crew"]\n>>>aliases = ["reds"]'), "choice"),
    # figures
    Faulty("B017", number('>>>"30"'), 'the question says "How far"'),
    Faulty("B017", number('>>>"5 million"', ask="How much money was lost?"), '"5 million USD"'),
    Faulty("B018", number('>>>"93.000"', ask="How many people fled?"), "write 93000 or 93"),
    Faulty("B018", number(">>>93.000", ask="How many people fled?"), "write 93000 or 93"),
    Faulty("B018", number('>>>"300 m"', ask="What was the depth?"), "metres"),
    Faulty("B018", number(">>>0.5", ask="What share of it?"), 'write "50%" or "0.5%"'),
    Faulty("B019", number('>>>"-5 km"'), "less than nothing"),
    Faulty("B020", question(kind='kind = "population"', answer='answer = >>>"90 houses"'), "no people"),
    Faulty("B019", number('>>>"many"', ask="How many people fled?"), "no figure"),
    Faulty("B019", number('>>>"3 km or 5 hours"'), "two figures"),
    Faulty("B019", number('>>>"30 km (300 miles)"'), "differ"),
    Faulty("B020", number('>>>"30 klms"'), "did you mean"),
    Faulty("B020", question(kind='kind = "distance"', answer='answer = >>>"3 hours"'), "not distance"),
    Faulty("B020", number("30", more='unit = >>>"klms"'), "did you mean"),
    Faulty("B020", number('"30 km"', more='unit = >>>"mile"'), "already"),
    Faulty("B023", number('"30 km"', more='tolerance = >>>"some"'), "no measure"),
    Faulty("B023", number('"30 km"', more='tolerance = >>>"2 hours"'), "in km"),
    Faulty("B023", number('"30 km"', more="tolerance = >>>-1"), "0 or more"),
    Faulty("B023", number('"30 km"', more='tolerance = >>>"300%"'), "99%"),
    Faulty("B023", number('"30 km"', more='tolerance = >>>"40 km"'), "as large as"),
    Faulty("B023", number('"30-40 km"', more='tolerance = >>>"10%"'), "range"),
    Faulty("B017", number('"30 km"', more='wrong = ["20 km", >>>"40"]'), 'write "30 km"'),
    # dates
    Faulty("B021", question(kind='kind = "date"', answer='answer = >>>"31 November 2017"'), "30 days"),
    Faulty("B021", question(kind='kind = "date"', answer='answer = >>>"2017-13"'), "12 months"),
    Faulty("B021", question(kind='kind = "date"', answer='answer = >>>"2017-00"'), "12 months"),
    Faulty("B021", question(kind='kind = "date"', answer='answer = >>>"last Friday"'), "2017-11-03"),
    Faulty("B021", question(kind='kind = "date"', answer='answer = >>>"3 November"'), "no year"),
    Faulty("B021", question(kind='kind = "date"', answer='answer = >>>"3-5 November 2017"'), "more than one"),
    Faulty("B022", question(kind='kind = "date"', answer='answer = >>>"3/11/2017"'), "2017-03-11"),
    Faulty(
        "B021",
        question(
            kind='kind = "date"', answer='answer = "2017-10-17"', wrong='wrong = ["2017-10-18", >>>"soon"]'
        ),
        "not a date",
    ),
    # options
    Faulty("B024", place('wrong = ["Mosul", "Rawa", >>>"mosul"]'), "wrong[1]"),
    Faulty("B024", place('aliases = ["Raqa", >>>"raqa "]'), "aliases[1]"),
    Faulty("B025", place('wrong = ["Mosul", >>>"ar-Raqqah"]'), 'variant of the right answer "Raqqa"'),
    Faulty("B025", choice('wrong = ["the blue crew", >>>"The Red Crew"]'), "two right options"),
    Faulty("B025", number('"30 km"', more='wrong = ["20 km", >>>"30,000 metres"]'), "right figure"),
    Faulty(
        "B025",
        question(
            kind='kind = "date"', answer='answer = "2017-10-17"', wrong='wrong = [>>>"17 October 2017"]'
        ),
        "right date",
    ),
    Faulty("B026", question(head=">>>", kind='kind = "choice"'), "wrong"),
    Faulty("B027", question(kind='kind = "order"', answer='answer = >>>["one"]'), "two items"),
    Faulty("B024", question(kind='kind = "order"', answer='answer = ["one", "two", >>>"one"]'), "answer[1]"),
    Faulty("B028", question(kind='kind = "match"', answer='answer = >>>["Lorn", "capital"]'), "pairs"),
    Faulty(
        "B028", question(kind='kind = "match"', answer='answer = {"Lorn" = "capital", >>>"Salm" = 3}'), "Salm"
    ),
    Faulty("B028", question(kind='kind = "match"', answer='answer = >>>{"Lorn" = "capital"}'), "two pairs"),
    Faulty("B038", question(answer='answer = >>>"?"'), "typed as it stands"),
    # sources
    Faulty("B029", question(more='source = >>>"gazete.txt"'), 'did you mean "gazette.txt"?'),
    Faulty(
        "B030",
        question(more='source = "gazette.txt"\nquote = >>>"about 70 kilometres (37 miles) north"'),
        "% at char",
    ),
    Faulty("B031", question(more='>>>quote = "about 60 kilometres"'), "source"),
    # ids
    Faulty("B033", 'id = >>>"two words"\n' + question(), 'write "two-words"'),
    Faulty("B009", 'id = >>>"taken"\n' + question(), "already used at"),
    Faulty("B034", question(more='was = >>>"taken"'), "has that id"),
    Faulty("B035", question(ask='ask = "What did the >>>\u202ecrew find?"'), "U+202E"),
    Faulty("B035", question(ask='ask = "What did the >>>\x00crew find?"'), "U+0000"),
    Faulty("B035", question(ask='ask = >>>"What did the \\u202ecrew find?"'), "U+202E"),
    Faulty("B035", question(why='>>>\u00a0why = "So."'), "U+00A0"),
]


def bank_of(questions: list[Faulty]) -> tuple[str, list[tuple[int, int, str]]]:
    """A bank of these questions after a good one, and where its faults are: line, column, code."""
    lines = [
        "[bank]",
        'title = "Faults"',
        'story = "varn"',
        "[[question]]",
        'id = "taken"',
        *question().split("\n"),
        "",
    ]
    places = []
    for at, faulty in enumerate(questions):
        ids = [] if faulty.lines.startswith("id =") else [f'id = "q-{at}"']
        head = "[[question]]"
        body = faulty.lines.split("\n")
        if ">>>" in body:  # the table itself is meant
            body.remove(">>>")
            head = ">>>[[question]]"
        lines += [head, *ids, *body, ""]
    for row, line in enumerate(lines):
        column = line.find(">>>")
        if column >= 0:
            lines[row] = line.replace(">>>", "")
            places.append((row + 1, column + 1))
    codes = [faulty.code for faulty in questions]
    return "\n".join(lines), [(*where, code) for where, code in zip(places, codes, strict=True)]


def told(text: str) -> tuple[Fault, ...]:
    return read_bank(text, "bank.toml", lambda _: [GAZETTE]).faults


def test_every_fault_of_a_bank_is_told_at_its_place() -> None:
    text, places = bank_of(FAULTY)
    faults = told(text)
    assert len(places) == len(FAULTY) >= 60
    assert [(fault.line, fault.column, fault.code) for fault in faults] == sorted(places)


def test_the_questions_beside_faulty_ones_are_read() -> None:
    text, _ = bank_of(FAULTY)
    bank = read_bank(text, "bank.toml", lambda _: [GAZETTE])
    invisible = [faulty for faulty in FAULTY if "\u202e" in faulty.lines or "\x00" in faulty.lines]
    assert [entry.id for entry in bank.entries][:1] == ["taken"]
    assert len(bank.entries) == 1 + len(invisible)  # what hides in a text is left out of it
    assert bank.asked == len(FAULTY) + 1


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda faulty: f"{faulty.code}-{faulty.says[:30]}")
def test_a_fault_says_how_to_mend_it(faulty: Faulty) -> None:
    text, [(line, column, code)] = bank_of([faulty])
    (fault,) = told(text)
    assert (fault.line, fault.column, fault.code) == (line, column, code)
    assert faulty.says in rendered(fault)


def test_several_faults_of_one_question_are_all_told() -> None:
    text, places = bank_of(
        [Faulty("B001", 'kind = "place"\nask = "Where?"\nanswer = >>>Lorn\nwrong = ["Salm", 3]\ntgas = []')]
    )
    row = places[0][0]
    faults = [(fault.line, fault.code) for fault in told(text)]
    assert faults == [(row, "B001"), (row + 1, "B012"), (row + 2, "B004")]


def test_a_fault_is_shown_with_its_line_and_a_caret() -> None:
    text, _ = bank_of([Faulty("B004", question(more='>>>tolerence = "10%"'))])
    (fault,) = told(text)
    assert rendered(fault).split("\n") == [
        'bank.toml:15:1: unknown key "tolerence"  [B004]',
        '   15 | tolerence = "10%"',
        '      | ^^^^^^^^^ did you mean "tolerance"?',
    ]


HEADS = [
    ("B010", '[[bank]]\ntitle = "T"', 1, "[bank]"),
    ("B013", '[bank]\nauthor = "A. Verrin"', 1, "title is missing"),
    ("B039", '[[question]]\nid = "x"\n' + question(), 1, "no [bank] table"),
    ("B011", 'title = "T"\n[bank]\ntitle = "T"', 1, "[bank]"),
    ("B021", '[bank]\ntitle = "T"\nas_of = "soon"', 3, "2017-11-03"),
    ("B021", '[bank]\ntitle = "T"\nas_of = 3', 3, "2017-11-03"),
    ("B021", '[bank]\ntitle = "T"\nas_of = 3 November 2017', 3, "2017-11-03"),
    ("B021", '[bank]\ntitle = "T"\nas_of = 2017-02-30', 3, "28 days"),
    ("B021", '[bank]\ntitle = "T"\nas_of = 2017-02', 3, "2017-11-03"),
    ("B007", '[bank]\ntitle: "T"', 2, 'title = "T"'),
    ("B004", '[bank]\ntitel = "T"', 2, 'did you mean "title"?'),
    ("B012", '[bank]\ntitle = "T"\nlanguage = "English"', 3, "en"),
    ("B033", '[bank]\ntitle = "T"\nstory = "Varn Floods"', 3, "varn-floods"),
    ("B010", '[bank]\ntitle = "T"\n[options]', 3, "[[question]]"),
    ("B010", '[bank]\ntitle = "T"\n[question]\nid = "x"\n' + question(), 3, "[[question]]"),
    ("B010", '[bank]\ntitle = "T"\n[[qestion]]\nid = "x"\n' + question(), 3, "[[question]]"),
    ("B010", '[bank]\ntitle = "T"\n[[question]\nid = "x"\n' + question(), 3, "[[question]]"),
    ("B016", '[bank]\ntitle = "T"\n[[question]] id = "x"\nid = "x"\n' + question(), 3, "next line"),
    ("B039", '[bank]\ntitle = "T"\n[bank]\ntitle = "T"', 3, "one [bank]"),
]


@pytest.mark.parametrize(("code", "text", "line", "says"), HEADS)
def test_the_tables_of_a_bank_are_looked_at(code: str, text: str, line: int, says: str) -> None:
    more = "" if "question]" in text or "qestion" in text else '\n[[question]]\nid = "x"\n' + question()
    (fault,) = told(text + more)
    assert (fault.code, fault.line) == (code, line)
    assert says in rendered(fault)


def test_an_empty_bank_has_no_questions() -> None:
    assert [fault.code for fault in told("")] == ["B039"]
    assert [fault.code for fault in told('[bank]\ntitle = "T"\n')] == ["B039"]


def test_a_bank_that_is_too_large_is_told_in_one_line() -> None:
    (fault,) = told('[bank]\ntitle = "T"\n' + "#" * 5_000_000)
    assert fault.code == "B037"


def test_every_code_can_come_up() -> None:
    seen = {faulty.code for faulty in FAULTY} | {code for code, *_ in HEADS} | {"B036"}
    assert seen == set(CODES)


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        ('kind = "true-false"\nask = "Is it long?"\nanswer = "yes"', "write  answer = true"),
        ('kind = "true-false"\nask = "Is it long?"\nanswer = "No"', "write  answer = false"),
        ('kind = "mcq"\nask = "Which?"\nanswer = "Varn"\nwrong = ["Salm"]', 'did you mean "choice"?'),
        ('kind = "text"\nquestion = "Which?"\nanswer = "Varn"', 'did you mean "ask"?'),
        ('kind = "choice"\nask = "Which?"\nanswer = "Varn"\noptions = ["Salm"]', 'did you mean "wrong"?'),
        ('kind = "text"\nask = "Which?"\nanswer = ""', "write it"),
    ],
)
def test_what_other_programs_call_a_thing_is_known(question: str, hint: str) -> None:
    faults = read_bank(f'[bank]\ntitle = "Words"\n[[question]]\nid = "q"\n{question}\n').faults
    assert hint in [fault.hint for fault in faults]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("answer = `Varn`", 'text needs quotes: write  answer = "Varn"'),
        ("wrong =", 'wrong has no value: write  wrong = ["...", "..."]  or leave the line out'),
    ],
)
def test_signs_of_other_languages_are_mended_in_toml(line: str, says: str) -> None:
    faults = read_bank(f'[bank]\ntitle = "Signs"\n[[question]]\nid = "q"\n{line}\n').faults
    assert any(says in fault.message for fault in faults)
