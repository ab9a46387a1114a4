"""Our own judged sets for matching, and the scorer: `python -m tests.match_lab.score`."""
