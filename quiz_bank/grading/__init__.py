"""From a typed answer to a verdict: one module a family of answers, one judge that runs them."""
