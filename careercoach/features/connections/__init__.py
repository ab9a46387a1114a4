"""Outside providers: their keys and whether they work; what a person lets out of the house, and what went out."""
