"""From claims to questions: shapes, refusals, options."""
