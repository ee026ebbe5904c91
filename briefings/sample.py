"""The sample story that ships with the program."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from briefings.errors import BriefingError

SLUG = "deir-ez-zor"


def sample_folder() -> Path:
    """The folder of the sample story: beside this package in a wheel, else at the root of the checkout.

    Raises:
        BriefingError: the installation lacks it.
    """
    package = Path(str(resources.files("briefings")))
    for folder in (package / "seeds", package.parent / "seeds"):
        if (folder / "story.toml").is_file():
            return folder
    raise BriefingError("the sample story is missing from this installation", "install briefing-desk again")
