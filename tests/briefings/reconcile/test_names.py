"""Name clusters within a story."""

from __future__ import annotations

from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import NameIndex, index_names
from briefings.stories import Article
from tests.briefings.reconcile.invented import Told, make_article, rail
from tests.briefings.reconcile.told import story


def names_of(articles: list[Article]) -> NameIndex:
    return index_names(articles, {a.key: split_sentences(a.text) for a in articles})


def test_spellings_of_a_town_and_of_a_person_are_one_name_each() -> None:
    names = names_of(rail())
    assert names.key("Bir el-Hamra") == names.key("Beer Hamra") == names.key("Bir al-Hamra")
    assert names.key("Karim al-Sayed") == names.key("Karim Sayed")
    assert names.key("Karim Sayed") != names.key("Bir el-Hamra")


def test_countries_alike_in_writing_stay_apart() -> None:
    names = names_of(rail())
    assert names.key("Iran") != names.key("Iraq")
    assert names.key("Niger") != names.key("Nigeria")


def test_a_people_speaks_of_its_country() -> None:
    names = names_of([make_article("Post", "Norwegian ships left. Norway sent Norwegians home to Norway.")])
    assert names.key("Norwegian") == names.key("Norway") == names.key("Norwegians")


def test_a_stated_alias_joins_what_no_fold_could() -> None:
    text = "The Meadow Labour Front (MLF) met in Salm. The MLF has no leader."
    alias = Told("alias", "MLF", None, "(MLF)", "Meadow Labour Front")
    stated = names_of([make_article("Post", text, [alias])])
    unstated = names_of([make_article("Post", text)])
    assert stated.key("MLF") == stated.key("Meadow Labour Front")
    assert unstated.key("MLF") != unstated.key("Meadow Labour Front")


def test_an_alias_never_joins_two_countries() -> None:
    text = "Iran (Iraq) and Iraq were named in one line."
    names = names_of([make_article("Post", text, [Told("alias", "Iraq", None, "(Iraq)", "Iran")])])
    assert names.key("Iran") != names.key("Iraq")


def test_a_surname_belongs_to_its_one_bearer() -> None:
    text = "Mayor Ilse Korden spoke. Later Korden left. Judge Peter Adom stayed."
    role = Told("role", "Mayor", None, "Mayor Ilse Korden", "Ilse Korden")
    names = names_of([make_article("Post", text, [role])])
    assert names.key("Korden") == names.key("Ilse Korden")


def test_a_surname_of_two_people_belongs_to_neither() -> None:
    text = "Mayor Ilse Korden spoke. Judge Peter Korden stayed. Then Korden left."
    told = [
        Told("role", "Mayor", None, "Mayor Ilse Korden", "Ilse Korden"),
        Told("role", "Judge", None, "Judge Peter Korden", "Peter Korden"),
    ]
    names = names_of([make_article("Post", text, told)])
    assert names.key("Korden") not in (names.key("Ilse Korden"), names.key("Peter Korden"))


def test_clusters_do_not_depend_on_the_order_of_articles() -> None:
    assert names_of(rail()).names == names_of(rail()[::-1]).names


def test_tokens_fold_names_and_verbs_and_drop_figures() -> None:
    names = names_of(rail())
    tokens = [token for token, _, _ in names.tokens("43 people were injured near Beer Hamra")]
    assert tokens == ["peopl", "*hurt", names.key("Bir el-Hamra")]


def test_two_villages_in_one_wording_stay_two() -> None:
    line = "Shells killed four people in the village of {}, the observers said."
    told = story(line.format("Talbera"), line.format("Tamnaya"))
    assert len([name for name in told.names if name.canonical in ("Talbera", "Tamnaya")]) == 2
    assert not told.suggestions
