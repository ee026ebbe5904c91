"""From claims to a briefing, and the briefing as text, Markdown or JSON."""
