"""How a resume reads to machines and people: the score with its rubric, and what to improve, one thing at a time."""
