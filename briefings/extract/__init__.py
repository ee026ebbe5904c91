"""From an article's text to its facts: one module a family, one pipeline that runs them in order."""
