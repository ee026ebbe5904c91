"""From the facts of a story to its claims: names, origins, joined claims and disagreements."""
