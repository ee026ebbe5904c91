"""``The plant`` by its name, where the article gave it one."""

from __future__ import annotations

import pytest

from briefings.compose.descriptions import Descriptions
from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_names
from briefings.reconcile.referents import Sentences
from tests.briefings.reconcile.invented import make_article


def named(text: str) -> str:
    """The last sentence of the text with its subject named."""
    article = make_article("Post", text)
    by_article = {article.key: split_sentences(text)}
    sentences = Sentences(index_names([article], by_article), by_article)
    last = by_article[article.key][-1]
    edit = Descriptions(sentences).edit(article.key, last)
    return last.text[: edit.start] + edit.text + last.text[edit.end :] if edit else last.text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Fire struck the Corda plant. The plant employs 640.", "The Corda plant employs 640."),
        ("Fire struck a coal mine at Salm. The mine closed.", "The coal mine at Salm closed."),
        ("Fire struck Corda's paper mill. The mill closed.", "Corda's paper mill closed."),
        ("He left the Corda works. In 2031, the works closed.", "In 2031, the Corda works closed."),
    ],
)
def test_a_thing_told_with_a_name_keeps_it(text: str, line: str) -> None:
    assert named(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "Fire struck the plant. The plant employs 640.",  # no name
        "Fire struck the Corda plant and the Orla plant. The plant employs 640.",  # two names
        "Corda built a second plant beside the Corda plant. The plant employs 640.",  # one of two
        "Fire struck the Corda plant. The plant manager left.",  # another head
        "Rain fell on the Norland government. The government left.",  # one in the country
    ],
)
def test_a_thing_that_may_be_another_stays_as_it_is(text: str) -> None:
    assert named(text) == split_sentences(text)[-1].text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("He left the Orla Detention Centre. It closed. Fire hit the centre.", "Fire hit the Orla Detention Centre."),
        ("Rain fell on Orla Airport. Nobody left the airport on foot.", "Nobody left Orla Airport on foot."),
        ("He left Orla Airport for Salm Airport. Fire struck the airport.", "Fire struck the airport."),
        ("He left Orla Airport. Fire struck the airport hotel.", "Fire struck the airport hotel."),
    ],
)  # fmt: skip
def test_a_house_goes_by_the_one_name_that_ends_so(text: str, line: str) -> None:
    assert named(text) == line
