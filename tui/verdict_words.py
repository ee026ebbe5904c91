"""What a verdict looks like everywhere: a glyph and a word, so that it never rests on colour alone."""

from __future__ import annotations

#: verdict -> glyph, word; light to import, for the line mode and the app alike
VERDICT_WORDS = {"correct": ("✓", "Correct"), "close": ("≈", "Close"), "wrong": ("✗", "Wrong")}
