"""Mail saved as text: what its header states, and its body without header and signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.patterns import Pattern
from briefings.reading import dating

LONGEST_HEADER = 200  # lines

_FORWARDED = Pattern(r"-{2,} ?(?:forwarded|original) message ?-{2,}", re.IGNORECASE)
_FIELD = Pattern(r"(?P<name>[A-Za-z][A-Za-z-]{1,40}): *(?P<value>.*)")
_ANSWERED = Pattern(r"(?:(?:re|fwd?|aw|wg|tr): ?)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"-- ?")  # RFC 3676, section 4.3
_DATES = ("date", "sent")  # Outlook writes Sent where RFC 5322 has Date


@dataclass(frozen=True, slots=True)
class Mail:
    """A text without what a mail program put around it.

    Attributes:
        stated: ``title`` and day of publication (``published``, ISO), as far as the header tells; who sent a mail
            is not who printed the article, so no outlet.
        text: the body; of a text that is no mail all of it.
        header: the lines of the header.
        signature: the lines below the signature's dashes.
    """

    stated: dict[str, str]
    text: str
    header: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()


def read_mail(text: str) -> Mail:
    """Takes a mail apart: fields as RFC 5322 has them, down to the first line that is none.

    A text is a mail where its fields tell the subject, and the sender or the day.
    """
    lines = text.split("\n")
    first = 1 if _FORWARDED.fullmatch(lines[0]) else 0
    fields: dict[str, str] = {}
    last, end = "", first
    for line in lines[first : first + LONGEST_HEADER]:
        field = _FIELD.fullmatch(line)
        if field:
            last = field["name"].lower()
            fields.setdefault(last, field["value"].strip())
        elif last and line[:1] == " ":
            fields[last] += f" {line.strip()}"
        else:
            break
        end += 1
    if "subject" not in fields or fields.keys().isdisjoint(("from", *_DATES)):
        return Mail({}, text)
    day = next((day for name in _DATES if (day := dating.find_date(fields.get(name, "")))), None)
    subject = fields["subject"]
    answered = _ANSWERED.match(subject)
    told = {"title": subject[answered.end() :] if answered else subject, "published": str(day or "")}
    signed = next((n for n, line in enumerate(lines) if n >= end and _SIGNATURE.fullmatch(line)), len(lines))
    return Mail(
        {name: value for name, value in told.items() if value},
        "\n".join(lines[end:signed]).strip("\n"),
        tuple(filter(None, lines[:end])),
        tuple(filter(None, lines[signed + 1 :])),
    )
