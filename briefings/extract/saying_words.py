"""Verbs that tell that somebody says something."""

from __future__ import annotations

from typing import Final

from briefings.extract.wordlist import word_set

SAYING: Final = word_set("""
said says say told tells added adds estimates estimated reported reports warned warns insisted insists admitted admits
argued argues predicted predicts explained explains cautioned conceded concedes testified recalled
""")
"""Verbs after which anything is what was said."""

SHOWING: Final = word_set("""
announced announces claimed claims confirmed confirms stated states noted notes revealed reveals believes believe
suggested suggests declared declares concluded maintains maintain acknowledged acknowledges alleged alleges pledged
vowed denied wrote writes found shows show showed suggest indicate indicates expects calculated tweeted promised
""")
"""Verbs that report only where a clause follows: ``found that it leaked``, not ``found a leak``."""
