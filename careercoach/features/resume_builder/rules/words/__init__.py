"""What the rewriting rules know of each language: verbs with their forms, nouns that hide a verb, empty phrases."""


def listed(block: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(block.split())
