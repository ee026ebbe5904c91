"""What is cut from a page and what is kept, on small pages in the style of different sites."""

from __future__ import annotations

from briefings.reading.furniture import find_furniture

PLAIN = (
    "The old bridge at Portmere was closed on Monday after engineers found cracks in two of its piers.\n\n"
    "About 4,000 people cross it every day, the town council said.\n"
)


def test_plain_prose_loses_nothing() -> None:
    assert find_furniture(PLAIN) == []


def test_a_heading_between_paragraphs_is_cut_with_its_offsets() -> None:
    page = (
        PLAIN
        + "\nA long wait\n\nRepairs will take at least nine months, the chief engineer told the council.\n"
    )

    [heading] = find_furniture(page)

    assert (page[heading.start : heading.end], heading.reason) == ("A long wait", "heading")
