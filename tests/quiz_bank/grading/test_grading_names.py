"""Names of people and places: rules 15 to 19, on both sides of their edges."""

from __future__ import annotations

from typing import Any

import pytest

from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key


def person(name: str, given: str, surname: str, role: str = "", **more: Any) -> Key:
    return Key.from_json(
        {"kind": "person", "name": name, "given": given, "surname": surname, "role": role, **more}
    )


def place(name: str, **more: Any) -> Key:
    return Key.from_json({"kind": "place", "name": name, **more})


KARIMI = person(
    "Nadir al-Karimi", "Nadir", "al-Karimi", "President of Lebanon", others=["Samir al-Karimi", "Omar Haddad"]
)
HOLM = person("Anna-Maria Holm", "Anna-Maria", "Holm", "mayor of Salm", others=["Erik Holm"])
RUIZ = person("Elena Ruiz Ortega", "Elena", "Ruiz Ortega")
BERG = person("Jan van den Berg", "Jan", "van den Berg", "General, army spokesman")
QAIM = place("al-Qaim", type="town", within="Iraq", aliases=["Qaim"], others=["Rawa", "Albu Kamal"])
MOSUL = place("Mosul", type="city", within="Iraq", others=["Tikrit"])
DEIR = place("Deir ez-Zor", type="city", within="Syria", aliases=["Deir al-Zour"], others=["Raqqa"])
PAIR = Key.from_json({"kind": "place", "all_of": [["Raqqa", "Raqa"], ["Mosul"]]})


def verdict(key: Key, answer: str) -> str:
    return judge(key, answer).verdict


class TestPersons:
    """Rule 15."""

    @pytest.mark.parametrize(
        "answer",
        ["Nadir al-Karimi", "Karimi", "al-Karimi", "Al Karimi", "el-Karimi", "alkarimi", "N. al-Karimi",
         "Karimi, Nadir",
         "President Karimi", "Mr Karimi", "Dr. Nadir Karimi", "NADIR AL-KARIMI", "Lebanon's Karimi",
         "it was Karimi",
         "the Lebanese president, Nadir al-Karimi", "Nadir Hassan al-Karimi", "Karimi, not Haddad", "نادر الكريمي",
         "Надир аль-Карими"],
    )  # fmt: skip
    def test_full_name_surname_initials_titles_any_order(self, answer: str) -> None:
        assert verdict(KARIMI, answer) == "correct"

    @pytest.mark.parametrize(
        ("key", "answer", "rule"),
        [(KARIMI, "Nadir", "given-name-only"), (RUIZ, "Ortega", "part-of-surname"), (RUIZ, "Elena Ruiz",
         "part-of-surname"),
         (KARIMI, "Prime Minister Karimi", "other-office"), (KARIMI, "former President Karimi", "other-office"),
         (KARIMI, "Syrian president Karimi", "other-office"), (BERG, "Colonel van den Berg", "other-office")],
    )  # fmt: skip
    def test_half_a_name_and_a_wrong_office_are_close(self, key: Key, answer: str, rule: str) -> None:
        told = judge(key, answer)
        assert (told.verdict, told.rule) == ("close", rule)

    @pytest.mark.parametrize(
        ("key", "answer"),
        [(KARIMI, "Samir al-Karimi"), (KARIMI, "S. Karimi"), (KARIMI, "Haddad"), (KARIMI, "Nadir Haddad"),
         (KARIMI, "the president"), (KARIMI, "Karimi or Haddad"), (KARIMI, "not Karimi"),
         (KARIMI, "Karimi and Haddad"),
         (HOLM, "Erik Holm"), (HOLM, "Anna-Lena Holm"), (HOLM, "E. Holm"), (RUIZ, "Maria Ruiz Ortega")],
    )  # fmt: skip
    def test_another_given_name_or_person_is_wrong(self, key: Key, answer: str) -> None:
        assert verdict(key, answer) == "wrong"

    @pytest.mark.parametrize(
        "answer", ["van den Berg", "Berg", "den Berg", "Van Den Berg, Jan", "General Berg", "Gen. Berg"]
    )
    def test_particles_may_be_left_out(self, answer: str) -> None:
        assert verdict(BERG, answer) == "correct"

    def test_another_office_of_the_right_person_is_close(self) -> None:
        assert verdict(HOLM, "Mayor Holm") == "correct"
        assert verdict(HOLM, "Commissioner Holm") == "close"

    def test_short_forms_and_joined_initials_of_a_given_name(self) -> None:
        robert = person("Robert P. Hale", "Robert", "Hale")
        assert verdict(robert, "Bob Hale") == "correct"
        assert verdict(robert, "R.P. Hale") == "correct"
        assert verdict(robert, "Robert Q. Hale") == "wrong"
        assert verdict(robert, "Rick Hale") == "wrong"

    def test_a_name_without_parts_takes_its_last_word_as_surname(self) -> None:
        key = Key.from_json({"kind": "person", "name": "Ida Lund"})
        assert verdict(key, "Lund") == "correct"
        assert verdict(key, "Ida") == "close"


class TestSpelling:
    """Rules 16 and 17."""

    @pytest.mark.parametrize(
        "answer",
        ["Deir ez-Zor", "Deir Ezzor", "Deirezzor", "Deir el-Zour", "Dayr az-Zawr", "Deir Azzor", "deir-ez-zor",
         "Дейр-эз-Зор", "دير الزور", "Déir ez-Zor", "DeirEzZor"],
    )  # fmt: skip
    def test_articles_hyphens_transliteration_and_scripts(self, answer: str) -> None:
        assert verdict(DEIR, answer) == "correct"

    @pytest.mark.parametrize(
        ("name", "answer", "expected"),
        [("Ios", "Ioss", "wrong"), ("Ios", "Iso", "wrong"),  # up to 3 letters: none
         ("Salm", "Saalm", "correct"), ("Salm", "Slam", "correct"), ("Salm", "Selm", "close"), ("Salm",
         "Sallmo", "wrong"),
         ("Tolvik", "Tolvk", "correct"), ("Tolvik", "Tovlik", "correct"), ("Tolvik", "Tovlk", "close"),
         ("Tolvik", "Tavlk", "wrong"), ("Vestermark", "Vestrmrk", "correct"), ("Vestermark", "Vstrmrk", "close"),
         ("Vestermark", "Vstrmk", "wrong")],
    )  # fmt: skip
    def test_slips_by_the_number_of_letters(self, name: str, answer: str, expected: str) -> None:
        assert verdict(place(name), answer) == expected

    def test_saint_may_be_shortened_and_is_no_street(self) -> None:
        town = place("Saint-Aubin", within="Lorn", others=["Saint-Malin"])
        assert [verdict(town, answer) for answer in ("St Aubin", "St. Aubin", "st-aubin")] == ["correct"] * 3
        assert [verdict(town, answer) for answer in ("St Malin", "Street Aubin")] == ["wrong", "close"]

    def test_the_article_does_not_count_as_letters(self) -> None:
        assert verdict(QAIM, "al-Qiam") == "correct"  # 4 letters: a swap
        assert verdict(QAIM, "al-Qaem") == "close"  # 4 letters: another edit

    def test_abbreviations_are_exact(self) -> None:
        sdf = Key.from_json({"kind": "text", "value": "Syrian Democratic Forces", "aliases": ["SDF"]})
        assert [verdict(sdf, form) for form in ("SDF", "s.d.f.", "SFD", "SDFF")] == [
            "correct",
            "correct",
            "wrong",
            "wrong",
        ]
        congo = place("Democratic Republic of Congo", aliases=["DRC"])
        assert verdict(congo, "DRC") == "correct"
        assert verdict(congo, "DCR") == "wrong"


class TestOtherKnownNames:
    """Rule 18."""

    @pytest.mark.parametrize(
        ("name", "answer"),
        [("Iran", "Iraq"), ("Niger", "Nigeria"), ("Zambia", "Gambia"), ("Austria", "Australia"), ("Raqa", "Rawa"),
         ("Kiev", "Kiel"), ("Mali", "Male"), ("Slovakia", "Slovenia"), ("Dhaka", "Dakar"), ("Lagos", "Laos"),
         ("South Sudan", "Sudan"), ("South Sudan", "North Sudan"), ("Congo", "Togo")],
    )  # fmt: skip
    def test_a_name_of_something_else_is_no_typo(self, name: str, answer: str) -> None:
        assert verdict(place(name), name) == "correct"
        assert verdict(place(name), answer) == "wrong"

    def test_names_of_the_story_are_known_names(self) -> None:
        assert verdict(place("Brenik"), "Brenek") == "correct"
        assert verdict(place("Brenik", others=["Brenek"]), "Brenek") == "wrong"
        assert verdict(place("Brenik", others=["Brenok"]), "Brenak") == "wrong"  # as near to the other

    def test_every_name_of_a_country_is_that_country(self) -> None:
        assert verdict(place("Kyiv"), "Kiev") == "correct"
        assert verdict(place("United States"), "USA") == "correct"
        assert verdict(place("Myanmar"), "Burma") == "correct"


class TestContainers:
    """Rules 4, 5 and 19."""

    @pytest.mark.parametrize(
        "answer",
        ["al-Qaim, Iraq", "al-Qaim (Iraq)", "Qaim in western Iraq", "the Iraqi town of al-Qaim", "Qaim Iraq",
         "Qaim, Anbar",
         "al-Qaim/Qaim", "al-Qaim, not Rawa"],
    )  # fmt: skip
    def test_a_true_container_or_type_does_no_harm(self, answer: str) -> None:
        assert verdict(QAIM, answer) == "correct"

    @pytest.mark.parametrize(
        "answer",
        ["al-Qaim, Syria", "Qaim in Turkey", "Qaim province", "the Qaim valley", "near Qaim", "western Qaim"],
    )
    def test_a_wrong_container_or_a_thing_of_the_same_name_is_close(self, answer: str) -> None:
        assert verdict(QAIM, answer) == "close"

    @pytest.mark.parametrize(
        "answer",
        ["Iraq", "al-Qaim or Rawa", "Qaim and Rawa", "Qaim, Albu Kamal", "Rawa? al-Qaim", "not al-Qaim", "New Qaim",
         "Rawa, not al-Qaim", "Baghdad"],
    )  # fmt: skip
    def test_the_container_alone_and_two_places_are_wrong(self, answer: str) -> None:
        assert verdict(QAIM, answer) == "wrong"

    def test_a_city_after_a_comma_is_no_container(self) -> None:
        assert verdict(MOSUL, "Mosul, Tikrit") == "wrong"

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [("Raqqa and Mosul", "correct"), ("Mosul, Raqa", "correct"), ("between Raqqa and Mosul", "correct"),
         ("raqqa mosul", "correct"), ("Raqqa", "close"), ("Raqqa and Tikrit", "wrong"),
         ("Raqqa, Mosul and Tikrit", "wrong"), ("Baghdad", "wrong")],
    )  # fmt: skip
    def test_two_places_in_any_order(self, answer: str, expected: str) -> None:
        assert verdict(PAIR, answer) == expected

    def test_half_of_a_name_of_two_words_is_close(self) -> None:
        assert verdict(DEIR, "Deir") == "close"
        assert verdict(DEIR, "Deir Hafer") == "wrong"
